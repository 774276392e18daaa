import { useState } from 'preact/hooks';
import { AnswerShown } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { Json } from '../../components/Json';
import { Path } from '../../components/Name';
import { Method } from '../../components/Status';
import { Failure } from '../../components/Told';
import { base } from '../../emulator/address';
import { Refused, type Answer } from '../../emulator/answer';
import { callAsNobody, type Call } from '../../emulator/service';
import type { Letter } from '../../emulator/shapes';
import { changed } from '../../world/live';
import { readPeopleAgain } from '../../world/people';

/** Does what the recipient would do behind the link: register, choose a password, confirm an address. */
export function FollowDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const [name, setName] = useState(letter.to[0]?.split('@')[0] ?? '');
  const [password, setPassword] = useState('Password1');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<Refused | null>(null);
  const call = callOf(letter, name, password);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    try {
      setAnswer(await callAsNobody(call));
      changed();
      await readPeopleAgain();
    } catch (reason) {
      setFailure(reason instanceof Refused ? reason : new Refused(String(reason), 0, null));
    }
  };
  const isInvitation = letter.kind === 'Invitation';
  const takesPassword = isInvitation || letter.kind === 'PasswordReset';
  return (
    <Dialog title={isInvitation ? 'Follow the invitation' : 'Follow the link'} onClose={onClose}>
      <form class="form" onSubmit={send}>
        {isInvitation && (
          <p>
            The person who follows it registers as{' '}
            <strong>
              <bdi>{letter.to[0]}</bdi>
            </strong>
            , and can log in from then on.
          </p>
        )}
        {takesPassword && (
          <div class="form-pair">
            {isInvitation && <Field label="Name" value={name} onInput={setName} required />}
            <Field label="Password" value={password} onInput={setPassword} required />
          </div>
        )}
        <section class="call" aria-label="The HTTP call">
          <div class="call-line">
            <Method of={call.method} />
            <Path of={call.path} />
          </div>
          {call.body !== undefined && <Json of={call.body} label="request body" />}
          <div aria-live="polite">
            <Failure of={failure} />
            {answer && <AnswerShown of={answer} />}
          </div>
        </section>
        <div class="form-end">
          {answer?.ok ? (
            <button type="button" class="button primary" onClick={onClose}>
              Done
            </button>
          ) : (
            <button class="button primary">{isInvitation ? 'Register' : 'Send it'}</button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function callOf(letter: Letter, name: string, password: string): Call {
  if (letter.kind === 'Invitation') {
    return {
      method: 'PUT',
      path: '/api/user',
      body: { email: letter.to[0], password, name, invitationToken: letter.token },
    };
  }
  const path = pathOf(letter.link ?? '');
  return letter.kind === 'PasswordReset'
    ? { method: letter.linkMethod ?? 'PUT', path, body: { password } }
    : { method: letter.linkMethod ?? 'GET', path };
}

/** The link's path behind the sandbox's address, by whichever way the link leads into the sandbox. */
function pathOf(link: string): string {
  if (link.startsWith(base.value)) {
    return link.slice(base.value.length);
  }
  const { pathname, search } = new URL(link, base.value);
  return pathname.replace(/^.*?\/sandbox\/[^/]+/, '') + search;
}
