import { rate } from './rate';

/** How much of a port's speed is used, as a bar and in words. */
export function Meter({ used, of, label }: { used: number; of: number; label: string }) {
  const share = of > 0 ? Math.min(1, used / of) : 0;
  return (
    <div
      class="meter"
      role="img"
      aria-label={`${label}: ${rate(used)} of ${rate(of)} used`}
      title={`${rate(used)} of ${rate(of)} used`}
    >
      <div class="meter-track">
        <div class={`meter-fill${share > 0.9 ? ' full' : ''}`} style={{ width: `${(share * 100).toFixed(1)}%` }} />
      </div>
      <span class="meter-text">
        {rate(used)} / {rate(of)}
      </span>
    </div>
  );
}
