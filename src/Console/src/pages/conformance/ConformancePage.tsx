import { useState } from 'preact/hooks';
import { FullInstant } from '../../components/Instant';
import { Empty, Loaded } from '../../components/Told';
import { adminOfAll, read } from '../../emulator/admin';
import { telling } from '../../shell/saying';
import { changed, useLive } from '../../world/live';

interface Conformance {
  readonly verdict: string;
  readonly setting: string;
  readonly since: string;
  readonly checked: number;
  readonly operationsChecked: number;
  readonly operationsNeverChecked: number;
  readonly violations: readonly {
    readonly operation: string;
    readonly status: number;
    readonly pointer: string;
    readonly expected: string;
    readonly found: string;
    readonly count: number;
    readonly sandbox: string;
  }[];
  readonly operations: readonly { readonly operation: string; readonly checked: number }[];
}

const tones: Readonly<Record<string, string>> = { conforms: 'good', violates: 'bad' };

/** Whether every answer so far kept to the emulator's contract, and which operations were exercised. */
export default function ConformancePage() {
  const [isNever, setNever] = useState(false);
  const live = useLive((stop) => read<Conformance>('/__admin/conformance', stop));
  const again = () =>
    telling(async () => {
      await adminOfAll('DELETE', '/__admin/conformance');
      changed();
      return 'Counting starts over.';
    });
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Conformance</h1>
          <p class="lead">
            Each answer of a documented operation is held against <code>/openapi.json</code>, in all sandboxes.
          </p>
        </div>
        <button type="button" class="button" onClick={again}>
          Start over
        </button>
      </header>
      <Loaded live={live}>
        {(seen) => (
          <>
            <ul class="figures">
              <li>
                <span class={`tag ${tones[seen.verdict] ?? ''}`}>{seen.verdict}</span>
              </li>
              <li>
                <b>{seen.checked.toLocaleString('en')}</b> answers checked
              </li>
              <li>
                <b>{seen.operationsChecked}</b> operations exercised
              </li>
              <li>
                <b>{seen.operationsNeverChecked}</b> never
              </li>
              <li class="quiet">
                since <FullInstant at={seen.since} />
              </li>
            </ul>
            <section class="card">
              <header>
                <h2>Violations</h2>
              </header>
              {seen.violations.length === 0 ? (
                <Empty title="None">
                  {seen.setting === 'off' ? 'Checking is off: see the settings.' : 'No answer broke the contract.'}
                </Empty>
              ) : (
                <div class="table-scroll">
                  <table class="table">
                    <thead>
                      <tr>
                        <th>Operation</th>
                        <th>Place</th>
                        <th>Expected</th>
                        <th>Found</th>
                        <th class="number">Times</th>
                      </tr>
                    </thead>
                    <tbody>
                      {seen.violations.map((each) => (
                        <tr key={`${each.operation} ${each.status} ${each.pointer} ${each.expected}`}>
                          <td>
                            <code>{each.operation}</code> {each.status}
                          </td>
                          <td>
                            <code>{each.pointer || '(all)'}</code>
                          </td>
                          <td>{each.expected}</td>
                          <td>
                            <bdi>{each.found}</bdi>
                          </td>
                          <td class="number">{each.count}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </section>
            <section class="card">
              <header>
                <h2>Operations</h2>
                <div class="switch" role="group" aria-label="Which">
                  <button type="button" aria-pressed={!isNever} onClick={() => setNever(false)}>
                    Exercised
                  </button>
                  <button type="button" aria-pressed={isNever} onClick={() => setNever(true)}>
                    Never
                  </button>
                </div>
              </header>
              <ul class="operations short">
                {seen.operations
                  .filter((each) => (each.checked === 0) === isNever)
                  .sort((one, other) => other.checked - one.checked)
                  .map((each) => (
                    <li key={each.operation}>
                      <code>{each.operation}</code>
                      {each.checked > 0 && <span class="quiet">{each.checked.toLocaleString('en')}</span>}
                    </li>
                  ))}
              </ul>
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}
