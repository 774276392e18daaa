import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { Meter } from '../../components/Meter';
import { Name } from '../../components/Name';
import { Status } from '../../components/Status';
import { Empty } from '../../components/Told';
import type { Cloud, Facility, Metro, Network, Port } from '../../emulator/shapes';
import { resourceLink } from '../../shell/route';
import { CloudsHere } from './CloudPanel';

/** How many ports are listed before one has to search. */
const most = 60;

/** A metro: its facilities, the ports in them, and what can be done there. */
export function MetroPanel({
  metro,
  network,
  from,
  onBack,
  onOrder,
  onConnect,
  onOrderCloud,
}: {
  metro: Metro;
  network: Network;
  from: Port | null;
  onBack: () => void;
  onOrder: (facility: Facility) => void;
  onConnect: (port: Port) => void;
  onOrderCloud: (cloud: Cloud, metro: Metro) => void;
}) {
  const [sought, setSought] = useState('');
  const here = useMemo(() => network.ports.filter((port) => port.metroId === metro.id), [network, metro.id]);
  const inside = (facility: Facility) => here.filter((port) => port.facilityId === facility.id).length;
  const facilities = network.facilities
    .filter((each) => each.metroId === metro.id)
    .sort((one, other) => inside(other) - inside(one));
  const text = sought.trim().toLowerCase();
  const found = here.filter(
    (port) => text === '' || `${port.name} ${port.company} ${port.id}`.toLowerCase().includes(text),
  );
  const shown = found.slice(0, most);
  const clouds = network.clouds.filter((cloud) => cloud.metroIds.includes(metro.id));

  return (
    <div class="metro-panel">
      <button type="button" class="button plain small" onClick={onBack}>
        ‹ All metros
      </button>
      <div class="metro-head">
        <h2>
          <bdi>{metro.name.replace(/ Metro$/, '')}</bdi>
        </h2>
        <span class="quiet">{metro.countryCode?.toUpperCase()}</span>
      </div>
      <CloudsHere clouds={clouds} metro={metro} from={from} onOrder={onOrderCloud} />
      {here.length > 12 && (
        <input
          type="search"
          placeholder="Search ports"
          aria-label="Search ports"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {facilities.map((facility) => {
        const ports = shown.filter((port) => port.facilityId === facility.id);
        return (
          <section key={facility.id} class="facility">
            <header>
              <h3>
                <bdi>{facility.name}</bdi>
              </h3>
              {facility.orderable && (
                <button
                  type="button"
                  class="button small"
                  onClick={() => onOrder(facility)}
                  aria-label={`Order a port in ${facility.name}`}
                >
                  Order a port
                </button>
              )}
            </header>
            <ul>
              {ports.map((port) => (
                <li key={port.id} class="port-row">
                  <div class="port-line">
                    <a href={resourceLink('ports', port.id)}>
                      <Name of={port.name} />
                    </a>
                    <Status of={port.status} />
                  </div>
                  <div class="port-line">
                    <span class="quiet port-company">
                      <bdi>{port.company}</bdi>
                    </span>
                    <Meter used={port.used} of={port.speed} label={port.name} />
                    {port.status === 'ACTIVE' && port.id !== from?.id && (
                      <button
                        type="button"
                        class="button small"
                        onClick={() => onConnect(port)}
                        aria-label={`${from === null ? 'Connect from' : 'Connect to'} ${port.name}`}
                      >
                        {from === null ? 'Connect' : 'To here'} <Icon of="arrow" />
                      </button>
                    )}
                  </div>
                </li>
              ))}
              {ports.length === 0 && <li class="quiet port-row">No ports{text ? ' with that name' : ' here'}</li>}
            </ul>
          </section>
        );
      })}
      {facilities.length === 0 && <Empty title="No facility">No data center of this metro is known.</Empty>}
      {found.length > shown.length && (
        <p class="quiet">{(found.length - shown.length).toLocaleString('en')} more ports: search for them.</p>
      )}
    </div>
  );
}
