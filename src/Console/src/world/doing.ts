import { admin, adminOfAll } from '../emulator/admin';
import { telling } from '../shell/saying';
import { changed } from './live';

/** Calls the emulator in the sandbox in view, says what came of it, and has the pages read again. */
export function doing(said: string | null, method: string, path: string, body?: unknown): Promise<boolean> {
  return telling(async () => {
    await admin(method, path, body);
    changed();
    return said;
  });
}

/** The same of what is the emulator's as a whole. */
export function doingForAll(said: string | null, method: string, path: string, body?: unknown): Promise<boolean> {
  return telling(async () => {
    await adminOfAll(method, path, body);
    changed();
    return said;
  });
}
