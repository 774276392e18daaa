import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { CallShown, useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import type { Port } from '../../emulator/shapes';
import { resourceLink } from '../../shell/route';
import { personOf } from '../../world/people';
import { Until } from './Until';

/** Connects two ports; where the other one is another company's, that company answers here, too. */
export function ConnectPorts({ from, to, onClose }: { from: Port; to: Port; onClose: () => void }) {
  const [name, setName] = useState(`${from.name} to ${to.name}`.slice(0, 120));
  const [speed, setSpeed] = useState('100');
  const asking = useSending();
  const answering = useSending();
  const isOwn = from.company === to.company;
  const asker = personOf(from.company);
  const answerer = personOf(to.company);
  const call = {
    method: 'PUT',
    path: `/api/v2/company/${encodeURIComponent(from.company)}/connections/layer2`,
    body: {
      type: 'LAYER2',
      name,
      portId: from.id,
      speed: Number(speed),
      destMetroId: to.metroId,
      destCompany: to.company,
      ...(isOwn ? { destPortId: to.id } : {}),
    },
  };
  const asked = asking.answer?.ok ? (asking.answer.body as { id: string }) : null;
  const approval = asked && {
    method: 'PUT',
    path: `/api/v2/company/${encodeURIComponent(to.company)}/connections/${asked.id}/approve`,
    body: { destPortId: to.id },
  };
  const isAgreed = asked !== null && (isOwn || answering.answer?.ok === true);

  return (
    <Dialog title="Connect two ports" onClose={onClose}>
      <CallForm
        call={call}
        as={asker}
        sending={asking}
        act="Connect"
        after={
          approval &&
          !isOwn && (
            <>
              <p>
                The request waits for <bdi>{to.company}</bdi>. You can play both sides:
              </p>
              <CallShown call={approval} as={answerer} sending={answering} />
            </>
          )
        }
        next={
          asked && (
            <>
              <a class="button" href={resourceLink('connections', asked.id)} onClick={onClose}>
                Look at the connection
              </a>
              {approval && !isAgreed && (
                <button
                  type="button"
                  class="button primary"
                  disabled={answerer === null || answering.isSending}
                  onClick={() => answerer && void answering.send(answerer, approval)}
                >
                  Approve as {to.company}
                </button>
              )}
              {isAgreed && <Until machine="connections" id={asked.id} state="ACTIVE" onDone={onClose} />}
            </>
          )
        }
      >
        <p>
          <strong>
            <bdi>{from.name}</bdi>
          </strong>{' '}
          of <bdi>{from.company}</bdi> to{' '}
          <strong>
            <bdi>{to.name}</bdi>
          </strong>{' '}
          of <bdi>{to.company}</bdi>
        </p>
        {asked === null && (
          <div class="form-pair">
            <Field label="Name" value={name} onInput={setName} required />
            <Field label="Speed, Mbps" type="number" min={1} value={speed} onInput={setSpeed} required />
          </div>
        )}
      </CallForm>
    </Dialog>
  );
}
