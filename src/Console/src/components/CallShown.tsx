import { useState } from 'preact/hooks';
import { messageOf, Refused, type Answer } from '../emulator/answer';
import { base } from '../emulator/address';
import type { Call } from '../emulator/service';
import { isAdmin, sendAs, whole, type Caller } from '../emulator/sending';
import { changed } from '../world/live';
import { Copy } from './Copy';
import { curlLine, loginLine } from './curl';
import { Json } from './Json';
import { Path } from './Name';
import { HttpStatus, Method } from './Status';
import { Failure } from './Told';

export interface Sending {
  readonly answer: Answer | null;
  readonly failure: Refused | null;
  readonly isSending: boolean;
  /** Sends the call. Null where there was no answer; what was refused is an answer, too. */
  readonly send: (caller: Caller, call: Call) => Promise<Answer | null>;
  readonly forget: () => void;
}

/** Sends calls, one after the other, and keeps what the last one was answered. */
export function useSending(): Sending {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (caller: Caller, call: Call) => {
    setSending(true);
    setFailure(null);
    try {
      const got = await sendAs(caller, call);
      setAnswer(got);
      changed();
      return got;
    } catch (reason) {
      setAnswer(null);
      setFailure(reason instanceof Refused ? reason : new Refused(String(reason), 0, null));
      return null;
    } finally {
      setSending(false);
    }
  };
  const forget = () => {
    setAnswer(null);
    setFailure(null);
  };
  return { answer, failure, isSending, send, forget };
}

/** A call as it goes over the wire, and what came back: nothing happens here that a client couldn't do. */
export function CallShown({ call, as, sending }: { call: Call; as: Caller; sending: Sending }) {
  return (
    <section class="call" aria-label="The HTTP call">
      <div class="call-line">
        <Method of={call.method} />
        <Path of={call.path} />
        <Copy text={curlOf(call, as)} of="curl line" />
      </div>
      {as && !isAdmin(call) && (
        <p class="call-as quiet">
          as <strong>{as.username}</strong>: <code>portal-token: {as.apiKeys[0] ?? 'the token of a login'}</code>
        </p>
      )}
      {call.body !== undefined && <Json of={call.body} label="request body" />}
      <div aria-live="polite">
        <Failure of={sending.failure} />
        {sending.answer && <AnswerShown of={sending.answer} />}
      </div>
    </section>
  );
}

export function AnswerShown({ of }: { of: Answer }) {
  return (
    <div class="answer">
      <p class="answer-line">
        <HttpStatus of={of.status} />
        <span>{of.ok ? 'Answered' : messageOf(of)}</span>
      </p>
      {of.explanation && <p class="failure-why">{of.explanation}</p>}
      {of.note && <p class="failure-why">{of.note}</p>}
      {of.body !== null && (
        <details>
          <summary>The answer's body</summary>
          <Json of={of.body} label="answer's body" />
        </details>
      )}
    </div>
  );
}

/** Lines for a shell that send the call. */
export function curlOf(call: Call, as: Caller): string {
  const somebody = isAdmin(call) ? null : as;
  const key = somebody?.apiKeys[0];
  const line = curlLine({
    method: call.method,
    address: whole(call),
    token: key ?? (somebody === null ? null : { variable: 'TOKEN' }),
    body: call.body === undefined ? undefined : { text: JSON.stringify(call.body), encoding: 'utf-8' },
  });
  return somebody && key === undefined ? `${loginLine(somebody, base.value)}\n${line}` : line;
}
