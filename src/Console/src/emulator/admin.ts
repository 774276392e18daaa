import { accepted, answerOf, Refused, type Answer } from './answer';
import { addressOf, rootAddressOf } from './address';
import { reached, unreachable } from './reach';
import type { Call } from './service';
import { refuseToken, tokenHeaders } from './token';

/** Calls a route of `/__admin` in the sandbox in view. Throws Refused where it isn't accepted. */
export async function admin<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return accepted(await called(method, path, addressOf(path), body, signal)) as T;
}

export function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return admin<T>('GET', path, undefined, signal);
}

/** Calls a route that is the same in every sandbox: sandboxes, settings, conformance. */
export async function adminOfAll<T>(method: string, path: string, body?: unknown): Promise<T> {
  return accepted(await called(method, path, rootAddressOf(path), body)) as T;
}

/** Sends a call of `/__admin`: what is refused is an answer, too. */
export function adminAnswer({ method, path, body, isOfAll }: Call): Promise<Answer> {
  return called(method, path, isOfAll ? rootAddressOf(path) : addressOf(path), body);
}

async function called(
  method: string,
  path: string,
  address: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const headers = tokenHeaders();
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
      cache: 'no-store',
    });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    unreachable();
    throw new Refused(
      'The emulator does not answer.',
      0,
      'It has stopped, or is starting. The page goes on by itself.',
    );
  }
  reached();
  if (response.status === 401) {
    refuseToken(headers);
  }
  return await answerOf(method, path, response);
}
