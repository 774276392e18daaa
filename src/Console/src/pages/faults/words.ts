import type { Fault } from '../../emulator/shapes';

/** A rule in a sentence: which requests, when, and what happens to them. */
export function wordsOf(fault: Fault): string {
  return `${matchWords(fault.match)}${whenWords(fault.when)} ${thenWords(fault.then)}`;
}

function matchWords(match: Readonly<Record<string, unknown>>): string {
  const { operation, method, path, company, user, header } = match as Readonly<Record<string, string | undefined>>;
  const what = operation ?? [method, path].filter(Boolean).join(' ');
  return (
    (what || 'Every call') +
    (user ? ` by ${user}` : '') +
    (company ? ` of ${company}` : '') +
    (header ? ' with a header' : '')
  );
}

function whenWords(when: Readonly<Record<string, number>> | null): string {
  const [[name, count] = []] = Object.entries(when ?? {});
  return name === undefined || count === undefined
    ? ''
    : name === 'next'
      ? `, the next ${count}`
      : name === 'every'
        ? `, every ${count}.`
        : name === 'from'
          ? `, from the ${count}. on`
          : `, ${Math.round(count * 100)} % of them`;
}

function thenWords(then: Readonly<Record<string, unknown>>): string {
  const answer = then['answer'] as { status: number } | undefined;
  const limit = then['rateLimit'] as { limit: number; perSeconds: number; by: string } | undefined;
  const parts = [
    then['latency'] ? 'waits longer' : '',
    answer ? `is answered ${answer.status}${then['after'] ? ' after it was carried out' : ''}` : '',
    then['reset'] ? 'is cut off' : '',
    then['truncate'] ? 'has its answer cut' : '',
    then['slow'] ? 'is answered slowly' : '',
    limit ? `is limited to ${limit.limit} in ${limit.perSeconds} s by ${limit.by}` : '',
  ].filter((part) => part !== '');
  return parts.join(' and ') || 'is let through';
}
