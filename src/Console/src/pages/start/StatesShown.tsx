import type { Overview } from '../../emulator/shapes';
import { linkTo } from '../../shell/route';
import { machinesWord } from '../../world/machines';
import { toneOf, toneWords, type Tone } from '../../world/status';

const tones: readonly Tone[] = ['good', 'moving', 'waiting', 'bad', 'off'];

/** The resources of each kind, and how they are: a bar for each. */
export function StatesShown({ overview }: { overview: Overview }) {
  const machines = overview.machines
    .filter((machine) => machine.total > 0)
    .sort((one, other) => other.total - one.total)
    .slice(0, 8);
  return (
    <section class="card">
      <header>
        <h2>What there is</h2>
        <a href={linkTo('resources')}>All resources</a>
      </header>
      <ul class="card-body states">
        {machines.map((machine) => {
          const counts = new Map<Tone, number>();
          for (const [state, count] of Object.entries(machine.states)) {
            counts.set(toneOf(state), (counts.get(toneOf(state)) ?? 0) + count);
          }
          const parts = tones.flatMap((tone) => (counts.has(tone) ? [{ tone, count: counts.get(tone) ?? 0 }] : []));
          return (
            <li key={machine.name}>
              <a href={linkTo('resources', [], { machine: machine.name })}>{machinesWord(machine.name)}</a>
              <span class="states-count">{machine.total.toLocaleString('en')}</span>
              <span
                class="states-bar"
                role="img"
                aria-label={parts.map((part) => `${part.count} ${toneWords[part.tone]}`).join(', ')}
                title={parts.map((part) => `${part.count} ${toneWords[part.tone]}`).join(', ')}
              >
                {parts.map((part) => (
                  <span key={part.tone} class={part.tone} style={{ flexGrow: part.count }} />
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
