import { graphlib, layout } from '@dagrejs/dagre';
import type { Machine, Move } from '../../emulator/shapes';

export interface StateBox {
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The moves from one state to another, as one line. */
export interface MoveLine {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly Move[];
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number };
}

export interface Diagram {
  readonly boxes: readonly StateBox[];
  readonly lines: readonly MoveLine[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lays a state machine out from left to right. */
export function diagramOf(machine: Machine): Diagram {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 38, edgesep: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of machine.states) {
    graph.setNode(state, { width: state.length * 7.4 + 24, height: 28 });
  }
  const gathered = new Map<string, Move[]>();
  for (const move of machine.moves.filter((each) => each.from !== each.to)) {
    const key = `${move.from}\n${move.to}`;
    gathered.set(key, [...(gathered.get(key) ?? []), move]);
  }
  for (const [key, moves] of gathered) {
    const [from = '', to = ''] = key.split('\n');
    graph.setEdge(from, to, { moves, minlen: 1 });
  }
  layout(graph);
  const boxes = graph.nodes().map((state) => {
    const { x, y, width, height } = graph.node(state) as unknown as StateBox;
    return { state, x, y, width, height };
  });
  const lines = graph.edges().map((edge) => {
    const { points, moves } = graph.edge(edge) as unknown as { points: readonly Point[]; moves: readonly Move[] };
    return {
      from: edge.v,
      to: edge.w,
      moves,
      path: smooth(points),
      label: points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 },
    };
  });
  // Lines may bend farther out than any box lies.
  const points = graph.edges().flatMap((edge) => (graph.edge(edge) as unknown as { points: readonly Point[] }).points);
  const xs = [
    ...boxes.flatMap((box) => [box.x - box.width / 2, box.x + box.width / 2]),
    ...points.map((point) => point.x),
  ];
  const ys = [
    ...boxes.flatMap((box) => [box.y - box.height / 2, box.y + box.height / 2]),
    ...points.map((point) => point.y),
  ];
  const [left, top] = [Math.min(...xs) - 8, Math.min(...ys) - 8];
  return { boxes, lines, left, top, width: Math.max(...xs) + 8 - left, height: Math.max(...ys) + 8 - top };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through points, with its corners rounded. */
function smooth(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (first === undefined) {
    return '';
  }
  let path = `M${first.x},${first.y}`;
  others.forEach((point, index) => {
    const after = others[index + 1];
    path +=
      after === undefined
        ? ` L${point.x},${point.y}`
        : ` Q${point.x},${point.y} ${(point.x + after.x) / 2},${(point.y + after.y) / 2}`;
  });
  return path;
}
