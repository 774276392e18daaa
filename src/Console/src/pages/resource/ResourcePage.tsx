import { useEffect } from 'preact/hooks';
import { Copy } from '../../components/Copy';
import { FullInstant, Instant } from '../../components/Instant';
import { Name } from '../../components/Name';
import { Status } from '../../components/Status';
import { Failure, Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { Machine, Resource } from '../../emulator/shapes';
import { aim } from '../../shell/aim';
import { linkTo, route } from '../../shell/route';
import { useLive } from '../../world/live';
import { machines, machineWord } from '../../world/machines';
import { Answering } from './Answering';
import { Graph } from './Graph';
import { HistoryCard } from './HistoryCard';
import { MovesCard } from './MovesCard';
import { PaceCard } from './PaceCard';
import { PayloadCard } from './PayloadCard';
import { SpeedCard } from './SpeedCard';
import { StateDiagram } from './StateDiagram';

/** A staged resource, any of them: where it stands, how it got there, and what may come. */
export default function ResourcePage() {
  const [machine = '', id = ''] = route.value.of;
  const live = useLive(
    (stop) => read<Resource>(`/__admin/workflows/${encodeURIComponent(machine)}/${encodeURIComponent(id)}`, stop),
    [machine, id],
  );
  const table = useLive(async () => (await machines()).get(machine) ?? null, [machine]);

  useEffect(() => {
    const states = table.value?.states.filter((state) => state !== live.value?.state) ?? [];
    aim.value = { machine, id, states };
    return () => {
      aim.value = null;
    };
  }, [machine, id, table.value, live.value?.state]);

  return (
    <div class="page">
      {live.value !== null && <Failure of={live.failure} />}
      <Loaded live={live}>{(resource) => <Shown resource={resource} machine={table.value} />}</Loaded>
    </div>
  );
}

function Shown({ resource, machine }: { resource: Resource; machine: Machine | null }) {
  const { name, id, company, state } = resource;
  return (
    <>
      <header class="resource-head">
        <p class="crumbs">
          <a href={linkTo('resources', [], { machine: resource.machine })}>{machineWord(resource.machine)}</a>
          {company && (
            <>
              {' '}
              of{' '}
              <a href={linkTo('companies', [company])}>
                <bdi>{company}</bdi>
              </a>
            </>
          )}
        </p>
        <div class="page-head">
          <h1>
            <Name of={name} empty={machineWord(resource.machine)} />
          </h1>
          <span class="resource-id">
            <code>{id}</code>
            <Copy text={id} of="id" />
          </span>
        </div>
        <dl class="resource-facts">
          <div>
            <dt>Status</dt>
            <dd>
              <Status of={state} />
            </dd>
          </div>
          <div>
            <dt>Since</dt>
            <dd>
              <Instant at={resource.since} />{' '}
              <span class="quiet">
                <FullInstant at={resource.since} />
              </span>
            </dd>
          </div>
          <div>
            <dt>Moves on</dt>
            <dd>{resource.nextDue ? <Instant at={resource.nextDue} /> : <span class="quiet">not by itself</span>}</dd>
          </div>
        </dl>
      </header>
      <Answering resource={resource} />
      {machine && (
        <section class="card" aria-label="State diagram">
          <StateDiagram machine={machine} resource={resource} />
        </section>
      )}
      <div class="columns">
        <div class="column">
          <MovesCard resource={resource} />
          <SpeedCard resource={resource} />
          <HistoryCard resource={resource} />
          <PaceCard resource={resource} />
        </div>
        <div class="column">
          <Graph resource={resource} />
          <PayloadCard resource={resource} />
        </div>
      </div>
    </>
  );
}
