import { useState } from 'preact/hooks';
import { Copy } from '../../components/Copy';
import { Name } from '../../components/Name';
import { Empty } from '../../components/Told';
import type { Person } from '../../emulator/shapes';
import { linkTo } from '../../shell/route';
import { people, roleWord } from '../../world/people';

const first = 6;

/** Who there is to be: logins, passwords, keys, and whose they are. */
export function Logins() {
  const [sought, setSought] = useState('');
  const [isAll, setAll] = useState(false);
  const text = sought.trim().toLowerCase();
  const known = [...people.value].sort((one, other) => rank(one) - rank(other));
  const found = known.filter(
    (person) =>
      text === '' ||
      `${person.username} ${person.email} ${person.companies.map((each) => each.company).join(' ')}`
        .toLowerCase()
        .includes(text),
  );
  const shown = isAll || text ? found.slice(0, 200) : found.slice(0, first);
  const key = known.find((person) => person.apiKeys.length > 0)?.apiKeys[0];
  const password = people.value.find((person) => person.password !== null)?.password;
  return (
    <section class="card logins">
      <header>
        <h2>Logins and keys</h2>
        <input
          type="search"
          placeholder="Search people"
          aria-label="Search people"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      </header>
      {password && (
        <p class="logins-password">
          The password of each is <code>{password}</code>
          <Copy text={password} of="password" />
          {key && (
            <span class="quiet">
              A key goes where a token goes: <code>portal-token: {key}</code>
            </span>
          )}
        </p>
      )}
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th>Login</th>
              <th>API key</th>
              <th>Is</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <Row key={person.username} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <Empty title={people.value.length === 0 ? 'Nobody yet' : 'Nobody has that name'} />}
      {!isAll && !text && found.length > first && (
        <p class="card-more">
          <button type="button" class="button small" onClick={() => setAll(true)}>
            Show all {found.length}
          </button>
        </p>
      )}
    </section>
  );
}

/** Who has a key is of more use, and so comes first. */
const rank = (person: Person) => (person.apiKeys.length > 0 ? 0 : 1) + (person.companies.length > 0 ? 0 : 2);

function Row({ person }: { person: Person }) {
  const key = person.apiKeys[0];
  return (
    <tr>
      <td>
        <span class="copied">
          <Name of={person.email} />
          <Copy text={person.email} of="login" />
        </span>
        {person.password === null && <span class="tag waiting">password changed</span>}
      </td>
      <td>
        {key ? (
          <span class="copied">
            <code>{key}</code>
            <Copy text={key} of="API key" />
          </span>
        ) : (
          <span class="quiet">none</span>
        )}
      </td>
      <td class="memberships">
        {person.companies.slice(0, 4).map((each) => (
          <span key={each.company}>
            <a href={linkTo('companies', [each.company])}>
              <bdi>{each.company}</bdi>
            </a>{' '}
            <span class="quiet">{each.roles.map(roleWord).join(', ') || 'no network role'}</span>
          </span>
        ))}
        {person.companies.length > 4 && <span class="quiet">and {person.companies.length - 4} more</span>}
        {person.companies.length === 0 && <span class="quiet">in no company</span>}
      </td>
    </tr>
  );
}
