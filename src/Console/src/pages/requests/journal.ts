import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { read } from '../../emulator/admin';
import { base } from '../../emulator/address';
import { Refused } from '../../emulator/answer';
import { onEvent } from '../../emulator/events';
import { returns } from '../../emulator/reach';
import type { Exchange, Journal } from '../../emulator/shapes';

/** How many exchanges are read at once. */
const page = 300;

/** How long new exchanges are gathered before they are read, ms. */
const patience = 250;

export interface JournalRead {
  readonly exchanges: readonly Exchange[];
  readonly found: number;
  readonly kept: number;
  readonly forgotten: number;
  readonly failure: Refused | null;
  readonly isRead: boolean;
  /** Reads older ones, where there are. */
  readonly older: () => void;
}

interface State {
  readonly exchanges: readonly Exchange[];
  readonly found: number;
  readonly kept: number;
  readonly forgotten: number;
  readonly failure: Refused | null;
  readonly isRead: boolean;
  readonly isEnd: boolean;
}

const nothing: State = { exchanges: [], found: 0, kept: 0, forgotten: 0, failure: null, isRead: false, isEnd: false };

/**
 * The journal of the sandbox in view, newest first: it grows at the top as requests come, and at the end as one
 * scrolls.
 */
export function useJournal(filter: Readonly<Record<string, string>>): JournalRead {
  const [state, setState] = useState<State>(nothing);
  const query = new URLSearchParams(filter).toString();
  const key = `${base.value} ${query} ${returns.value}`;
  const current = useRef(key);
  const latest = useRef(state);
  latest.current = state;
  const isBusy = useRef(false);
  current.current = key;

  const begin = useCallback(async () => {
    try {
      const journal = await read<Journal>(`/__admin/journal?limit=${page}&${query}`);
      if (current.current === key) {
        setState({ ...journal, failure: null, isRead: true, isEnd: journal.exchanges.length < page });
      }
    } catch (failure) {
      if (current.current === key) {
        setState({
          ...nothing,
          failure: failure instanceof Refused ? failure : new Refused(String(failure), 0, null),
          isRead: true,
        });
      }
    }
  }, [key]);

  useEffect(() => {
    void begin();
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const newer = async () => {
      waiting = null;
      const first = latest.current.exchanges[0]?.sequence ?? 0;
      try {
        const journal = await read<Journal>(`/__admin/journal?limit=${page}&${query}&since=${first}`);
        if (current.current !== key) {
          return;
        }
        if (journal.last < first || journal.exchanges.length === page) {
          await begin();
          return;
        }
        setState((before) => {
          const known = before.exchanges[0]?.sequence ?? 0;
          const fresh = journal.exchanges.filter((each) => each.sequence > known);
          return {
            ...before,
            exchanges: [...fresh, ...before.exchanges],
            found: before.found + fresh.length,
            kept: journal.kept,
            forgotten: journal.forgotten,
          };
        });
      } catch {
        // The banner says so already; the next request tries again.
      }
    };
    const stop = onEvent((event) => {
      if (event.kind === 'reset') {
        void begin();
      } else if (event.kind === 'request') {
        waiting ??= setTimeout(() => void newer(), patience);
      }
    });
    return () => {
      stop();
      if (waiting !== null) {
        clearTimeout(waiting);
      }
    };
  }, [begin]);

  const older = useCallback(() => {
    const last = latest.current.exchanges.at(-1);
    if (isBusy.current || latest.current.isEnd || last === undefined) {
      return;
    }
    isBusy.current = true;
    read<Journal>(`/__admin/journal?limit=${page}&${query}&before=${last.sequence}`)
      .then(
        (journal) => {
          if (current.current === key) {
            setState((before) => ({
              ...before,
              exchanges: [...before.exchanges, ...journal.exchanges],
              isEnd: journal.exchanges.length < page,
            }));
          }
        },
        () => undefined,
      )
      .finally(() => {
        isBusy.current = false;
      });
  }, [key]);

  return { ...state, older };
}
