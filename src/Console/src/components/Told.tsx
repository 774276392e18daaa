import type { ComponentChildren } from 'preact';
import type { Refused } from '../emulator/answer';
import type { Live } from '../world/live';
import { Icon } from './Icon';

/** What a page says where there is nothing to show: why, and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-more">{children}</div>}
    </div>
  );
}

/** What went wrong, in the emulator's words, and what it says to do about it. */
export function Failure({ of }: { of: Refused | null }) {
  return of === null ? null : (
    <div class="failure" role="alert">
      <Icon of="warning" />
      <div>
        <p class="failure-message">{of.message}</p>
        {of.explanation && <p class="failure-why">{of.explanation}</p>}
      </div>
    </div>
  );
}

/** Shows what was read, or that it is being read, or why it can't be. */
export function Loaded<T>({ live, children }: { live: Live<T>; children: (value: T) => ComponentChildren }) {
  if (live.value !== null) {
    return <>{children(live.value)}</>;
  }
  return live.failure === null ? (
    <div class="loading" role="status">
      Reading…
    </div>
  ) : (
    <Failure of={live.failure} />
  );
}
