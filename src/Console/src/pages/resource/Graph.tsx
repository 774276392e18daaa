import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Resource } from '../../emulator/shapes';

const graphed: Readonly<Record<string, string>> = {
  ports: 'Utilization',
  connections: 'Utilization',
  'iod-services': 'Bandwidth and cost',
};

/** A graph, where there is one. Its code comes when it is needed. */
export function Graph({ resource }: { resource: Resource }) {
  const title = graphed[resource.machine];
  const [Shown, setShown] = useState<FunctionComponent<{ resource: Resource }> | null>(null);
  useEffect(() => {
    if (resource.machine === 'iod-services') {
      void import('./ServiceGraph').then((module) => setShown(() => module.ServiceGraph));
    } else if (title) {
      void import('./UtilizationGraph').then((module) => setShown(() => module.UtilizationGraph));
    }
  }, [resource.machine]);
  return title ? (
    <section class="card">
      {Shown ? (
        <Shown resource={resource} />
      ) : (
        <header>
          <h2>{title}</h2>
        </header>
      )}
    </section>
  ) : null;
}
