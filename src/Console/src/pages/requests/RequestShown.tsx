import { useState } from 'preact/hooks';
import { Copy } from '../../components/Copy';
import { FullInstant } from '../../components/Instant';
import { bytes } from '../../components/rate';
import { Code, Json } from '../../components/Json';
import { HttpStatus, Method } from '../../components/Status';
import { Loaded } from '../../components/Told';
import { read } from '../../emulator/admin';
import type { Header, KeptBody, WholeExchange } from '../../emulator/shapes';
import { linkTo } from '../../shell/route';
import { useLive } from '../../world/live';
import { overview } from '../../world/overview';
import { Changes } from './Changes';
import { curlAgain } from './again';
import { Nearest } from './Nearest';
import { Assurance, durationText } from './RequestRow';
import { TestDialog } from './TestDialog';

/** One request whole: what was asked, what was answered, why, and what it changed. */
export function RequestShown({ sequence }: { sequence: number }) {
  const live = useLive((stop) => read<WholeExchange>(`/__admin/journal/${sequence}`, stop), [sequence]);
  return <Loaded live={live}>{(exchange) => <Whole exchange={exchange} />}</Loaded>;
}

function Whole({ exchange }: { exchange: WholeExchange }) {
  const [isTest, setTest] = useState(false);
  const { method, path, query, status, operation, user } = exchange;
  return (
    <article class="request-whole">
      <header>
        <p class="request-title">
          <Method of={method} />{' '}
          <code>
            {path}
            {query}
          </code>
        </p>
        <p class="request-answered">
          <HttpStatus of={status} />{' '}
          <span class="quiet">
            in {durationText(exchange.durationMs)}, <FullInstant at={exchange.at} />
          </span>
        </p>
        <div class="request-acts">
          <Copy text={curlAgain(exchange)} of="curl line" wide />
          <a class="button small" href={linkTo('faults', [], faultOf(exchange))}>
            Make a fault of this
          </a>
          <button type="button" class="button small" onClick={() => setTest(true)}>
            Make a test of this
          </button>
        </div>
      </header>
      <dl class="facts">
        <dt>Operation</dt>
        <dd>
          {operation ? (
            <>
              {operation.title} <Assurance of={exchange.assurance ?? ''} />
              <br />
              <code class="quiet">
                {operation.key} {method} {operation.path}
              </code>
            </>
          ) : (
            'None that is known'
          )}
        </dd>
        <dt>Who</dt>
        <dd>
          <bdi>{user ?? 'nobody who was logged in'}</bdi>
        </dd>
        <dt>Sandbox</dt>
        <dd>{overview.value?.sandbox.name}</dd>
        {exchange.fault && (
          <>
            <dt>Fault</dt>
            <dd>
              <a href={linkTo('faults')}>{exchange.fault}</a> was made to strike it
            </dd>
          </>
        )}
        {exchange.explanation && (
          <>
            <dt>Why</dt>
            <dd class="explanation">{exchange.explanation}</dd>
          </>
        )}
        {exchange.aborted && (
          <>
            <dt>Cut off</dt>
            <dd>It ended without a whole answer.</dd>
          </>
        )}
      </dl>
      {operation === null && <Nearest exchange={exchange} />}
      <section>
        <h2>What it changed</h2>
        <Changes of={exchange.changes ?? []} />
      </section>
      <section>
        <h2>Request {exchange.requestBytes > 0 && <span class="quiet">{bytes(exchange.requestBytes)}</span>}</h2>
        <Headers of={exchange.requestHeaders ?? []} />
        <Body of={exchange.requestBody} label="request body" />
      </section>
      <section>
        <h2>Answer {exchange.answerBytes > 0 && <span class="quiet">{bytes(exchange.answerBytes)}</span>}</h2>
        <Headers of={exchange.answerHeaders ?? []} />
        <Body of={exchange.answerBody} label="answer body" />
      </section>
      {isTest && <TestDialog exchange={exchange} onClose={() => setTest(false)} />}
    </article>
  );
}

function Headers({ of }: { of: readonly Header[] }) {
  return of.length === 0 ? null : (
    <details>
      <summary>
        {of.length} {of.length === 1 ? 'header' : 'headers'}
      </summary>
      <dl class="headers">
        {of.map((header, index) => (
          <div key={index}>
            <dt>{header.name}</dt>
            <dd>{header.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Body({ of, label }: { of: KeptBody | undefined; label: string }) {
  if (of === undefined) {
    return <p class="quiet">No body</p>;
  }
  return (
    <>
      {of.encoding === 'base64' ? (
        <Code text={of.text} label={`${label}, base64`} />
      ) : (
        <Json of={of.text} label={label} />
      )}
      {of.truncated && <p class="quiet">Only the beginning is kept.</p>}
    </>
  );
}

function faultOf(exchange: WholeExchange): Record<string, string> {
  return {
    new: 'yes',
    ...(exchange.operation
      ? { operation: `${exchange.method} ${exchange.operation.path}` }
      : { method: exchange.method, path: exchange.path }),
    ...(exchange.user ? { user: exchange.user } : {}),
  };
}
