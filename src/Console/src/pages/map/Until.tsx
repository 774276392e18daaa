import { move } from '../../shell/TimeBar';
import { advanceUntil } from '../../world/clock';

/** A button that moves the clock until a resource is where somebody wants it. */
export function Until({
  machine,
  id,
  state,
  text = `Advance until it is ${state}`,
  onDone,
}: {
  machine: string;
  id: string;
  state: string;
  text?: string;
  onDone: () => void;
}) {
  return (
    <button
      type="button"
      class="button primary"
      onClick={async () => {
        if (await move(() => advanceUntil(machine, id, state))) {
          onDone();
        }
      }}
    >
      {text}
    </button>
  );
}
