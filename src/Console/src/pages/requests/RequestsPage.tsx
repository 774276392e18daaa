import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { Rows } from '../../components/Rows';
import { Empty, Failure } from '../../components/Told';
import { admin } from '../../emulator/admin';
import { base } from '../../emulator/address';
import { telling } from '../../shell/saying';
import { ask, go, linkTo, route } from '../../shell/route';
import { RequestRow } from './RequestRow';
import { RequestShown } from './RequestShown';
import { useJournal } from './journal';

const kinds = [
  ['path', 'Path'],
  ['operation', 'Operation'],
  ['user', 'User'],
  ['company', 'Company'],
  ['body', 'In the body'],
] as const;
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
const statuses = [
  ['2xx', '2xx answered'],
  ['3xx', '3xx'],
  ['4xx', '4xx refused'],
  ['5xx', '5xx failed'],
] as const;

/** What clients asked of the sandbox, and what they were answered. */
export default function RequestsPage() {
  const chosen = Number(route.value.of[0] ?? 0);
  const query = route.value.query;
  const [kind, setKind] = useState(kinds.find(([name]) => query.has(name))?.[0] ?? 'path');
  const sought = query.get(kind) ?? '';
  const method = query.get('method') ?? '';
  const status = query.get('status') ?? '';
  const filter = {
    ...(sought ? { [kind]: sought } : {}),
    ...(method ? { method } : {}),
    ...(status ? { status } : {}),
  };
  const journal = useJournal(filter);
  const isFiltered = Object.keys(filter).length > 0;
  const set = (changes: Readonly<Record<string, string>>) =>
    ask(Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '')));
  const open = (sequence: number) => go('requests', [String(sequence)], filter);
  const clear = () =>
    telling(async () => {
      await admin('DELETE', '/__admin/journal');
      location.hash = linkTo('requests');
      return 'The journal is empty.';
    });

  return (
    <div class={`page full requests-page${chosen ? ' with-detail' : ''}`}>
      <section class="requests-list" aria-label="Requests">
        <header class="requests-head">
          <h1>Requests</h1>
          <p class="quiet">
            {journal.count.toLocaleString('en')} {isFiltered ? 'fit' : 'recorded'}
            {journal.forgotten > 0 && `, ${journal.forgotten.toLocaleString('en')} older ones forgotten`}
          </p>
          <a class="button small" href={`${base.value}/__admin/journal/export?format=har`} download="journal.har">
            HAR
          </a>
          <button type="button" class="button small" onClick={clear}>
            Clear
          </button>
        </header>
        <div class="filters requests-filters">
          <div class="sought">
            <select
              aria-label="What to search in"
              value={kind}
              onChange={(event) => {
                const next = event.currentTarget.value as typeof kind;
                setKind(next);
                set({ [kind]: '', [next]: sought });
              }}
            >
              {kinds.map(([name, text]) => (
                <option key={name} value={name}>
                  {text}
                </option>
              ))}
            </select>
            <input
              type="search"
              placeholder={kind === 'path' ? '/api/**/ports' : 'Search'}
              aria-label="Search requests"
              value={sought}
              onInput={(event) => set({ [kind]: event.currentTarget.value })}
            />
          </div>
          <select aria-label="Method" value={method} onChange={(event) => set({ method: event.currentTarget.value })}>
            <option value="">Any method</option>
            {methods.map((each) => (
              <option key={each} value={each} selected={each === method}>
                {each}
              </option>
            ))}
          </select>
          <select aria-label="Status" value={status} onChange={(event) => set({ status: event.currentTarget.value })}>
            <option value="">Any status</option>
            {statuses.map(([value, text]) => (
              <option key={value} value={value} selected={value === status}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <Failure of={journal.failure} />
        {journal.isRead && journal.count === 0 && !journal.failure ? (
          isFiltered ? (
            <Empty title="Nothing matches">
              <button type="button" class="button small" onClick={() => ask({})}>
                Show all requests
              </button>
            </Empty>
          ) : (
            <Empty title="No requests yet">
              Whatever a client asks of the service shows here as it happens.{' '}
              <a href={linkTo('start')}>The start page</a> has a call to paste.
            </Empty>
          )
        ) : (
          <Rows
            count={journal.count}
            at={journal.at}
            fresh={journal.fresh}
            height={52}
            label="Requests, newest first"
            keyOf={(each) => String(each.sequence)}
            onLook={journal.look}
            row={(each) => (
              <RequestRow exchange={each} isChosen={each.sequence === chosen} onOpen={() => open(each.sequence)} />
            )}
          />
        )}
      </section>
      {chosen > 0 && (
        <section class="requests-detail" aria-label={`Request ${chosen}`}>
          <button
            type="button"
            class="icon-button detail-close"
            aria-label="Close"
            onClick={() => go('requests', [], filter)}
          >
            <Icon of="close" />
          </button>
          <RequestShown key={chosen} sequence={chosen} />
        </section>
      )}
    </div>
  );
}
