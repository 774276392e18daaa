import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Machine, Resource } from '../../emulator/shapes';
import { toneOf } from '../../world/status';
import { diagramOf, type MoveLine } from './layout';

/** A resource's state machine: where it is, where it has been, and where it may go. */
export function StateDiagram({ machine, resource }: { machine: Machine; resource: Resource }) {
  const diagram = useMemo(() => diagramOf(machine), [machine]);
  const been = new Set(resource.history.flatMap((each) => (each.from === null ? [each.to] : [each.from, each.to])));
  const legal = new Set(resource.mayFire.map((move) => `${move.from}\n${move.to}`));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = diagram.boxes.find((box) => box.state === resource.state);
    if (place.current && here) {
      place.current.scrollLeft =
        (here.x - diagram.left) * (place.current.scrollWidth / diagram.width) - place.current.clientWidth / 2;
    }
  }, [diagram, resource.state]);
  const next = [...new Set(resource.mayFire.map((move) => move.to))];
  return (
    <div ref={place} class="diagram" tabIndex={0} role="group" aria-label="State diagram">
      <svg
        viewBox={`${diagram.left} ${diagram.top} ${diagram.width} ${diagram.height}`}
        role="img"
        style={{ minWidth: `${diagram.width * 0.8}px`, maxWidth: `${diagram.width}px` }}
        aria-label={`Now ${resource.state}. ${next.length > 0 ? `May become ${next.join(', ')}.` : 'Nothing follows.'}`}
      >
        <defs>
          {(['', ' legal'] as const).map((kind) => (
            <marker
              key={kind}
              id={`arrow${kind.trim()}`}
              viewBox="0 0 8 8"
              refX="7.5"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              markerUnits="userSpaceOnUse"
              orient="auto-start-reverse"
            >
              <path d="M0.5 0.5 L7.5 4 L0.5 7.5" class={`diagram-tip${kind}`} />
            </marker>
          ))}
        </defs>
        {[...diagram.lines]
          .sort((one, other) => rank(one, legal) - rank(other, legal))
          .map((line) => {
            const isLegal = legal.has(`${line.from}\n${line.to}`);
            const isForced = line.moves.every((move) => move.by === 'world');
            return (
              <path
                key={`${line.from} ${line.to}`}
                d={line.path}
                marker-end={`url(#arrow${isLegal ? 'legal' : ''})`}
                class={`diagram-line${isLegal ? ' legal' : ''}${isForced ? ' forced' : ''}`}
              >
                <title>{line.moves.map((move) => `${move.trigger}: ${line.from} to ${line.to}`).join('\n')}</title>
              </path>
            );
          })}
        {diagram.boxes.map((box) => {
          const isHere = box.state === resource.state;
          const kind = isHere
            ? `here ${toneOf(box.state)}`
            : been.has(box.state)
              ? 'been'
              : next.includes(box.state)
                ? 'next'
                : '';
          return (
            <g key={box.state} class={`diagram-state ${kind}`}>
              <rect
                x={box.x - box.width / 2}
                y={box.y - box.height / 2}
                width={box.width}
                height={box.height}
                rx="14"
              />
              <text x={box.x} y={box.y} text-anchor="middle" dominant-baseline="central">
                {box.state}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** What is legal lies above the rest. */
function rank(line: MoveLine, legal: ReadonlySet<string>): number {
  return legal.has(`${line.from}\n${line.to}`) ? 1 : 0;
}
