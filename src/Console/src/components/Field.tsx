import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Labelled {
  label: string;
  hint?: ComponentChildren;
}

/** A text, a number or an instant to fill in, with its label. */
export function Field({
  label,
  hint,
  value,
  onInput,
  type = 'text',
  ...rest
}: Labelled & {
  value: string | number;
  onInput: (value: string) => void;
  type?: 'text' | 'number' | 'password' | 'search' | 'datetime-local';
  min?: number;
  max?: number;
  step?: number | 'any';
  required?: boolean;
  placeholder?: string;
  pattern?: string;
  autoComplete?: 'off' | 'current-password';
}) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        {...rest}
        type={type as 'text'}
        autoComplete={rest.autoComplete ?? 'off'}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** One of several, with its label. */
export function Choice({
  label,
  hint,
  value,
  of,
  onChoose,
}: Labelled & {
  value: string;
  of: readonly (readonly [value: string, text: string])[];
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {of.map(([each, text]) => (
          <option key={each} value={each} selected={each === value}>
            {text}
          </option>
        ))}
      </select>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function Check({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
