import { ListCard } from '../../components/Listed';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { Pace } from '../../emulator/shapes';
import { resourceLink } from '../../shell/route';
import { doing } from '../../world/doing';
import { useLive } from '../../world/live';
import { machinesWord } from '../../world/machines';
import { overview } from '../../world/overview';
import { PaceForm, paceText } from '../resource/PaceCard';

interface Progression {
  readonly usual: Pace;
  readonly isSet: boolean;
  readonly machines: Readonly<Record<string, Pace>>;
  readonly resources: readonly { readonly machine: string; readonly id: string; readonly pace: Pace }[];
}

/** How fast the service makes its own moves: in the sandbox, for each kind, for single resources. */
export default function ProgressionPage() {
  const live = useLive((stop) => read<Progression>('/__admin/progression', stop));
  const forget = (path: string) => doing('The pace is the usual one again.', 'DELETE', path);
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Progression</h1>
          <p class="lead">How fast the service makes its own moves. The most specific setting counts.</p>
        </div>
        {live.value && (
          <button type="button" class="button" onClick={() => forget('/__admin/progression')}>
            Back to the start settings
          </button>
        )}
      </header>
      <Loaded live={live}>
        {(seen) => {
          const names = [
            ...new Set([...(overview.value?.machines.map((each) => each.name) ?? []), ...Object.keys(seen.machines)]),
          ];
          return (
            <>
              <section class="card">
                <header>
                  <h2>The sandbox</h2>
                  <span class="quiet">{seen.isSet ? 'set here' : 'as the emulator was started'}</span>
                </header>
                <div class="card-body flow">
                  <p>Usually, {paceText(seen.usual)}.</p>
                  <PaceForm
                    key={JSON.stringify(seen.usual)}
                    pace={seen.usual}
                    path="/__admin/progression"
                    isSet={seen.isSet}
                  />
                </div>
              </section>
              <ListCard
                title="By kind"
                of={names}
                keyOf={(name) => name}
                line={(name) => {
                  const pace = seen.machines[name];
                  return (
                    <details>
                      <summary>
                        {machinesWord(name)} <span class="quiet">{pace ? paceText(pace) : 'as usual'}</span>
                      </summary>
                      <PaceForm
                        key={JSON.stringify(pace)}
                        pace={pace ?? seen.usual}
                        path={`/__admin/progression/${name}`}
                        isSet={pace !== undefined}
                      />
                    </details>
                  );
                }}
              />
              {seen.resources.length > 0 && (
                <ListCard
                  title="Single resources"
                  of={seen.resources}
                  keyOf={(each) => `${each.machine} ${each.id}`}
                  line={(each) => (
                    <>
                      <a href={resourceLink(each.machine, each.id)}>
                        {machinesWord(each.machine)}: <code>{each.id}</code>
                      </a>{' '}
                      <span class="quiet">{paceText(each.pace)}</span>
                    </>
                  )}
                  actsOf={({ machine, id }) => [
                    { text: 'Back to the usual', onDo: () => forget(`/__admin/progression/${machine}/${id}`) },
                  ]}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
