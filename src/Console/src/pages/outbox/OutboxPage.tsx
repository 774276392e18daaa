import { useState } from 'preact/hooks';
import { Instant } from '../../components/Instant';
import { Name } from '../../components/Name';
import { Empty, Loaded } from '../../components/Told';
import { admin, read } from '../../emulator/admin';
import type { Letter } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { go, route } from '../../shell/route';
import { changed, useLive } from '../../world/live';
import { kindWord } from './kinds';
import { LetterShown } from './LetterShown';

/** The e-mails that the service would have sent, as a mail program shows them. */
export default function OutboxPage() {
  const chosen = Number(route.value.of[0] ?? 0);
  const [kind, setKind] = useState('');
  const [sought, setSought] = useState('');
  const live = useLive((stop) => read<{ letters: readonly Letter[] }>('/__admin/outbox', stop));
  const clear = () =>
    telling(async () => {
      await admin('DELETE', '/__admin/outbox');
      changed();
      return 'The outbox is empty.';
    });
  return (
    <div class={`page full outbox-page${chosen ? ' with-detail' : ''}`}>
      <h1 class="for-readers">Outbox</h1>
      <Loaded live={live}>
        {({ letters }) => {
          const text = sought.trim().toLowerCase();
          const found = [...letters]
            .reverse()
            .filter(
              (letter) =>
                (kind === '' || letter.kind === kind) &&
                `${letter.subject} ${letter.to.join(' ')} ${letter.text}`.toLowerCase().includes(text),
            );
          const shown = found.slice(0, 500);
          const open = letters.find((letter) => letter.id === chosen);
          return (
            <>
              <section class="outbox-list" aria-label="Messages">
                <div class="filters outbox-filters">
                  <input
                    type="search"
                    placeholder="Search mail"
                    aria-label="Search mail"
                    value={sought}
                    onInput={(event) => setSought(event.currentTarget.value)}
                  />
                  <select aria-label="Kind" value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
                    <option value="">Any kind</option>
                    {[...new Set(letters.map((letter) => letter.kind))].sort().map((each) => (
                      <option key={each} value={each}>
                        {kindWord(each)}
                      </option>
                    ))}
                  </select>
                  {letters.length > 0 && (
                    <button type="button" class="button small" onClick={clear}>
                      Empty it
                    </button>
                  )}
                </div>
                {shown.length === 0 && (
                  <Empty title={letters.length === 0 ? 'No mail yet' : 'Nothing matches'}>
                    {letters.length === 0 && (
                      <>
                        Nothing is ever sent. What the service would send shows here: order a port for a letter of
                        authorization, or ask for a new password.
                      </>
                    )}
                  </Empty>
                )}
                <ul class="letters">
                  {shown.map((letter) => (
                    <li key={letter.id}>
                      <button
                        type="button"
                        class={`letter-row${letter.id === chosen ? ' chosen' : ''}`}
                        aria-current={letter.id === chosen ? 'true' : undefined}
                        onClick={() => go('outbox', [String(letter.id)])}
                      >
                        <span class="letter-to">
                          <Name of={letter.to.join(', ')} />
                        </span>
                        <span class="letter-when quiet">
                          <Instant at={letter.sentAt} />
                        </span>
                        <span class="letter-subject">
                          <bdi>{letter.subject}</bdi>
                        </span>
                        <span class="tag">{kindWord(letter.kind)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
                {found.length > shown.length && (
                  <p class="quiet card-more">{found.length - shown.length} older ones: search for them.</p>
                )}
              </section>
              <section class="outbox-detail" aria-label="Message">
                {open ? (
                  <LetterShown key={open.id} letter={open} onClose={() => go('outbox')} />
                ) : (
                  shown.length > 0 && <Empty title="Choose a message">{letters.length} in the outbox</Empty>
                )}
              </section>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
