// Serves dist as the emulator does, and passes everything else on to a running emulator: for work on the pages.
// EMULATOR=http://localhost:9000 PORT=9001 node dev/serve.mjs
import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const emulator = new URL(process.env.EMULATOR ?? 'http://localhost:9000');
const port = Number(process.env.PORT ?? 9001);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};
const policy = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const { answered } = process.env.ALSO ? await import(process.env.ALSO) : { answered: async () => false };

createServer(async (asked, answer) => {
  const { pathname } = new URL(asked.url, 'http://x');
  const file = /^(?:\/sandbox\/[^/]+)?\/console\/(.*)$/.exec(pathname)?.[1];
  if (file !== undefined) {
    await sendFile(file || 'index.html', answer);
  } else if (!(await answered(asked, answer, emulator))) {
    pass(asked, answer);
  }
}).listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}/console/`));

async function sendFile(file, answer) {
  try {
    const bytes = await readFile(new URL(`../dist/${file}`, import.meta.url));
    answer.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
    });
    answer.end(bytes);
  } catch {
    answer.writeHead(404).end();
  }
}

function pass(asked, answer) {
  const headers = { ...asked.headers, host: emulator.host };
  if (headers.origin) {
    headers.origin = emulator.origin;
  }
  if (headers.referer) {
    headers.referer = emulator.href;
  }
  const passed = request(new URL(asked.url, emulator), { method: asked.method, headers }, (got) => {
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  asked.pipe(passed);
}
