const words: Readonly<Record<string, string>> = { Loa: 'Letter of authorization' };

/** What a kind of message is called: `PasswordReset` is a password reset. */
export function kindWord(kind: string): string {
  const spaced = kind.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return words[kind] ?? spaced;
}
