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
      const answer = await callAs(person, { method: 'GET', path: `/api/company/${encodeURIComponent(company)}/ports/${port}/vlan` });
      setText(answer.ok ? wordsOf(answer.body) : answer.explanation ?? `refused with ${answer.status}`);
    } catch (failure) {
      tellFailure(failure);
    }
  };
  return text === null
    ? <button type="button" class="button small" onClick={look}>Look</button>
    : <span class="vlans">{text}</span>;
}

/** Whatever is numbered in the answer, as ranges: 100, 200–299. */
function wordsOf(body: unknown): string {
  const numbers = [...new Set(numbersIn(body))].filter((each) => each >= 1 && each <= 4094).sort((one, other) => one - other);
  const ranges: [number, number][] = [];
  for (const each of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === each - 1) {
      last[1] = each;
    } else {
      ranges.push([each, each]);
    }
  }
  const words = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return words.length === 0 ? 'none in use' : words.length > 12 ? `${words.slice(0, 12).join(', ')}, …` : words.join(', ');
}

function numbersIn(value: unknown): number[] {
  return typeof value === 'number' ? [value]
    : Array.isArray(value) ? value.flatMap(numbersIn)
      : value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}
