import { signal } from '@preact/signals';

const place = 'admin-token';

/** The admin token: kept as long as the tab is open, sent as a header, in no address. */
let token = sessionStorage.getItem(place);

/** Whether a call was refused for want of the token, so that the person is asked for it. */
export const isTokenWanted = signal<'no' | 'missing' | 'wrong'>('no');

export function tokenHeaders(): Record<string, string> {
  return token === null ? {} : { 'X-Emulator-Admin-Token': token };
}

export function keepToken(text: string): void {
  token = text;
  sessionStorage.setItem(place, text);
  isTokenWanted.value = 'no';
}

/** Tells that the emulator answered 401, and to which token. */
export function refuseToken(sent: Record<string, string>): void {
  const refused = sent['X-Emulator-Admin-Token'];
  if (refused !== undefined && refused !== token) {
    return;
  }
  isTokenWanted.value = refused === undefined ? 'missing' : 'wrong';
}
