import { computed, signal } from '@preact/signals';

/**
 * Where the emulator is, seen from this page. The page is at `…/console/`, with whatever prefix a proxy puts in front,
 * and at `…/sandbox/NAME/console/` for a sandbox chosen by its path.
 */
const place = new URL('.', document.baseURI);
const front = place.pathname.replace(/console\/$/, '');
const chosenByPath = /^(.*\/)sandbox\/([^/]+)\/$/.exec(front);

/** The emulator's own address, with no sandbox in it; ends with a slash. */
export const root = new URL(chosenByPath?.[1] ?? front, place).href;

/** The sandbox that the address names: by its path, or behind `?sandbox=`. Null for the one that the host chooses. */
export const chosen = signal<string | null>(read());

/** What the sandbox in view is called; null before the emulator has said so. */
export const inView = signal<string | null>(null);

/** What stands in front of every path of the sandbox in view; without a slash at its end. */
export const base = computed(() =>
  (chosen.value === null ? root : `${root}sandbox/${encodeURIComponent(chosen.value)}`).replace(/\/$/, ''),
);

export function addressOf(path: string): string {
  return base.value + path;
}

/** An address of the emulator as a whole, whatever sandbox is in view. */
export function rootAddressOf(path: string): string {
  return root.replace(/\/$/, '') + path;
}

/** Brings another sandbox into view; null for the default one. */
export function choose(sandbox: string | null): void {
  const hosted = hostedSandbox();
  if (hosted !== null) {
    const elsewhere = new URL(location.href);
    elsewhere.hostname = elsewhere.hostname.slice(hosted.length + 1);
    elsewhere.search = query(sandbox);
    location.href = elsewhere.href;
    return;
  }
  history.pushState(null, '', `${root}console/${query(sandbox)}${location.hash}`);
  chosen.value = sandbox;
}

/** The sandbox that the host's first label may name: `test-1` of `test-1.localhost`. */
function hostedSandbox(): string | null {
  const [first, ...rest] = location.hostname.split('.');
  return rest.at(-1) === 'localhost' && first ? first : null;
}

function query(sandbox: string | null): string {
  return sandbox === null ? '' : `?sandbox=${encodeURIComponent(sandbox)}`;
}

function read(): string | null {
  const named = new URLSearchParams(location.search).get('sandbox');
  return named || (chosenByPath?.[2] ? decodeURIComponent(chosenByPath[2]) : null);
}

window.addEventListener('popstate', () => {
  chosen.value = read();
});
