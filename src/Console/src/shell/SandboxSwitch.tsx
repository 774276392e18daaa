import { choose } from '../emulator/address';
import { read } from '../emulator/admin';
import type { Sandbox } from '../emulator/shapes';
import { Icon } from '../components/Icon';
import { overview } from '../world/overview';
import { useLive } from '../world/live';

/** Which sandbox is in view, and the others there are. */
export function SandboxSwitch() {
  const here = overview.value?.sandbox.name ?? '';
  const { value } = useLive((stop) => read<{ sandboxes: readonly Sandbox[] }>('/__admin/sandboxes', stop), [here]);
  const names = value?.sandboxes.map((sandbox) => sandbox.name) ?? [];
  const all = here === '' || names.includes(here) ? names : [here, ...names];
  return (
    <label class="sandbox-switch">
      <Icon of="sandboxes" />
      <span class="for-readers">Sandbox in view</span>
      <select
        value={here}
        title={here}
        onChange={(event) => choose(event.currentTarget.value === 'default' ? null : event.currentTarget.value)}
      >
        {all.map((name) => (
          <option key={name} value={name} selected={name === here}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
