import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import assert from 'node:assert/strict';

const launcher = fileURLToPath(new URL('../lib/launcher.js', import.meta.url));
const program = fileURLToPath(new URL('../stand-in/program.mjs', import.meta.url));

/** The launcher, with the stand-in for the program. */
function launch(fake, args = [], env = { CONSOLE_CONNECT_EMULATOR_PROGRAM: program }) {
  const child = spawn(process.execPath, [launcher, ...args], { env: { PATH: process.env.PATH, FAKE: fake, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return { child, said: () => said, ended: once(child, 'close') };
}

async function until(condition) {
  for (let i = 0; i < 500 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(condition());
}

test('arguments reach the program as they are', async () => {
  const given = ['--port', '9001', '--seed-data=a folder', '--admin-hosts', ''];
  const run = launch('exits:0', given);
  await run.ended;
  assert.deepEqual(JSON.parse(run.said().split('\n')[0]), given);
});

test('its exit code and what it says on standard error are handed on', async () => {
  const run = launch('exits:3');
  assert.deepEqual(await run.ended, [3, null]);
  assert.match(run.said(), /the port is in use/);
});

for (const [signal, code] of [['SIGTERM', 0], ['SIGINT', 7], ['SIGHUP', 7]]) {
  test(`${signal} reaches the program, and its end is waited for`, async () => {
    const run = launch('ready');
    await until(() => run.said().includes('ready on'));
    run.child.kill(signal);
    assert.deepEqual(await run.ended, [code, null]);
    assert.match(run.said(), new RegExp(`got ${signal}`));
  });
}

test('a program that was killed is told of as shells do', async () => {
  const run = launch('deaf');
  await until(() => run.said().includes('\n'));
  const pid = await childOf(run.child.pid);
  process.kill(pid, 'SIGKILL');
  assert.deepEqual(await run.ended, [137, null]);
});

test('a program that is not there is an error with a reason', async () => {
  const run = launch('ready', [], { CONSOLE_CONNECT_EMULATOR_PROGRAM: '/nowhere/at/all' });
  assert.deepEqual(await run.ended, [1, null]);
  assert.match(run.said(), /can't be started: .*ENOENT/);
});

test('a package that was left out is named, and how to get it', async () => {
  const run = launch('ready', [], {});
  assert.deepEqual(await run.ended, [1, null]);
  assert.match(run.said(), /@console-connect-emulator\/.* is not installed.*--omit=optional/s);
});

test('npx that is told to end ends the program, though npm tells only the shell', async () => {
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${launcher}"; exit $?`], {
    env: { PATH: process.env.PATH, FAKE: 'ready', CONSOLE_CONNECT_EMULATOR_PROGRAM: program, npm_command: 'exec' },
  });
  let said = '';
  shell.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = once(shell, 'close'); // Once nobody writes to its output: not before the program has ended.
  await until(() => said.includes('ready on'));
  shell.kill('SIGTERM');
  await ended;
  assert.match(said, /got SIGTERM/);
});

/** The process that another one has started, as Linux tells it: no program need be there for this. */
function childOf(pid) {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
}
