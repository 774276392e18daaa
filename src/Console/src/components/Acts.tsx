/** What can be done to one thing of a list. */
export interface Act {
  readonly text: string;
  /** What readers hear, where the text alone doesn't say to what it is done. */
  readonly label?: string;
  readonly onDo?: () => unknown;
  /** Where it leads, in place of what it does. */
  readonly href?: string;
  /** The name of the file that is fetched from there. */
  readonly download?: string;
  readonly isPrimary?: boolean;
  readonly isDanger?: boolean;
  /** Whether it is on, for what is turned on and off. */
  readonly isPressed?: boolean;
}

/** The buttons at the end of a line. */
export function Acts({ of }: { of: readonly Act[] }) {
  return (
    <span class="row-acts">
      {of.map(({ text, label, onDo, href, download, isPrimary, isDanger, isPressed }) => {
        const kind = `button small${isPrimary ? ' primary' : ''}${isDanger ? ' danger' : ''}`;
        return href === undefined ? (
          <button key={text} type="button" class={kind} aria-label={label} aria-pressed={isPressed} onClick={onDo}>
            {text}
          </button>
        ) : (
          <a key={text} class={kind} aria-label={label} href={href} download={download}>
            {text}
          </a>
        );
      })}
    </span>
  );
}
