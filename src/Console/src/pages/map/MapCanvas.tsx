import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { Icon } from '../../components/Icon';
import { rate } from '../../components/rate';
import { palette } from '../../shell/theme';
import { colors, draw, flashLength, type Flash } from './drawing';
import { pointedAt, type Pointed } from './pointing';
import type { Scene } from './scene';
import { height as mapHeight, peopled, width as mapWidth } from './world';

const isStill = matchMedia('(prefers-reduced-motion: reduce)');

/** The network, drawn. What can be done with it, the list beside it can, too. */
export function MapCanvas({
  scene,
  chosen,
  flashes,
  onChoose,
}: {
  scene: Scene;
  /** The keys of what is chosen: a metro, an arc, or the metros of a cloud. */
  chosen: readonly string[];
  flashes: readonly Flash[];
  onChoose: (what: Pointed | null) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<readonly [number, number]>([0, 0]);
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const [pointed, setPointed] = useState<{ what: Pointed; x: number; y: number } | null>(null);
  const zooming = useRef<ZoomBehavior<HTMLCanvasElement, unknown> | null>(null);
  const paint = useMemo(colors, [palette.value]);
  const [width, height] = size;
  const fit = useMemo(() => fitted(width, height), [width, height]);

  useEffect(() => {
    const place = canvas.current?.parentElement;
    if (!place) {
      return;
    }
    const watching = new ResizeObserver(([entry]) => {
      if (entry) {
        setSize([Math.round(entry.contentRect.width), Math.round(entry.contentRect.height)]);
      }
    });
    watching.observe(place);
    return () => watching.disconnect();
  }, []);

  useEffect(() => {
    if (!canvas.current || width === 0) {
      return;
    }
    const target = select(canvas.current);
    const behavior = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([fit.k * 0.8, fit.k * 24])
      .translateExtent([
        [-mapWidth * 0.25, -mapHeight * 0.3],
        [mapWidth * 1.25, mapHeight * 1.3],
      ])
      .on('zoom', (event: { transform: ZoomTransform }) => setTransform(event.transform));
    target.call(behavior).call(behavior.transform, fit).on('dblclick.zoom', null);
    zooming.current = behavior;
    return () => {
      target.on('.zoom', null);
    };
  }, [fit]);

  const isMoving = flashes.length > 0 || scene.arcs.some((arc) => arc.tone === 'moving');
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || width === 0) {
      return;
    }
    const scale = devicePixelRatio || 1;
    // A canvas that is given a size is allocated again, even where the size is the same: not for each frame.
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.current.width !== across || canvas.current.height !== down) {
      canvas.current.width = across;
      canvas.current.height = down;
    }
    const font = getComputedStyle(document.body).fontFamily;
    const marked = new Set([...chosen, pointed?.what.key ?? '']);
    let next = 0;
    const show = () => {
      const at = performance.now();
      context.setTransform(scale, 0, 0, scale, 0, 0);
      const shown = isStill.matches ? [] : flashes.filter((flash) => at - flash.at < flashLength);
      draw(context, { width, height, transform, scene, colors: paint, marked, flashes: shown, at, font });
      if (isMoving && !isStill.matches) {
        next = requestAnimationFrame(show);
      }
    };
    show();
    return () => cancelAnimationFrame(next);
  }, [scene, transform, width, height, paint, chosen.join(' '), pointed?.what.key, flashes, isMoving]);

  const what = (event: MouseEvent) => pointedAt(scene, transform, event.offsetX, event.offsetY);
  const zoomBy = (factor: number) => {
    if (canvas.current && zooming.current) {
      select(canvas.current).call(zooming.current.scaleBy, factor);
    }
  };
  const moveBy = (x: number, y: number) => {
    if (canvas.current && zooming.current) {
      select(canvas.current).call(zooming.current.translateBy, x / transform.k, y / transform.k);
    }
  };
  const all = () => {
    if (canvas.current && zooming.current) {
      select(canvas.current).call(zooming.current.transform, fit);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => zoomBy(1.5),
      '=': () => zoomBy(1.5),
      '-': () => zoomBy(1 / 1.5),
      '0': all,
      ArrowLeft: () => moveBy(60, 0),
      ArrowRight: () => moveBy(-60, 0),
      ArrowUp: () => moveBy(0, 60),
      ArrowDown: () => moveBy(0, -60),
    };
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  return (
    <div class="map-place">
      <canvas
        ref={canvas}
        class={pointed ? 'pointing' : ''}
        tabIndex={0}
        role="img"
        aria-label="Map of the network. The list beside it has the same metros, ports and connections."
        onKeyDown={onKey}
        onMouseMove={(event) => {
          const found = what(event);
          setPointed(found && { what: found, x: event.offsetX, y: event.offsetY });
        }}
        onMouseLeave={() => setPointed(null)}
        onClick={(event) => onChoose(what(event))}
      />
      {pointed && <Tip of={pointed.what} x={pointed.x} y={pointed.y} width={width} />}
      <div class="map-zoom" role="group" aria-label="Zoom">
        <button type="button" class="icon-button" aria-label="Closer" onClick={() => zoomBy(1.6)}>
          <Icon of="plus" />
        </button>
        <button type="button" class="icon-button" aria-label="Farther" onClick={() => zoomBy(1 / 1.6)}>
          <Icon of="minus" />
        </button>
        <button type="button" class="icon-button" aria-label="The whole map" onClick={all}>
          <Icon of="map" />
        </button>
      </div>
    </div>
  );
}

/** What is peopled as large as the canvas allows, in its middle; on a narrow one, cut at the sides rather than tiny. */
function fitted(width: number, height: number): ZoomTransform {
  const [across, down] = [peopled.right - peopled.left, peopled.bottom - peopled.top];
  const k = Math.max(Math.min(width / across, height / down), Math.min(0.62, height / down));
  return zoomIdentity
    .translate((width - across * k) / 2 - peopled.left * k, (height - down * k) / 2 - peopled.top * k)
    .scale(k);
}

function Tip({ of, x, y, width }: { of: Pointed; x: number; y: number; width: number }) {
  const isLeft = x > width - 240;
  return (
    <div class={`map-tip${isLeft ? ' left' : ''}`} style={{ left: `${x}px`, top: `${y}px` }}>
      {of.kind === 'metro' && (
        <>
          <strong>
            <bdi>{of.metro.name}</bdi>
          </strong>
          <span>{of.metro.ports === 0 ? 'No ports' : `${of.metro.ports.toLocaleString('en')} ports`}</span>
          {of.metro.clouds.length > 0 && <span class="quiet">Clouds: {of.metro.clouds.join(', ')}</span>}
        </>
      )}
      {of.kind === 'clouds' && (
        <>
          <strong>
            Clouds in <bdi>{of.metro.name}</bdi>
          </strong>
          {of.metro.clouds.map((name) => (
            <span key={name}>
              <bdi>{name}</bdi>
            </span>
          ))}
          <span class="quiet">Click to connect a port</span>
        </>
      )}
      {of.kind === 'hub' && (
        <>
          <strong>
            <bdi>{of.hub.name}</bdi>
          </strong>
          <span>CloudRouter with {of.hub.sites.length} sites</span>
        </>
      )}
      {of.kind === 'arc' && (
        <>
          <strong>
            <bdi>
              {of.arc.from.name} – {of.arc.to.name}
            </bdi>
          </strong>
          {of.arc.connections.slice(0, 4).map((each) => (
            <span key={each.id}>
              <bdi>{each.name.slice(0, 40)}</bdi>, {rate(each.bandwidth)}, {each.status}
            </span>
          ))}
          {of.arc.connections.length > 4 && <span class="quiet">and {of.arc.connections.length - 4} more</span>}
        </>
      )}
    </div>
  );
}
