/** A name that somebody gave: whatever is in it is text, in its own direction, and takes one line. */
export function Name({ of, empty = 'without a name' }: { of: string | null | undefined; empty?: string }) {
  return of ? (
    <bdi class="name" title={of.length > 24 ? of.slice(0, 500) : undefined}>
      {of.length > 300 ? `${of.slice(0, 300)}…` : of}
    </bdi>
  ) : (
    <span class="quiet">{empty}</span>
  );
}

/** An id, in full for the mouse and the clipboard, short for the eye. */
export function Id({ of }: { of: string }) {
  return (
    <code class="id" title={of}>
      {of.length > 14 ? `${of.slice(0, 6)}…${of.slice(-6)}` : of}
    </code>
  );
}

/** A path, which breaks behind its slashes. */
export function Path({ of }: { of: string }) {
  return (
    <code class="call-path">
      {of.split(/(?<=[/?&])/).map((part, index) => (
        <>
          {index > 0 && <wbr />}
          {part}
        </>
      ))}
    </code>
  );
}
