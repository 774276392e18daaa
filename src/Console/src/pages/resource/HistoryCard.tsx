import { FullInstant, Instant } from '../../components/Instant';
import { Status } from '../../components/Status';
import type { Resource } from '../../emulator/shapes';

/** What happened to a resource, the latest first: who, by which trigger, and why. */
export function HistoryCard({ resource }: { resource: Resource }) {
  return (
    <section class="card">
      <header>
        <h2>History</h2>
        <span class="quiet">
          {resource.history.length} {resource.history.length === 1 ? 'move' : 'moves'}
        </span>
      </header>
      <ol class="timeline">
        {resource.nextDue && (
          <li class="due">
            <div class="timeline-line">
              <span class="quiet">Next</span> <Instant at={resource.nextDue} />
            </div>
            <p class="quiet">
              The service moves it on by itself, <FullInstant at={resource.nextDue} />.
            </p>
          </li>
        )}
        {[...resource.history].reverse().map((each, index) => (
          <li key={resource.history.length - index}>
            <div class="timeline-line">
              <Status of={each.to} /> <Instant at={each.at} />
            </div>
            <p>
              <strong>{each.trigger}</strong>{' '}
              <span class="quiet">
                by <bdi>{each.by}</bdi>, <FullInstant at={each.at} />
              </span>
            </p>
            {each.reason && (
              <p class="timeline-reason">
                <bdi>{each.reason}</bdi>
              </p>
            )}
          </li>
        ))}
        {resource.history.length === 0 && <li class="quiet">Nothing yet</li>}
      </ol>
    </section>
  );
}
