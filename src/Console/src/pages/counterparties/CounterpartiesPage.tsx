import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Check, Choice, Field } from '../../components/Field';
import { TableCard } from '../../components/Listed';
import { Name } from '../../components/Name';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import { linkTo } from '../../shell/route';
import { useLive } from '../../world/live';
import { overview } from '../../world/overview';

interface Counterparty {
  readonly company: string;
  readonly policy: string;
  readonly delaySeconds: number;
  readonly speedPercent: number | null;
}

const policies = [
  ['approve', 'Approves'],
  ['reject', 'Rejects'],
  ['modify', 'Asks for less'],
  ['ignore', 'Does not answer'],
] as const;

/** How companies answer by themselves when they are asked for a connection or another speed. */
export default function CounterpartiesPage() {
  const [sought, setSought] = useState('');
  const [editing, setEditing] = useState<Counterparty | null>(null);
  const live = useLive((stop) => read<{ counterparties: readonly Counterparty[] }>('/__admin/counterparties', stop));
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Counterparties</h1>
          <p class="lead">
            Asked for a connection, a company waits for its people, or answers by itself after a while.
          </p>
        </div>
        <input
          type="search"
          placeholder="Search companies"
          aria-label="Search companies"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      </header>
      <Loaded live={live}>
        {({ counterparties }) => {
          const known = new Map(counterparties.map((each) => [each.company, each]));
          const rows = (overview.value?.companies.map((each) => each.name) ?? [...known.keys()])
            .filter((company) => company.toLowerCase().includes(sought.trim().toLowerCase()))
            .map(
              (company) =>
                known.get(company) ?? {
                  company,
                  policy: 'ignore',
                  delaySeconds: 0,
                  speedPercent: null,
                },
            )
            .sort((one, other) => Number(one.policy === 'ignore') - Number(other.policy === 'ignore'));
          return (
            <TableCard
              of={rows}
              keyOf={(each) => each.company}
              empty={['No company is called that']}
              most={200}
              columns={[
                {
                  head: 'Company',
                  class: 'cell-name',
                  cell: (each) => (
                    <a href={linkTo('companies', [each.company])}>
                      <Name of={each.company} />
                    </a>
                  ),
                },
                {
                  head: 'Asked for a connection',
                  cell: (each) =>
                    each.policy === 'ignore' ? (
                      <span class="quiet">waits for its people</span>
                    ) : (
                      <>
                        {policies.find(([name]) => name === each.policy)?.[1]}
                        {each.policy === 'modify' && each.speedPercent !== null && (
                          <span class="quiet"> ({each.speedPercent} % of the speed)</span>
                        )}
                      </>
                    ),
                },
                {
                  head: 'After',
                  cell: (each) =>
                    each.policy === 'ignore' ? (
                      <span class="quiet">–</span>
                    ) : (
                      `${each.delaySeconds.toLocaleString('en')} s`
                    ),
                },
              ]}
              actsOf={(each) => [{ text: 'Change', label: `Change ${each.company}`, onDo: () => setEditing(each) }]}
            />
          );
        }}
      </Loaded>
      {editing && <Edit of={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

function Edit({ of, onClose }: { of: Counterparty; onClose: () => void }) {
  const [policy, setPolicy] = useState(of.policy);
  const [delay, setDelay] = useState(String(of.delaySeconds));
  const [percent, setPercent] = useState(String(of.speedPercent ?? 50));
  const [isPending, setPending] = useState(false);
  const sending = useSending();
  const call = {
    method: 'PUT',
    path: `/__admin/counterparties/${encodeURIComponent(of.company)}`,
    body: {
      policy,
      ...(policy === 'ignore' ? {} : { delaySeconds: Number(delay), pending: isPending }),
      ...(policy === 'modify' ? { speedPercent: Number(percent) } : {}),
    },
  };
  return (
    <Dialog title={`Asked for a connection, ${of.company}…`} onClose={onClose}>
      <CallForm call={call} sending={sending} act="Save" onAnswered={onClose}>
        <Choice label="Answer" value={policy} of={policies} onChoose={setPolicy} />
        {policy !== 'ignore' && (
          <Field label="After seconds of the sandbox's clock" type="number" min={0} value={delay} onInput={setDelay} />
        )}
        {policy === 'modify' && (
          <Field
            label="Share of the speed, percent"
            type="number"
            min={1}
            max={100}
            value={percent}
            onInput={setPercent}
          />
        )}
        {policy !== 'ignore' && (
          <Check label="For requests that wait already, too" value={isPending} onChange={setPending} />
        )}
      </CallForm>
    </Dialog>
  );
}
