import { signal } from '@preact/signals';

/** Whether the emulator answers at all. */
export const isReachable = signal(true);

/** Counts up each time it is back after it was away, so that everything is read again. */
export const returns = signal(0);

export function reached(): void {
  if (!isReachable.value) {
    isReachable.value = true;
    returns.value++;
  }
}

export function unreachable(): void {
  isReachable.value = false;
}
