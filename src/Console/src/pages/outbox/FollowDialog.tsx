import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { base } from '../../emulator/address';
import type { Call } from '../../emulator/service';
import type { Letter } from '../../emulator/shapes';
import { readPeopleAgain } from '../../world/people';

/** Does what the recipient would do behind the link: register, choose a password, confirm an address. */
export function FollowDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const [name, setName] = useState(letter.to[0]?.split('@')[0] ?? '');
  const [password, setPassword] = useState('Password1');
  const sending = useSending();
  const call = callOf(letter, name, password);
  const isInvitation = letter.kind === 'Invitation';
  const takesPassword = isInvitation || letter.kind === 'PasswordReset';
  return (
    <Dialog title={isInvitation ? 'Follow the invitation' : 'Follow the link'} onClose={onClose}>
      <CallForm
        call={call}
        needsSomebody={false}
        sending={sending}
        act={isInvitation ? 'Register' : 'Send it'}
        onAnswered={() => void readPeopleAgain()}
        next={
          <button type="button" class="button primary" onClick={onClose}>
            Done
          </button>
        }
      >
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
      </CallForm>
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
