import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { color, palette } from '../shell/theme';

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });

export interface Line {
  readonly label: string;
  /** A color of the style sheet. */
  readonly color: string;
  readonly unit: string;
  /** Whether it goes from one value to the next in steps. */
  readonly isStepped?: boolean;
  /** Whether its scale is the one on the right. */
  readonly isRight?: boolean;
  readonly values: readonly (number | null)[];
}

/** Lines over time; times are seconds since 1970, UTC. */
export function Chart({ times, lines, label }: { times: readonly number[]; lines: readonly Line[]; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const painted = palette.value;
  useEffect(() => {
    const div = place.current;
    if (!div) {
      return;
    }
    const font = `11px ${getComputedStyle(document.body).fontFamily}`;
    const axis = {
      stroke: color('quiet'),
      grid: { stroke: color('line'), width: 1 },
      ticks: { show: false },
      font,
    };
    const hasRight = lines.some((line) => line.isRight);
    const unitOf = (right: boolean) => lines.find((line) => Boolean(line.isRight) === right)?.unit ?? '';
    const chart = new uPlot(
      {
        width: div.clientWidth,
        height: 200,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
        cursor: { y: false },
        scales: {
          y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] },
          right: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] },
        },
        axes: [
          {
            ...axis,
            values: (_, ticks, __, ___, step) =>
              ticks.map((tick) => (step >= 86_400 || tick % 86_400 === 0 ? day : time).format(tick * 1000)),
          },
          {
            ...axis,
            size: 56,
            values: (_, ticks) => ticks.map((tick) => `${tick}`),
            label: unitOf(false),
            labelSize: 16,
            labelFont: font,
          },
          ...(hasRight
            ? [
                {
                  ...axis,
                  scale: 'right',
                  side: 1 as const,
                  size: 56,
                  grid: { show: false },
                  label: unitOf(true),
                  labelSize: 16,
                  labelFont: font,
                },
              ]
            : []),
        ],
        series: [
          { value: '{YYYY}-{MM}-{DD} {HH}:{mm}' },
          ...lines.map((line) => ({
            label: line.label,
            scale: line.isRight ? 'right' : 'y',
            stroke: color(line.color),
            width: 1.6,
            points: { show: false },
            value: (_: uPlot, value: number | null) =>
              value === null ? '–' : `${Math.round(value * 100) / 100} ${line.unit}`,
            ...(line.isStepped && uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
          })),
        ],
      },
      [times, ...lines.map((line) => line.values)] as unknown as uPlot.AlignedData,
      div,
    );
    const watching = new ResizeObserver(() => chart.setSize({ width: div.clientWidth, height: 200 }));
    watching.observe(div);
    return () => {
      watching.disconnect();
      chart.destroy();
    };
  }, [times, lines, painted]);
  return <div ref={place} class="chart" role="group" aria-label={label} />;
}
