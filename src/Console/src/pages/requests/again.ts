import { base } from '../../emulator/address';
import type { WholeExchange } from '../../emulator/shapes';
import { personCalled } from '../../world/people';

const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;

/** The credential that stands for the one that is redacted: the caller's API key, where they have one. */
export function credentialOf(exchange: WholeExchange): string | null {
  return exchange.user === null ? null : (personCalled(exchange.user)?.apiKeys[0] ?? 'THE TOKEN OF A LOGIN');
}

export function bodyOf(exchange: WholeExchange): string | null {
  return exchange.requestBody?.encoding === 'utf-8' ? exchange.requestBody.text : null;
}

/** A line for a shell that sends the request once more. */
export function curlAgain(exchange: WholeExchange): string {
  const credential = credentialOf(exchange);
  const body = bodyOf(exchange);
  const type = exchange.requestHeaders?.find((header) => header.name.toLowerCase() === 'content-type')?.value;
  return [
    'curl -s',
    exchange.method === 'GET' ? '' : `-X ${exchange.method}`,
    credential === null ? '' : `-H ${quoted(`portal-token: ${credential}`)}`,
    body === null || type === undefined ? '' : `-H ${quoted(`Content-Type: ${type}`)}`,
    quoted(`${base.value}${exchange.path}${exchange.query}`),
    body === null ? '' : `-d ${quoted(body)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
