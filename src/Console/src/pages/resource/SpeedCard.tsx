import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Choice, Field } from '../../components/Field';
import { read } from '../../emulator/admin';
import type { Call } from '../../emulator/service';
import type { Network, Resource } from '../../emulator/shapes';
import { useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { personOf } from '../../world/people';

/** Another speed for a connection or an Internet On-Demand service that is in service. */
export function SpeedCard({ resource }: { resource: Resource }) {
  const isConnection = resource.machine === 'connections';
  const isShown =
    resource.state === 'ACTIVE' && resource.company !== null && (isConnection || resource.machine === 'iod-services');
  return isShown ? isConnection ? <ConnectionSpeed resource={resource} /> : <ServiceSpeed resource={resource} /> : null;
}

const companyId = (name: string | null) => overview.value?.companies.find((each) => each.name === name)?.id ?? '';

function ConnectionSpeed({ resource }: { resource: Resource }) {
  const live = useLive(
    (stop) => read<Network>(`/__admin/network?company=${encodeURIComponent(resource.company ?? '')}`, stop),
    [resource.id, resource.company],
  );
  const connection = live.value?.connections.find((each) => each.id === resource.id);
  const [way, setKind] = useState<string | null>(null);
  const [speed, setSpeed] = useState('');
  const asking = useSending();
  if (!connection) {
    return null;
  }
  const { company, toCompany } = connection;
  // Towards another company more bandwidth needs its consent.
  const kind = way ?? (company === toCompany ? 'flex' : 'change');
  const wanted = Number(speed || connection.bandwidth * 2);
  const path = `/connections/${resource.id}`;
  const calls: Readonly<Record<string, { by: string; call: Call; text: string }>> = {
    flex: {
      by: company,
      call: {
        method: 'POST',
        path: `/app-user/${companyId(company)}${path}/connection-change-requests`,
        body: { bandwidth: wanted },
      },
      text: 'Flex it',
    },
    change: {
      by: company,
      call: {
        method: 'PUT',
        path: `/api/company/${encodeURIComponent(company)}${path}/change`,
        body: { speed: wanted },
      },
      text: 'Ask for it',
    },
    approve: {
      by: toCompany,
      call: { method: 'PUT', path: `/api/company/${encodeURIComponent(toCompany)}${path}/change/approve` },
      text: `Approve as ${toCompany}`,
    },
    reject: {
      by: toCompany,
      call: { method: 'DELETE', path: `/api/company/${encodeURIComponent(toCompany)}${path}/change` },
      text: `Reject as ${toCompany}`,
    },
  };
  const chosen = calls[kind];
  if (!chosen) {
    return null;
  }
  const person = personOf(chosen.by);
  return (
    <section class="card">
      <header>
        <h2>Speed</h2>
        <span class="quiet">{connection.bandwidth} Mbps now</span>
      </header>
      <CallForm call={chosen.call} as={person} sending={asking} act={chosen.text} isInCard>
        <div class="form-pair">
          <Choice
            label="How"
            value={kind}
            onChoose={(next) => {
              setKind(next);
              asking.forget();
            }}
            of={[
              ['flex', 'Flex: at once, by the hour'],
              ['change', 'Change request: the other side approves'],
              ['approve', `Approve the change as ${toCompany}`],
              ['reject', `Reject the change as ${toCompany}`],
            ]}
          />
          {(kind === 'flex' || kind === 'change') && (
            <Field label="Speed, Mbps" type="number" min={1} value={speed || String(wanted)} onInput={setSpeed} />
          )}
        </div>
      </CallForm>
    </section>
  );
}

function ServiceSpeed({ resource }: { resource: Resource }) {
  const [bandwidth, setBandwidth] = useState('500');
  const sending = useSending();
  const person = personOf(resource.company ?? '');
  const call = {
    method: 'POST',
    path: `/app-user/${companyId(resource.company)}/gia-service/${resource.id}/flex`,
    body: { bandwidth: Number(bandwidth) },
  };
  return (
    <section class="card">
      <header>
        <h2>Flex</h2>
      </header>
      <CallForm call={call} as={person} sending={sending} act="Flex it" isInCard>
        <Field label="Bandwidth in all, Mbps" type="number" min={1} value={bandwidth} onInput={setBandwidth} />
      </CallForm>
    </section>
  );
}
