import { signal } from '@preact/signals';

/** The resource in view, and the states that the clock may be moved to; null on other pages. */
export const aim = signal<{
  readonly machine: string;
  readonly id: string;
  readonly states: readonly string[];
} | null>(null);
