import { ListCard, TableCard } from '../../components/Listed';
import { Meter } from '../../components/Meter';
import { Name } from '../../components/Name';
import { rate } from '../../components/rate';
import { Status } from '../../components/Status';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { Network } from '../../emulator/shapes';
import { linkTo, resourceLink } from '../../shell/route';
import { useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { actAs, actor, people, roleWord, rolesIn } from '../../world/people';
import { Vlans } from './Vlans';

/** How many rows of each kind are listed; the resources page has all. */
const most = 100;

/** A company: its people, and what it has. */
export function CompanyShown({ name }: { name: string }) {
  const live = useLive((stop) => read<Network>(`/__admin/network?company=${encodeURIComponent(name)}`, stop), [name]);
  const company = overview.value?.companies.find((each) => each.name === name);
  return (
    <div class="page">
      <header class="resource-head">
        <p class="crumbs">
          <a href={linkTo('companies')}>Companies</a>
        </p>
        <div class="page-head">
          <h1>
            <Name of={company?.displayName || name} />
          </h1>
          <div class="page-head-end">
            <a class="button" href={linkTo('map', [], { company: name })}>
              On the map
            </a>
            <a class="button" href={linkTo('requests', [], { company: name })}>
              Its requests
            </a>
          </div>
        </div>
      </header>
      <People company={name} />
      <Loaded live={live}>{(network) => <Belongings network={network} company={name} />}</Loaded>
    </div>
  );
}

function People({ company }: { company: string }) {
  const members = people.value.filter((person) => rolesIn(person, company) !== null);
  return (
    <ListCard
      title="People"
      note="The console calls the API as the person you act as"
      of={members}
      keyOf={(person) => person.username}
      empty={['Nobody belongs to it']}
      line={(person) => (
        <>
          <Name of={person.fullName || person.username} />{' '}
          <span class="quiet">{rolesIn(person, company)?.map(roleWord).join(', ') || 'no role'}</span>
        </>
      )}
      actsOf={({ username }) => {
        const isChosen = actor.value === username;
        return [
          {
            text: `${isChosen ? 'Acting' : 'Act'} as ${username}`,
            onDo: () => actAs(isChosen ? null : username),
            isPrimary: isChosen,
            isPressed: isChosen,
          },
        ];
      }}
    />
  );
}

function Belongings({ network, company }: { network: Network; company: string }) {
  const metros = new Map(network.metros.map((metro) => [metro.id, metro.name.replace(/ Metro$/, '')]));
  const ports = network.ports.filter((port) => port.company === company);
  const waiting = network.connections.filter(
    (each) => each.toCompany === company && each.status === 'PENDING' && each.company !== company,
  );
  const idOf = (each: { readonly id: string }) => each.id;
  const all = (machine: string) => linkTo('resources', [], { machine, company });
  return (
    <>
      {waiting.length > 0 && (
        <ListCard
          class="answering"
          title={
            <>
              Waits for an answer of <bdi>{company}</bdi>
            </>
          }
          of={waiting}
          keyOf={idOf}
          line={(each) => (
            <>
              <Name of={each.name} />{' '}
              <span class="quiet">
                from <bdi>{each.company}</bdi>, {rate(each.bandwidth)}
              </span>
            </>
          )}
          actsOf={({ id }) => [
            { text: 'Approve, modify or reject', href: resourceLink('connections', id), isPrimary: true },
          ]}
        />
      )}
      <TableCard
        title="Ports"
        isCounted
        acts={[{ text: 'Order one on the map', href: linkTo('map', [], { company }) }]}
        of={ports}
        keyOf={idOf}
        empty={['No ports', 'Order one on the map.']}
        most={most}
        more={all('ports')}
        columns={[
          { head: 'Name', class: 'cell-name', cell: (port) => <Linked machine="ports" of={port} /> },
          { head: 'Where', cell: (port) => metros.get(port.metroId) },
          { head: 'Status', cell: (port) => <Status of={port.status} /> },
          {
            head: 'Capacity',
            class: 'cell-meter',
            cell: (port) => <Meter used={port.used} of={port.speed} label={port.name} />,
          },
          { head: 'VLANs', cell: (port) => <Vlans company={company} port={port.id} /> },
        ]}
      />
      <TableCard
        title="Connections"
        isCounted
        acts={[{ text: 'Make one on the map', href: linkTo('map', [], { company }) }]}
        of={network.connections}
        keyOf={idOf}
        empty={['No connections', 'Choose two ports on the map, or a port and a cloud, to make one.']}
        most={most}
        more={all('connections')}
        columns={[
          { head: 'Name', class: 'cell-name', cell: (each) => <Linked machine="connections" of={each} /> },
          { head: 'From', cell: (each) => <bdi>{each.company}</bdi> },
          { head: 'To', cell: (each) => <bdi>{each.toCompany}</bdi> },
          { head: 'Bandwidth', cell: (each) => rate(each.bandwidth) },
          { head: 'Status', cell: (each) => <Status of={each.status} /> },
        ]}
      />
      <div class="columns">
        <ListCard
          title="Internet On-Demand"
          isCounted
          of={network.services}
          keyOf={idOf}
          empty={['No service']}
          most={most}
          more={all('iod-services')}
          line={(each) => <Linked machine="iod-services" of={each} />}
          end={(each) => (
            <>
              <span class="quiet">{rate(each.bandwidth)}</span> <Status of={each.status} />
            </>
          )}
        />
        <ListCard
          title="CloudRouters"
          isCounted
          of={network.cloudRouters}
          keyOf={idOf}
          empty={['No CloudRouter']}
          most={most}
          more={all('cloudrouters')}
          line={(each) => <Linked machine="cloudrouters" of={each} />}
          end={(each) => (
            <>
              <span class="quiet">
                {each.sites.length} {each.sites.length === 1 ? 'site' : 'sites'}
              </span>{' '}
              <Status of={each.status} />
            </>
          )}
        />
      </div>
    </>
  );
}

function Linked({ machine, of }: { machine: string; of: { readonly id: string; readonly name: string } }) {
  return (
    <a href={resourceLink(machine, of.id)}>
      <Name of={of.name} />
    </a>
  );
}
