import { Method } from '../../components/Status';
import { read } from '../../emulator/admin';
import type { Exchange } from '../../emulator/shapes';
import { useLive } from '../../world/live';

interface Unmatched {
  readonly exchanges: readonly {
    readonly exchange: Exchange;
    readonly nearest: readonly { readonly method: string; readonly path: string; readonly title?: string }[];
  }[];
}

/** What may have been meant by a request that matched no operation. */
export function Nearest({ exchange }: { exchange: Exchange }) {
  const { value } = useLive(
    (stop) => read<Unmatched>('/__admin/journal/unmatched?limit=1000', stop),
    [exchange.sequence],
  );
  const nearest = value?.exchanges.find((each) => each.exchange.sequence === exchange.sequence)?.nearest ?? [];
  return nearest.length === 0 ? null : (
    <section>
      <h2>What may have been meant</h2>
      <ul class="nearest">
        {nearest.map((each) => (
          <li key={`${each.method} ${each.path}`}>
            <Method of={each.method} /> <code>{each.path}</code> <span class="quiet">{each.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
