import { createRequire } from 'node:module';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { start } from '../lib/index.js';

const program = fileURLToPath(new URL('../stand-in/program.mjs', import.meta.url));

beforeEach(() => {
  process.env.CONSOLE_CONNECT_EMULATOR_PROGRAM = program;
  process.env.FAKE = 'ready';
});

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('it resolves with the address that the emulator says, and stops it', async () => {
  let said = '';
  const emulator = await start({ settings: { seed: 7, 'clock-frozen': true }, onOutput: (text) => (said += text) });
  assert.equal(emulator.url, 'http://127.0.0.1:40123');
  const flags = ['--urls=http://127.0.0.1:0', '--data=:memory:', '--seed=7', '--clock-frozen=true'];
  assert.deepEqual(JSON.parse(said.split('\n')[0]), flags);
  assert.ok(isAlive(emulator.pid));
  await emulator.stop();
  assert.ok(!isAlive(emulator.pid));
  await emulator.stop();
});

test('a port and the place of the data can be chosen', async () => {
  const emulator = await start({ port: 9148, settings: { data: 'kept.db' } });
  assert.equal(emulator.url, 'http://127.0.0.1:9148');
  await emulator.stop();
});

test('an emulator that ends before it is ready rejects with what it said', async () => {
  process.env.FAKE = 'exits:1';
  await assert.rejects(start(), /ended with 1\. It said:\n[^]*the port is in use/);
});

test('a program that is not there rejects', async () => {
  process.env.CONSOLE_CONNECT_EMULATOR_PROGRAM = '/nowhere/at/all';
  await assert.rejects(start(), /can't be started: .*ENOENT/);
});

test('an emulator that is never ready is ended after the time that was given', async () => {
  process.env.FAKE = 'deaf';
  await assert.rejects(start({ timeout: 500 }), /not ready within 500 ms/);
});

test('starting it can be given up', async () => {
  process.env.FAKE = 'deaf';
  const given = new AbortController();
  setTimeout(() => given.abort(new Error('changed my mind')), 100);
  await assert.rejects(start({ signal: given.signal }), /changed my mind/);
});

test('an option that it does not have is refused', async () => {
  await assert.rejects(start({ ports: 9000 }), /no option ports; it has port, /);
});

test('require has it, too', () => {
  assert.equal(createRequire(import.meta.url)('../lib/index.js').start, start);
});

test('a process that forgets to stop it ends, and the emulator with it', async () => {
  const script = `
    const { start } = require(${JSON.stringify(fileURLToPath(new URL('../lib/index.js', import.meta.url)))});
    start().then((emulator) => console.log(emulator.pid));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { timeout: 20_000 });
  for (let i = 0; i < 100 && isAlive(Number(stdout)); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(!isAlive(Number(stdout)));
});
