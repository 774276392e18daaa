import { useMemo, useState } from 'preact/hooks';
import { read } from '../../emulator/admin';
import { Failure } from '../../components/Told';
import type { Cloud, Facility, Metro, Network, Port } from '../../emulator/shapes';
import { overview } from '../../world/overview';
import { useLive } from '../../world/live';
import { ask, go, route } from '../../shell/route';
import { CloudPanel } from './CloudPanel';
import { ConnectPorts } from './ConnectPorts';
import { useFlashes } from './happening';
import { Legend } from './Legend';
import { MapCanvas } from './MapCanvas';
import { MetroList } from './MetroList';
import { MetroPanel } from './MetroPanel';
import { OrderCloud } from './OrderCloud';
import { OrderPort } from './OrderPort';
import type { Pointed } from './pointing';
import { sceneOf } from './scene';
import { ConnectionsPanel } from './ConnectionsPanel';

/** As many of each kind as the emulator tells in one call. */
const most = 50_000;

const nothing: Network = {
  metros: [],
  facilities: [],
  ports: [],
  connections: [],
  cloudRouters: [],
  services: [],
  clouds: [],
};

export default function MapPage() {
  const company = route.value.query.get('company') ?? '';
  const chosen = route.value.query.get('metro');
  const live = useLive(
    (stop) =>
      read<Network>(`/__admin/network?limit=${most}${company ? `&company=${encodeURIComponent(company)}` : ''}`, stop),
    [company],
  );
  const network = live.value ?? nothing;
  const scene = useMemo(() => sceneOf(network), [network]);
  const flashes = useFlashes(live.value, company);
  const [arc, setArc] = useState<string | null>(null);
  const [ordering, setOrdering] = useState<Facility | null>(null);
  const [from, setFrom] = useState<Port | null>(null);
  const [to, setTo] = useState<Port | null>(null);
  const [cloudOrder, orderCloud] = useState<{ readonly cloud: Cloud; readonly metro: Metro } | null>(null);

  const shown = (what: Readonly<Record<string, string>>) => {
    setArc(null);
    ask({ ...(company ? { company } : {}), ...what });
  };
  const show = (metro: string | null) => shown(metro ? { metro } : {});
  const choose = (what: Pointed | null) => {
    if (what?.kind === 'hub') {
      go('resource', ['cloudrouters', what.key]);
    } else if (what?.kind === 'arc') {
      show(null);
      setArc(what.key);
    } else {
      show(what?.metro.metro.id ?? null);
      const there = network.clouds.filter((each) => each.metroIds.includes(what?.metro.metro.id ?? ''));
      if (what?.kind === 'clouds' && from !== null && there.length === 1 && there[0]) {
        orderCloud({ cloud: there[0], metro: what.metro.metro });
      }
    }
  };
  const metro = network.metros.find((each) => each.id === chosen);
  const cloud = network.clouds.find((each) => each.id === route.value.query.get('cloud'));
  const shownArc = scene.arcs.find((each) => each.key === arc);
  const marked = metro ? [metro.id] : (cloud?.metroIds ?? (arc ? [arc] : []));
  const companies = overview.value?.companies ?? [];

  return (
    <div class="page full map-page">
      <h1 class="for-readers">Map</h1>
      <div class="map-side">
        <div class="map-filter">
          <label class="for-readers" htmlFor="map-company">
            Whose network
          </label>
          <select
            id="map-company"
            value={company}
            onChange={(event) => ask(event.currentTarget.value ? { company: event.currentTarget.value } : {})}
          >
            <option value="">All companies</option>
            {companies.map((each) => (
              <option key={each.id} value={each.name} selected={each.name === company}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        {from && (
          <div class="map-from" role="status">
            <p>
              Connect from{' '}
              <strong>
                <bdi>{from.name}</bdi>
              </strong>
              : now choose the other port, or a cloud.
            </p>
            <button type="button" class="button small" onClick={() => setFrom(null)}>
              Cancel
            </button>
          </div>
        )}
        <Failure of={live.failure} />
        {live.value === null ? (
          live.failure === null && (
            <div class="loading" role="status">
              Reading…
            </div>
          )
        ) : metro ? (
          <MetroPanel
            metro={metro}
            network={network}
            from={from}
            onBack={() => show(null)}
            onOrder={setOrdering}
            onConnect={(port) => {
              if (from !== null) {
                setTo(port);
                return;
              }
              setFrom(port);
              // The other port may be anybody's.
              ask({ metro: metro.id });
            }}
            onOrderCloud={(each, where) => orderCloud({ cloud: each, metro: where })}
          />
        ) : cloud ? (
          <CloudPanel
            cloud={cloud}
            metros={network.metros}
            from={from}
            onBack={() => show(null)}
            onOrder={(each, where) => orderCloud({ cloud: each, metro: where })}
          />
        ) : shownArc ? (
          <ConnectionsPanel arc={shownArc} onBack={() => setArc(null)} />
        ) : (
          <MetroList scene={scene} network={network} onChoose={show} onCloud={(id) => shown({ cloud: id })} />
        )}
      </div>
      <div class="map-main">
        <MapCanvas scene={scene} chosen={marked} flashes={flashes} onChoose={choose} />
        <Legend />
      </div>
      {ordering && <OrderPort facility={ordering} company={company} onClose={() => setOrdering(null)} />}
      {cloudOrder && (
        <OrderCloud
          cloud={cloudOrder.cloud}
          metro={cloudOrder.metro}
          network={network}
          from={from}
          onClose={() => {
            orderCloud(null);
            setFrom(null);
          }}
        />
      )}
      {from && to && (
        <ConnectPorts
          from={from}
          to={to}
          onClose={() => {
            setFrom(null);
            setTo(null);
          }}
        />
      )}
    </div>
  );
}
