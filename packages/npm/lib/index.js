'use strict';

const { spawn } = require('node:child_process');
const { programPath } = require('./program.js');

/** What the program says once it can be called. */
const READY = /^Console Connect emulator, ready on ([^\s,]+)/m;

/** How much of what it printed an error shows. */
const LAST = 4000;

/**
 * Starts an emulator on a free port of this machine, with its data in memory, and waits until it can be called. It ends
 * with this process at the latest.
 */
async function start(options = {}) {
  const { port = 0, settings = {}, timeout = 30_000, signal, onOutput } = options;
  const known = ['port', 'settings', 'timeout', 'signal', 'onOutput'];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown) {
    const all = known.join(', ');
    throw new TypeError(`start has no option ${unknown}; it has ${all}. Settings of the emulator go into settings.`);
  }

  signal?.throwIfAborted();
  const all = { urls: `http://127.0.0.1:${port}`, data: ':memory:', ...settings };
  const child = spawn(programPath(), Object.entries(all).map(([name, value]) => `--${name}=${value}`), {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const ended = new Promise((resolve) => {
    child.once('exit', (code, by) => resolve(by ?? code));
    child.once('error', resolve);
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  ended.then(() => process.off('exit', kill));

  let said = '';
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        onOutput?.(text);
        said = (said + text).slice(-LAST);
        const match = READY.exec(said);
        if (match) {
          resolve(match[1]);
        }
      });
    }
  });

  let timer, aborted;
  const url = await Promise.race([
    ready,
    ended.then((how) => fail(`The emulator can't be started: it ended with ${how?.message ?? how}.`, said)),
    new Promise((_, reject) => {
      timer = setTimeout(() => reject(failure(`The emulator was not ready within ${timeout} ms.`, said)), timeout);
      aborted = () => reject(signal.reason);
      signal?.addEventListener('abort', aborted);
    }),
  ])
    .catch((error) => {
      kill();
      throw error;
    })
    .finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    });

  // A test that forgets to stop it doesn't hang for that.
  child.unref();
  child.stdout.unref?.();
  child.stderr.unref?.();

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      child.ref();
      child.kill('SIGTERM');
      const late = setTimeout(kill, 5_000);
      await ended;
      clearTimeout(late);
    }
  }

  return { url, pid: child.pid, stop, [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]: stop };
}

function failure(message, said) {
  return new Error(said.trim() ? `${message} It said:\n${said.trim()}` : message);
}

function fail(message, said) {
  throw failure(message, said);
}

module.exports.start = start;
