/** What a status means to somebody who looks for trouble. */
export type Tone = 'good' | 'moving' | 'waiting' | 'bad' | 'off';

const tones: Readonly<Record<string, Tone>> = {
  ACTIVE: 'good',
  CREATED: 'good',
  DONE: 'good',
  SUCCESS: 'good',
  USED: 'good',
  READY: 'good',
  COMPLETED: 'good',
  GIVEN: 'good',
  APPROVED: 'good',
  RESOLVED: 'good',
  PENDING: 'waiting',
  PENDING_ACCEPTANCE: 'waiting',
  WAITING_FOR_NSP: 'waiting',
  MANUAL: 'waiting',
  SENT: 'waiting',
  DRAFT: 'waiting',
  INACTIVE: 'off',
  DISABLED: 'off',
  DELETED: 'off',
  CANCELLED: 'off',
  CLOSED: 'off',
  NONE: 'off',
  MOOT: 'off',
  UNKNOWN: 'off',
  WITHDRAWN: 'off',
  VERIFIED: 'good',
  SYNCED: 'good',
  ACKNOWLEDGED: 'good',
  WAITING: 'waiting',
  PAUSED: 'waiting',
  REQUESTED: 'waiting',
  UNVERIFIED: 'waiting',
  ERROR: 'bad',
  FAILED: 'bad',
  DENIED: 'bad',
  REJECTED: 'bad',
  DECLINED: 'bad',
  DOWN: 'bad',
  // An order of a port that is pending moves on by itself; a connection that is PENDING waits.
  pending: 'moving',
};

export function toneOf(state: string): Tone {
  const known = state.toUpperCase();
  return tones[state] ?? tones[known] ?? (known.includes('ERROR') || known.includes('FAIL') ? 'bad' : 'moving');
}

export const toneWords: Readonly<Record<Tone, string>> = {
  good: 'in service',
  moving: 'on its way',
  waiting: 'waits for someone',
  bad: 'went wrong',
  off: 'not in service',
};
