import { answerOf, Refused, type Answer } from './answer';
import { addressOf, base, chosen, inView } from './address';
import { reached, unreachable } from './reach';
import type { Person } from './shapes';

/** A call of the service, made as one of its users, or of `/__admin`. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Whether it is about the emulator as a whole, whatever sandbox is in view. */
  readonly isOfAll?: boolean;
}

const tokens = new Map<string, string>();

/** Sends a call as a person: by their API key, or with the token of a login. What is refused is an answer, too. */
export async function callAs(person: Person, call: Call): Promise<Answer> {
  const headers = await credentials(person);
  const answer = await sent(call, headers);
  if (answer.status === 401 && tokens.delete(placeOf(person))) {
    return await sent(call, await credentials(person));
  }
  return answer;
}

/** Sends a call without anybody's credentials: what a link in a message leads to. */
export function callAsNobody(call: Call): Promise<Answer> {
  return sent(call, {});
}

async function credentials(person: Person): Promise<Record<string, string>> {
  const key = person.apiKeys[0];
  return { 'portal-token': key ?? tokens.get(placeOf(person)) ?? (await login(person)) };
}

async function login(person: Person): Promise<string> {
  if (person.password === null) {
    throw new Refused(
      `${person.username} has no API key, and nobody knows their password any more.`,
      401,
      'Passwords that were changed are not shown. Choose somebody else, or put the sandbox back to the seed.',
    );
  }
  const answer = await sent(
    { method: 'PUT', path: '/api/auth/token', body: { email: person.email, password: person.password } },
    {},
  );
  const token = (answer.body as { token?: string } | null)?.token;
  if (!answer.ok || token === undefined) {
    throw new Refused(`${person.username} could not log in.`, answer.status, answer.explanation);
  }
  tokens.set(placeOf(person), token);
  return token;
}

function placeOf(person: Person): string {
  return `${base.value} ${person.username}`;
}

async function sent(call: Call, headers: Record<string, string>): Promise<Answer> {
  const hasBody = call.body !== undefined;
  let response: Response;
  try {
    response = await fetch(addressOf(call.path), {
      method: call.method,
      headers: { ...headers, ...sandboxHeader(), ...(hasBody ? { 'Content-Type': 'application/json' } : {}) },
      body: hasBody ? JSON.stringify(call.body) : null,
      cache: 'no-store',
    });
  } catch {
    await probe();
    throw new Refused(
      'There was no answer.',
      0,
      'The connection was cut: by a fault rule that resets it, or because the emulator stopped.',
    );
  }
  reached();
  return await answerOf(call.method, call.path, response);
}

/** Says which sandbox is meant where the address doesn't: an emulator may refuse what chooses none. */
function sandboxHeader(): Record<string, string> {
  return chosen.value === null && inView.value !== null ? { 'X-Emulator-Sandbox': inView.value } : {};
}

/** Finds out whether it was only this call. */
async function probe(): Promise<void> {
  try {
    await fetch(addressOf('/livez'), { cache: 'no-store' });
  } catch {
    unreachable();
  }
}
