import { useState } from 'preact/hooks';
import { callAs } from '../../emulator/service';
import { personOf } from '../../world/people';
import { tellFailure } from '../../shell/saying';

/** Which VLANs of a port are in use: asked of the service when somebody wants to know. */
export function Vlans({ company, port }: { company: string; port: string }) {
  const [text, setText] = useState<string | null>(null);
  const look = async () => {
    const person = personOf(company);
    if (person === null) {
      setText('nobody may look');
      return;
    }
    try {
      const answer = await callAs(person, {
        method: 'GET',
        path: `/api/company/${encodeURIComponent(company)}/ports/${port}/vlan`,
      });
      setText(answer.ok ? wordsOf(answer.body) : (answer.explanation ?? `refused with ${answer.status}`));
    } catch (failure) {
      tellFailure(failure);
    }
  };
  return text === null ? (
    <button type="button" class="button small" onClick={look}>
      Look
    </button>
  ) : (
    <span class="vlans">{text}</span>
  );
}

/** What isn't available is in use; 1 never is available. */
function wordsOf(body: unknown): string {
  const available = new Set((body as { available?: readonly number[] } | null)?.available ?? []);
  const ranges: [number, number][] = [];
  for (let vlan = 2; vlan <= 4094; vlan++) {
    const last = ranges.at(-1);
    if (available.has(vlan)) {
      continue;
    }
    if (last && last[1] === vlan - 1) {
      last[1] = vlan;
    } else {
      ranges.push([vlan, vlan]);
    }
  }
  const words = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const used =
    words.length === 0 ? 'none used' : `${words.slice(0, 8).join(', ')}${words.length > 8 ? ', …' : ''} used`;
  return `${used}, ${available.size.toLocaleString('en')} free`;
}
