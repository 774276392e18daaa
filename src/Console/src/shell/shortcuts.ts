import { signal } from '@preact/signals';
import { advance, advanceToNext } from '../world/clock';
import { pages } from './pages';
import { go } from './route';
import { move } from './TimeBar';

const place = 'console-shortcuts';

/** Whether keys do anything: they can be turned off, for those whose tools send keys. */
export const areKeysOn = signal(localStorage.getItem(place) !== 'off');

export const isHelpShown = signal(false);

export function turnKeys(on: boolean): void {
  areKeysOn.value = on;
  localStorage.setItem(place, on ? 'on' : 'off');
}

export const timeKeys: readonly (readonly [string, string, () => void])[] = [
  ['m', 'One minute on', () => void move(() => advance(60))],
  ['h', 'One hour on', () => void move(() => advance(3600))],
  ['d', 'One day on', () => void move(() => advance(86_400))],
  ['n', 'To the next event', () => void move(advanceToNext)],
];

let first: { key: string; at: number } | null = null;

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const isTyped = target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
    if (!areKeysOn.value || isTyped || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const before = first !== null && event.timeStamp - first.at < 1500 ? first.key : '';
    first = null;
    if (before === 'g') {
      const page = pages.find((each) => each.key === event.key);
      if (page) {
        event.preventDefault();
        go(page.name);
      }
    } else if (before === 't') {
      timeKeys.find(([key]) => key === event.key)?.[2]();
    } else if (event.key === 'g' || event.key === 't') {
      first = { key: event.key, at: event.timeStamp };
    } else if (event.key === '?') {
      isHelpShown.value = true;
    } else if (event.key === '/') {
      const search = document.querySelector<HTMLElement>('main input[type=search]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });
}
