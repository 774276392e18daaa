import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { FullInstant } from '../../components/Instant';
import { Name } from '../../components/Name';
import { bytes } from '../../components/rate';
import { Empty, Loaded } from '../../components/Told';
import { admin, read } from '../../emulator/admin';
import { base } from '../../emulator/address';
import type { Snapshot } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { changed, useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { Compare } from './Compare';

interface Snapshots {
  readonly snapshots: readonly Snapshot[];
  readonly bytes: number;
  readonly mostBytes: number;
}

/** The state of a sandbox under a name: save it, go back to it, compare two. */
export default function SnapshotsPage() {
  const [name, setName] = useState('');
  const live = useLive((stop) => read<Snapshots>('/__admin/snapshots', stop));
  const here = overview.value?.sandbox.name ?? '';
  const path = (snapshot: string) => `/__admin/snapshots/${encodeURIComponent(snapshot)}`;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void telling(async () => {
      const saved = await admin<Snapshot>('POST', '/__admin/snapshots', name ? { name } : {});
      setName('');
      changed();
      return `Saved as ${saved.name}.`;
    });
  };
  const restore = (snapshot: string) =>
    telling(async () => {
      await admin('POST', `${path(snapshot)}/restore`);
      changed();
      return `${here} is as it was in ${snapshot}.`;
    });
  const remove = (snapshot: string) =>
    telling(async () => {
      await admin('DELETE', path(snapshot));
      changed();
      return `${snapshot} is gone.`;
    });
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Snapshots</h1>
          <p class="lead">The whole state of a sandbox, saved under a name: data, clock and ids.</p>
        </div>
        <form class="inline-form" onSubmit={save}>
          <Field label="Save the sandbox in view as" value={name} onInput={setName} placeholder="a name, or none" />
          <button class="button primary">Save</button>
        </form>
      </header>
      <Loaded live={live}>
        {(seen) => (
          <>
            <section class="card">
              {seen.snapshots.length === 0 ? (
                <Empty title="No snapshot yet">
                  Save one, change something, and compare it with the present state.
                </Empty>
              ) : (
                <div class="table-scroll">
                  <table class="table">
                    <thead>
                      <tr>
                        <th>Name</th>
                        <th>Of</th>
                        <th>Its time</th>
                        <th>Saved</th>
                        <th class="number">Size</th>
                        <th>
                          <span class="for-readers">Acts</span>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {seen.snapshots.map((each) => (
                        <tr key={each.name}>
                          <td class="cell-name">
                            <Name of={each.name} />
                          </td>
                          <td>{each.sandbox ?? <span class="quiet">a file</span>}</td>
                          <td>
                            <FullInstant at={each.now} />
                            {each.frozen && <span class="quiet"> frozen</span>}
                          </td>
                          <td>
                            <FullInstant at={each.savedAt} />
                          </td>
                          <td class="number">{bytes(each.bytes)}</td>
                          <td class="end">
                            <span class="row-acts">
                              <button type="button" class="button small" onClick={() => restore(each.name)}>
                                Restore
                              </button>
                              <a
                                class="button small"
                                href={`${base.value}${path(each.name)}/file`}
                                download={`${each.name}.sqlite`}
                              >
                                Download
                              </a>
                              <button type="button" class="button small danger" onClick={() => remove(each.name)}>
                                Delete
                              </button>
                            </span>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </section>
            <Compare names={seen.snapshots.map((each) => each.name)} />
          </>
        )}
      </Loaded>
    </div>
  );
}
