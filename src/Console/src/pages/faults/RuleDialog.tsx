import { useState } from 'preact/hooks';
import { CallForm } from '../../components/CallForm';
import { useSending } from '../../components/CallShown';
import { Dialog } from '../../components/Dialog';
import { Choice, Field } from '../../components/Field';
import { ruleFrom, type Draft } from './rule';

const times = [
  ['always', 'Each time'],
  ['next', 'The next so many'],
  ['every', 'Every nth'],
  ['from', 'From the nth on'],
  ['probability', 'At random, percent'],
] as const;

const effects = [
  ['answer', 'Answer with a status'],
  ['lost', 'Carry it out, but answer with a status'],
  ['latency', 'Wait longer'],
  ['reset', 'Reset the connection'],
  ['truncate', 'Cut the answer halfway'],
  ['slow', 'Send the body slowly'],
] as const;

/** A rule to fill in, or to write as JSON: whatever the emulator takes can be sent. */
export function RuleDialog({ draft: begun, id, onClose }: { draft: Draft; id: string | null; onClose: () => void }) {
  const [draft, setDraft] = useState(begun);
  const sending = useSending();
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const [rule, wrong] = readRule(draft);
  const call = {
    method: id === null ? 'POST' : 'PUT',
    path: `/__admin/faults${id === null ? '' : `/${encodeURIComponent(id)}`}`,
    body: rule,
  };
  const isJson = draft.json !== '';
  const isStatus = draft.effect === 'answer' || draft.effect === 'lost';
  const isTimed = draft.effect === 'latency' || draft.effect === 'slow';
  return (
    <Dialog title={id === null ? 'Make a fault rule' : `Change ${id}`} onClose={onClose} wide>
      <CallForm
        call={call}
        sending={sending}
        act={id === null ? 'Make it' : 'Save'}
        cannot={wrong !== null}
        onAnswered={onClose}
        before={
          !isJson && (
            <button
              type="button"
              class="button plain"
              onClick={() => set({ json: JSON.stringify(ruleFrom(draft), null, 2) })}
            >
              Write it as JSON
            </button>
          )
        }
      >
        {isJson ? (
          <div class="field">
            <label htmlFor="rule-json">The rule, JSON</label>
            <textarea
              id="rule-json"
              rows={14}
              value={draft.json}
              spellcheck={false}
              onInput={(event) => set({ json: event.currentTarget.value || ' ' })}
            />
          </div>
        ) : (
          <>
            <Field
              label="Operation"
              value={draft.operation}
              onInput={(operation) => set({ operation })}
              placeholder="GET /api/company/{companyName}/ports"
              hint="As documented; if empty, by method and path"
            />
            <div class="form-pair">
              <Field label="Method" value={draft.method} onInput={(method) => set({ method })} placeholder="any" />
              <Field label="Path" value={draft.path} onInput={(path) => set({ path })} placeholder="/api/**" />
            </div>
            <div class="form-pair">
              <Field label="Company" value={draft.company} onInput={(company) => set({ company })} placeholder="any" />
              <Field label="User" value={draft.user} onInput={(user) => set({ user })} placeholder="anybody" />
            </div>
            <div class="form-pair">
              <Choice label="When" value={draft.when} of={times} onChoose={(when) => set({ when })} />
              {draft.when !== 'always' && (
                <Field label="How many" type="number" min={1} value={draft.count} onInput={(count) => set({ count })} />
              )}
            </div>
            <div class="form-pair">
              <Choice label="What happens" value={draft.effect} of={effects} onChoose={(effect) => set({ effect })} />
              {isStatus && (
                <Field
                  label="Status"
                  type="number"
                  min={100}
                  max={599}
                  value={draft.status}
                  onInput={(status) => set({ status })}
                />
              )}
              {isTimed && (
                <Field
                  label="Milliseconds"
                  type="number"
                  min={1}
                  value={draft.milliseconds}
                  onInput={(milliseconds) => set({ milliseconds })}
                />
              )}
            </div>
          </>
        )}
        {wrong !== null && (
          <p class="failure-message" role="alert">
            {wrong}
          </p>
        )}
      </CallForm>
    </Dialog>
  );
}

/** The rule that a draft makes; while it is typed it may be no JSON yet. */
function readRule(draft: Draft): readonly [rule: unknown, wrong: string | null] {
  try {
    return [ruleFrom(draft), null];
  } catch (failure) {
    return [undefined, `This is no JSON: ${failure instanceof Error ? failure.message : String(failure)}`];
  }
}
