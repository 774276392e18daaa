import { Json } from '../../components/Json';
import { Copy } from '../../components/Copy';
import { curlOf } from '../../components/CallShown';
import { HttpStatus, Method } from '../../components/Status';
import { Empty, Loaded } from '../../components/Told';
import { callAs } from '../../emulator/service';
import type { Resource } from '../../emulator/shapes';
import { useLive } from '../../world/live';
import { people, personCalled, personOf } from '../../world/people';

/** The resource as the service's own API shows it, to somebody who may read it. */
export function PayloadCard({ resource }: { resource: Resource }) {
  const { path } = resource;
  const reader =
    (resource.readAs ? personCalled(resource.readAs) : null) ?? (resource.company ? personOf(resource.company) : null);
  const live = useLive(
    async () => (path && reader ? await callAs(reader, { method: 'GET', path }) : null),
    [path, reader?.username, resource.state, resource.history.length, people.value.length],
    false,
  );
  if (path === null) {
    return (
      <section class="card">
        <header>
          <h2>Payload</h2>
        </header>
        <Empty title="No operation of the service reads it alone">
          It shows within another resource, or in a list.
        </Empty>
      </section>
    );
  }
  const call = { method: 'GET', path };
  return (
    <section class="card">
      <header>
        <h2>Payload</h2>
        {reader && <span class="quiet">as {reader.username}</span>}
        <button type="button" class="button small" onClick={live.again}>
          Read again
        </button>
        <Copy text={curlOf(call, reader)} of="curl line" />
      </header>
      <div class="card-body flow">
        <p class="payload-path">
          <Method of="GET" /> <code>{path}</code>
        </p>
        <Loaded live={live}>
          {(answer) =>
            answer === null ? (
              <p class="quiet">Nobody is known who may read it.</p>
            ) : (
              <>
                {!answer.ok && (
                  <p>
                    <HttpStatus of={answer.status} /> {answer.explanation}
                  </p>
                )}
                <Json of={answer.body} label="payload" />
              </>
            )
          }
        </Loaded>
      </div>
    </section>
  );
}
