import { useState } from 'preact/hooks';
import { Path } from '../../components/Name';
import { Method } from '../../components/Status';
import { Empty, Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import { useLive } from '../../world/live';
import { Assurance } from '../requests/RequestRow';

interface Coverage {
  readonly documented: number;
  readonly emulated: number;
  readonly evidence: Readonly<Record<string, number>>;
  readonly everywhere: readonly Difference[];
  readonly operations: readonly {
    readonly key: string;
    readonly method: string;
    readonly path: string;
    readonly chapter: string;
    readonly source: string;
    readonly title: string;
    readonly evidence: string;
    readonly assumes: string | null;
    readonly differences: readonly Difference[];
  }[];
}

interface Difference {
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

const meanings: Readonly<Record<string, string>> = {
  documented: 'The documents print all there is to know',
  observed: 'A captured answer shows it as well',
  published: 'A later edition has it',
  assumed: 'Part of it is our choice, because no source says it',
};

/** What is emulated, where that is known from, and how it is known to differ. */
export default function CoveragePage() {
  const [sought, setSought] = useState('');
  const [evidence, setEvidence] = useState('');
  const live = useLive((stop) => read<Coverage>('/__admin/coverage', stop), [], false);
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Coverage</h1>
          <p class="lead">
            Every documented operation, how certain its behavior is, and where it is known to differ from the service.
          </p>
        </div>
      </header>
      <Loaded live={live}>
        {(seen) => {
          const text = sought.trim().toLowerCase();
          const found = seen.operations.filter(
            (each) =>
              (evidence === '' || each.evidence === evidence) &&
              `${each.method} ${each.path} ${each.title} ${each.key} ${each.chapter}`.toLowerCase().includes(text),
          );
          return (
            <>
              <ul class="figures">
                <li>
                  <b>{seen.emulated}</b> of {seen.documented} operations emulated
                </li>
                {Object.entries(seen.evidence).map(([name, count]) => (
                  <li key={name} title={meanings[name]}>
                    <b>{count}</b> {name}
                  </li>
                ))}
              </ul>
              <div class="filters">
                <input
                  type="search"
                  placeholder="Search operations"
                  aria-label="Search operations"
                  value={sought}
                  onInput={(event) => setSought(event.currentTarget.value)}
                />
                <select
                  aria-label="How certain"
                  value={evidence}
                  onChange={(event) => setEvidence(event.currentTarget.value)}
                >
                  <option value="">However sure</option>
                  {Object.keys(seen.evidence).map((name) => (
                    <option key={name} value={name}>
                      {name}: {meanings[name]}
                    </option>
                  ))}
                </select>
              </div>
              {found.length === 0 ? (
                <Empty title="No operation matches" />
              ) : (
                <section class="card">
                  <ul class="operations">
                    {found.map((each) => (
                      <li key={`${each.key} ${each.method} ${each.path}`}>
                        <p class="operation-line">
                          <Method of={each.method} />
                          <Path of={each.path} />
                          <Assurance of={each.evidence} />
                        </p>
                        <p class="quiet">
                          {each.title} · {each.chapter} · {each.source}
                        </p>
                        {each.assumes && <p class="operation-note">Assumed: {each.assumes}</p>}
                        {each.differences.map((difference) => (
                          <p key={difference.number} class="operation-note">
                            {difference.title}: {difference.text}
                          </p>
                        ))}
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {seen.everywhere.length > 0 && (
                <section class="card">
                  <header>
                    <h2>Different everywhere</h2>
                  </header>
                  <dl class="card-body facts">
                    {seen.everywhere.map((each) => (
                      <>
                        <dt>{each.title}</dt>
                        <dd>{each.text}</dd>
                      </>
                    ))}
                  </dl>
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
