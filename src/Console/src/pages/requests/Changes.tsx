import { Id, Name } from '../../components/Name';
import type { Change } from '../../emulator/shapes';
import { resourceLink } from '../../shell/route';

const words = { added: 'added', changed: 'changed', removed: 'removed' } as const;
const tones = { added: 'good', changed: 'waiting', removed: 'bad' } as const;

/** What a request wrote: each row, and what was in it before and after. */
export function Changes({ of }: { of: readonly Change[] }) {
  if (of.length === 0) {
    return <p class="quiet">Nothing</p>;
  }
  return (
    <ul class="changes">
      {of.map((change) => (
        <li key={`${change.table} ${change.id}`}>
          <details open={of.length < 4}>
            <summary>
              <span class={`tag ${tones[change.kind]}`}>{words[change.kind]}</span> <span>{change.table}</span>{' '}
              <Name of={change.name} empty="" /> <Id of={change.id} />
            </summary>
            <table class="table change-table">
              <thead>
                <tr>
                  <th>Member</th>
                  <th>Before</th>
                  <th>After</th>
                </tr>
              </thead>
              <tbody>
                {change.members.map((member) => (
                  <tr key={member.name}>
                    <td>{member.name}</td>
                    <td class="before">
                      <Value of={member.before} />
                    </td>
                    <td class="after">
                      <Value of={member.after} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {change.resource && change.kind !== 'removed' && (
              <a href={resourceLink(change.resource, change.id)}>Look at it</a>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

export function Value({ of }: { of: unknown }) {
  if (of === null || of === undefined) {
    return <span class="quiet">none</span>;
  }
  const text = typeof of === 'string' ? of : JSON.stringify(of);
  return <bdi class="value">{text.length > 400 ? `${text.slice(0, 400)}…` : text}</bdi>;
}
