import { Meter } from '../../components/Meter';
import { Name } from '../../components/Name';
import { rate } from '../../components/rate';
import { Status } from '../../components/Status';
import { Empty, Loaded } from '../../components/Told';
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
    <section class="card">
      <header>
        <h2>People</h2>
        <span class="quiet">Whom you act as is who calls the API</span>
      </header>
      {members.length === 0 ? (
        <Empty title="Nobody belongs to it" />
      ) : (
        <ul class="card-body people">
          {members.map((person) => {
            const isChosen = actor.value === person.username;
            return (
              <li key={person.username}>
                <span>
                  <Name of={person.fullName || person.username} />{' '}
                  <span class="quiet">{rolesIn(person, company)?.map(roleWord).join(', ') || 'no role'}</span>
                </span>
                <button
                  type="button"
                  class={`button small${isChosen ? ' primary' : ''}`}
                  aria-pressed={isChosen}
                  onClick={() => actAs(isChosen ? null : person.username)}
                >
                  {isChosen ? `Acting as ${person.username}` : `Act as ${person.username}`}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Belongings({ network, company }: { network: Network; company: string }) {
  const metros = new Map(network.metros.map((metro) => [metro.id, metro.name.replace(/ Metro$/, '')]));
  const ports = network.ports.filter((port) => port.company === company);
  const waiting = network.connections.filter(
    (each) => each.toCompany === company && each.status === 'PENDING' && each.company !== company,
  );
  return (
    <>
      {waiting.length > 0 && (
        <section class="card answering">
          <header>
            <h2>
              Waits for an answer of <bdi>{company}</bdi>
            </h2>
          </header>
          <ul class="card-body people">
            {waiting.map((each) => (
              <li key={each.id}>
                <span>
                  <Name of={each.name} />{' '}
                  <span class="quiet">
                    from <bdi>{each.company}</bdi>, {rate(each.bandwidth)}
                  </span>
                </span>
                <a class="button small primary" href={resourceLink('connections', each.id)}>
                  Approve, modify or reject
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card">
        <header>
          <h2>
            Ports <span class="quiet">{ports.length}</span>
          </h2>
          <a class="button small" href={linkTo('map', [], { company })}>
            Order one on the map
          </a>
        </header>
        {ports.length === 0 ? (
          <Empty title="No ports">Order one on the map.</Empty>
        ) : (
          <div class="table-scroll">
            <table class="table">
              <thead>
                <tr>
                  <th>Name</th>
                  <th>Where</th>
                  <th>Status</th>
                  <th>Capacity</th>
                  <th>VLANs</th>
                </tr>
              </thead>
              <tbody>
                {ports.slice(0, most).map((port) => (
                  <tr key={port.id}>
                    <td class="cell-name">
                      <a href={resourceLink('ports', port.id)}>
                        <Name of={port.name} />
                      </a>
                    </td>
                    <td>{metros.get(port.metroId)}</td>
                    <td>
                      <Status of={port.status} />
                    </td>
                    <td class="cell-meter">
                      <Meter used={port.used} of={port.speed} label={port.name} />
                    </td>
                    <td>
                      <Vlans company={company} port={port.id} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <More count={ports.length} machine="ports" company={company} />
      </section>
      <section class="card">
        <header>
          <h2>
            Connections <span class="quiet">{network.connections.length}</span>
          </h2>
        </header>
        {network.connections.length === 0 ? (
          <Empty title="No connections">Choose two ports on the map to make one.</Empty>
        ) : (
          <div class="table-scroll">
            <table class="table">
              <thead>
                <tr>
                  <th>Name</th>
                  <th>From</th>
                  <th>To</th>
                  <th>Bandwidth</th>
                  <th>Status</th>
                </tr>
              </thead>
              <tbody>
                {network.connections.slice(0, most).map((each) => (
                  <tr key={each.id}>
                    <td class="cell-name">
                      <a href={resourceLink('connections', each.id)}>
                        <Name of={each.name} />
                      </a>
                    </td>
                    <td>
                      <bdi>{each.company}</bdi>
                    </td>
                    <td>
                      <bdi>{each.toCompany}</bdi>
                    </td>
                    <td>{rate(each.bandwidth)}</td>
                    <td>
                      <Status of={each.status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <More count={network.connections.length} machine="connections" company={company} />
      </section>
      <div class="columns">
        <section class="card">
          <header>
            <h2>
              Internet On-Demand <span class="quiet">{network.services.length}</span>
            </h2>
          </header>
          {network.services.length === 0 ? (
            <Empty title="No service" />
          ) : (
            <ul class="card-body people">
              {network.services.slice(0, most).map((each) => (
                <li key={each.id}>
                  <a href={resourceLink('iod-services', each.id)}>
                    <Name of={each.name} />
                  </a>
                  <span class="row-end">
                    <span class="quiet">{rate(each.bandwidth)}</span> <Status of={each.status} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section class="card">
          <header>
            <h2>
              CloudRouters <span class="quiet">{network.cloudRouters.length}</span>
            </h2>
          </header>
          {network.cloudRouters.length === 0 ? (
            <Empty title="No CloudRouter" />
          ) : (
            <ul class="card-body people">
              {network.cloudRouters.slice(0, most).map((each) => (
                <li key={each.id}>
                  <a href={resourceLink('cloudrouters', each.id)}>
                    <Name of={each.name} />
                  </a>
                  <span class="row-end">
                    <span class="quiet">
                      {each.sites.length} {each.sites.length === 1 ? 'site' : 'sites'}
                    </span>{' '}
                    <Status of={each.status} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

function More({ count, machine, company }: { count: number; machine: string; company: string }) {
  return count <= most ? null : (
    <p class="card-more">
      <a href={linkTo('resources', [], { machine, company })}>All {count.toLocaleString('en')}</a>
    </p>
  );
}
