import { base } from '../../emulator/address';
import type { KeptBody, Person, WholeExchange } from '../../emulator/shapes';
import { people, personCalled } from '../../world/people';
import { curlLine, loginLine } from '../../components/curl';

/** What stands in a kept text where a secret was. */
const redacted = /redacted-[0-9a-f]{8}/;

/** As whom a request is sent again: the credential itself is redacted. */
export interface Again {
  /** The caller's API key, where they have one. */
  readonly key: string | null;
  /** Else who has to log in first; null where nobody was logged in. */
  readonly login: Person | null;
  /** The username of a caller of whom neither is known. */
  readonly unknown: string | null;
}

export function againAs(exchange: WholeExchange): Again {
  const person = exchange.user === null ? null : personCalled(exchange.user);
  const key = person?.apiKeys[0] ?? null;
  const canLogIn = key === null && person !== null && person.password !== null;
  return {
    key,
    login: canLogIn ? person : null,
    unknown: key === null && !canLogIn ? exchange.user : null,
  };
}

/** The body that was sent; undefined for none. A password that is redacted is the one that the seed gave, if any. */
export function bodyOf(exchange: WholeExchange): KeptBody | undefined {
  const body = exchange.requestBody;
  if (body === undefined || body.text === '') {
    return undefined;
  }
  const person = people.value.find((each) => each.password !== null && body.text.includes(`"${each.email}"`));
  return body.encoding === 'utf-8' && person?.password
    ? { ...body, text: body.text.replace(/("password"\s*:\s*")redacted-[0-9a-f]{8}(")/, `$1${person.password}$2`) }
    : body;
}

/** What is to be seen to before it is sent again; empty where nothing is. */
export function missingOf(exchange: WholeExchange): readonly string[] {
  const { unknown } = againAs(exchange);
  const body = bodyOf(exchange);
  return [
    ...(unknown === null ? [] : [`Put in a token of ${unknown}, whose password isn't known here.`]),
    ...(body?.truncated ? ['Only the beginning of the body is kept: put in the rest.'] : []),
    ...(body && redacted.test(body.text) ? ['A secret in the body is redacted: put it in.'] : []),
    ...(redacted.test(exchange.path + exchange.query) ? ['A secret in the address is redacted: put it in.'] : []),
  ];
}

/** What the request said its body is; null where it didn't. */
export function typeOf(exchange: WholeExchange): string | null {
  return exchange.requestHeaders?.find((header) => header.name.toLowerCase() === 'content-type')?.value ?? null;
}

/** Lines for a shell that send the request once more. */
export function curlAgain(exchange: WholeExchange): string {
  const { key, login, unknown } = againAs(exchange);
  const body = bodyOf(exchange);
  return [
    ...missingOf(exchange).map((text) => `# ${text}`),
    ...(login ? [loginLine(login, base.value)] : unknown === null ? [] : ['TOKEN=']),
    curlLine({
      method: exchange.method,
      address: `${base.value}${exchange.path}${exchange.query}`,
      token: key ?? (login || unknown !== null ? { variable: 'TOKEN' } : null),
      type: body ? typeOf(exchange) : undefined,
      body,
    }),
  ].join('\n');
}
