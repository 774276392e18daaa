import { Loaded } from '../../components/Told';
import { admin, read } from '../../emulator/admin';
import type { Pace } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { resourceLink } from '../../shell/route';
import { changed, useLive } from '../../world/live';
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
  const forget = (path: string) =>
    telling(async () => {
      await admin('DELETE', path);
      changed();
      return 'The pace is the usual one again.';
    });
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Progression</h1>
          <p class="lead">How fast the service makes its own moves. The most specific setting counts.</p>
        </div>
        {live.value && (
          <button type="button" class="button" onClick={() => forget('/__admin/progression')}>
            Back to the start for all
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
              <section class="card">
                <header>
                  <h2>By kind</h2>
                </header>
                <ul class="card-body people">
                  {names.map((name) => {
                    const pace = seen.machines[name];
                    return (
                      <li key={name}>
                        <details class="pace-details">
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
                      </li>
                    );
                  })}
                </ul>
              </section>
              {seen.resources.length > 0 && (
                <section class="card">
                  <header>
                    <h2>Single resources</h2>
                  </header>
                  <ul class="card-body people">
                    {seen.resources.map((each) => (
                      <li key={each.id}>
                        <span>
                          <a href={resourceLink(each.machine, each.id)}>
                            {machinesWord(each.machine)}: <code>{each.id}</code>
                          </a>{' '}
                          <span class="quiet">{paceText(each.pace)}</span>
                        </span>
                        <button
                          type="button"
                          class="button small"
                          onClick={() => forget(`/__admin/progression/${each.machine}/${each.id}`)}
                        >
                          Back to the usual
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
