import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { read } from '../../emulator/admin';
import { base } from '../../emulator/address';
import { Refused } from '../../emulator/answer';
import { onEvent } from '../../emulator/events';
import { returns } from '../../emulator/reach';
import type { Exchange, Journal } from '../../emulator/shapes';

/** How many exchanges are read at once. */
const page = 200;

/** How long new exchanges are gathered before they are read, ms. */
const patience = 250;

/** How long the view must rest on pages before they are read, ms: who drags the bar past thousands reads none. */
const rest = 90;

/** How many pages are kept; those that were looked at longest ago are forgotten. */
const mostPages = 60;

/** How many new ones are gathered in front before the list is numbered from a later one. */
const mostFresh = 2000;

export interface JournalRead {
  /** How many there are to scroll through. */
  readonly count: number;
  /** How many have come since the list was begun: as far it has moved down. */
  readonly fresh: number;
  /** One of them, the newest being 0; undefined while it is being read. */
  readonly at: (index: number) => Exchange | undefined;
  /** Told which are in view, so that they are read. */
  readonly look: (first: number, last: number) => void;
  readonly kept: number;
  readonly forgotten: number;
  readonly failure: Refused | null;
  readonly isRead: boolean;
}

/**
 * The list as it stands: pages behind an exchange that stays the same while new ones come, and those that came since.
 */
interface State {
  /** The number of the first exchange that came after the pages; what they show has smaller ones. */
  readonly anchor: number;
  /** Came since, newest first. */
  readonly fresh: readonly Exchange[];
  readonly pages: ReadonlyMap<number, readonly Exchange[]>;
  /** How many are in the pages, read or not. */
  readonly behind: number;
  readonly kept: number;
  readonly forgotten: number;
  readonly failure: Refused | null;
  readonly isRead: boolean;
}

const nothing: State = {
  anchor: 0,
  fresh: [],
  pages: new Map(),
  behind: 0,
  kept: 0,
  forgotten: 0,
  failure: null,
  isRead: false,
};

/** The journal of the sandbox in view, newest first. Any part of it is read when it comes into view. */
export function useJournal(filter: Readonly<Record<string, string>>): JournalRead {
  const [state, setState] = useState<State>(nothing);
  const query = new URLSearchParams(filter).toString();
  const key = `${base.value} ${query} ${returns.value}`;
  const current = useRef(key);
  current.current = key;
  const latest = useRef(state);
  latest.current = state;
  const asked = useRef(new Set<string>());
  const resting = useRef<ReturnType<typeof setTimeout> | null>(null);

  const begin = useCallback(async () => {
    try {
      const journal = await read<Journal>(`/__admin/journal?limit=${page}&${query}`);
      if (current.current === key) {
        asked.current.clear();
        setState({
          anchor: journal.last + 1,
          fresh: [],
          pages: new Map([[0, journal.exchanges]]),
          behind: journal.found,
          kept: journal.kept,
          forgotten: journal.forgotten,
          failure: null,
          isRead: true,
        });
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
      const { anchor, fresh } = latest.current;
      const known = fresh[0]?.sequence ?? anchor - 1;
      try {
        const journal = await read<Journal>(`/__admin/journal?limit=${page}&${query}&since=${known}`);
        if (current.current !== key) {
          return;
        }
        if (journal.last < known || journal.exchanges.length === page || fresh.length > mostFresh) {
          await begin();
          return;
        }
        setState((before) => {
          const first = before.fresh[0]?.sequence ?? before.anchor - 1;
          const came = journal.exchanges.filter((each) => each.sequence > first);
          // The oldest make room: of a list without a filter it is known how many are left.
          const left = query === '' ? journal.kept - before.fresh.length - came.length : before.behind;
          return {
            ...before,
            fresh: [...came, ...before.fresh],
            behind: Math.max(0, Math.min(before.behind, left)),
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
      for (const timer of [waiting, resting.current]) {
        if (timer !== null) {
          clearTimeout(timer);
        }
      }
    };
  }, [begin]);

  const readPage = useCallback(
    async (number: number) => {
      const { anchor } = latest.current;
      const mark = `${key} ${anchor} ${number}`;
      if (asked.current.has(mark)) {
        return;
      }
      asked.current.add(mark);
      try {
        const journal = await read<Journal>(
          `/__admin/journal?limit=${page}&${query}&before=${anchor}&offset=${number * page}`,
        );
        if (current.current === key) {
          setState((before) => (before.anchor === anchor ? withPage(before, number, journal.exchanges) : before));
        }
      } catch {
        // The banner says so already; it is read when it comes into view again.
      } finally {
        asked.current.delete(mark);
      }
    },
    [key],
  );

  const look = useCallback(
    (first: number, last: number) => {
      if (resting.current !== null) {
        clearTimeout(resting.current);
      }
      resting.current = setTimeout(() => {
        resting.current = null;
        const { fresh, pages, behind } = latest.current;
        const from = Math.max(0, first - fresh.length);
        const to = Math.min(behind - 1, last - fresh.length);
        for (let number = Math.floor(from / page); number <= Math.floor(to / page); number++) {
          if (!pages.has(number)) {
            void readPage(number);
          }
        }
      }, rest);
    },
    [readPage],
  );

  const { fresh, pages, behind } = state;
  const at = useCallback(
    (index: number) => {
      const within = index - fresh.length;
      return within < 0 ? fresh[index] : pages.get(Math.floor(within / page))?.[within % page];
    },
    [fresh, pages],
  );
  return {
    count: fresh.length + behind,
    fresh: fresh.length,
    at,
    look,
    kept: state.kept,
    forgotten: state.forgotten,
    failure: state.failure,
    isRead: state.isRead,
  };
}

/** With a page more, and without the one that was read longest ago where there are many. */
function withPage(state: State, number: number, exchanges: readonly Exchange[]): State {
  const pages = new Map(state.pages);
  pages.delete(number);
  pages.set(number, exchanges);
  const [oldest] = pages.keys();
  if (pages.size > mostPages && oldest !== undefined) {
    pages.delete(oldest);
  }
  // A page that is shorter than it should be is the last: what came behind it was forgotten meanwhile.
  const isLast = exchanges.length < page;
  return { ...state, pages, behind: isLast ? Math.min(state.behind, number * page + exchanges.length) : state.behind };
}
