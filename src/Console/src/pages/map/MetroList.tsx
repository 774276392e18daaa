import type { Network } from '../../emulator/shapes';
import { Name } from '../../components/Name';
import { Status } from '../../components/Status';
import { resourceLink } from '../../shell/route';
import { Empty } from '../../components/Told';
import type { Scene } from './scene';

/** The same network as a list: for the keyboard, for readers, and to look something up. */
export function MetroList({
  scene,
  network,
  onChoose,
  onCloud,
}: {
  scene: Scene;
  network: Network;
  onChoose: (metro: string) => void;
  onCloud: (cloud: string) => void;
}) {
  const waiting = network.connections.filter((each) => each.status === 'PENDING');
  return (
    <div class="map-list">
      {scene.metros.length === 0 && <Empty title="No metros yet">They come with the seed.</Empty>}
      <h2>Metros</h2>
      <ul>
        {scene.metros.map((place) => (
          <li key={place.metro.id}>
            <button type="button" class="metro-row" onClick={() => onChoose(place.metro.id)}>
              <Name of={place.name} />
              {place.isInTrouble && <span class="tag bad">error</span>}
              <span class="quiet">
                {place.ports === 0
                  ? 'no ports'
                  : `${place.ports.toLocaleString('en')} ${place.ports === 1 ? 'port' : 'ports'}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <>
          <h2>Wait for an answer</h2>
          <ul>
            {waiting.slice(0, 20).map((each) => (
              <li key={each.id}>
                <a class="metro-row" href={resourceLink('connections', each.id)}>
                  <Name of={each.name} />
                  <span class="quiet">
                    to <bdi>{each.toCompany}</bdi>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {network.clouds.length > 0 && (
        <>
          <h2>Clouds</h2>
          <ul>
            {network.clouds.map((each) => (
              <li key={each.id}>
                <button type="button" class="metro-row" onClick={() => onCloud(each.id)}>
                  <Name of={each.name} />
                  <span class="quiet">
                    {each.metroIds.length} {each.metroIds.length === 1 ? 'metro' : 'metros'}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {network.cloudRouters.length > 0 && (
        <>
          <h2>CloudRouters</h2>
          <ul>
            {network.cloudRouters.slice(0, 50).map((each) => (
              <li key={each.id}>
                <a class="metro-row" href={resourceLink('cloudrouters', each.id)}>
                  <Name of={each.name} />
                  <Status of={each.status} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
