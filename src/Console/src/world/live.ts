import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { base } from '../emulator/address';
import { Refused } from '../emulator/answer';
import { onEvent } from '../emulator/events';
import { returns } from '../emulator/reach';

/** How long what happens is gathered before pages read again, ms. */
const patience = 200;

/** Counts up when something in the sandbox in view has changed. */
export const revision = signal(0);

let gathering: ReturnType<typeof setTimeout> | null = null;

/** Tells the pages that something has changed: they read again, soon, and once for many changes. */
export function changed(): void {
  gathering ??= setTimeout(() => {
    gathering = null;
    revision.value++;
  }, patience);
}

onEvent((event) => {
  const asked = event.kind === 'request' ? Number(event.data['changed'] ?? 0) > 0 : event.kind !== 'listening';
  if (asked) {
    changed();
  }
});

export interface Live<T> {
  readonly value: T | null;
  readonly failure: Refused | null;
  readonly again: () => void;
}

/**
 * What a call answers, read again whenever something in the sandbox has changed. While it is read again, the value
 * before stays in view. What is asked of the service itself doesn't follow: each read of it is in the journal.
 */
export function useLive<T>(
  load: (stop: AbortSignal) => Promise<T>,
  keys: readonly unknown[] = [],
  follows = true,
): Live<T> {
  const [state, setState] = useState<{ key: string; value: T | null; failure: Refused | null }>({
    key: '',
    value: null,
    failure: null,
  });
  const [times, setTimes] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const key = JSON.stringify([base.value, ...keys]);
  const seen = `${follows ? revision.value : 0} ${returns.value}`;

  useEffect(() => {
    const stop = new AbortController();
    latest.current(stop.signal).then(
      (value) => {
        if (!stop.signal.aborted) {
          setState({ key, value, failure: null });
        }
      },
      (failure: unknown) => {
        if (!stop.signal.aborted) {
          setState((before) => ({
            key,
            value: before.key === key ? before.value : null,
            failure: failure instanceof Refused ? failure : new Refused(String(failure), 0, null),
          }));
        }
      },
    );
    return () => stop.abort();
  }, [key, seen, times]);

  const again = useCallback(() => setTimes((before) => before + 1), []);
  const isCurrent = state.key === key;
  return { value: isCurrent ? state.value : null, failure: isCurrent ? state.failure : null, again };
}
