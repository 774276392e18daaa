import { signal } from '@preact/signals';
import { addressOf } from './address';
import { isReachable, reached, unreachable } from './reach';
import { refuseToken, tokenHeaders } from './token';

/** One of the emulator's events, as `GET /__admin/events` tells it. */
export interface EmulatorEvent {
  readonly id: string;
  readonly kind: string;
  readonly data: Record<string, unknown>;
}

type Listener = (event: EmulatorEvent) => void;

/** All there are: requests are told only to who asks for them. */
const kinds = 'transition,message,fault,reset,clock,snapshot,faults,request';

const listeners = new Set<Listener>();

/** Whether the stream is open: what is shown is live. */
export const isLive = signal(false);

/** Whether the sandbox in view is there: a stream that answers 404 says that it isn't. */
export const isSandboxGone = signal(false);

export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the events of the sandbox in view until it is told to stop. Connects again where it breaks off. */
export function follow(): () => void {
  const stop = new AbortController();
  void keepFollowing(stop.signal);
  return () => stop.abort();
}

async function keepFollowing(stop: AbortSignal): Promise<void> {
  let last: string | null = null;
  let wait = 500;
  while (!stop.aborted) {
    const headers: Record<string, string> = { ...tokenHeaders(), Accept: 'text/event-stream' };
    if (last !== null) {
      headers['Last-Event-ID'] = last;
    }
    try {
      const response = await fetch(addressOf(`/__admin/events?kind=${kinds}`), {
        headers,
        signal: stop,
        cache: 'no-store',
      });
      reached();
      if (response.ok && response.body) {
        isSandboxGone.value = false;
        isLive.value = true;
        wait = 500;
        last = await readAll(response.body, last);
      } else if (response.status === 401) {
        refuseToken(headers);
      } else if (response.status === 404) {
        isSandboxGone.value = true;
      }
    } catch {
      if (!stop.aborted) {
        await lookWhether();
      }
    }
    if (stop.aborted) {
      return;
    }
    isLive.value = false;
    await new Promise((go) => setTimeout(go, wait));
    wait = Math.min(wait * 1.5, 3000);
    if (!isReachable.value) {
      // Another process numbers its events from the start again.
      last = null;
    }
  }
}

async function lookWhether(): Promise<void> {
  try {
    await fetch(addressOf('/livez'), { cache: 'no-store' });
    reached();
  } catch {
    unreachable();
  }
}

async function readAll(body: ReadableStream<Uint8Array>, before: string | null): Promise<string | null> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let last = before;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return last;
    }
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event !== null) {
        last = event.id || last;
        for (const listener of listeners) {
          listener(event);
        }
      }
    }
  }
}

function eventOf(block: string): EmulatorEvent | null {
  let [id, kind, data] = ['', '', ''];
  for (const line of block.split('\n')) {
    if (line.startsWith('id:')) {
      id = line.slice(3).trim();
    } else if (line.startsWith('event:')) {
      kind = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data += line.slice(5);
    }
  }
  if (kind === '') {
    return null;
  }
  try {
    return { id, kind, data: JSON.parse(data) as Record<string, unknown> };
  } catch {
    return null;
  }
}
