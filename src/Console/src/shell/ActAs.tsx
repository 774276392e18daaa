import { actAs, actor, people } from '../world/people';

/** Whom the pages act as, wherever that person may. */
export function ActAs() {
  const known = people.value.filter((person) => person.companies.length > 0);
  return (
    <label class="act-as">
      <span>Act as</span>
      <select value={actor.value ?? ''} onChange={(event) => actAs(event.currentTarget.value || null)}>
        <option value="">any user who may</option>
        {known.map((person) => (
          <option key={person.username} value={person.username} selected={person.username === actor.value}>
            {person.username}
          </option>
        ))}
      </select>
    </label>
  );
}
