import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Copy } from '../../components/Copy';
import { Dialog } from '../../components/Dialog';
import { Check, Choice, Field } from '../../components/Field';
import { FullInstant } from '../../components/Instant';
import { TableCard } from '../../components/Listed';
import { Name } from '../../components/Name';
import { Loaded } from '../../components/Told';
import { choose } from '../../emulator/address';
import { adminOfAll, read } from '../../emulator/admin';
import type { Sandbox, Snapshot } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { doingForAll } from '../../world/doing';
import { changed, useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { fork } from './fork';

/** Worlds of their own: make one, fork one, put one back to the seed, throw one away. */
export default function SandboxesPage() {
  const [isMaking, setMaking] = useState(false);
  const live = useLive((stop) => read<{ sandboxes: readonly Sandbox[] }>('/__admin/sandboxes', stop));
  const here = overview.value?.sandbox.name;
  const pathOf = (name: string) => `/__admin/sandboxes/${encodeURIComponent(name)}`;
  const reset = (name: string) => doingForAll(`${name} is back at the seed.`, 'POST', `${pathOf(name)}/reset`);
  const remove = (name: string) =>
    telling(async () => {
      await adminOfAll('DELETE', pathOf(name));
      if (name === here) {
        choose(null);
      }
      changed();
      return `${name} is gone.`;
    });
  const copy = (name: string) =>
    telling(async () => {
      const made = await fork(name);
      changed();
      return `${made} is a copy of ${name}.`;
    });
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Sandboxes</h1>
          <p class="lead">
            Each is a world of its own: data, clock, ids, faults, requests and mail. Give each test one.
          </p>
        </div>
        <button type="button" class="button primary" onClick={() => setMaking(true)}>
          Make a sandbox
        </button>
      </header>
      <Loaded live={live}>
        {({ sandboxes }) => (
          <TableCard
            isWide
            of={sandboxes}
            keyOf={(each) => each.name}
            columns={[
              {
                head: 'Name',
                class: 'cell-name',
                cell: (each) => (
                  <>
                    <Name of={each.name} /> {each.name === here && <span class="tag accent">in view</span>}
                  </>
                ),
              },
              {
                head: 'Address',
                cell: (each) => (
                  <span class="copied">
                    <code>{each.url}</code>
                    <Copy text={each.url} of="address" />
                  </span>
                ),
              },
              {
                head: 'Its time',
                cell: (each) =>
                  each.now === null ? (
                    <span class="quiet" title="It was kept from an earlier run, and is opened when it is first used.">
                      not opened yet
                    </span>
                  ) : (
                    <FullInstant at={each.now} />
                  ),
              },
              {
                head: 'Goes away',
                cell: (each) =>
                  each.expiresAt ? <FullInstant at={each.expiresAt} /> : <span class="quiet">stays</span>,
              },
            ]}
            actsOf={({ name }) => [
              ...(name === here ? [] : [{ text: 'Look at it', onDo: () => choose(name === 'default' ? null : name) }]),
              { text: 'Fork', onDo: () => copy(name) },
              { text: 'Back to the seed', onDo: () => reset(name) },
              ...(name === 'default' ? [] : [{ text: 'Delete', onDo: () => remove(name), isDanger: true }]),
            ]}
          />
        )}
      </Loaded>
      {isMaking && <MakeSandbox onClose={() => setMaking(false)} />}
    </div>
  );
}

function MakeSandbox({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const [minutes, setMinutes] = useState('60');
  const [isFrozen, setFrozen] = useState(true);
  const sending = useSending();
  const { value } = useLive((stop) => read<{ snapshots: readonly Snapshot[] }>('/__admin/snapshots', stop));
  return (
    <Dialog title="Make a sandbox" onClose={onClose}>
      <CallForm
        call={{
          method: 'POST',
          path: '/__admin/sandboxes',
          body: {
            ...(name ? { name } : {}),
            ...(from ? { from } : {}),
            ...(minutes ? { ttlSeconds: Math.round(Number(minutes) * 60) } : {}),
            clockFrozen: isFrozen,
          },
          isOfAll: true,
        }}
        sending={sending}
        act="Make it and look"
        onAnswered={({ body }) => {
          onClose();
          choose((body as Sandbox).name);
        }}
      >
        <Field
          label="Name"
          value={name}
          onInput={setName}
          hint="Letters, digits, hyphens and underscores. If empty, one is made up."
        />
        <div class="form-pair">
          <Choice
            label="Begins with"
            value={from}
            onChoose={setFrom}
            of={[
              ['', 'The seed'],
              ...(value?.snapshots ?? []).map((each) => [each.name, `Snapshot ${each.name}`] as const),
            ]}
          />
          <Field
            label="Deleted after minutes"
            type="number"
            min={1}
            value={minutes}
            onInput={setMinutes}
            hint="If empty, it stays."
          />
        </div>
        <Check label="Its clock stands still until I move it" value={isFrozen} onChange={setFrozen} />
      </CallForm>
    </Dialog>
  );
}
