import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { FullInstant } from '../../components/Instant';
import { TableCard } from '../../components/Listed';
import { Name } from '../../components/Name';
import { bytes } from '../../components/rate';
import { Loaded } from '../../components/Told';
import { admin, read } from '../../emulator/admin';
import { base } from '../../emulator/address';
import type { Snapshot } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { doing } from '../../world/doing';
import { changed, useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { Compare } from './Compare';

interface Snapshots {
  readonly snapshots: readonly Snapshot[];
  readonly bytes: number;
  readonly mostBytes: number;
}

const pathOf = (snapshot: string) => `/__admin/snapshots/${encodeURIComponent(snapshot)}`;

/** The state of a sandbox under a name: save it, go back to it, compare two. */
export default function SnapshotsPage() {
  const [name, setName] = useState('');
  const live = useLive((stop) => read<Snapshots>('/__admin/snapshots', stop));
  const here = overview.value?.sandbox.name ?? '';
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void telling(async () => {
      const saved = await admin<Snapshot>('POST', '/__admin/snapshots', name ? { name } : {});
      setName('');
      changed();
      return `Saved as ${saved.name}.`;
    });
  };
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
        {({ snapshots }) => (
          <>
            <TableCard
              isWide
              of={snapshots}
              keyOf={(each) => each.name}
              empty={['No snapshot yet', 'Save one, change something, and compare it with the present state.']}
              columns={[
                { head: 'Name', class: 'cell-name', cell: (each) => <Name of={each.name} /> },
                { head: 'Of', cell: (each) => each.sandbox ?? <span class="quiet">a file</span> },
                {
                  head: 'Its time',
                  cell: (each) => (
                    <>
                      <FullInstant at={each.now} />
                      {each.frozen && <span class="quiet"> frozen</span>}
                    </>
                  ),
                },
                { head: 'Saved', cell: (each) => <FullInstant at={each.savedAt} /> },
                { head: 'Size', class: 'number', cell: (each) => bytes(each.bytes) },
              ]}
              actsOf={(each) => [
                {
                  text: 'Restore',
                  onDo: () => doing(`${here} is as it was in ${each.name}.`, 'POST', `${pathOf(each.name)}/restore`),
                },
                {
                  text: 'Download',
                  href: `${base.value}${pathOf(each.name)}/file`,
                  download: `${each.name}.sqlite`,
                },
                {
                  text: 'Delete',
                  onDo: () => doing(`${each.name} is gone.`, 'DELETE', pathOf(each.name)),
                  isDanger: true,
                },
              ]}
            />
            <Compare names={snapshots.map((each) => each.name)} />
          </>
        )}
      </Loaded>
    </div>
  );
}
