import type { Connection, Metro, Network, Port } from '../../emulator/shapes';
import { toneOf, type Tone } from '../../world/status';
import { placeOf } from './world';

/** A metro on the map. */
export interface MetroPlace {
  readonly metro: Metro;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly ports: number;
  readonly isInTrouble: boolean;
  readonly clouds: readonly string[];
}

/** Connections between the same two metros that are in the same way. */
export interface Arc {
  readonly key: string;
  readonly from: MetroPlace;
  readonly to: MetroPlace;
  readonly tone: Tone;
  readonly connections: readonly Connection[];
  /** How far it bends, so that arcs between the same metros lie beside each other. */
  readonly bend: number;
}

export interface Hub {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
  readonly sites: readonly { readonly to: MetroPlace; readonly tone: Tone }[];
}

export interface Scene {
  readonly metros: readonly MetroPlace[];
  readonly arcs: readonly Arc[];
  readonly hubs: readonly Hub[];
}

/** What there is to draw of a network. */
export function sceneOf(network: Network): Scene {
  const ports = new Map(network.ports.map((port) => [port.id, port]));
  const metros = metroPlaces(network);
  const places = new Map(metros.map((place) => [place.metro.id, place]));
  return { metros, arcs: arcsOf(network, places), hubs: hubsOf(network, ports, places) };
}

function metroPlaces(network: Network): MetroPlace[] {
  const counts = new Map<string, number>();
  const inTrouble = new Set<string>();
  for (const port of network.ports) {
    counts.set(port.metroId, (counts.get(port.metroId) ?? 0) + 1);
    if (toneOf(port.status) === 'bad') {
      inTrouble.add(port.metroId);
    }
  }
  return network.metros
    .filter((metro) => metro.lat !== null && metro.lon !== null)
    .map((metro) => {
      const [x, y] = placeOf(metro.lat ?? 0, metro.lon ?? 0);
      return {
        metro,
        name: metro.name.replace(/ Metro$/, ''),
        x,
        y,
        ports: counts.get(metro.id) ?? 0,
        isInTrouble: inTrouble.has(metro.id),
        clouds: network.clouds.filter((cloud) => cloud.metroIds.includes(metro.id)).map((cloud) => cloud.name),
      };
    })
    .sort((one, other) => other.ports - one.ports);
}

function arcsOf(network: Network, places: ReadonlyMap<string, MetroPlace>): Arc[] {
  const gathered = new Map<string, { from: MetroPlace; to: MetroPlace; tone: Tone; connections: Connection[] }>();
  for (const connection of network.connections) {
    const tone = toneOf(connection.status);
    const from = places.get(connection.fromMetroId);
    const to = places.get(connection.toMetroId);
    if (from === undefined || to === undefined || connection.status === 'DELETED') {
      continue;
    }
    const [first, second] = from.metro.id < to.metro.id ? [from, to] : [to, from];
    const key = `${first.metro.id} ${second.metro.id} ${tone}`;
    const arc = gathered.get(key);
    if (arc === undefined) {
      gathered.set(key, { from: first, to: second, tone, connections: [connection] });
    } else {
      arc.connections.push(connection);
    }
  }
  const bends: Readonly<Record<Tone, number>> = { good: 0.18, moving: 0.24, waiting: 0.3, bad: 0.12, off: 0.06 };
  return [...gathered].map(([key, arc]) => ({ key, ...arc, bend: bends[arc.tone] }));
}

function hubsOf(network: Network, ports: ReadonlyMap<string, Port>, places: ReadonlyMap<string, MetroPlace>): Hub[] {
  return network.cloudRouters.flatMap((router, index) => {
    const sites = router.sites.flatMap((site) => {
      const to = places.get(site.metroId ?? ports.get(site.portId ?? '')?.metroId ?? '');
      return to === undefined ? [] : [{ to, tone: toneOf(site.status) }];
    });
    if (sites.length === 0) {
      return [];
    }
    // In the middle of its sites, a little aside, so that it covers none of them.
    const x = sites.reduce((sum, site) => sum + site.to.x, 0) / sites.length + 9 + (index % 3) * 5;
    const y = sites.reduce((sum, site) => sum + site.to.y, 0) / sites.length - 13 - (index % 2) * 6;
    return [{ id: router.id, name: router.name, x, y, tone: toneOf(router.status), sites }];
  });
}
