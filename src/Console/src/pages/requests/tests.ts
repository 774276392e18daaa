import { root } from '../../emulator/address';
import type { WholeExchange } from '../../emulator/shapes';
import { curlLine, loginLine, quoted } from '../../components/curl';
import { againAs, bodyOf, missingOf, typeOf } from './again';

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
const ownKey = (key: string | null) => key?.replace(/^[^.]+\.(?=key-)/, '') ?? null;

const titled = (exchange: WholeExchange) => exchange.operation?.title ?? `${exchange.method} ${exchange.path}`;
const target = (exchange: WholeExchange) => exchange.path + exchange.query;
const emulator = root.replace(/\/$/, '');
const isAnswered = (exchange: WholeExchange) => exchange.status !== null;
const indented = (lines: readonly string[], by: string) =>
  lines.map((line) => (line === '' ? '' : by + line)).join('\n');

/** A body that is JSON and says so, or says nothing, as the package and fetch would send it by themselves. */
const isJson = (type: string | null) => type === null || /^application\/json(;\s*charset=utf-8)?$/i.test(type);

function dotnet(exchange: WholeExchange): string {
  const { key, login, unknown } = againAs(exchange);
  const body = bodyOf(exchange);
  const type = typeOf(exchange);
  const name =
    titled(exchange)
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .replace(/^(?=[0-9])/, '_') || 'Request';
  const className =
    exchange.method.charAt(0) +
    exchange.method
      .slice(1)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  const client = login
    ? `await world.LogInAsync(${csharp(login.email)}, ${csharp(login.password ?? '')})`
    : `world.CreateClient(${unknown !== null ? '"TOKEN"' : key === null ? '' : csharp(ownKey(key) ?? '')})`;
  const content =
    body === undefined
      ? []
      : body.encoding === 'base64' || !isJson(type)
        ? [
            `request.Content = new ByteArrayContent(${
              body.encoding === 'base64'
                ? `Convert.FromBase64String(${csharp(body.text)})`
                : `Encoding.UTF8.GetBytes(${csharp(body.text)})`
            });`,
            ...(type === null
              ? []
              : [`request.Content.Headers.TryAddWithoutValidation("Content-Type", ${csharp(type)});`]),
          ]
        : [`request.Content = new StringContent(${csharp(body.text)}, Encoding.UTF8, "application/json");`];
  const steps = [
    ...missingOf(exchange).map((text) => `// ${text}`),
    'await using var world = await (await Emulator).NewSandboxAsync(new() { ClockFrozen = true });',
    `var client = ${client};`,
    `using var request = new HttpRequestMessage(new HttpMethod(${csharp(exchange.method)}), ${csharp(target(exchange))});`,
    ...content,
    '',
    ...(isAnswered(exchange)
      ? [
          'using var answer = await client.SendAsync(request);',
          '',
          `Assert.Equal(${exchange.status}, (int)answer.StatusCode);`,
        ]
      : ['await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(request)); // It had no whole answer.']),
  ];
  return `using System.Text;
using ConsoleConnect.Emulator.Testing;
using Xunit;

public class ${className}Tests
{
    private static readonly Task<ConsoleConnectEmulator> Emulator = ConsoleConnectEmulator.StartAsync();

    [Fact]
    public async Task ${name}()
    {
${indented(steps, '        ')}
    }
}
`;
}

function node(exchange: WholeExchange): string {
  const { key, login, unknown } = againAs(exchange);
  const body = exchange.method === 'GET' || exchange.method === 'HEAD' ? undefined : bodyOf(exchange);
  const type = typeOf(exchange);
  const token = login ? 'token' : unknown !== null ? "'TOKEN'" : key === null ? null : script(ownKey(key) ?? '');
  const headers = [
    token === null ? '' : `'portal-token': ${token}`,
    body === undefined ? '' : `'Content-Type': ${script(type ?? 'application/json')}`,
  ].filter((part) => part !== '');
  const sent = [
    `method: ${script(exchange.method)},`,
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(', ')} },`]),
    ...(body === undefined
      ? []
      : [`body: ${body.encoding === 'base64' ? `Buffer.from(${script(body.text)}, 'base64')` : script(body.text)},`]),
  ];
  const address = `pathUrl + ${script(target(exchange))}`;
  const steps = [
    ...missingOf(exchange).map((text) => `// ${text}`),
    'const made = await fetch(`${emulator}/__admin/sandboxes`, {',
    "  method: 'POST',",
    `  body: '{"ttlSeconds":600,"clockFrozen":true}',`,
    '});',
    'const { name, pathUrl } = await made.json();',
    "t.after(() => fetch(`${emulator}/__admin/sandboxes/${name}`, { method: 'DELETE' }));",
    ...(login
      ? [
          'const logged = await fetch(`${pathUrl}/api/auth/token`, {',
          "  method: 'PUT',",
          `  body: ${script(JSON.stringify({ email: login.email, password: login.password }))},`,
          '});',
          'const { token } = await logged.json();',
        ]
      : []),
    '',
    ...(isAnswered(exchange)
      ? [
          `const answer = await fetch(${address}, {`,
          ...sent.map((line) => `  ${line}`),
          '});',
          '',
          `assert.equal(answer.status, ${exchange.status});`,
        ]
      : [
          '// It had no whole answer.',
          `await assert.rejects(fetch(${address}, {`,
          ...sent.map((line) => `  ${line}`),
          '}));',
        ]),
  ];
  return `// node --test this-file.mjs
import assert from 'node:assert/strict';
import { it } from 'node:test';

const emulator = process.env.CONSOLE_CONNECT_URL ?? ${script(emulator)};

it(${script(titled(exchange))}, async (t) => {
${indented(steps, '  ')}
});
`;
}

function shell(exchange: WholeExchange): string {
  const { key, login, unknown } = againAs(exchange);
  const body = bodyOf(exchange);
  const expected = exchange.status ?? '000';
  const call = curlLine({
    method: exchange.method,
    address: target(exchange),
    prefix: '"$WORLD"',
    token: login || unknown !== null ? { variable: 'TOKEN' } : ownKey(key),
    type: body ? typeOf(exchange) : undefined,
    body,
    options: "-o /dev/null -w '%{http_code}'",
  });
  return `#!/bin/sh
# Repeats the request in a sandbox of its own, and fails where it isn't answered as it was.
${[
  ...missingOf(exchange).map((text) => `# ${text}`),
  `H=\${CONSOLE_CONNECT_URL:-${quoted(emulator)}}`,
  `NAME=$(curl -s "$H/__admin/sandboxes" -d '{"ttlSeconds":600,"clockFrozen":true}' | sed -n 's/^ *"name": *"\\([^"]*\\)".*/\\1/p')`,
  'WORLD=$H/sandbox/$NAME',
  ...(login ? [loginLine(login, '', '"$WORLD"')] : unknown === null ? [] : ['TOKEN=']),
  `STATUS=$(${call})`,
  `curl -s -o /dev/null -X DELETE "$H/__admin/sandboxes/$NAME"`,
  `[ "$STATUS" = ${expected} ] || { echo "answered $STATUS, not ${expected}" >&2; exit 1; }`,
].join('\n')}
`;
}

/** A JavaScript text. */
function script(text: string): string {
  return JSON.stringify(text);
}

/** A C# text: JSON's escapes are C#'s, too. What C# takes for the end of a line is escaped besides. */
function csharp(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
