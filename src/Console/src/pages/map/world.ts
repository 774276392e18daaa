import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';

/** The map's own size, before it is moved and scaled into the canvas. */
export const width = 1000;
export const height = 470;

// Antarctica has no data centers: the map ends south of Patagonia, and uses the room.
const projection = geoNaturalEarth1().scale(182).translate([485, 268]);

const world = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Land, and the borders on it, as paths in the map's own size. */
export const land = new Path2D(geoPath(projection)(feature(world, world.objects.land)) ?? '');
export const borders = new Path2D(
  geoPath(projection)(mesh(world, world.objects.countries, (one, other) => one !== other)) ?? '');

/** Where a place is on the map, in its own size. */
export function placeOf(lat: number, lon: number): readonly [x: number, y: number] {
  return projection([lon, lat]) ?? [0, 0];
}
