// Builds dist from src: the same files for the same sources. `--watch` builds again at each change.
import { context } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';

const out = 'dist';
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await copyFile('src/index.html', `${out}/index.html`);
await copyFile('src/icon.svg', `${out}/icon.svg`);
await writeFile(`${out}/licenses.txt`, await licenses());

const building = await context({
  entryPoints: [
    { in: 'src/main.tsx', out: 'console' },
    { in: 'src/styles/all.css', out: 'console' },
  ],
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['chrome120', 'firefox121', 'safari17'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  chunkNames: 'parts/[name]-[hash]',
  metafile: true,
  logLevel: 'info',
});

if (process.argv.includes('--watch')) {
  await building.watch();
} else {
  await building.rebuild();
  await building.dispose();
}

/** What the licenses of the packages that are built in ask to be passed on. */
async function licenses() {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const used = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = [];
  for (const [path, entry] of used) {
    const file = (await readdir(path)).find((name) => /^licen[sc]e/i.test(name));
    const text = file ? await readFile(`${path}/${file}`, 'utf8') : `License: ${entry.license}`;
    texts.push(`${path.replace(/^.*node_modules\//, '')} ${entry.version}\n\n${text.trim()}\n`);
  }
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
