import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Check, Field } from '../../components/Field';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { admin } from '../../emulator/admin';
import type { Move, Resource } from '../../emulator/shapes';
import { telling } from '../../shell/saying';
import { changed } from '../../world/live';

const movers = {
  client: 'What a client may do',
  service: 'What the service does by itself',
  world: 'What goes wrong in the world',
} as const;

/** Buttons for exactly the moves that are legal now. */
export function MovesCard({ resource }: { resource: Resource }) {
  const [asking, setAsking] = useState<Move | null>(null);
  const path = `/__admin/workflows/${encodeURIComponent(resource.machine)}/${encodeURIComponent(resource.id)}`;
  const canAdvance = resource.mayFire.some((move) => move.by === 'service');
  const advance = () =>
    telling(async () => {
      const after = await admin<Resource>('POST', `${path}/advance`);
      changed();
      return `It is ${after.state} now.`;
    });
  const groups = (['service', 'client', 'world'] as const)
    .map((by) => [by, distinct(resource.mayFire.filter((move) => move.by === by))] as const)
    .filter(([, moves]) => moves.length > 0);
  return (
    <section class="card">
      <header>
        <h2>Moves</h2>
        {canAdvance && (
          <button type="button" class="button small primary" onClick={advance}>
            <Icon of="next" /> Make the next move now
          </button>
        )}
      </header>
      <div class="card-body flow">
        {groups.length === 0 && <p class="quiet">Nothing follows on {resource.state}: it stays as it is.</p>}
        {groups.map(([by, moves]) => (
          <div key={by} class="moves">
            <h3 class="quiet">{movers[by]}</h3>
            <ul>
              {moves.map((move) => (
                <li key={`${move.trigger} ${move.to}`}>
                  <button
                    type="button"
                    class={`button small${isFailure(move) ? ' danger' : ''}`}
                    onClick={() => setAsking(move)}
                  >
                    {isFailure(move) ? `${move.trigger} with a reason` : move.trigger} <span aria-hidden="true">→</span>
                    <span class="for-readers">becomes</span> {move.to}
                  </button>
                  {move.condition && <span class="quiet">{move.condition}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {asking && <Fire move={asking} path={path} onClose={() => setAsking(null)} />}
    </section>
  );
}

function Fire({ move, path, onClose }: { move: Move; path: string; onClose: () => void }) {
  const [reason, setReason] = useState(isFailure(move) ? 'No light on the cross connect' : '');
  const [force, setForce] = useState(false);
  const sending = useSending();
  const call = {
    method: 'POST',
    path: `${path}/fire`,
    body: { trigger: move.trigger, ...(reason ? { reason } : {}), ...(force ? { force } : {}) },
  };
  return (
    <Dialog title={`${move.trigger}: ${move.from} → ${move.to}`} onClose={onClose}>
      <CallForm call={call} sending={sending} act={move.trigger} isDanger={isFailure(move)} onAnswered={onClose}>
        <Field
          label="Reason"
          value={reason}
          onInput={setReason}
          hint="For the history and, with a failure, for what clients read."
        />
        <Check label="Even where a rule of the service forbids it" value={force} onChange={setForce} />
      </CallForm>
    </Dialog>
  );
}

function isFailure(move: Move): boolean {
  return /fail|deny|reject|error|decline/i.test(move.trigger);
}

function distinct(moves: readonly Move[]): readonly Move[] {
  return moves.filter(
    (move, index) => moves.findIndex((other) => other.trigger === move.trigger && other.to === move.to) === index,
  );
}
