import { adminAnswer } from './admin';
import type { Answer } from './answer';
import { addressOf, rootAddressOf } from './address';
import { callAs, callAsNobody, type Call } from './service';
import type { Person } from './shapes';

/** Who sends a call: one of the service's users, or nobody in particular. */
export type Caller = Person | null;

/** Whether a call is the emulator's own, which needs no user. */
export const isAdmin = (call: Call) => call.path.startsWith('/__admin');

/** Where a call goes to. */
export const whole = (call: Call) => (call.isOfAll ? rootAddressOf(call.path) : addressOf(call.path));

/** Sends a call, whichever it is. What is refused is an answer, too. */
export function sendAs(caller: Caller, call: Call): Promise<Answer> {
  return isAdmin(call) ? adminAnswer(call) : caller === null ? callAsNobody(call) : callAs(caller, call);
}
