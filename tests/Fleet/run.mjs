// Three emulators behind nginx with deploy/nginx: sandboxes are made, clients work in them, one emulator is killed and
// started again, and what was acknowledged must be there, in the sandbox that it was said in. Then the throughput,
// compared with that of one emulator alone. Node 20 and nginx; everything listens on loopback and is stopped at the end.
//   node tests/Fleet/run.mjs path/to/Emulator.dll [--sandboxes 3000] [--seconds 20] [--clients 20] [--port 9150]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [dll, ...rest] = process.argv.slice(2);
const option = (name, usual) => (rest.includes(`--${name}`) ? Number(rest[rest.indexOf(`--${name}`) + 1]) : usual);
const [count, seconds, clients, port] = [
    option('sandboxes', 3000),
    option('seconds', 20),
    option('clients', 20),
    option('port', 9150),
];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'fleet-'));
const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
const stopping = [];
let passed = 0,
    failed = 0;
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
const must = (holds, what) => {
    if (holds) {
        passed++;
        console.log(`ok: ${what}`);
    } else {
        failed++;
        console.log(`FAILED: ${what}`);
    }
};

function ask(method, url, { headers = {}, body, host } = {}, through = agent) {
    return new Promise((done, broken) => {
        const { hostname, port, pathname, search } = new URL(url);
        const request = http.request(
            {
                method,
                hostname,
                port,
                path: pathname + search,
                agent: through,
                headers: {
                    ...headers,
                    ...(host ? { Host: host } : {}),
                    ...(body ? { 'Content-Length': Buffer.byteLength(body) } : {}),
                },
            },
            answer => {
                let text = '';
                answer
                    .setEncoding('utf8')
                    .on('data', piece => {
                        text += piece;
                    })
                    .on('end', () =>
                        done({ status: answer.statusCode, text, sandbox: answer.headers['x-emulator-sandbox'] }),
                    )
                    .on('error', broken);
            },
        );
        request.on('error', broken).end(body);
    });
}

function start(number, at) {
    const emulator = spawn(
        'dotnet',
        [
            dll,
            `--urls=http://127.0.0.1:${at}`,
            '--data=:memory:',
            '--log=off',
            '--json=compact',
            `--sandboxes=${path.join(scratch, `kept-${number}`)}`,
            `--max-sandboxes=${count}`,
            '--trusted-proxies=127.0.0.1',
        ],
        { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    stopping.push(emulator);
    return emulator;
}

async function ready(at) {
    for (let tries = 0; tries < 400; tries++) {
        try {
            if ((await ask('GET', `http://127.0.0.1:${at}/readyz`)).status === 200) return;
        } catch {
            /* not yet */
        }
        await pause(50);
    }
    throw new Error(`nothing is ready on ${at}`);
}

function proxy() {
    const of = name => fs.readFileSync(path.join(root, 'deploy/nginx', name), 'utf8');
    const included = path.join(scratch, 'emulators-proxy.conf');
    fs.writeFileSync(included, of('emulators-proxy.conf'));
    let text = of('emulators.conf')
        .replaceAll('/etc/nginx/emulators-proxy.conf', included)
        .replace('127.0.0.1:9000', `127.0.0.1:${port}`);
    for (let number = 1; number <= 3; number++)
        text = text.replace(`127.0.0.1:900${number} `, `127.0.0.1:${port + number} `);
    fs.writeFileSync(
        path.join(scratch, 'nginx.conf'),
        `daemon off; worker_processes 1; pid ${scratch}/nginx.pid; error_log ${scratch}/error.log;
events { worker_connections 4096; }
http { access_log off; client_body_temp_path ${scratch}/body; proxy_temp_path ${scratch}/proxy; fastcgi_temp_path ${scratch}/f;
uwsgi_temp_path ${scratch}/u; scgi_temp_path ${scratch}/s;
${text} }`,
    );
    const nginx = spawn('nginx', ['-c', path.join(scratch, 'nginx.conf')], { stdio: 'inherit' });
    stopping.push(nginx);
}

const memory = pid => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const files = pid => fs.readdirSync(`/proc/${pid}/fd`).length;
const names = Array.from({ length: count }, (_, number) => `s-${number}`);
const front = `http://127.0.0.1:${port}`;
const ways = [
    name => ({ url: front, headers: { 'portal-token': `${name}.key-stan` } }),
    name => ({ url: front, headers: { Authorization: `Bearer ${name}.key-stan` } }),
    name => ({ url: front, host: `${name}.localhost:${port}`, headers: { 'portal-token': 'key-stan' } }),
    name => ({ url: `${front}/sandbox/${name}`, headers: { 'portal-token': 'key-stan' } }),
    name => ({ url: front, headers: { 'X-Emulator-Sandbox': name, 'portal-token': 'key-stan' } }),
];

/** Lets so many clients do something, each again as soon as it is done. */
const together = work => Promise.all(Array.from({ length: clients }, (_, number) => work(number)));

async function throughput(urlOf) {
    let asked = 0,
        other = 0;
    const end = performance.now() + 1000 * Math.min(seconds, 10);
    await together(async number => {
        for (let turn = 0; performance.now() < end; turn++) {
            const name = names[(number * 7 + turn * clients) % Math.min(count, 300)];
            const answer = await ask('GET', `${urlOf(name)}/api/company/Acme/ports/orders?limit=5`, {
                headers: { 'portal-token': `${name}.key-stan` },
            });
            if (answer.status === 200 && answer.sandbox === name) asked++;
            else other++;
        }
    });
    return { perSecond: Math.round(asked / Math.min(seconds, 10)), other };
}

try {
    const emulators = [1, 2, 3].map(number => start(number, port + number));
    await Promise.all([1, 2, 3].map(number => ready(port + number)));
    proxy();
    await ready(port);

    let next = 0,
        refused = 0;
    const making = performance.now();
    await together(async () => {
        for (let mine; (mine = next++) < count;) {
            if ((await ask('PUT', `${front}/__admin/sandboxes/${names[mine]}`, { body: '{}' })).status !== 200)
                refused++;
        }
    });
    const made = (performance.now() - making) / 1000;
    must(
        refused === 0,
        `${count} sandboxes were made through the proxy in ${made.toFixed(1)} s (${Math.round(count / made)} a second)`,
    );
    const shares = await Promise.all(
        [1, 2, 3].map(
            async number =>
                JSON.parse((await ask('GET', `http://127.0.0.1:${port + number}/__admin/sandboxes`)).text).sandboxes
                    .length - 1,
        ),
    );
    must(
        shares.reduce((sum, share) => sum + share) === count && Math.min(...shares) > count / 6,
        `the three have ${shares.join(', ')} of them`,
    );
    console.log(
        `   each takes ${emulators.map(one => `${Math.round(memory(one.pid))} MB and ${files(one.pid)} open files`).join('; ')}`,
    );
    must(
        (await ask('POST', `${front}/__admin/sandboxes`, { body: '{}' })).status === 400,
        'a POST, whose name no proxy sees, is refused',
    );

    // At work: each order has its sandbox's name in its own, each read looks at all of its sandbox's.
    const acknowledged = new Map(names.map(name => [name, new Map()]));
    let foreign = 0,
        writes = 0,
        reads = 0,
        lost = 0,
        unanswered = 0,
        odd = '';
    const killing = (async () => {
        await pause((1000 * seconds) / 3);
        emulators[1].kill('SIGKILL');
        await pause(1500);
        emulators[1] = start(2, port + 2);
        const since = performance.now();
        await ready(port + 2);
        console.log(
            `   emulator 2 was killed (SIGKILL), and ready again ${Math.round(performance.now() - since)} ms after its start`,
        );
    })();
    const end = performance.now() + 1000 * seconds;
    await together(async number => {
        for (let turn = 0; performance.now() < end; turn++) {
            const name = names[Math.floor(Math.random() * count)];
            const way = ways[(turn + number) % ways.length](name);
            const portName = `${name}/${number}-${turn}`;
            try {
                const order = await ask('PUT', `${way.url}/api/company/Acme/ports/orders`, {
                    ...way,
                    body: JSON.stringify({
                        dataCenterFacility: 'supernetpa4',
                        speed: 1000,
                        portName,
                        paymentType: 'invoice',
                    }),
                });
                if (order.status === 200) {
                    writes++;
                    acknowledged.get(name).set(JSON.parse(order.text).id, portName);
                    if (order.sandbox !== name) foreign++;
                } else if (order.status === 502 || order.status === 504) {
                    unanswered++;
                    await pause(50);
                } else odd ||= `${order.status} ${order.text}`;
                const seen = await ask('GET', `${way.url}/api/company/Acme/ports/orders?limit=100`, way);
                if (seen.status === 200) {
                    reads++;
                    for (const one of JSON.parse(seen.text).results) {
                        if (/^s-\d+\//.test(one.portName) && !one.portName.startsWith(`${name}/`)) foreign++;
                    }
                } else if (seen.status === 502 || seen.status === 504) {
                    unanswered++;
                    await pause(50);
                } else odd ||= `${seen.status} ${seen.text}`;
            } catch {
                unanswered++;
                await pause(50);
            }
        }
    });
    await killing;
    must(odd === '', `every answer was 200, or 502 while emulator 2 was away${odd && `: ${odd.slice(0, 200)}`}`);
    must(
        unanswered > 0,
        `${writes} orders and ${reads} lists were acknowledged in ${seconds} s; ${unanswered} calls had no emulator to answer them`,
    );
    must(foreign === 0, "no call landed in another's world");

    let looked = 0;
    next = 0;
    await together(async () => {
        for (let mine; (mine = next++) < count;) {
            for (const [id, portName] of acknowledged.get(names[mine])) {
                const answer = await ask('GET', `${front}/api/company/Acme/ports/orders/${id}`, {
                    headers: { 'portal-token': `${names[mine]}.key-stan` },
                });
                looked++;
                if (answer.status !== 200 || JSON.parse(answer.text).portName !== portName) lost++;
            }
        }
    });
    must(lost === 0 && looked === writes, `no acknowledged order was lost (${looked} looked at)`);

    const three = await throughput(() => front);
    must(three.other === 0, `reads through nginx of three: ${three.perSecond} a second`);
    console.log(
        `   each takes ${emulators.map(one => `${Math.round(memory(one.pid))} MB and ${files(one.pid)} open files`).join('; ')}`,
    );

    start(4, port + 4);
    await ready(port + 4);
    for (const name of names.slice(0, 300))
        await ask('PUT', `http://127.0.0.1:${port + 4}/__admin/sandboxes/${name}`, { body: '{}' });
    const one = await throughput(() => `http://127.0.0.1:${port + 4}`);
    must(one.other === 0, `reads of one emulator alone: ${one.perSecond} a second`);
} finally {
    stopping.filter(child => child.exitCode === null).forEach(child => child.kill('SIGTERM'));
    await pause(3000);
    stopping
        .filter(child => child.exitCode === null && child.signalCode === null)
        .forEach(child => child.kill('SIGKILL'));
    fs.rmSync(scratch, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
