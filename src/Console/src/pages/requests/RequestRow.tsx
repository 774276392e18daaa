import type { Exchange } from '../../emulator/shapes';
import { timeText } from '../../components/Instant';
import { HttpStatus, Method } from '../../components/Status';

/** An exchange in two lines: what was asked and answered, and what that was. */
export function RequestRow({
  exchange,
  isChosen,
  onOpen,
}: {
  exchange: Exchange;
  isChosen: boolean;
  onOpen: () => void;
}) {
  const { method, path, query, status, operation, user, fault, durationMs, changed } = exchange;
  return (
    <button
      type="button"
      class={`request-row${isChosen ? ' chosen' : ''}`}
      onClick={onOpen}
      aria-current={isChosen ? 'true' : undefined}
    >
      <Method of={method} />
      <span class="request-what">
        <span class="request-path" title={path + query}>
          <bdi>
            {path}
            <span class="quiet">{query}</span>
          </bdi>
        </span>
        <span class="request-operation">
          {operation ? operation.title : 'No such operation'}
          {exchange.assurance && exchange.assurance !== 'none' && <Assurance of={exchange.assurance} />}
        </span>
      </span>
      <span class="request-marks">
        {changed ? (
          <span class="tag accent">
            {changed} {changed === 1 ? 'change' : 'changes'}
          </span>
        ) : null}
        {fault && (
          <span class="tag bad" title={`Fault ${fault}`}>
            fault
          </span>
        )}
        {exchange.aborted && <span class="tag waiting">cut off</span>}
        {!operation && <span class="tag waiting">unmatched</span>}
      </span>
      <span class="request-who">
        <bdi>{user ?? '–'}</bdi>
      </span>
      <span class="request-end">
        <HttpStatus of={status} />
        <span class="quiet">{durationText(durationMs)}</span>
      </span>
      <span class="request-at quiet" title={exchange.at}>
        {timeText(new Date(exchange.at))}
      </span>
    </button>
  );
}

/** How sure we are of what an operation does. */
export function Assurance({ of }: { of: string }) {
  return (
    <span class="assurance" title="How sure the emulator is of what this operation does">
      {of === 'assumed' ? 'partly assumed' : of}
    </span>
  );
}

export function durationText(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
}
