import { effect, signal } from '@preact/signals';
import { read } from '../emulator/admin';
import { base, inView } from '../emulator/address';
import { Refused } from '../emulator/answer';
import { isSandboxGone } from '../emulator/events';
import { returns } from '../emulator/reach';
import type { Overview } from '../emulator/shapes';
import { knowClock } from './clock';
import { revision } from './live';

/** The sandbox in view in one look; null before it was read. */
export const overview = signal<Overview | null>(null);

let readFor = '';
let reading: AbortController | null = null;

/** Reads the overview now, and again whenever something has changed. */
export function followOverview(): void {
  effect(() => {
    void revision.value;
    void returns.value;
    const at = base.value;
    if (readFor !== at) {
      readFor = at;
      overview.value = null;
      inView.value = null;
    }
    reading?.abort();
    reading = new AbortController();
    void look(at, reading.signal);
  });
}

async function look(at: string, stop: AbortSignal): Promise<void> {
  try {
    const seen = await read<Overview>('/__admin/overview', stop);
    if (at === base.peek()) {
      overview.value = seen;
      inView.value = seen.sandbox.name;
      isSandboxGone.value = false;
      knowClock(seen.clock);
    }
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 404) {
      isSandboxGone.value = true;
    }
  }
}
