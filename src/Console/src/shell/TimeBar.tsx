import { useState } from 'preact/hooks';
import { CallForm } from '../components/CallForm';
import { useSending } from '../components/CallShown';
import { Dialog } from '../components/Dialog';
import { Field } from '../components/Field';
import { Icon } from '../components/Icon';
import { dayText, distance, timeText } from '../components/Instant';
import { Name } from '../components/Name';
import type { Clock, ClockMoved } from '../emulator/shapes';
import { advance, advanceToNext, advanceUntil, clock, freeze, knowClock, now, resume } from '../world/clock';
import { overview } from '../world/overview';
import { aim } from './aim';
import { tell, telling } from './saying';
import { resourceLink } from './route';

const steps = [
  ['+1 min', 60, '1 minute'],
  ['+1 h', 3600, '1 hour'],
  ['+1 day', 86_400, '1 day'],
] as const;

/** Moves the clock, and says what has happened meanwhile. */
export function move(work: () => Promise<ClockMoved>): Promise<boolean> {
  return telling(async () => {
    const { movedCount } = await work();
    return movedCount === 0
      ? 'Time has moved. Nothing was due.'
      : `Time has moved. ${movedCount} ${movedCount === 1 ? 'thing has' : 'things have'} happened.`;
  });
}

export function TimeBar() {
  const [isSetting, setSetting] = useState(false);
  const instant = now.value;
  const known = clock.value;
  if (known === null || instant === null) {
    return <section class="time-bar" aria-label="Time" />;
  }
  const toggle = () =>
    telling(async () => {
      await (known.frozen ? resume() : freeze());
      return known.frozen ? 'The clock runs.' : 'The clock stands still.';
    });
  return (
    <section class={`time-bar${known.frozen ? ' frozen' : ''}`} aria-label="Time">
      <button
        type="button"
        class="clock-toggle"
        onClick={toggle}
        title={known.frozen ? 'Let the clock run' : 'Stop the clock'}
      >
        <Icon of={known.frozen ? 'play' : 'pause'} />
        <span>{known.frozen ? 'Frozen' : 'Running'}</span>
      </button>
      <button type="button" class="clock-now" onClick={() => setSetting(true)} title="Set the clock">
        <span class="clock-day">{dayText(instant)}</span> <span class="clock-time">{timeText(instant)}</span>{' '}
        <span class="clock-zone">UTC</span>
      </button>
      <Due instant={instant} />
      <div class="time-steps" role="group" aria-label="Move the clock">
        {steps.map(([text, seconds, words]) => (
          <button
            key={text}
            type="button"
            class="button small"
            aria-label={`${text}: move the clock by ${words}`}
            onClick={() => move(() => advance(seconds))}
          >
            {text}
          </button>
        ))}
        <button
          type="button"
          class="button small"
          disabled={known.nextDue === null}
          title={known.nextDue === null ? 'Nothing is due' : 'Move the clock to what is due next'}
          onClick={() => move(advanceToNext)}
        >
          <Icon of="next" /> Next event
        </button>
        <Until />
      </div>
      {isSetting && <SetClock instant={instant} onClose={() => setSetting(false)} />}
    </section>
  );
}

function Due({ instant }: { instant: Date }) {
  const due = overview.value?.due;
  if (!due?.next) {
    return <p class="time-due quiet">Nothing is due</p>;
  }
  const { next, count } = due;
  return (
    <p class="time-due">
      <span class="due-when">{distance(next.at, instant)}</span>
      <a href={resourceLink(next.machine, next.id)}>
        <Name of={next.name} empty={next.machine} /> <span aria-hidden="true">→</span>
        <span class="for-readers">becomes</span> {next.to ?? next.trigger}
      </a>
      {count > 1 && <span class="quiet due-more">+{count - 1} more</span>}
    </p>
  );
}

/** On a resource's page: until it is where somebody wants it. */
function Until() {
  const aimed = aim.value;
  return aimed === null || aimed.states.length === 0 ? null : (
    <label class="until">
      <span class="for-readers">Move the clock until this resource is</span>
      <select
        value=""
        onChange={(event) => {
          const state = event.currentTarget.value;
          event.currentTarget.value = '';
          void move(() => advanceUntil(aimed.machine, aimed.id, state));
        }}
      >
        <option value="">Until this is…</option>
        {aimed.states.map((state) => (
          <option key={state} value={state}>
            {state}
          </option>
        ))}
      </select>
    </label>
  );
}

function SetClock({ instant, onClose }: { instant: Date; onClose: () => void }) {
  const [at, setAt] = useState(instant.toISOString().slice(0, 19));
  const sending = useSending();
  return (
    <Dialog title="Set the clock" onClose={onClose}>
      <CallForm
        call={{ method: 'PUT', path: '/__admin/clock', body: { at: `${at}Z` } }}
        sending={sending}
        act="Set"
        onAnswered={({ body }) => {
          knowClock(body as Clock);
          tell('The clock is set.');
          onClose();
        }}
      >
        <Field
          label="Instant, UTC"
          type="datetime-local"
          step={1}
          required
          value={at}
          onInput={setAt}
          hint="Ahead, what is due by then happens. Back, nothing is undone."
        />
      </CallForm>
    </Dialog>
  );
}
