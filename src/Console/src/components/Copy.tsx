import { useState } from 'preact/hooks';
import { Icon } from './Icon';

/** A button that copies a text; where the browser lets no page copy, the text is selected instead. */
export function Copy({ text, of, wide }: { text: string; of: string; wide?: boolean }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      setTimeout(() => setDone(false), 1500);
    } catch {
      prompt(`Copy the ${of}:`, text);
    }
  };
  return (
    <button
      type="button"
      class={wide ? 'button small' : 'icon-button'}
      onClick={copy}
      aria-label={`Copy the ${of}`}
      title={`Copy the ${of}`}
    >
      <Icon of={done ? 'check' : 'copy'} />
      {wide && <span>{done ? 'Copied' : 'Copy'}</span>}
      <span class="for-readers" role="status">
        {done ? 'Copied' : ''}
      </span>
    </button>
  );
}
