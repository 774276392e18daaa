import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Choice, Field } from '../../components/Field';
import { rate } from '../../components/rate';
import type { Facility } from '../../emulator/shapes';
import { resourceLink } from '../../shell/route';
import { overview } from '../../world/overview';
import { personOf } from '../../world/people';
import { Until } from './Until';

/** What is offered where a facility says nothing. */
const usual = [1000, 10_000, 100_000] as const;

/** Orders a port, and says by which call. */
export function OrderPort({
  facility,
  company,
  onClose,
}: {
  facility: Facility;
  company: string;
  onClose: () => void;
}) {
  const customers = (overview.value?.companies ?? []).filter((each) => personOf(each.name) !== null);
  const [by, setBy] = useState(company || (customers.find((each) => each.name === 'Acme') ?? customers[0])?.name || '');
  const [name, setName] = useState('New port');
  const speeds = facility.speeds?.length ? facility.speeds : usual;
  const [speed, setSpeed] = useState(String(speeds.includes(1000) ? 1000 : speeds[0]));
  const sending = useSending();
  const person = personOf(by);
  const call = {
    method: 'PUT',
    path: `/api/company/${encodeURIComponent(by)}/ports/orders`,
    body: { dataCenterFacility: facility.id, speed: Number(speed), portName: name, paymentType: 'invoice' },
  };
  const order = sending.answer?.ok ? (sending.answer.body as { id: string }) : null;

  return (
    <Dialog title={`Order a port in ${facility.name}`} onClose={onClose}>
      <CallForm
        call={call}
        as={person}
        sending={sending}
        act="Order"
        next={
          order && (
            <>
              <a class="button" href={resourceLink('port-orders', order.id)} onClick={onClose}>
                Look at the order
              </a>
              <Until
                machine="port-orders"
                id={order.id}
                state="done"
                text="Advance until it is delivered"
                onDone={onClose}
              />
            </>
          )
        }
      >
        <div class="form-pair">
          <Choice
            label="Company"
            value={by}
            of={customers.map((each) => [each.name, each.name] as const)}
            onChoose={setBy}
          />
          <Choice
            label="Speed"
            value={speed}
            onChoose={setSpeed}
            of={speeds.map((each) => [String(each), rate(each)] as const)}
          />
        </div>
        <Field label="Name" value={name} onInput={setName} required />
      </CallForm>
    </Dialog>
  );
}
