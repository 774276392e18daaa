import { root } from '../../emulator/address';
import type { WholeExchange } from '../../emulator/shapes';
import { bodyOf, credentialOf } from './again';

/** A test that repeats a request in a sandbox of its own, and checks that it is answered as it was. */
export interface TestText {
  readonly language: string;
  readonly text: string;
}

export function testsOf(exchange: WholeExchange): readonly TestText[] {
  return [
    { language: '.NET', text: dotnet(exchange) },
    { language: 'Node', text: node(exchange) },
    { language: 'Shell', text: shell(exchange) },
  ];
}

/** A key leads into the sandbox that it was made for: the test's own sandbox has the one without a sandbox's name. */
function keyOf(exchange: WholeExchange): string | null {
  return credentialOf(exchange)?.replace(/^[^.]+\.(?=key-)/, '') ?? null;
}

const titled = (exchange: WholeExchange) => exchange.operation?.title ?? `${exchange.method} ${exchange.path}`;
const target = (exchange: WholeExchange) => exchange.path + exchange.query;

function dotnet(exchange: WholeExchange): string {
  const key = keyOf(exchange);
  const body = bodyOf(exchange);
  const name =
    titled(exchange)
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'Request';
  const className = exchange.method.charAt(0) + exchange.method.slice(1).toLowerCase();
  return `using System.Net;
using System.Text;
using ConsoleConnect.Emulator.Testing;
using Xunit;

public class ${className}Tests
{
    private static readonly Task<ConsoleConnectEmulator> Emulator = ConsoleConnectEmulator.StartAsync();

    [Fact]
    public async Task ${name}()
    {
        await using var world = await (await Emulator).NewSandboxAsync();
        using var http = new HttpClient { BaseAddress = world.Address };
        using var request = new HttpRequestMessage(new HttpMethod("${exchange.method}"), ${csharp(target(exchange))});
${key === null ? '' : `        request.Headers.Add("portal-token", ${csharp(key)});\n`}${
    body === null
      ? ''
      : `        request.Content = new StringContent(${csharp(body)}, Encoding.UTF8, "application/json");\n`
  }
        using var answer = await http.SendAsync(request);

        Assert.Equal((HttpStatusCode)${exchange.status ?? 0}, answer.StatusCode);
    }
}
`;
}

function node(exchange: WholeExchange): string {
  const key = keyOf(exchange);
  const body = bodyOf(exchange);
  const headers = [
    key === null ? '' : `'portal-token': ${JSON.stringify(key)}`,
    body === null ? '' : "'Content-Type': 'application/json'",
  ]
    .filter((part) => part !== '')
    .join(', ');
  return `// node --test this-file.mjs
import assert from 'node:assert/strict';
import { it } from 'node:test';

const emulator = process.env.CONSOLE_CONNECT_URL ?? ${JSON.stringify(root.replace(/\/$/, ''))};

it(${JSON.stringify(titled(exchange))}, async (t) => {
  const made = await fetch(\`\${emulator}/__admin/sandboxes\`, { method: 'POST', body: '{"ttlSeconds":600,"clockFrozen":true}' });
  const { name, pathUrl } = await made.json();
  t.after(() => fetch(\`\${emulator}/__admin/sandboxes/\${name}\`, { method: 'DELETE' }));

  const answer = await fetch(pathUrl + ${JSON.stringify(target(exchange))}, {
    method: ${JSON.stringify(exchange.method)},${headers ? `\n    headers: { ${headers} },` : ''}${body === null ? '' : `\n    body: ${JSON.stringify(body)},`}
  });

  assert.equal(answer.status, ${exchange.status ?? 0});
});
`;
}

function shell(exchange: WholeExchange): string {
  const key = keyOf(exchange);
  const body = bodyOf(exchange);
  const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;
  return `#!/bin/sh
# Repeats the request in a sandbox of its own, and fails where it isn't answered as it was.
H=\${CONSOLE_CONNECT_URL:-${root.replace(/\/$/, '')}}
NAME=$(curl -s -X POST "$H/__admin/sandboxes" -d '{"ttlSeconds":600,"clockFrozen":true}' | sed -n 's/^ *"name": *"\\([^"]*\\)".*/\\1/p')
STATUS=$(curl -s -o /dev/null -w '%{http_code}' -X ${exchange.method}${key === null ? '' : ` -H ${quoted(`portal-token: ${key}`)}`} \\
  "$H/sandbox/$NAME"${quoted(target(exchange))}${body === null ? '' : ` -H 'Content-Type: application/json' \\\n  -d ${quoted(body)}`})
curl -s -o /dev/null -X DELETE "$H/__admin/sandboxes/$NAME"
[ "$STATUS" = ${exchange.status ?? 0} ] || { echo "answered $STATUS, not ${exchange.status ?? 0}" >&2; exit 1; }
`;
}

/** A C# text: JSON's escapes are C#'s, too. */
function csharp(text: string): string {
  return JSON.stringify(text);
}
