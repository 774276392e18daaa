import { choose, chosen } from '../emulator/address';
import { isLive, isSandboxGone } from '../emulator/events';
import { isReachable } from '../emulator/reach';
import { Icon } from '../components/Icon';

/** What stands above every page while something is wrong with all of them. */
export function Banner() {
  if (!isReachable.value) {
    return (
      <div class="banner" role="alert">
        <Icon of="warning" />
        <p>
          <strong>The emulator does not answer.</strong> It has stopped or is starting. This page goes on by itself when
          it is back.
        </p>
      </div>
    );
  }
  if (isSandboxGone.value) {
    return (
      <div class="banner" role="alert">
        <Icon of="warning" />
        <p>
          <strong>The sandbox {chosen.value} is gone.</strong> It was deleted, or its time was up.
        </p>
        <button type="button" class="button small" onClick={() => choose(null)}>
          Show the default sandbox
        </button>
      </div>
    );
  }
  return null;
}

/** Whether what is shown follows what happens. */
export function LiveMark() {
  return isLive.value ? (
    <span class="live-mark" title="This page follows what happens">
      <span class="dot" aria-hidden="true" />
      Live
    </span>
  ) : (
    <span class="live-mark off" title="The stream of events is being opened">
      <span class="dot" aria-hidden="true" />
      Connecting
    </span>
  );
}
