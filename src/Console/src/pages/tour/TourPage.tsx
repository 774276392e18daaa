import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AnswerShown, curlOf } from '../../components/CallShown';
import { Copy } from '../../components/Copy';
import { Icon } from '../../components/Icon';
import { Json } from '../../components/Json';
import { Path } from '../../components/Name';
import { Method } from '../../components/Status';
import { Failure } from '../../components/Told';
import { choose, chosen } from '../../emulator/address';
import { adminOfAll, read } from '../../emulator/admin';
import { Refused } from '../../emulator/answer';
import type { Network } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { linkTo, resourceLink } from '../../shell/route';
import { useLive } from '../../world/live';
import { people } from '../../world/people';
import { useFlashes } from '../map/happening';
import { Legend } from '../map/Legend';
import { MapCanvas } from '../map/MapCanvas';
import { sceneOf } from '../map/scene';
import { makeWorld, steps, type Thread } from './story';
import { sent, tellerOf, type Sent } from './telling';

/** The sandbox that the tour plays in; null before it has begun. */
const world = signal<string | null>(null);
const at = signal(0);
let thread: Thread = { port: '', order: '', connection: '', ownConnection: '' };

/** A story in five steps: each shows the calls that it sends, and what they were answered. */
export default function TourPage() {
  return world.value !== null && world.value === chosen.value ? <Playing sandbox={world.value} /> : <Before />;
}

function Before() {
  const [isMaking, setMaking] = useState(false);
  const begin = () =>
    telling(async () => {
      setMaking(true);
      try {
        const name = await makeWorld();
        thread = { port: '', order: '', connection: '', ownConnection: '' };
        sent.value = [];
        at.value = 0;
        world.value = name;
        choose(name);
        return null;
      } finally {
        setMaking(false);
      }
    });
  return (
    <div class="tour-start">
      <div>
        <h1>A port, a connection, and both sides of it</h1>
        <p class="quiet">
          Five clicks. Each sends real calls and shows them. The tour plays in a sandbox of its own, which goes away by
          itself: nothing that you have here is touched.
        </p>
        <ol>
          {steps.map((step, index) => (
            <li key={step.title}>
              <span class="tour-number">{index + 1}</span>
              {step.title}
            </li>
          ))}
        </ol>
        <p>
          <button type="button" class="button primary" onClick={begin} disabled={isMaking}>
            <Icon of="tour" /> Start the tour
          </button>
        </p>
      </div>
    </div>
  );
}

function Playing({ sandbox }: { sandbox: string }) {
  const live = useLive((stop) => read<Network>('/__admin/network?company=Acme', stop));
  const scene = useMemo(() => (live.value ? sceneOf(live.value) : { metros: [], arcs: [], hubs: [] }), [live.value]);
  const flashes = useFlashes(live.value, 'Acme');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Refused | null>(null);
  const current = useRef<HTMLButtonElement>(null);
  const isOver = at.value >= steps.length;

  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [at.value, isBusy, sent.value.length]);

  const play = async () => {
    const step = steps[at.value];
    if (!step || isBusy) {
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await step.run(tellerOf(at.value), thread);
      at.value++;
    } catch (reason) {
      setFailure(reason instanceof Refused ? reason : new Refused(String(reason), 0, null));
    } finally {
      setBusy(false);
    }
  };
  const end = () =>
    telling(async () => {
      await adminOfAll('DELETE', `/__admin/sandboxes/${encodeURIComponent(sandbox)}`);
      world.value = null;
      choose(null);
      return "The tour's sandbox is gone.";
    });

  return (
    <div class="tour-page">
      <div class="map-main">
        <MapCanvas scene={scene} chosen={[]} flashes={flashes} onChoose={() => undefined} />
        <Legend />
      </div>
      <div class="tour-side">
        <h1>The tour</h1>
        <p class="tour-where">
          Everything here happens in the sandbox <strong>{sandbox}</strong>, with a clock that stands still until it is
          moved.
        </p>
        <ol class="tour-steps">
          {steps.map((step, index) => {
            const state = index < at.value ? 'done' : index === at.value ? 'now' : 'later';
            return (
              <li key={step.title} class={`tour-step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
                <h2>
                  <span class="tour-number">{state === 'done' ? <Icon of="check" /> : index + 1}</span>
                  {step.title}
                </h2>
                {state !== 'later' && <p>{step.text}</p>}
                <Calls
                  of={sent.value.filter((each) => each.step === index)}
                  isOpen={state === 'now' || index === at.value - 1}
                />
                {state === 'now' && (
                  <>
                    <Failure of={failure} />
                    <p>
                      <button
                        ref={current}
                        type="button"
                        class="button primary"
                        onClick={play}
                        disabled={isBusy || people.value.length === 0}
                      >
                        {isBusy ? 'Sending…' : step.act}
                      </button>
                    </p>
                  </>
                )}
              </li>
            );
          })}
        </ol>
        {isOver && (
          <section class="card">
            <header>
              <h2>That was it</h2>
            </header>
            <div class="card-body flow">
              <p>All of it was plain HTTP. Look around in this sandbox:</p>
              <ul class="links">
                <li>
                  <a href={linkTo('requests')}>The requests</a> <span class="quiet">and what each changed</span>
                </li>
                <li>
                  <a href={resourceLink('connections', thread.connection)}>The connection</a>{' '}
                  <span class="quiet">its states, and how to make it fail</span>
                </li>
                <li>
                  <a href={linkTo('outbox')}>The outbox</a>{' '}
                  <span class="quiet">mail that the service would have sent</span>
                </li>
                <li>
                  <a href={linkTo('map')}>The map</a> <span class="quiet">with everybody on it</span>
                </li>
              </ul>
              <div class="form-end">
                <button type="button" class="button" onClick={end}>
                  Delete this sandbox
                </button>
              </div>
            </div>
          </section>
        )}
      </div>
    </div>
  );
}

/** What a step has sent: in full while it is the latest, folded up afterwards. */
function Calls({ of, isOpen }: { of: readonly Sent[]; isOpen: boolean }) {
  const shown = (
    <div class="tour-sent">
      {of.map((each, number) => (
        <SentShown key={number} of={each} />
      ))}
    </div>
  );
  return of.length === 0 ? null : isOpen ? (
    shown
  ) : (
    <details>
      <summary>
        {of.length} {of.length === 1 ? 'call' : 'calls'}
      </summary>
      {shown}
    </details>
  );
}

function SentShown({ of: { call, as, answer, said } }: { of: Sent }) {
  return (
    <div class="call">
      <div class="call-line">
        <Method of={call.method} />
        <Path of={call.path} />
        <Copy text={curlOf(call, as)} of="curl line" />
      </div>
      {as && (
        <p class="call-as quiet">
          as <strong>{as.username}</strong>
        </p>
      )}
      {call.body !== undefined && (
        <details>
          <summary>Body</summary>
          <Json of={call.body} label="request body" />
        </details>
      )}
      {answer && <AnswerShown of={answer} />}
      {said && (
        <p class="answer-line">
          <span class="http-status good">200</span> <span>{said}</span>
        </p>
      )}
    </div>
  );
}
