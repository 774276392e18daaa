import { signal } from '@preact/signals';
import { admin } from '../../emulator/admin';
import { messageOf, Refused, type Answer } from '../../emulator/answer';
import { callAs, type Call } from '../../emulator/service';
import type { ClockMoved, Person } from '../../emulator/shapes';
import { knowClock } from '../../world/clock';
import { changed } from '../../world/live';
import { personOf } from '../../world/people';

/** A call that a step has sent, and what came back. */
export interface Sent {
  readonly step: number;
  readonly call: Call;
  readonly as: Person | null;
  readonly answer: Answer | null;
  /** What came of it in words, for the emulator's own calls. */
  readonly said: string | null;
}

/** What the tour has sent so far. */
export const sent = signal<readonly Sent[]>([]);

/** Long enough to see one thing happen after the other, ms. */
const pause = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 550;

/** Sends the calls of a step, and shows each. */
export interface Teller {
  readonly call: (company: string, call: Call) => Promise<unknown>;
  readonly until: (machine: string, id: string, state: string) => Promise<void>;
}

export function tellerOf(step: number): Teller {
  const add = (entry: Omit<Sent, 'step'>) => {
    sent.value = [...sent.value, { step, ...entry }];
    changed();
  };
  return {
    call: async (company, call) => {
      const person = personOf(company);
      if (person === null) {
        throw new Refused(`Nobody is known who acts for ${company}.`, 0, "The tour needs the seed's people.");
      }
      const answer = await callAs(person, call);
      add({ call, as: person, answer, said: null });
      if (!answer.ok) {
        throw new Refused(messageOf(answer), answer.status, answer.explanation);
      }
      await rest();
      return answer.body;
    },
    until: async (machine, id, state) => {
      const body = { machine, id, state };
      const reached = await admin<{ reachedAt: string; clock: ClockMoved }>(
        'POST',
        '/__admin/clock/advance-until',
        body,
      );
      knowClock(reached.clock);
      const moves = reached.clock.moved.filter((move) => move.id === id).map((move) => move.to);
      add({
        call: { method: 'POST', path: '/__admin/clock/advance-until', body },
        as: null,
        answer: null,
        said: moves.length > 0 ? moves.join(' → ') : `${state} already`,
      });
      await rest();
    },
  };
}

function rest(): Promise<void> {
  return new Promise((go) => setTimeout(go, pause));
}
