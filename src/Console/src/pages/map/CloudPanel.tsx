import { Icon } from '../../components/Icon';
import { Empty } from '../../components/Told';
import type { Cloud, Metro, Port } from '../../emulator/shapes';

/** A cloud: the metros in which it is met, and a connection to each. */
export function CloudPanel({
  cloud,
  metros,
  from,
  onBack,
  onOrder,
}: {
  cloud: Cloud;
  metros: readonly Metro[];
  from: Port | null;
  onBack: () => void;
  onOrder: (cloud: Cloud, metro: Metro) => void;
}) {
  const there = metros.filter((metro) => cloud.metroIds.includes(metro.id));
  return (
    <div class="metro-panel">
      <button type="button" class="button plain small" onClick={onBack}>
        ‹ All metros
      </button>
      <div class="metro-head">
        <h2>
          <bdi>{cloud.name}</bdi>
        </h2>
        <span class="quiet">cloud</span>
      </div>
      {there.length === 0 && <Empty title="Not to be reached">None of its ports is in service.</Empty>}
      {there.length > 0 && (
        <section class="facility">
          <header>
            <h3>Where it is met</h3>
          </header>
          <ul>
            {there.map((metro) => (
              <CloudRow
                key={metro.id}
                text={metro.name.replace(/ Metro$/, '')}
                label={`${from ? 'Connect to' : 'Connect with'} ${cloud.name} in ${metro.name}`}
                from={from}
                onOrder={() => onOrder(cloud, metro)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The clouds of a metro. */
export function CloudsHere({
  clouds,
  metro,
  from,
  onOrder,
}: {
  clouds: readonly Cloud[];
  metro: Metro;
  from: Port | null;
  onOrder: (cloud: Cloud, metro: Metro) => void;
}) {
  return clouds.length === 0 ? null : (
    <section class="facility">
      <header>
        <h3>Clouds</h3>
      </header>
      <ul>
        {clouds.map((cloud) => (
          <CloudRow
            key={cloud.id}
            text={cloud.name}
            label={`${from ? 'Connect to' : 'Connect with'} ${cloud.name}`}
            from={from}
            onOrder={() => onOrder(cloud, metro)}
          />
        ))}
      </ul>
    </section>
  );
}

function CloudRow({
  text,
  label,
  from,
  onOrder,
}: {
  text: string;
  label: string;
  from: Port | null;
  onOrder: () => void;
}) {
  return (
    <li class="port-row">
      <div class="port-line">
        <span class="cloud-name">
          <Icon of="cloud" /> <bdi>{text}</bdi>
        </span>
        <button type="button" class="button small" aria-label={label} onClick={onOrder}>
          {from === null ? 'Connect' : 'To here'} <Icon of="arrow" />
        </button>
      </div>
    </li>
  );
}
