import { toneOf, toneWords } from '../world/status';

/** A status in the documents' spelling, with the color of what it means. */
export function Status({ of }: { of: string }) {
  const tone = toneOf(of);
  return (
    <span class={`status ${tone}`} title={toneWords[tone]}>
      <span class="dot" aria-hidden="true" />
      {of}
    </span>
  );
}

/** An HTTP status: its number, with the color of its class. */
export function HttpStatus({ of }: { of: number | null }) {
  const tone = of === null ? 'bad' : of < 300 ? 'good' : of < 400 ? 'moving' : of < 500 ? 'waiting' : 'bad';
  return <span class={`http-status ${tone}`}>{of ?? 'none'}</span>;
}

export function Method({ of }: { of: string }) {
  return <span class={`method ${of.toLowerCase()}`}>{of}</span>;
}
