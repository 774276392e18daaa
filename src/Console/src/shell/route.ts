import { computed, signal } from '@preact/signals';

/** A page and what of it: `#/resource/ports/55767b…?tab=payload`. */
export interface Route {
  readonly page: string;
  readonly of: readonly string[];
  readonly query: URLSearchParams;
}

const hash = signal(location.hash);

window.addEventListener('hashchange', () => {
  hash.value = location.hash;
});

export const route = computed<Route>(() => {
  const [path = '', query = ''] = hash.value.replace(/^#\/?/, '').split('?');
  const [page = '', ...of] = path.split('/').map(decoded);
  return { page: page || 'start', of, query: new URLSearchParams(query) };
});

export function linkTo(page: string, of: readonly string[] = [], query: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${[page, ...of].map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
}

export function go(page: string, of: readonly string[] = [], query: Readonly<Record<string, string>> = {}): void {
  location.hash = linkTo(page, of, query);
}

export const resourceLink = (machine: string, id: string) => linkTo('resource', [machine, id]);

/** Changes the query of the page in view, without a step in the history. */
export function ask(query: Readonly<Record<string, string>>): void {
  const { page, of } = route.peek();
  history.replaceState(null, '', linkTo(page, of, query));
  hash.value = location.hash;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
