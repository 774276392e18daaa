import { useState } from 'preact/hooks';
import { Dialog } from '../../components/Dialog';
import { Code } from '../../components/Json';
import type { WholeExchange } from '../../emulator/shapes';
import { testsOf } from './tests';

export function TestDialog({ exchange, onClose }: { exchange: WholeExchange; onClose: () => void }) {
  const tests = testsOf(exchange);
  const [language, setLanguage] = useState(tests[0]?.language ?? '');
  const shown = tests.find((test) => test.language === language);
  return (
    <Dialog title="A test of this request" onClose={onClose} wide>
      <p class="quiet">
        It repeats the request in a sandbox of its own and checks the status. What the sandbox must hold besides the
        seed, add before.
      </p>
      <div class="tabs" role="tablist" aria-label="Language">
        {tests.map((test) => (
          <button
            key={test.language}
            type="button"
            role="tab"
            aria-selected={test.language === language}
            onClick={() => setLanguage(test.language)}
          >
            {test.language}
          </button>
        ))}
      </div>
      {shown && <Code text={shown.text} label={`${shown.language} test`} />}
    </Dialog>
  );
}
