import { useEffect, useRef, useState } from 'preact/hooks';
import type { Network } from '../../emulator/shapes';
import { toneOf } from '../../world/status';
import { flashLength, type Flash } from './drawing';

/** The most places that light up at once: after a reset everything has changed, and nothing has happened. */
const most = 12;

/** Where ports or connections have come or changed their status between two looks at a network. */
export function flashesOf(before: Network, after: Network): readonly Flash[] {
  const at = performance.now();
  const found = new Map<string, Flash>();
  const flash = (metroId: string, status: string) => found.set(metroId, { metroId, tone: toneOf(status), at });
  const ports = new Map(before.ports.map((port) => [port.id, port.status]));
  for (const port of after.ports) {
    if (ports.get(port.id) !== port.status) {
      flash(port.metroId, port.status);
    }
  }
  const connections = new Map(before.connections.map((connection) => [connection.id, connection.status]));
  for (const connection of after.connections) {
    if (connections.get(connection.id) !== connection.status) {
      flash(connection.fromMetroId, connection.status);
      flash(connection.toMetroId, connection.status);
    }
  }
  return found.size > most ? [] : [...found.values()];
}

/** What has changed since the same part of the network was read before, so that it lights up. */
export function useFlashes(network: Network | null, part: string): readonly Flash[] {
  const before = useRef<{ network: Network; part: string } | null>(null);
  const [flashes, setFlashes] = useState<readonly Flash[]>([]);
  useEffect(() => {
    if (network === null) {
      return;
    }
    const known = before.current;
    before.current = { network, part };
    const found = known !== null && known.part === part ? flashesOf(known.network, network) : [];
    if (found.length > 0) {
      setFlashes(found);
      setTimeout(() => setFlashes((now) => (now === found ? [] : now)), flashLength);
    }
  }, [network]);
  return flashes;
}
