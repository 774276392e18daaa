/** A request as curl sends it. */
export interface CurlRequest {
  readonly method: string;
  /** Whole, with its query; what stands before it and is the shell's own, such as `"$H"`, is its prefix. */
  readonly address: string;
  readonly prefix?: string;
  /** The token or key, or the shell's variable that has it. */
  readonly token?: string | { readonly variable: string } | null;
  /** What the body is; null where that isn't to be said, undefined where it doesn't matter. */
  readonly type?: string | null | undefined;
  readonly body?: CurlBody | undefined;
  /** Options besides, as they stand in the shell. */
  readonly options?: string;
}

export interface CurlBody {
  readonly text: string;
  readonly encoding: 'utf-8' | 'base64';
}

/** A text as the shell takes it for one word, whatever is in it. */
export const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;

/**
 * A line for a shell. Brackets and dots in the address stay as they are, a body that begins with @ is no file's name,
 * and what is no text comes by way of base64.
 */
export function curlLine({ method, address, prefix = '', token, type, body: sent, options = '' }: CurlRequest): string {
  // HEAD has no body in curl.
  const body = method === 'HEAD' ? undefined : sent;
  const isBinary = body?.encoding === 'base64';
  return [
    body && isBinary ? `printf %s ${quoted(body.text)} | base64 -d |` : '',
    'curl -s',
    /[[\]{}]/.test(address) ? '-g' : '',
    /\/\.\.?(\/|$|\?)/.test(address) ? '--path-as-is' : '',
    options,
    method === 'HEAD' ? '-I' : method === 'GET' && !body ? '' : `-X ${quotedIfOdd(method)}`,
    !token ? '' : typeof token === 'string' ? `-H ${quoted(`portal-token: ${token}`)}` : variableHeader(token.variable),
    body ? typeHeader(type) : '',
    prefix + quoted(address),
    !body
      ? ''
      : isBinary
        ? '--data-binary @-'
        : `${body.text.startsWith('@') ? '--data-raw' : '-d'} ${quoted(body.text)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A line that logs somebody in, and keeps the token in the variable TOKEN. */
export function loginLine(
  person: { readonly email: string; readonly password: string | null },
  address: string,
  prefix = '',
): string {
  const login = curlLine({
    method: 'PUT',
    address: `${address}/api/auth/token`,
    prefix,
    body: { text: JSON.stringify({ email: person.email, password: person.password }), encoding: 'utf-8' },
  });
  return `TOKEN=$(${login} | sed -n 's/^ *"token": *"\\([^"]*\\)".*/\\1/p')`;
}

const quotedIfOdd = (text: string) => (/^[A-Z]+$/.test(text) ? text : quoted(text));
const variableHeader = (variable: string) => `-H "portal-token: $${variable}"`;

/** curl says of a body that it is a form, unless it is told something else; said to be nothing, it says nothing. */
function typeHeader(type: string | null | undefined): string {
  return type === undefined ? '' : `-H ${quoted(type === null ? 'Content-Type:' : `Content-Type: ${type}`)}`;
}
