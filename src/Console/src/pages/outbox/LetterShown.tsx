import { useState } from 'preact/hooks';
import { Copy } from '../../components/Copy';
import { FullInstant } from '../../components/Instant';
import { Icon } from '../../components/Icon';
import { Name } from '../../components/Name';
import { admin } from '../../emulator/admin';
import type { Letter } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { linkTo } from '../../shell/route';
import { changed } from '../../world/live';
import { FollowDialog } from './FollowDialog';
import { kindWord } from './kinds';

/** A message whole: its token and its link can be used at a click. */
export function LetterShown({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const [isFollowing, setFollowing] = useState(false);
  const remove = () =>
    telling(async () => {
      await admin('DELETE', `/__admin/outbox/${letter.id}`);
      changed();
      onClose();
      return 'The message is gone.';
    });
  return (
    <article class="letter">
      <header>
        <h2>
          <bdi>{letter.subject}</bdi>
        </h2>
        <button type="button" class="button small" onClick={remove}>
          Delete
        </button>
        <button type="button" class="icon-button" onClick={onClose} aria-label="Close">
          <Icon of="close" />
        </button>
      </header>
      <dl class="facts">
        <dt>To</dt>
        <dd>
          <bdi>{letter.to.join(', ')}</bdi>
        </dd>
        <dt>Sent</dt>
        <dd>
          <FullInstant at={letter.sentAt} />
        </dd>
        <dt>Kind</dt>
        <dd>{kindWord(letter.kind)}</dd>
        <dt>Caused by</dt>
        <dd>
          {letter.causedBy ? (
            <a href={linkTo('requests', [], requestOf(letter.causedBy))}>
              <code>{letter.causedBy}</code>
            </a>
          ) : (
            <span class="quiet">the service itself</span>
          )}
        </dd>
      </dl>
      <p class="letter-text">
        <bdi>{letter.text}</bdi>
      </p>
      {letter.token && (
        <div class="letter-token">
          <p class="quiet">Token</p>
          <p class="copied">
            <code>
              <Name of={letter.token} />
            </code>
            <Copy text={letter.token} of="token" />
          </p>
        </div>
      )}
      {letter.link && (
        <div class="letter-token">
          <p class="quiet">Link</p>
          <p class="copied">
            <code class="letter-link">
              {letter.linkMethod} {letter.link}
            </code>
            <Copy text={letter.link} of="link" />
          </p>
        </div>
      )}
      {(letter.link || (letter.kind === 'Invitation' && letter.token)) && (
        <p>
          <button type="button" class="button primary" onClick={() => setFollowing(true)}>
            {letter.kind === 'Invitation' ? 'Follow the invitation' : 'Follow the link'}
          </button>
        </p>
      )}
      {isFollowing && <FollowDialog letter={letter} onClose={() => setFollowing(false)} />}
    </article>
  );
}

function requestOf(caused: string): Record<string, string> {
  const [method = '', path = ''] = caused.split(' ');
  return { path, method };
}
