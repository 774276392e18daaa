import { now } from '../world/clock';

const full = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'long' });

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

export const fullText = (at: Date) => `${full.format(at)} UTC`;
export const dayText = (at: Date) => day.format(at);
export const timeText = (at: Date) => time.format(at);

/** How far an instant is from the sandbox's now: "in 3 seconds", "2 days ago". */
export function distance(at: string | Date, from: Date): string {
  const seconds = ((typeof at === 'string' ? Date.parse(at) : at.getTime()) - from.getTime()) / 1000;
  if (Math.abs(seconds) < 0.95) {
    return 'now';
  }
  const [unit, length] = units.find(([, each]) => Math.abs(seconds) >= each * 0.95) ?? ['second', 1];
  return relative.format(Math.round(seconds / length), unit);
}

/** An instant of the sandbox's clock, as far from now; in full for the mouse. */
export function Instant({ at }: { at: string }) {
  const instant = new Date(at);
  const from = now.value;
  if (Number.isNaN(instant.getTime())) {
    return <span>{at}</span>;
  }
  return (
    <time dateTime={at} title={fullText(instant)}>
      {from === null ? dayText(instant) : distance(at, from)}
    </time>
  );
}

/** An instant in full. */
export function FullInstant({ at }: { at: string }) {
  return <time dateTime={at}>{fullText(new Date(at))}</time>;
}
