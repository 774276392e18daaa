import { Name } from '../../components/Name';
import { rate } from '../../components/rate';
import { Status } from '../../components/Status';
import { resourceLink } from '../../shell/route';
import type { Arc } from './scene';

/** The connections that one arc of the map stands for. */
export function ConnectionsPanel({ arc, onBack }: { arc: Arc; onBack: () => void }) {
  return (
    <div class="metro-panel">
      <button type="button" class="button plain small" onClick={onBack}>
        ‹ All metros
      </button>
      <div class="metro-head">
        <h2>
          <bdi>
            {arc.from.name} – {arc.to.name}
          </bdi>
        </h2>
      </div>
      <ul>
        {arc.connections.slice(0, 100).map((each) => (
          <li key={each.id} class="port-row">
            <div class="port-line">
              <a href={resourceLink('connections', each.id)}>
                <Name of={each.name} />
              </a>
              <Status of={each.status} />
            </div>
            <div class="port-line quiet">
              <span class="port-company">
                <bdi>{each.company}</bdi> to <bdi>{each.toCompany}</bdi>
              </span>
              <span>{rate(each.bandwidth)}</span>
            </div>
          </li>
        ))}
      </ul>
      {arc.connections.length > 100 && <p class="quiet">and {arc.connections.length - 100} more</p>}
    </div>
  );
}
