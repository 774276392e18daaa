import { useState } from 'preact/hooks';
import { CallShown, useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Choice, Field } from '../../components/Field';
import type { Facility } from '../../emulator/shapes';
import { move } from '../../shell/TimeBar';
import { resourceLink } from '../../shell/route';
import { advanceUntil } from '../../world/clock';
import { overview } from '../../world/overview';
import { personOf } from '../../world/people';

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
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (person) {
            void sending.send(person, call);
          }
        }}
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
            of={speeds.map((each) => [String(each), each >= 1000 ? `${each / 1000} Gbps` : `${each} Mbps`] as const)}
          />
        </div>
        <Field label="Name" value={name} onInput={setName} required />
        <CallShown call={call} as={person} sending={sending} />
        <div class="form-end">
          {order === null ? (
            <button class="button primary" disabled={sending.isSending || person === null}>
              Order
            </button>
          ) : (
            <>
              <a class="button" href={resourceLink('port-orders', order.id)} onClick={onClose}>
                Look at the order
              </a>
              <button
                type="button"
                class="button primary"
                onClick={async () => {
                  if (await move(() => advanceUntil('port-orders', order.id, 'done'))) {
                    onClose();
                  }
                }}
              >
                Advance until it is delivered
              </button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}
