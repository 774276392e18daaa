import { useMemo, useState } from 'preact/hooks';
import { Chart } from '../../components/Chart';
import { Loaded } from '../../components/Told';
import { accepted } from '../../emulator/answer';
import { callAs } from '../../emulator/service';
import type { Resource } from '../../emulator/shapes';
import { now } from '../../world/clock';
import { useLive } from '../../world/live';
import { personCalled, personOf } from '../../world/people';

interface Utilization {
  readonly unit: string;
  readonly results: readonly {
    readonly time: number;
    readonly rxAverage: number | null;
    readonly txAverage: number | null;
    readonly rxMax: number | null;
    readonly txMax: number | null;
  }[];
}

const spans = [
  ['minute', 'Hours', 3 * 3600],
  ['hour', 'Days', 4 * 86_400],
  ['day', 'Months', 90 * 86_400],
] as const;

/** What went through a port or a connection, as the service's own statistics tell it. */
export function UtilizationGraph({ resource }: { resource: Resource }) {
  const [resolution, setResolution] = useState<string>('hour');
  const company = resource.company ?? '';
  const person = (resource.readAs ? personCalled(resource.readAs) : null) ?? personOf(company);
  const end = Math.floor((now.value?.getTime() ?? 0) / 600_000) * 600;
  const length = spans.find(([name]) => name === resolution)?.[2] ?? 86_400;
  const path =
    `/api/company/${encodeURIComponent(company)}/${resource.machine}/${resource.id}/utilization` +
    `?resolution=${resolution}&start=${end - length}&end=${end}`;
  const live = useLive(
    async () => (person ? (accepted(await callAs(person, { method: 'GET', path })) as Utilization) : null),
    [path, person?.username],
    false,
  );
  return (
    <>
      <header>
        <h2>Utilization</h2>
        <div class="switch" role="group" aria-label="Resolution">
          {spans.map(([name, text]) => (
            <button key={name} type="button" aria-pressed={name === resolution} onClick={() => setResolution(name)}>
              {text}
            </button>
          ))}
        </div>
      </header>
      <div class="card-body">
        <Loaded live={live}>
          {(value) =>
            value === null || value.results.length === 0 ? (
              <p class="quiet">No statistics for this time.</p>
            ) : (
              <Lines of={value} />
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function Lines({ of }: { of: Utilization }) {
  const [times, lines] = useMemo(
    () =>
      [
        of.results.map((each) => each.time),
        [
          { label: 'In', color: 'accent', unit: of.unit, values: of.results.map((each) => each.rxAverage) },
          { label: 'Out', color: 'moving', unit: of.unit, values: of.results.map((each) => each.txAverage) },
          {
            label: 'Most in',
            color: 'accent-line',
            unit: of.unit,
            values: of.results.map((each) => each.rxMax),
          },
        ],
      ] as const,
    [of],
  );
  return <Chart times={times} lines={lines} label="What went in and out, Mbps over time" />;
}
