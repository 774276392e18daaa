import { useMemo, useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { CallShown, useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Choice, Field } from '../../components/Field';
import { rate } from '../../components/rate';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import { accepted } from '../../emulator/answer';
import { callAs } from '../../emulator/service';
import type { Cloud, CloudPort, Metro, Network, Port, Resource } from '../../emulator/shapes';
import { resourceLink } from '../../shell/route';
import { useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { people, personOf } from '../../world/people';
import { connectionIn, orderingOf, regionsOf, type Region } from './clouds';
import { Until } from './Until';

/** How many ports there are to choose from; more are searched for in their metros. */
const most = 200;

/** Connects a port with a cloud, by the operation that the cloud is ordered with. */
export function OrderCloud({
  cloud,
  metro,
  network,
  from,
  onClose,
}: {
  cloud: Cloud;
  metro: Metro;
  network: Network;
  from: Port | null;
  onClose: () => void;
}) {
  const [chosen, choose] = useState(from);
  const ports = useMemo(() => (from ? [from] : portsFor(network)), [network, people.value]);
  const port = chosen ?? ports[0] ?? null;
  const person = port && personOf(port.company);
  const username = overview.value?.companies.find((each) => each.id === cloud.id)?.name ?? '';
  // What a cloud sells where, the service tells to anybody who has logged in. A company that is no cloud partner
  // has no regions: it is met in its metro.
  const regions = useLive<readonly Region[]>(
    async () => {
      const path = `/api/directConnectPartner/${encodeURIComponent(username)}/regions`;
      const answer = person && (await callAs(person, { method: 'GET', path }));
      return answer === null || answer.status === 404
        ? []
        : regionsOf(cloud, (accepted(answer) as { results: readonly CloudPort[] }).results);
    },
    [cloud.id, person?.username, people.value.length],
    false,
  );
  return (
    <Dialog title={`Connect to ${cloud.name}`} onClose={onClose}>
      {port === null ? (
        <p class="form">No port is in service that could lead there: order one in a metro first.</p>
      ) : (
        <Loaded live={regions}>
          {(there) => (
            <Order
              key={cloud.id}
              cloud={cloud}
              username={username}
              metro={metro}
              regions={there}
              port={port}
              ports={ports}
              onPort={(id) => choose(ports.find((each) => each.id === id) ?? null)}
              onClose={onClose}
            />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}

function Order({
  cloud,
  username,
  metro,
  regions,
  port,
  ports,
  onPort,
  onClose,
}: {
  cloud: Cloud;
  username: string;
  metro: Metro;
  regions: readonly Region[];
  port: Port;
  ports: readonly Port[];
  onPort: (id: string) => void;
  onClose: () => void;
}) {
  const ordering = orderingOf(cloud);
  const here = regions.find((each) => each.ports.some((one) => one.metroId === metro.id)) ?? regions[0] ?? null;
  const [regionName, setRegion] = useState(here?.name ?? '');
  const region = regions.find((each) => each.name === regionName) ?? null;
  const speeds = region?.ports[0]?.partner.connectionSpeeds ?? [];
  const [typed, setSpeed] = useState('');
  const speed = Number(typed || (speeds.find((each) => each.value >= 100) ?? speeds[0])?.value || 100);
  const [name, setName] = useState(`To ${cloud.name}`);
  const [brought, bring] = useState<readonly string[] | null>(null);
  const [madeUp, setMadeUp] = useState(() => ordering.makeUp(regions, region, speed));
  const given = brought ?? madeUp;
  const change = (nextRegion: string, nextSpeed: string) => {
    setRegion(nextRegion);
    setSpeed(nextSpeed);
    const next = regions.find((each) => each.name === nextRegion) ?? null;
    setMadeUp(ordering.makeUp(regions, next, Number(nextSpeed || speed)));
  };
  const sending = useSending();
  const call = ordering.call({
    name,
    from: port,
    companyId: overview.value?.companies.find((each) => each.name === port.company)?.id ?? '',
    cloud: username,
    metroId: metro.id,
    region,
    speed,
    given,
  });
  const ordered = sending.answer?.ok ? connectionIn(sending.answer.body) : null;
  const isOrdered = ordered !== null;
  return (
    <CallForm
      call={call}
      as={personOf(port.company)}
      sending={sending}
      act="Order"
      after={ordered !== null && <Afterwards id={ordered} cloud={cloud} onClose={onClose} />}
      next={
        ordered !== null && (
          <a class="button" href={resourceLink('connections', ordered)} onClick={onClose}>
            Look at the connection
          </a>
        )
      }
    >
      {!isOrdered && (
        <>
          <Choice
            label="From port"
            value={port.id}
            onChoose={onPort}
            of={ports.map(
              (each) => [each.id, `${each.name.slice(0, 40)} (${each.company}), ${rate(left(each))} free`] as const,
            )}
          />
          <div class="form-pair">
            {regions.length > 0 ? (
              <Choice
                label="Region"
                value={regionName}
                onChoose={(next) => change(next, typed)}
                of={regions.map((each) => [each.name, each.name] as const)}
              />
            ) : (
              <p class="field-told">
                <span>Where</span>
                <bdi>{metro.name}</bdi>
              </p>
            )}
            {speeds.length > 0 ? (
              <Choice
                label="Speed"
                value={String(speed)}
                onChoose={(next) => change(regionName, next)}
                of={speeds.map(
                  (each) =>
                    [String(each.value), rate(each.value) + (each.type === 'MANUAL' ? ', by hand' : '')] as const,
                )}
              />
            ) : (
              <Field label="Speed, Mbps" type="number" min={1} value={String(speed)} onInput={setSpeed} required />
            )}
          </div>
          <Field label="Name" value={name} onInput={setName} required />
          {ordering.brings.map((label, index) => (
            <Field
              key={label}
              label={label}
              value={given[index] ?? ''}
              onInput={(value) => bring(given.map((each, at) => (at === index ? value : each)))}
              hint={index === ordering.brings.length - 1 ? ordering.hint : undefined}
              required
            />
          ))}
        </>
      )}
    </CallForm>
  );
}

/** What is left to do once it is ordered: by the cloud's customer, by support, by the clock. */
function Afterwards({ id, cloud, onClose }: { id: string; cloud: Cloud; onClose: () => void }) {
  const path = `/__admin/workflows/connections/${encodeURIComponent(id)}`;
  const live = useLive((stop) => read<Resource>(path, stop), [id]);
  const sending = useSending();
  const state = live.value?.state;
  const may = (trigger: string) => live.value?.mayFire.some((move) => move.trigger === trigger) === true;
  const step =
    state === 'PENDING_ACCEPTANCE' && may('PartnerAccept')
      ? {
          trigger: 'PartnerAccept',
          text: `Its customer accepts it in ${cloud.name}'s own console. Be the customer:`,
          act: 'Accept it there',
        }
      : state === 'MANUAL' && may('Create')
        ? { trigger: 'Create', text: 'This speed is provisioned by hand. Be the support:', act: 'Provision it' }
        : null;
  if (live.value === null) {
    return null;
  }
  const call = step && { method: 'POST', path: `${path}/fire`, body: { trigger: step.trigger } };
  return (
    <div class="flow" aria-live="polite">
      {step && call ? (
        <>
          <p>
            It is <strong>{state}</strong>. {step.text}
          </p>
          <CallShown call={call} as={null} sending={sending} />
          <p class="form-end">
            <button
              type="button"
              class="button primary"
              disabled={sending.isSending}
              onClick={() => void sending.send(null, call)}
            >
              {step.act}
            </button>
          </p>
        </>
      ) : (
        <>
          <p>
            It is <strong>{state}</strong>
            {state === 'ACTIVE'
              ? ': in service.'
              : state === 'PENDING'
                ? `: ${cloud.name} answers like any other company.`
                : ' now, and moves on as time passes.'}
          </p>
          {state !== 'ACTIVE' && (
            <p class="form-end">
              <Until machine="connections" id={id} state="ACTIVE" onDone={onClose} />
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** What a port has left, Mbps. */
const left = (port: Port) => Math.max(0, port.speed - port.used);

/** Ports that may be connected with a cloud: in service, somebody's; Acme's first, and what has the most left. */
function portsFor(network: Network): readonly Port[] {
  const clouds = new Set(network.clouds.map((each) => each.id));
  const own = new Set(
    overview.value?.companies
      .filter((each) => !clouds.has(each.id) && personOf(each.name) !== null)
      .map((each) => each.name),
  );
  return network.ports
    .filter((port) => port.status === 'ACTIVE' && own.has(port.company) && left(port) > 0)
    .sort((one, other) => Number(other.company === 'Acme') - Number(one.company === 'Acme') || left(other) - left(one))
    .slice(0, most);
}
