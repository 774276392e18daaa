import { signal } from '@preact/signals';
import { Refused } from '../emulator/answer';

export interface Notice {
  readonly number: number;
  readonly text: string;
  readonly why: string | null;
  readonly isBad: boolean;
}

export const notices = signal<readonly Notice[]>([]);

let given = 0;

/** Says in a corner of the page what has happened. */
export function tell(text: string): void {
  add(text, null, false);
}

/** Says what went wrong, and stays a while longer. */
export function tellFailure(failure: unknown): void {
  const refused = failure instanceof Refused ? failure : new Refused(String(failure), 0, null);
  add(refused.message, refused.explanation, true);
}

/** Does something, and says what came of it. */
export async function telling(work: () => Promise<string | null>): Promise<boolean> {
  try {
    const said = await work();
    if (said !== null) {
      tell(said);
    }
    return true;
  } catch (failure) {
    tellFailure(failure);
    return false;
  }
}

export function dismiss(number: number): void {
  notices.value = notices.value.filter((notice) => notice.number !== number);
}

function add(text: string, why: string | null, isBad: boolean): void {
  const number = ++given;
  notices.value = [...notices.value.slice(-3), { number, text, why, isBad }];
  setTimeout(() => dismiss(number), isBad ? 12_000 : 4_000);
}
