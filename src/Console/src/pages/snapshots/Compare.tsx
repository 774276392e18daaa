import { useState } from 'preact/hooks';
import { Choice } from '../../components/Field';
import { Id, Name } from '../../components/Name';
import { Empty, Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import { useLive } from '../../world/live';
import { Value } from '../requests/Changes';

interface Row {
  readonly id: string;
  readonly name: string | null;
}

interface Diff {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly addedCount: number;
    readonly removedCount: number;
    readonly changedCount: number;
    readonly added: readonly Row[];
    readonly removed: readonly Row[];
    readonly changed: readonly (Row & {
      readonly columns: readonly { readonly column: string; readonly from: unknown; readonly to: unknown }[];
    })[];
  }[];
}

/** Two states side by side: what was added, what is gone, and what has changed in what. */
export function Compare({ names }: { names: readonly string[] }) {
  const [from, setFrom] = useState('seed');
  const [to, setTo] = useState('now');
  const states = [['seed', 'The seed'], ...names.map((name) => [name, name] as const), ['now', 'Now']] as const;
  const live = useLive(
    (stop) => read<Diff>(`/__admin/snapshots/${encodeURIComponent(from)}/diff/${encodeURIComponent(to)}`, stop),
    [from, to],
  );
  return (
    <section class="card">
      <header>
        <h2>Compare</h2>
        <div class="inline-form">
          <Choice label="Before" value={from} of={states} onChoose={setFrom} />
          <Choice label="After" value={to} of={states} onChoose={setTo} />
        </div>
      </header>
      <Loaded live={live}>
        {(diff) =>
          diff.kinds.length === 0 ? (
            <Empty title="No difference">Both states are the same.</Empty>
          ) : (
            <div class="card-body flow">
              <p>
                <span class="tag good">{diff.added} added</span> <span class="tag waiting">{diff.changed} changed</span>{' '}
                <span class="tag bad">{diff.removed} removed</span>
              </p>
              {diff.kinds.map((kind) => (
                <details key={kind.kind} class="diff-kind" open={diff.kinds.length < 6}>
                  <summary>
                    <strong>{kind.kind}</strong>{' '}
                    <span class="quiet">
                      {counts(kind.addedCount, 'added')}
                      {counts(kind.changedCount, 'changed')}
                      {counts(kind.removedCount, 'removed')}
                    </span>
                  </summary>
                  <ul class="diff-rows">
                    {kind.added.map((row) => (
                      <li key={`a ${row.id}`}>
                        <span class="tag good">added</span> <Name of={row.name} empty="" /> <Id of={row.id} />
                      </li>
                    ))}
                    {kind.removed.map((row) => (
                      <li key={`r ${row.id}`}>
                        <span class="tag bad">removed</span> <Name of={row.name} empty="" /> <Id of={row.id} />
                      </li>
                    ))}
                    {kind.changed.map((row) => (
                      <li key={`c ${row.id}`}>
                        <span class="tag waiting">changed</span> <Name of={row.name} empty="" /> <Id of={row.id} />
                        <table class="table change-table">
                          <tbody>
                            {row.columns.map((column) => (
                              <tr key={column.column}>
                                <td>{column.column}</td>
                                <td class="before">
                                  <Value of={column.from} />
                                </td>
                                <td class="after">
                                  <Value of={column.to} />
                                </td>
                              </tr>
                            ))}
                          </tbody>
                        </table>
                      </li>
                    ))}
                  </ul>
                </details>
              ))}
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

function counts(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word} `;
}
