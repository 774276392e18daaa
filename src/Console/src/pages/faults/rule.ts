import type { Fault } from '../../emulator/shapes';

/** A rule as it is filled in. */
export interface Draft {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly company: string;
  readonly user: string;
  readonly when: string;
  readonly count: string;
  readonly effect: string;
  readonly status: string;
  readonly milliseconds: string;
  /** The rule as JSON, where somebody writes it themselves; empty otherwise. */
  readonly json: string;
}

export const emptyDraft: Draft = {
  operation: '',
  method: '',
  path: '',
  company: '',
  user: '',
  when: 'always',
  count: '1',
  effect: 'answer',
  status: '503',
  milliseconds: '2000',
  json: '',
};

/** What an address asks for: a request's "make a fault of this". */
export function draftOf(query: URLSearchParams): Partial<Draft> {
  return Object.fromEntries(
    ['operation', 'method', 'path', 'company', 'user'].flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
}

export function ruleFrom(draft: Draft): unknown {
  if (draft.json !== '') {
    return JSON.parse(draft.json) as unknown;
  }
  const match = Object.fromEntries(
    (['operation', 'method', 'path', 'company', 'user'] as const).flatMap((name) =>
      draft[name] ? [[name, draft[name]] as const] : [],
    ),
  );
  const count = Number(draft.count);
  const when: Readonly<Record<string, object | undefined>> = {
    always: undefined,
    next: { next: count },
    every: { every: count },
    from: { from: count },
    probability: { probability: count / 100 },
  };
  const effects: Readonly<Record<string, object>> = {
    answer: { answer: { status: Number(draft.status) } },
    lost: { answer: { status: Number(draft.status) }, after: true },
    latency: { latency: { milliseconds: Number(draft.milliseconds) } },
    reset: { reset: true },
    truncate: { truncate: { share: 0.5 } },
    slow: { slow: { milliseconds: Number(draft.milliseconds) } },
  };
  return {
    ...(Object.keys(match).length > 0 ? { match } : {}),
    ...(when[draft.when] ? { when: when[draft.when] } : {}),
    then: effects[draft.effect],
  };
}

/** A rule as it can be sent once more: without its counts. */
export function ruleOf(fault: Fault): object {
  return {
    match: fault.match,
    ...(fault.when ? { when: fault.when } : {}),
    then: fault.then,
    ...(fault.enabled ? {} : { enabled: false }),
  };
}
