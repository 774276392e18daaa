import { useState } from 'preact/hooks';
import { Copy } from '../../components/Copy';
import { Dialog } from '../../components/Dialog';
import { Check, Choice, Field } from '../../components/Field';
import { FullInstant } from '../../components/Instant';
import { Name } from '../../components/Name';
import { Failure, Loaded } from '../../components/Told';
import { choose } from '../../emulator/address';
import { adminOfAll, read } from '../../emulator/admin';
import { Refused } from '../../emulator/answer';
import type { Sandbox, Snapshot } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { changed, useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { fork } from './fork';

/** Worlds of their own: make one, fork one, put one back to the seed, throw one away. */
export default function SandboxesPage() {
  const [isMaking, setMaking] = useState(false);
  const live = useLive((stop) => read<{ sandboxes: readonly Sandbox[] }>('/__admin/sandboxes', stop));
  const here = overview.value?.sandbox.name;
  const reset = (name: string) =>
    telling(async () => {
      await adminOfAll('POST', `/__admin/sandboxes/${encodeURIComponent(name)}/reset`);
      changed();
      return `${name} is back at the seed.`;
    });
  const remove = (name: string) =>
    telling(async () => {
      await adminOfAll('DELETE', `/__admin/sandboxes/${encodeURIComponent(name)}`);
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
          <section class="card">
            <div class="table-scroll">
              <table class="table">
                <thead>
                  <tr>
                    <th>Name</th>
                    <th>Address</th>
                    <th>Its time</th>
                    <th>Goes away</th>
                    <th>
                      <span class="for-readers">Acts</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {sandboxes.map((each) => (
                    <tr key={each.name}>
                      <td class="cell-name">
                        <Name of={each.name} /> {each.name === here && <span class="tag accent">in view</span>}
                      </td>
                      <td>
                        <span class="copied">
                          <code>{each.url}</code>
                          <Copy text={each.url} of="address" />
                        </span>
                      </td>
                      <td>
                        <FullInstant at={each.now} />
                      </td>
                      <td>{each.expiresAt ? <FullInstant at={each.expiresAt} /> : <span class="quiet">stays</span>}</td>
                      <td class="end">
                        <span class="row-acts">
                          {each.name !== here && (
                            <button
                              type="button"
                              class="button small"
                              onClick={() => choose(each.name === 'default' ? null : each.name)}
                            >
                              Look at it
                            </button>
                          )}
                          <button type="button" class="button small" onClick={() => copy(each.name)}>
                            Fork
                          </button>
                          <button type="button" class="button small" onClick={() => reset(each.name)}>
                            Back to the seed
                          </button>
                          {each.name !== 'default' && (
                            <button type="button" class="button small danger" onClick={() => remove(each.name)}>
                              Delete
                            </button>
                          )}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
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
  const [failure, setFailure] = useState<Refused | null>(null);
  const { value } = useLive((stop) => read<{ snapshots: readonly Snapshot[] }>('/__admin/snapshots', stop));
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      const made = await adminOfAll<Sandbox>('POST', '/__admin/sandboxes', {
        ...(name ? { name } : {}),
        ...(from ? { from } : {}),
        ...(minutes ? { ttlSeconds: Math.round(Number(minutes) * 60) } : {}),
        clockFrozen: isFrozen,
      });
      onClose();
      choose(made.name);
    } catch (refusal) {
      setFailure(refusal instanceof Refused ? refusal : new Refused(String(refusal), 0, null));
    }
  };
  return (
    <Dialog title="Make a sandbox" onClose={onClose}>
      <form class="form" onSubmit={make}>
        <Field
          label="Name"
          value={name}
          onInput={setName}
          hint="Letters, digits, hyphens and underscores. Left empty, one is made up."
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
            label="Goes away after minutes"
            type="number"
            min={1}
            value={minutes}
            onInput={setMinutes}
            hint="Left empty, it stays."
          />
        </div>
        <Check label="Its clock stands still until I move it" value={isFrozen} onChange={setFrozen} />
        <Failure of={failure} />
        <div class="form-end">
          <button class="button primary">Make it and look</button>
        </div>
      </form>
    </Dialog>
  );
}
