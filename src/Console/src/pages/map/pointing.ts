import type { ZoomTransform } from 'd3-zoom';
import { cloudSpot, curveOf, loopOf, sizeOf } from './drawing';
import type { Arc, Hub, MetroPlace, Scene } from './scene';

export type Pointed =
  | { readonly kind: 'metro'; readonly key: string; readonly metro: MetroPlace }
  | { readonly kind: 'clouds'; readonly key: string; readonly metro: MetroPlace }
  | { readonly kind: 'hub'; readonly key: string; readonly hub: Hub }
  | { readonly kind: 'arc'; readonly key: string; readonly arc: Arc };

/** What is at a point of the canvas: the mark of a metro's clouds, the nearest metro, then a hub, then an arc. */
export function pointedAt(scene: Scene, transform: ZoomTransform, x: number, y: number): Pointed | null {
  const clouds = nearest(
    scene.metros.filter((place) => place.clouds.length > 0),
    (place) => {
      const [px, py] = cloudSpot(place, transform);
      return Math.hypot(px - x, py - y);
    },
    8,
  );
  if (clouds) {
    return { kind: 'clouds', key: clouds.metro.id, metro: clouds };
  }
  const metro = nearest(
    scene.metros,
    (place) => {
      const [px, py] = transform.apply([place.x, place.y]);
      return Math.hypot(px - x, py - y) - sizeOf(place);
    },
    7,
  );
  if (metro) {
    return { kind: 'metro', key: metro.metro.id, metro };
  }
  const hub = nearest(
    scene.hubs,
    (each) => {
      const [px, py] = transform.apply([each.x, each.y]);
      return Math.hypot(px - x, py - y) - 7;
    },
    4,
  );
  if (hub) {
    return { kind: 'hub', key: hub.id, hub };
  }
  const arc = nearest(scene.arcs, (each) => distanceTo(each, transform, x, y), 6);
  return arc ? { kind: 'arc', key: arc.key, arc } : null;
}

function nearest<T>(all: readonly T[], distance: (item: T) => number, within: number): T | null {
  let found: T | null = null;
  let least = within;
  for (const item of all) {
    const far = distance(item);
    if (far < least) {
      [found, least] = [item, far];
    }
  }
  return found;
}

function distanceTo(arc: Arc, transform: ZoomTransform, x: number, y: number): number {
  if (arc.from === arc.to) {
    const [cx, cy, radius] = loopOf(arc, transform);
    return Math.abs(Math.hypot(cx - x, cy - y) - radius);
  }
  const [x0, y0, cx, cy, x1, y1] = curveOf(arc, transform);
  let least = Infinity;
  for (let step = 0; step <= 24; step++) {
    const t = step / 24;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    least = Math.min(least, Math.hypot(a * x0 + b * cx + c * x1 - x, a * y0 + b * cy + c * y1 - y));
  }
  return least;
}
