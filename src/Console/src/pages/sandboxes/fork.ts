import { adminOfAll } from '../../emulator/admin';
import type { Sandbox, Snapshot } from '../../emulator/shapes';

/** Makes a copy of a sandbox as it is now, by way of a snapshot that is thrown away again. */
export async function fork(sandbox: string): Promise<string> {
  const within = sandbox === 'default' ? '' : `/sandbox/${encodeURIComponent(sandbox)}`;
  const saved = await adminOfAll<Snapshot>('POST', `${within}/__admin/snapshots`);
  try {
    return (await adminOfAll<Sandbox>('POST', '/__admin/sandboxes', { from: saved.name })).name;
  } finally {
    await adminOfAll('DELETE', `/__admin/snapshots/${encodeURIComponent(saved.name)}`);
  }
}
