import { Instant } from '../../components/Instant';
import { TableCard } from '../../components/Listed';
import { Id, Name } from '../../components/Name';
import { Status } from '../../components/Status';
import { Empty, Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { ResourcesFound } from '../../emulator/shapes';
import { ask, linkTo, resourceLink, route } from '../../shell/route';
import { useLive } from '../../world/live';
import { machinesWord, machineWord } from '../../world/machines';
import { overview } from '../../world/overview';

const page = 100;

/** Everything that has a status, by kind, status and company. */
export default function ResourcesPage() {
  const { query } = route.value;
  const filter = Object.fromEntries(
    ['machine', 'state', 'company', 'q']
      .map((name) => [name, query.get(name) ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );
  const offset = Number(query.get('offset') ?? 0);
  const path = `/__admin/resources?${new URLSearchParams({ ...filter, limit: String(page), offset: String(offset) }).toString()}`;
  const live = useLive((stop) => read<ResourcesFound>(path, stop), [path]);
  const set = (changes: Readonly<Record<string, string>>) =>
    ask(Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '')));
  const seen = overview.value;
  const machine = seen?.machines.find((each) => each.name === filter['machine']);
  const states = [
    ...new Set((machine ? [machine] : (seen?.machines ?? [])).flatMap((each) => Object.keys(each.states))),
  ].sort();

  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Resources</h1>
          <p class="lead">Everything that has a status. Open one to see where it stands, and to move it.</p>
        </div>
      </header>
      <div class="filters">
        <input
          type="search"
          placeholder="Search by name or id"
          aria-label="Search resources"
          value={filter['q'] ?? ''}
          onInput={(event) => set({ q: event.currentTarget.value })}
        />
        <select
          aria-label="Kind"
          value={filter['machine'] ?? ''}
          onChange={(event) => set({ machine: event.currentTarget.value, state: '' })}
        >
          <option value="">All kinds</option>
          {seen?.machines.map((each) => (
            <option key={each.name} value={each.name} selected={each.name === filter['machine']}>
              {machinesWord(each.name)} ({each.total})
            </option>
          ))}
        </select>
        <select
          aria-label="Status"
          value={filter['state'] ?? ''}
          onChange={(event) => set({ state: event.currentTarget.value })}
        >
          <option value="">Any status</option>
          {states.map((each) => (
            <option key={each} value={each} selected={each === filter['state']}>
              {each}
            </option>
          ))}
        </select>
        <select
          aria-label="Company"
          value={filter['company'] ?? ''}
          onChange={(event) => set({ company: event.currentTarget.value })}
        >
          <option value="">All companies</option>
          {seen?.companies.map((each) => (
            <option key={each.id} value={each.name} selected={each.name === filter['company']}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <Loaded live={live}>
        {(found) =>
          found.resources.length === 0 ? (
            <Empty title="Nothing matches">
              <button type="button" class="button small" onClick={() => ask({})}>
                Show everything
              </button>
            </Empty>
          ) : (
            <TableCard
              of={found.resources}
              keyOf={(each) => `${each.machine} ${each.id}`}
              columns={[
                {
                  head: 'Name',
                  class: 'cell-name',
                  cell: (each) => (
                    <a href={resourceLink(each.machine, each.id)}>
                      <Name of={each.name} empty={machineWord(each.machine)} />
                    </a>
                  ),
                },
                { head: 'Kind', cell: (each) => machineWord(each.machine) },
                {
                  head: 'Company',
                  cell: ({ company }) =>
                    company ? (
                      <a href={linkTo('companies', [company])}>
                        <bdi>{company}</bdi>
                      </a>
                    ) : (
                      <span class="quiet">–</span>
                    ),
                },
                { head: 'Status', cell: (each) => <Status of={each.state} /> },
                { head: 'Since', cell: (each) => <Instant at={each.since} /> },
                {
                  head: 'Moves on',
                  cell: (each) => (each.nextDue ? <Instant at={each.nextDue} /> : <span class="quiet">–</span>),
                },
                { head: 'Id', cell: (each) => <Id of={each.id} /> },
              ]}
              foot={
                <footer class="card-foot">
                  <span class="quiet">
                    {offset + 1}–{offset + found.resources.length} of {found.found.toLocaleString('en')}
                  </span>
                  <button
                    type="button"
                    class="button small"
                    disabled={offset === 0}
                    onClick={() => set({ offset: offset > page ? String(offset - page) : '' })}
                  >
                    Before
                  </button>
                  <button
                    type="button"
                    class="button small"
                    disabled={offset + page >= found.found}
                    onClick={() => set({ offset: String(offset + page) })}
                  >
                    Next
                  </button>
                </footer>
              }
            />
          )
        }
      </Loaded>
    </div>
  );
}
