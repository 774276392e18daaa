import { useState } from 'preact/hooks';
import { Name } from '../../components/Name';
import { Empty } from '../../components/Told';
import { linkTo, route } from '../../shell/route';
import { overview } from '../../world/overview';
import { CompanyShown } from './CompanyShown';

/** Who is there, and what each has. */
export default function CompaniesPage() {
  const [name] = route.value.of;
  return name === undefined ? <All /> : <CompanyShown key={name} name={name} />;
}

function All() {
  const [sought, setSought] = useState('');
  const companies = overview.value?.companies ?? [];
  const text = sought.trim().toLowerCase();
  const found = companies.filter((each) => `${each.name} ${each.displayName ?? ''}`.toLowerCase().includes(text));
  const shown = [...found].sort((one, other) => weight(other) - weight(one)).slice(0, 300);
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Companies</h1>
          <p class="lead">Be any of them: order, connect, and answer what others ask.</p>
        </div>
        <input
          type="search"
          placeholder="Search companies"
          aria-label="Search companies"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      </header>
      {shown.length === 0 && <Empty title="No company has that name" />}
      <ul class="company-cards">
        {shown.map((each) => (
          <li key={each.id}>
            <a class="card company-card" href={linkTo('companies', [each.name])}>
              <strong>
                <Name of={each.displayName || each.name} />
              </strong>
              <span class="quiet">
                <bdi>{each.name}</bdi>
              </span>
              <span class="company-counts">
                {counts(each).map(([count, word]) => (
                  <span key={word}>
                    <b>{count}</b> {word}
                  </span>
                ))}
                {weight(each) === 0 && <span class="quiet">no network yet</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {found.length > shown.length && <p class="quiet">{found.length - shown.length} more: search for them.</p>}
    </div>
  );
}

interface Counted {
  readonly ports: number;
  readonly connections: number;
  readonly services: number;
  readonly cloudRouters: number;
}

const weight = (each: Counted) => each.ports + each.connections + each.services + each.cloudRouters;

function counts(each: Counted): readonly (readonly [number, string])[] {
  return (
    [
      [each.ports, each.ports === 1 ? 'port' : 'ports'],
      [each.connections, each.connections === 1 ? 'connection' : 'connections'],
      [each.services, 'IO-D'],
      [each.cloudRouters, each.cloudRouters === 1 ? 'CloudRouter' : 'CloudRouters'],
    ] as const
  ).filter(([count]) => count > 0);
}
