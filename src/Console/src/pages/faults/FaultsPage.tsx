import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { Instant } from '../../components/Instant';
import { Json } from '../../components/Json';
import { ListCard } from '../../components/Listed';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { Fault } from '../../emulator/shapes';
import { ask, linkTo, route } from '../../shell/route';
import { doing } from '../../world/doing';
import { useLive } from '../../world/live';
import { RuleDialog } from './RuleDialog';
import { draftOf, emptyDraft, ruleOf, type Draft } from './rule';
import { usual } from './usual';
import { wordsOf } from './words';

/** What goes wrong on purpose: switches for the usual things, and every rule with how often it struck. */
export default function FaultsPage() {
  const { query } = route.value;
  const [draft, setDraft] = useState<{ draft: Draft; id: string | null } | null>(
    query.get('new') ? { draft: { ...emptyDraft, ...draftOf(query) }, id: null } : null,
  );
  const live = useLive((stop) => read<{ faults: readonly Fault[] }>('/__admin/faults', stop));
  const pathOf = (id: string) => `/__admin/faults/${encodeURIComponent(id)}`;
  const turn = (id: string, rule: object, isOn: boolean) =>
    isOn ? doing(null, 'DELETE', pathOf(id)) : doing(null, 'POST', '/__admin/faults', { id, ...rule });
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Faults</h1>
          <p class="lead">
            What goes wrong on purpose, in this sandbox. The emulator's own routes and this console stay as they are.
          </p>
        </div>
        <button type="button" class="button primary" onClick={() => setDraft({ draft: emptyDraft, id: null })}>
          <Icon of="plus" /> Make a rule
        </button>
      </header>
      <Loaded live={live}>
        {({ faults }) => (
          <>
            <ul class="switches" aria-label="The usual faults">
              {usual.map((each) => {
                const fault = faults.find((known) => known.id === each.id);
                return (
                  <li key={each.id}>
                    <button
                      type="button"
                      class="fault-switch"
                      aria-pressed={fault !== undefined}
                      onClick={() => turn(each.id, each.rule, fault !== undefined)}
                    >
                      <strong>{each.title}</strong>
                      <span class="quiet">{each.text}</span>
                      {fault ? (
                        <span class="tag bad">
                          on, struck {fault.fired} {fault.fired === 1 ? 'time' : 'times'}
                        </span>
                      ) : (
                        <span class="tag">off</span>
                      )}
                    </button>
                  </li>
                );
              })}
            </ul>
            <ListCard
              class="fault-rules"
              title="Rules"
              acts={
                faults.length === 0
                  ? []
                  : [
                      {
                        text: 'Delete all',
                        onDo: () => doing('No rule is left.', 'DELETE', '/__admin/faults'),
                        isDanger: true,
                      },
                    ]
              }
              of={faults}
              keyOf={(fault) => fault.id}
              empty={[
                'Nothing goes wrong',
                <>
                  Turn on one of the usual faults, make a rule, or go to <a href={linkTo('requests')}>a request</a> and
                  make a fault of it.
                </>,
              ]}
              line={(fault) => (
                <div class="fault-rule">
                  <div class="fault-line">
                    <code>{fault.id}</code>
                    <span>{wordsOf(fault)}</span>
                    <span class={`tag${fault.fired > 0 ? ' bad' : ''}`}>
                      struck {fault.fired} of {fault.matched}
                    </span>
                    {!fault.enabled && <span class="tag waiting">disabled</span>}
                    {fault.lastFiredAt && (
                      <span class="quiet">
                        last <Instant at={fault.lastFiredAt} />
                      </span>
                    )}
                  </div>
                  <details>
                    <summary>The rule</summary>
                    <Json of={ruleOf(fault)} label={`rule ${fault.id}`} />
                  </details>
                </div>
              )}
              actsOf={(fault) => [
                {
                  text: 'Count again',
                  onDo: () => doing('It counts from 1 again.', 'POST', `${pathOf(fault.id)}/reset`),
                },
                {
                  text: 'Change',
                  onDo: () =>
                    setDraft({
                      draft: { ...emptyDraft, json: JSON.stringify(ruleOf(fault), null, 2) },
                      id: fault.id,
                    }),
                },
                {
                  text: 'Delete',
                  onDo: () => doing('The rule is gone.', 'DELETE', pathOf(fault.id)),
                  isDanger: true,
                },
              ]}
            />
          </>
        )}
      </Loaded>
      {draft && (
        <RuleDialog
          draft={draft.draft}
          id={draft.id}
          onClose={() => {
            setDraft(null);
            ask({});
          }}
        />
      )}
    </div>
  );
}
