import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Choice, Field } from '../../components/Field';
import { read } from '../../emulator/admin';
import type { Call } from '../../emulator/service';
import type { Connection, Network, Resource } from '../../emulator/shapes';
import { useLive } from '../../world/live';
import { personOf } from '../../world/people';

/** The other company's answer to a request for a connection: approve, ask for less, reject. */
export function Answering({ resource }: { resource: Resource }) {
  const isAsked = resource.machine === 'connections' && resource.state === 'PENDING';
  const live = useLive(
    async (stop) => {
      const networkOf = (company: string) =>
        read<Network>(`/__admin/network?company=${encodeURIComponent(company)}`, stop);
      const connection =
        isAsked && resource.company !== null
          ? (await networkOf(resource.company)).connections.find((each) => each.id === resource.id)
          : undefined;
      return connection && connection.company !== connection.toCompany
        ? { connection, network: await networkOf(connection.toCompany) }
        : null;
    },
    [resource.id, isAsked],
  );
  return live.value === null ? null : <AnswerForm connection={live.value.connection} network={live.value.network} />;
}

function AnswerForm({ connection, network }: { connection: Connection; network: Network }) {
  const other = connection.toCompany;
  const ports = network.ports.filter(
    (port) =>
      port.company === other &&
      port.status === 'ACTIVE' &&
      port.metroId === connection.toMetroId &&
      port.speed - port.used >= connection.bandwidth,
  );
  const [kind, setKind] = useState('approve');
  const [port, setPort] = useState('');
  const [speed, setSpeed] = useState(String(Math.max(1, Math.floor(connection.bandwidth / 2))));
  const sending = useSending();
  const person = personOf(other);
  const path = `/api/v2/company/${encodeURIComponent(other)}/connections/${connection.id}`;
  const call: Call =
    kind === 'approve'
      ? {
          method: 'PUT',
          path: `${path}/approve`,
          body: { destPortId: port || connection.toPort || ports[0]?.id || '' },
        }
      : kind === 'reject'
        ? { method: 'PUT', path: `${path}/reject` }
        : { method: 'POST', path, body: { speed: Number(speed) } };
  const metros = new Map(network.metros.map((metro) => [metro.id, metro.name]));
  return (
    <section class="card answering" aria-label="The other company's answer">
      <header>
        <h2>
          This request waits for <bdi>{other}</bdi>
        </h2>
        <span class="quiet">You can answer in their place</span>
      </header>
      <CallForm
        call={call}
        as={person}
        sending={sending}
        act={`${kind === 'approve' ? 'Approve' : kind === 'modify' ? 'Ask for it' : 'Reject'} as ${other}`}
        isInCard
      >
        <div class="form-pair">
          <Choice
            label="Answer"
            value={kind}
            onChoose={setKind}
            of={[
              ['approve', 'Approve'],
              ['modify', 'Ask for another speed'],
              ['reject', 'Reject'],
            ]}
          />
          {kind === 'approve' && (
            <Choice
              label={`Port of ${other}`}
              value={port}
              onChoose={setPort}
              of={ports
                .slice(0, 200)
                .map((each) => [each.id, `${each.name.slice(0, 60)} (${metros.get(each.metroId) ?? ''})`] as const)}
            />
          )}
          {kind === 'modify' && <Field label="Speed, Mbps" type="number" min={1} value={speed} onInput={setSpeed} />}
        </div>
      </CallForm>
    </section>
  );
}
