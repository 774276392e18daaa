'use strict';

// What was packed, used as its users use it: from a registry on this machine that has these archives and nothing else.
const { execFile, execFileSync, spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { once } = require('node:events');
const { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');
const { promisify } = require('node:util');

/** Not the waiting kind: the registry is in this process. */
const call = promisify(execFile);

/** Runs it; how many checks failed. */
async function run(archives, version) {
  const home = mkdtempSync(join(tmpdir(), 'npm-home-'));
  const registry = await serve(archives);
  const env = {
    ...process.env,
    HOME: home,
    XDG_DATA_HOME: join(home, 'share'),
    npm_config_cache: join(home, 'cache'),
    npm_config_registry: registry.url,
    npm_config_update_notifier: 'false',
    npm_config_userconfig: join(home, 'npmrc'),
  };
  const options = { env, cwd: home, timeout: 60_000 };
  let passed = 0;
  let failed = 0;
  const check = async (name, body) => {
    const from = Date.now();
    try {
      await body();
      passed++;
      console.log(`ok: ${name}, ${Date.now() - from} ms`);
    } catch (error) {
      failed++;
      console.log(`FAILED: ${name}\n${error.stack}`);
    }
  };
  const spawned = `console-connect-emulator@${version}`;

  await check('npx prints the version', async () => {
    const { stdout: said } = await call('npx', ['--yes', spawned, '--version'], options);
    if (!said.startsWith(version)) throw new Error(`It is ${said}, not ${version}`);
  });
  await check('npx hands on an exit code', async () => {
    try {
      await call('npx', ['--yes', spawned, '--no-such-flag'], options);
    } catch (refused) {
      if (refused.code === 1 && `${refused.stderr}`.includes('no-such-flag')) return;
      throw refused;
    }
    throw new Error('A flag that nobody knows was taken');
  });
  await check('npx starts it; SIGTERM ends it', async () => {
    const from = Date.now();
    const child = spawn('npx', ['--yes', spawned, '--port', '9145', '--data', ':memory:'], { env, cwd: home });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    await until(() => fetch('http://127.0.0.1:9145/readyz').then((answer) => answer.ok, () => false));
    console.log(`   ready ${Date.now() - from} ms after npx`);
    const answer = await fetch('http://127.0.0.1:9145/api/company/Acme/ports', {
      headers: { 'portal-token': 'key-stan' },
    });
    if (!answer.ok) throw new Error(`Ports are answered ${answer.status}`);
    child.kill('SIGTERM');
    await until(() => fetch('http://127.0.0.1:9145/readyz').then(() => false, () => true));
  });
  await check('only the program for this system is installed', async () => {
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    await call('npm', ['install', '--no-audit', '--no-fund', spawned], options);
    const had = readdirSync(join(home, 'node_modules/@console-connect-emulator')).join();
    if (had !== `${process.platform}-${process.arch}`) throw new Error(`Installed: ${had}`);
  });
  await check('the test of the page of the package passes', async () => {
    const page = readFileSync(join(__dirname, '../../packages/npm/README.md'), 'utf8');
    writeFileSync(join(home, 'page.test.mjs'), /```js\n(.*?)```/s.exec(page)[1]);
    await call(process.execPath, ['--test', 'page.test.mjs'], options);
  });
  await check('without the program it says how to get it', async () => {
    rmSync(join(home, 'node_modules/@console-connect-emulator'), { recursive: true });
    try {
      await call('npx', ['--no-install', 'console-connect-emulator'], options);
    } catch (refused) {
      if (refused.code === 1 && `${refused.stderr}`.includes('--omit=optional')) return;
      throw refused;
    }
    throw new Error('It started');
  });

  registry.close();
  rmSync(home, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

async function until(condition) {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It took more than a minute');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A registry with these archives. */
async function serve(archives) {
  const packages = new Map();
  for (const archive of archives) {
    const description = JSON.parse(execFileSync('tar', ['-xzOf', archive, 'package/package.json']).toString());
    packages.set(description.name, { archive, description, bytes: readFileSync(archive) });
  }

  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url);
    const asked = packages.get(path.slice(1));
    const file = [...packages.values()].find((one) => path === `/files/${basename(one.archive)}`);
    if (file) {
      response.end(file.bytes);
    } else if (asked) {
      const { description, bytes, archive } = asked;
      const dist = {
        tarball: `http://127.0.0.1:${server.address().port}/files/${basename(archive)}`,
        integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
      };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          name: description.name,
          'dist-tags': { latest: description.version },
          versions: { [description.version]: { ...description, dist } },
        }),
      );
    } else {
      response.statusCode = 404;
      response.end('{}');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

module.exports = { run };
