import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';

/** The map's own size, before it is moved and scaled into the canvas. */
export const width = 1000;
export const height = 520;

// Turned a little, so that the map's edge lies in the Pacific and cuts no country.
const projection = geoNaturalEarth1().rotate([-11, 0]).scale(182).translate([500, 270]);

/** The part where people, and so data centers, are: what is in view at first. */
export const peopled = { left: 75, top: 45, right: 965, bottom: 440 } as const;

const antarctica = '010';

const world = atlas as unknown as Topology<{ countries: GeometryCollection }>;

/** Land, and the borders on it, as paths in the map's own size. */
export const land = new Path2D(
  geoPath(projection)({
    type: 'FeatureCollection',
    features: feature(world, world.objects.countries).features.filter((country) => country.id !== antarctica),
  }) ?? '',
);
export const borders = new Path2D(
  geoPath(projection)(mesh(world, world.objects.countries, (one, other) => one !== other)) ?? '',
);

/** Where a place is on the map, in its own size. */
export function placeOf(lat: number, lon: number): readonly [x: number, y: number] {
  return projection([lon, lat]) ?? [0, 0];
}
