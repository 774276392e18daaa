import type { ComponentChildren } from 'preact';
import type { Answer } from '../emulator/answer';
import { isAdmin, type Caller } from '../emulator/sending';
import type { Call } from '../emulator/service';
import { CallShown, type Sending } from './CallShown';

/** A form whose fields make up a call: it shows the call, sends it, and shows what was answered. */
export function CallForm({
  call,
  as = null,
  needsSomebody = !isAdmin(call),
  sending,
  act,
  cannot = false,
  isDanger = false,
  isInCard = false,
  before,
  next,
  after,
  onAnswered,
  children,
}: {
  call: Call;
  /** Who sends it; null for nobody in particular. */
  as?: Caller;
  /** Whether it can't be sent as nobody: a call of the service can't, as a rule. */
  needsSomebody?: boolean;
  sending: Sending;
  /** What the button at the end says. */
  act: string;
  /** Whether the fields make up no call yet. */
  cannot?: boolean;
  isDanger?: boolean;
  /** Whether it is a card's body rather than a dialog's. */
  isInCard?: boolean;
  /** Buttons in front of the form's own. */
  before?: ComponentChildren;
  /** What stands in the button's place once the call was accepted; left out, it can be sent again. */
  next?: ComponentChildren;
  /** What stands between the call and the end, such as a second call. */
  after?: ComponentChildren;
  /** Told of an answer that is no refusal. */
  onAnswered?: (answer: Answer) => void;
  children?: ComponentChildren;
}) {
  const isDone = next !== undefined && sending.answer?.ok === true;
  const isHeld = cannot || sending.isSending || (needsSomebody && as === null);
  return (
    <form
      class={isInCard ? 'card-body flow' : 'form'}
      onSubmit={async (event) => {
        event.preventDefault();
        if (!isHeld && !isDone) {
          const answer = await sending.send(as, call);
          if (answer?.ok) {
            onAnswered?.(answer);
          }
        }
      }}
    >
      {children}
      <CallShown call={call} as={as} sending={sending} />
      {needsSomebody && as === null && (
        <p class="failure-why">Nobody is known here who could send it: choose another company.</p>
      )}
      {after}
      <div class="form-end">
        {before}
        {isDone ? (
          next
        ) : (
          <button class={`button ${isDanger ? 'danger' : 'primary'}`} disabled={isHeld}>
            {act}
          </button>
        )}
      </div>
    </form>
  );
}
