/** What the emulator answered to a call. */
export interface Answer {
  readonly method: string;
  /** The path, as it is sent behind the sandbox's address. */
  readonly path: string;
  readonly status: number;
  readonly ok: boolean;
  /** The body: what the JSON says, or the text where it is none; null where there is no body. */
  readonly body: unknown;
  /** The body as it came. */
  readonly text: string;
  /** Why the call was refused, in the emulator's words: `X-Emulator-Explain`. */
  readonly explanation: string | null;
  /** The documented operation: `X-Emulator-Operation`. */
  readonly operation: string | null;
  /** What the emulator let pass: `X-Emulator-Note`. */
  readonly note: string | null;
  readonly fault: string | null;
}

/** A call that was refused, or had no answer at all (status 0). */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly explanation: string | null,
  ) {
    super(message);
  }
}

export async function answerOf(method: string, path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  const header = (name: string) => response.headers.get(name);
  return {
    method,
    path,
    status: response.status,
    ok: response.ok,
    body: bodyOf(text),
    text,
    explanation: header('X-Emulator-Explain'),
    operation: header('X-Emulator-Operation'),
    note: header('X-Emulator-Note'),
    fault: header('X-Emulator-Fault'),
  };
}

/** The body of an answer that must not be a refusal. */
export function accepted(answer: Answer): unknown {
  if (!answer.ok) {
    throw new Refused(messageOf(answer), answer.status, answer.explanation);
  }
  return answer.body;
}

/** What a refusal says, whichever of the service's forms it has. */
export function messageOf(answer: Answer): string {
  const found = textIn(answer.body);
  return found ?? `The emulator answered ${answer.status}.`;
}

function textIn(body: unknown): string | null {
  if (typeof body === 'string') {
    return body.length > 0 && body.length < 500 ? body : null;
  }
  if (body === null || typeof body !== 'object') {
    return null;
  }
  const members = body as Record<string, unknown>;
  return (
    textIn(members['message']) ??
    textIn(members['error']) ??
    textIn(members['detail']) ??
    textIn(members['title']) ??
    textIn(members['errors']) ??
    textIn(members['0'])
  );
}

function bodyOf(text: string): unknown {
  if (text === '') {
    return null;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
