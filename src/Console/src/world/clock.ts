import { computed, signal } from '@preact/signals';
import { admin } from '../emulator/admin';
import type { Clock, ClockMoved } from '../emulator/shapes';
import { onEvent } from '../emulator/events';
import { changed } from './live';

interface Known extends Clock {
  /** When it was read, by the page's own stopwatch, ms. */
  readonly readAt: number;
}

/** What is known of the clock of the sandbox in view; null before it was read. */
export const clock = signal<Known | null>(null);

/** The page's stopwatch, ms: it ticks four times a second. */
const stopwatch = signal(performance.now());

setInterval(() => {
  if (document.visibilityState === 'visible') {
    stopwatch.value = performance.now();
  }
}, 250);

/** The sandbox's instant, as a clock on the page shows it; null before it was read. */
export const now = computed(() => {
  const known = clock.value;
  if (known === null) {
    return null;
  }
  const since = known.frozen ? 0 : Math.max(0, stopwatch.value - known.readAt);
  return new Date(Date.parse(known.now) + since);
});

export function knowClock(read: Clock): void {
  clock.value = { now: read.now, frozen: read.frozen, nextDue: read.nextDue, readAt: performance.now() };
}

onEvent((event) => {
  if (event.kind === 'clock' && typeof event.data['now'] === 'string' && clock.value !== null) {
    knowClock({ now: event.data['now'], frozen: event.data['frozen'] === true, nextDue: clock.value.nextDue });
  }
});

// Nothing runs in the background: what is due happens with the next call. So one is made when something falls due.
let asked = 0;
now.subscribe((instant) => {
  const due = clock.peek()?.nextDue;
  if (instant !== null && due && instant.getTime() >= Date.parse(due) && performance.now() - asked > 900) {
    asked = performance.now();
    changed();
  }
});

async function moved(path: string, body?: unknown): Promise<ClockMoved> {
  const answer = await admin<ClockMoved>('POST', path, body);
  knowClock(answer);
  changed();
  return answer;
}

export const advance = (seconds: number) => moved('/__admin/clock/advance', { seconds });
export const advanceToNext = () => moved('/__admin/clock/advance-to-next');
export const freeze = () => moved('/__admin/clock/freeze', {});
export const resume = () => moved('/__admin/clock/resume');

/** Moves the clock until a resource gets to a state; refused where it never will. */
export async function advanceUntil(machine: string, id: string, state: string): Promise<ClockMoved> {
  const reached = await admin<{ clock: ClockMoved }>('POST', '/__admin/clock/advance-until', { machine, id, state });
  knowClock(reached.clock);
  changed();
  return reached.clock;
}
