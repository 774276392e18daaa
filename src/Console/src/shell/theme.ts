import { effect, signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';

const place = 'console-theme';

function kept(): Theme {
  const text = localStorage.getItem(place);
  return text === 'light' || text === 'dark' ? text : 'auto';
}

/** Light or dark by the person's choice, or as their system has it. */
export const theme = signal<Theme>(kept());

/** Counts up when colors change, for what is drawn on a canvas. */
export const palette = signal(0);

effect(() => {
  if (theme.value === 'auto') {
    delete document.documentElement.dataset['theme'];
    localStorage.removeItem(place);
  } else {
    document.documentElement.dataset['theme'] = theme.value;
    localStorage.setItem(place, theme.value);
  }
  palette.value = palette.peek() + 1;
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  palette.value++;
});

export function turnTheme(): void {
  theme.value = theme.value === 'auto' ? 'light' : theme.value === 'light' ? 'dark' : 'auto';
}

/** A color of the style sheet, as a canvas takes it. */
export function color(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
