import { Copy } from './Copy';

/** The longest text that is shown whole, in characters: more makes browsers slow. */
const most = 60_000;

/** A payload, indented, with its names told from its values. */
export function Json({ of, label }: { of: unknown; label: string }) {
  const text = typeof of === 'string' ? pretty(of) : (JSON.stringify(of, null, 2) ?? '');
  return <Code text={text} label={label} />;
}

export function Code({ text, label }: { text: string; label: string }) {
  const shown = text.length > most ? text.slice(0, most) : text;
  return (
    <div class="code">
      <Copy text={text} of={label} />
      <pre tabIndex={0} aria-label={label}>
        <code>{colored(shown)}</code>
      </pre>
      {text.length > most && (
        <p class="quiet code-cut">The beginning of {text.length.toLocaleString('en')} characters.</p>
      )}
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const parts = /("(?:[^"\\\n]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)/g;

/** Names, texts, numbers and words of a JSON text in colors. What is no JSON stays plain. */
function colored(text: string) {
  if (!/^\s*[[{]/.test(text) || text.length > 30_000) {
    return text;
  }
  const out: (string | preact.JSX.Element)[] = [];
  let from = 0;
  for (const found of text.matchAll(parts)) {
    const [whole, quoted, colon, word] = found;
    out.push(text.slice(from, found.index));
    const kind = quoted ? (colon ? 'json-name' : 'json-text') : word ? 'json-word' : 'json-number';
    out.push(<span class={kind}>{quoted ?? whole}</span>, colon ?? '');
    from = found.index + whole.length;
  }
  out.push(text.slice(from));
  return out;
}
