/** A rate of so many Mbps, as people say it. */
export function rate(mbps: number): string {
  return mbps >= 1000 ? `${trimmed(mbps / 1000)} Gbps` : `${trimmed(mbps)} Mbps`;
}

export function bytes(count: number): string {
  return count < 1000
    ? `${count} B`
    : count < 1_000_000
      ? `${trimmed(count / 1000)} kB`
      : `${trimmed(count / 1_000_000)} MB`;
}

function trimmed(number: number): string {
  return String(Math.round(number * 10) / 10);
}
