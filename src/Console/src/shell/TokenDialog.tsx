import { useState } from 'preact/hooks';
import { Field } from '../components/Field';
import { returns } from '../emulator/reach';
import { isTokenWanted, keepToken } from '../emulator/token';

/** Asks for the admin token, where the emulator was started with one. */
export function TokenDialog() {
  const [text, setText] = useState('');
  if (isTokenWanted.value === 'no') {
    return null;
  }
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    keepToken(text);
    setText('');
    returns.value++;
  };
  return (
    <div class="token-wanted" role="dialog" aria-modal="true" aria-labelledby="token-title">
      <form class="form card" onSubmit={keep}>
        <h2 id="token-title">This emulator is guarded</h2>
        {isTokenWanted.value === 'wrong' && (
          <p class="failure-message" role="alert">
            That token was not accepted.
          </p>
        )}
        <Field
          label="Admin token"
          type="password"
          required
          value={text}
          onInput={setText}
          autoComplete="current-password"
          hint="What the emulator was started with: EMULATOR_ADMIN_TOKEN. It is kept until this tab is closed, and sent only to this emulator."
        />
        <div class="form-end">
          <button class="button primary">Go on</button>
        </div>
      </form>
    </div>
  );
}
