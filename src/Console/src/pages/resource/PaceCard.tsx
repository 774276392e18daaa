import { useState } from 'preact/hooks';
import { Choice, Field } from '../../components/Field';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { Pace, Resource, ResourcePace } from '../../emulator/shapes';
import { doing } from '../../world/doing';
import { useLive } from '../../world/live';

export const progressions = [
  ['time', 'After some seconds'],
  ['immediate', 'At once'],
  ['polls', 'After some reads'],
  ['manual', 'Only when told'],
] as const;

const sources: Readonly<Record<string, string>> = {
  resource: 'set for this one',
  machine: 'set for all of its kind',
  sandbox: 'set for the sandbox',
  start: 'as the emulator was started',
};

export function paceText(pace: Pace): string {
  return pace.progression === 'time'
    ? `each stage takes ${pace.stepSeconds} s`
    : pace.progression === 'immediate'
      ? 'each stage is over at once'
      : pace.progression === 'polls'
        ? `a stage is over after ${pace.polls} reads`
        : 'a stage is over when you say so';
}

/** How fast the service moves this resource on. */
export function PaceCard({ resource }: { resource: Resource }) {
  const path = `/__admin/progression/${encodeURIComponent(resource.machine)}/${encodeURIComponent(resource.id)}`;
  const live = useLive((stop) => read<ResourcePace>(path, stop), [path]);
  return (
    <section class="card">
      <header>
        <h2>Pace</h2>
      </header>
      <div class="card-body flow">
        <Loaded live={live}>
          {(pace) => (
            <>
              <p>
                {capital(paceText(pace.pace))} <span class="quiet">({sources[pace.setFor] ?? pace.setFor})</span>
                {pace.readsLeft !== null && <span class="quiet">, {pace.readsLeft} reads left</span>}
                {pace.held && <span class="tag waiting">held back</span>}
              </p>
              <PaceForm
                key={JSON.stringify(pace.pace)}
                pace={pace.pace}
                path={path}
                isSet={pace.setFor === 'resource'}
              />
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}

/** Sets the pace of a resource, a machine or the sandbox. */
export function PaceForm({ pace, path, isSet }: { pace: Pace; path: string; isSet: boolean }) {
  const [progression, setProgression] = useState<string>(pace.progression);
  const [seconds, setSeconds] = useState(String(pace.stepSeconds));
  const [polls, setPolls] = useState(String(pace.polls));
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void doing('The pace is set.', 'PUT', path, {
      progression,
      ...(progression === 'time' ? { stepSeconds: Number(seconds) } : {}),
      ...(progression === 'polls' ? { polls: Number(polls) } : {}),
    });
  };
  const forget = () => doing('The pace is the usual one again.', 'DELETE', path);
  return (
    <form class="pace-form" onSubmit={save}>
      <Choice label="A stage is over" value={progression} of={progressions} onChoose={setProgression} />
      {progression === 'time' && (
        <Field label="Seconds" type="number" min={0} step="any" value={seconds} onInput={setSeconds} />
      )}
      {progression === 'polls' && <Field label="Reads" type="number" min={1} value={polls} onInput={setPolls} />}
      <button class="button">Set</button>
      {isSet && (
        <button type="button" class="button plain" onClick={forget}>
          Back to the usual
        </button>
      )}
    </form>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
