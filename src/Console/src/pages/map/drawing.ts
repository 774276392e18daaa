import type { ZoomTransform } from 'd3-zoom';
import type { Tone } from '../../world/status';
import { color } from '../../shell/theme';
import type { Arc, Hub, MetroPlace, Scene } from './scene';
import { borders, land } from './world';

/** The colors of the style sheet, read once for many frames. */
export type Colors = Readonly<
  Record<Tone | 'text' | 'quiet' | 'land' | 'land-line' | 'sea' | 'accent' | 'surface' | 'line-strong', string>
>;

export function colors(): Colors {
  const names = [
    'good',
    'moving',
    'waiting',
    'bad',
    'off',
    'text',
    'quiet',
    'land',
    'land-line',
    'sea',
    'accent',
    'surface',
    'line-strong',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, color(name)])) as Colors;
}

/** A place that lights up, because something has happened there. */
export interface Flash {
  readonly metroId: string;
  readonly tone: Tone;
  /** When it began, ms of the page's stopwatch. */
  readonly at: number;
}

export const flashLength = 2400;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly transform: ZoomTransform;
  readonly scene: Scene;
  readonly colors: Colors;
  /** The metro, arc or hub under the pointer or chosen, by its key. */
  readonly marked: ReadonlySet<string>;
  readonly flashes: readonly Flash[];
  readonly at: number;
  readonly font: string;
}

/** How large a metro's disc is, pixels. */
export function sizeOf(place: MetroPlace): number {
  return place.ports === 0 ? 3 : 4 + Math.min(10, Math.sqrt(place.ports) * 1.5);
}

export function draw(canvas: CanvasRenderingContext2D, frame: Frame): void {
  const { transform, colors: paint } = frame;
  canvas.save();
  canvas.clearRect(0, 0, frame.width, frame.height);
  canvas.save();
  canvas.translate(transform.x, transform.y);
  canvas.scale(transform.k, transform.k);
  canvas.fillStyle = paint.land;
  canvas.fill(land);
  canvas.strokeStyle = paint['land-line'];
  canvas.lineWidth = 0.8 / transform.k;
  canvas.stroke(borders);
  canvas.restore();

  for (const arc of frame.scene.arcs) {
    drawArc(canvas, frame, arc);
  }
  for (const hub of frame.scene.hubs) {
    drawHub(canvas, frame, hub);
  }
  for (const place of [...frame.scene.metros].reverse()) {
    drawMetro(canvas, frame, place);
  }
  drawFlashes(canvas, frame);
  drawLabels(canvas, frame);
  canvas.restore();
}

/** The points of an arc on the canvas: both ends, and the one it bends towards. */
export function curveOf(arc: Arc, transform: ZoomTransform): readonly [number, number, number, number, number, number] {
  const [x0, y0] = transform.apply([arc.from.x, arc.from.y]);
  const [x1, y1] = transform.apply([arc.to.x, arc.to.y]);
  const length = Math.hypot(x1 - x0, y1 - y0);
  return [x0, y0, (x0 + x1) / 2, (y0 + y1) / 2 - length * arc.bend - 6, x1, y1];
}

/** How far aside an arc within a metro lies, by what it means. */
const asides: Readonly<Record<Tone, number>> = { good: 0, moving: 1, waiting: 2, bad: 3, off: 4 };

export function loopOf(arc: Arc, transform: ZoomTransform): readonly [x: number, y: number, radius: number] {
  const [x, y] = transform.apply([arc.from.x, arc.from.y]);
  const radius = sizeOf(arc.from) * 0.75 + 3 + asides[arc.tone] * 2;
  return [x - radius * 0.8, y - radius * 0.8, radius];
}

function drawArc(canvas: CanvasRenderingContext2D, frame: Frame, arc: Arc): void {
  const isMarked = frame.marked.has(arc.key);
  canvas.beginPath();
  if (arc.from === arc.to) {
    const [x, y, radius] = loopOf(arc, frame.transform);
    canvas.arc(x, y, radius, 0, Math.PI * 2);
  } else {
    const [x0, y0, cx, cy, x1, y1] = curveOf(arc, frame.transform);
    canvas.moveTo(x0, y0);
    canvas.quadraticCurveTo(cx, cy, x1, y1);
  }
  canvas.strokeStyle = frame.colors[arc.tone];
  canvas.globalAlpha = isMarked ? 1 : arc.tone === 'off' ? 0.45 : 0.8;
  canvas.lineWidth = (isMarked ? 2 : 0) + Math.min(4, 1.1 + Math.log2(arc.connections.length) * 0.7);
  if (arc.tone === 'moving') {
    canvas.setLineDash([7, 5]);
    canvas.lineDashOffset = -frame.at / 45;
  } else if (arc.tone === 'waiting' || arc.tone === 'off') {
    canvas.setLineDash([2, 4]);
  }
  canvas.stroke();
  canvas.setLineDash([]);
  canvas.globalAlpha = 1;
}

function drawHub(canvas: CanvasRenderingContext2D, frame: Frame, hub: Hub): void {
  const [x, y] = frame.transform.apply([hub.x, hub.y]);
  const isMarked = frame.marked.has(hub.id);
  for (const site of hub.sites) {
    const [sx, sy] = frame.transform.apply([site.to.x, site.to.y]);
    canvas.beginPath();
    canvas.moveTo(x, y);
    canvas.lineTo(sx, sy);
    canvas.strokeStyle = frame.colors[site.tone];
    canvas.lineWidth = isMarked ? 2 : 1;
    canvas.globalAlpha = 0.7;
    canvas.stroke();
    canvas.globalAlpha = 1;
  }
  const size = isMarked ? 8 : 6.5;
  canvas.beginPath();
  for (let corner = 0; corner < 6; corner++) {
    const angle = Math.PI / 6 + (corner * Math.PI) / 3;
    canvas.lineTo(x + Math.cos(angle) * size, y + Math.sin(angle) * size);
  }
  canvas.closePath();
  canvas.fillStyle = frame.colors.surface;
  canvas.fill();
  canvas.strokeStyle = frame.colors[hub.tone];
  canvas.lineWidth = 2.2;
  canvas.stroke();
}

function drawMetro(canvas: CanvasRenderingContext2D, frame: Frame, place: MetroPlace): void {
  const [x, y] = frame.transform.apply([place.x, place.y]);
  const size = sizeOf(place);
  const isMarked = frame.marked.has(place.metro.id);
  if (isMarked) {
    canvas.beginPath();
    canvas.arc(x, y, size + 5, 0, Math.PI * 2);
    canvas.fillStyle = frame.colors.accent;
    canvas.globalAlpha = 0.22;
    canvas.fill();
    canvas.globalAlpha = 1;
  }
  canvas.beginPath();
  canvas.arc(x, y, size, 0, Math.PI * 2);
  canvas.fillStyle = place.ports === 0 ? frame.colors.surface : frame.colors.accent;
  canvas.fill();
  canvas.lineWidth = place.isInTrouble ? 2.5 : 1.5;
  canvas.strokeStyle = place.isInTrouble
    ? frame.colors.bad
    : place.ports === 0
      ? frame.colors.quiet
      : frame.colors.surface;
  canvas.stroke();
  if (place.clouds.length > 0) {
    drawCloud(canvas, frame, ...cloudSpot(place, frame.transform));
  }
}

/** Where the mark of a metro's clouds is on the canvas: beside the disc, so that each can be pointed at. */
export function cloudSpot(place: MetroPlace, transform: ZoomTransform): readonly [x: number, y: number] {
  const [x, y] = transform.apply([place.x, place.y]);
  const away = sizeOf(place) * 0.72 + 5;
  return [x + away, y - away];
}

/** A small cloud beside a metro that clouds can be reached in. */
function drawCloud(canvas: CanvasRenderingContext2D, frame: Frame, x: number, y: number): void {
  canvas.beginPath();
  canvas.arc(x - 3.5, y + 1, 3.1, Math.PI * 0.5, Math.PI * 1.5);
  canvas.arc(x - 0.4, y - 1.8, 3.9, Math.PI, Math.PI * 1.9);
  canvas.arc(x + 3.8, y + 0.9, 3.2, Math.PI * 1.3, Math.PI * 0.5);
  canvas.closePath();
  canvas.fillStyle = frame.colors.surface;
  canvas.fill();
  canvas.strokeStyle = frame.colors.moving;
  canvas.lineWidth = 1.2;
  canvas.stroke();
}

function drawFlashes(canvas: CanvasRenderingContext2D, frame: Frame): void {
  for (const flash of frame.flashes) {
    const place = frame.scene.metros.find((each) => each.metro.id === flash.metroId);
    const age = (frame.at - flash.at) / flashLength;
    if (place === undefined || age < 0 || age > 1) {
      continue;
    }
    const [x, y] = frame.transform.apply([place.x, place.y]);
    for (const delay of [0, 0.25]) {
      const share = (age - delay) / (1 - delay);
      if (share > 0) {
        canvas.beginPath();
        canvas.arc(x, y, sizeOf(place) + share * 44, 0, Math.PI * 2);
        canvas.strokeStyle = frame.colors[flash.tone];
        canvas.globalAlpha = (1 - share) * 0.9;
        canvas.lineWidth = 3;
        canvas.stroke();
      }
    }
    canvas.globalAlpha = 1;
  }
}

/** Names beside the discs, the largest metros first, as far as they don't lie over each other. */
function drawLabels(canvas: CanvasRenderingContext2D, frame: Frame): void {
  const around = (x: number, y: number, size: number) => ({
    left: x - size,
    top: y - size,
    right: x + size,
    bottom: y + size,
  });
  const taken = frame.scene.metros.flatMap((place) => {
    const [x, y] = frame.transform.apply([place.x, place.y]);
    const disc = around(x, y, sizeOf(place));
    return place.clouds.length === 0 ? [disc] : [disc, around(...cloudSpot(place, frame.transform), 5)];
  });
  canvas.textBaseline = 'middle';
  canvas.lineJoin = 'round';
  canvas.lineWidth = 3.5;
  for (const place of frame.scene.metros) {
    const isMarked = frame.marked.has(place.metro.id);
    canvas.font = `${isMarked ? 600 : 500} 12px ${frame.font}`;
    const text = place.name.length > 24 ? `${place.name.slice(0, 23)}…` : place.name;
    const [x, y] = frame.transform.apply([place.x, place.y]);
    const [size, long] = [sizeOf(place), canvas.measureText(text).width];
    const spots = [
      [x + size + 5, y],
      [x - size - 5 - long, y],
      [x - long / 2, y + size + 10],
      [x - long / 2, y - size - 10],
    ];
    const spot =
      spots.find(([left = 0, middle = 0]) => {
        const box = { left: left - 2, top: middle - 7, right: left + long + 2, bottom: middle + 7 };
        return !taken.some(
          (other) =>
            other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top,
        );
      }) ?? (isMarked ? spots[0] : undefined);
    const [left, middle] = spot ?? [];
    if (left === undefined || middle === undefined) {
      continue;
    }
    taken.push({ left, top: middle - 7, right: left + long, bottom: middle + 7 });
    canvas.strokeStyle = frame.colors.sea;
    canvas.strokeText(text, left, middle);
    canvas.fillStyle = place.ports === 0 && !isMarked ? frame.colors.quiet : frame.colors.text;
    canvas.fillText(text, left, middle);
  }
}
