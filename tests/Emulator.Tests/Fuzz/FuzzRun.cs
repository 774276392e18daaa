using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.ConsoleConnect;
using Emulator.Simulation;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// Asks an emulator everything it has, in every way, by one chain of luck; after each call what must be true is looked
/// at.
/// </summary>
internal sealed class FuzzRun
{
    private readonly EmulatorUnderTest emulator;
    private readonly Sandbox sandbox;
    private readonly IReadOnlyList<ListedOperation> operations;
    private readonly SeededChoices luck;
    private readonly KnownWorld known;
    private readonly WrittenTables written = new();
    private readonly KeptReads checkedRows;
    private readonly BodyFromSchema bodies;
    private readonly HttpClient http;
    private readonly Queue<string> lastCalls = new();
    private readonly List<(string Address, string? Credential)> answered = [];
    private long lastMove;
    private int questions;

    /// <summary>
    /// Operations that luck leaves alone: those that only wait, a stream without an end, and what takes a file.
    /// </summary>
    private static readonly string[] LeftAlone =
    [
        "OutboxWait",
        "JournalExpectationWait",
        "EventWatch",
        "WatchPresence",
        "SnapshotFileKeep",
    ];

    /// <summary>
    /// After how many calls the seed is used up: ports are gone and memberships ended, and most is refused.
    /// </summary>
    private const int UsedUp = 5000;

    /// <summary>How many questions are asked again after what was written.</summary>
    private const int Remembered = 40;

    private const string BuyerKey = "x-sonata-buyer-key";

    private FuzzRun(EmulatorUnderTest emulator, Sandbox sandbox, OpenApiListing listing, int seed)
    {
        this.emulator = emulator;
        this.sandbox = sandbox;
        operations = [.. listing.Operations.Where(operation => !LeftAlone.Contains(operation.Id))];
        luck = new SeededChoices(seed);
        known = new KnownWorld(sandbox, luck, new KeptReads(written));
        checkedRows = new KeptReads(written);
        bodies = new BodyFromSchema(listing.Document, luck);
        http = emulator.CreateClient();
    }

    /// <summary>How each operation was answered: how often it was asked, with 200, and with refusals.</summary>
    public Dictionary<string, (int Asked, int Well, int Refused)> Tally { get; } = [];

    /// <summary>With what words each operation refused, and how often.</summary>
    public Dictionary<string, Dictionary<string, int>> Refusals { get; } = [];

    /// <summary>How many calls were made.</summary>
    public int Calls { get; private set; }

    /// <summary>Whether invariants are looked at after each call; not where others write at the same time.</summary>
    public bool Alone { get; init; } = true;

    /// <summary>Whether moves are fired although rules forbid them: what the rules keep isn't looked at then.</summary>
    public bool Forces { get; init; }

    /// <summary>A run against an emulator.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="seed">The seed number of its luck.</param>
    /// <param name="alone">Whether nobody else asks at the same time.</param>
    /// <param name="document">The document whose operations are asked.</param>
    /// <param name="forces">Whether moves are fired although rules forbid them.</param>
    public static async Task<FuzzRun> Of(
        EmulatorUnderTest emulator, int seed, bool alone = true, string document = "/openapi.json", bool forces = false)
    {
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Default;
        var listing = await OpenApiListing.OfThisBuild(document);
        return new FuzzRun(emulator, sandbox, listing, seed) { Alone = alone, Forces = forces };
    }

    /// <summary>The operations that are asked.</summary>
    public IEnumerable<string> Operations => operations.Select(operation => operation.ToString());

    /// <summary>
    /// Makes so many calls, each operation as often as any other, in an order of luck, with things that happen from
    /// outside in between.
    /// </summary>
    public async Task Make(int calls)
    {
        var waiting = new List<ListedOperation>();
        for (var i = 0; i < calls; i++)
        {
            if (i > 0 && i % UsedUp == 0)
            {
                await BeginAgain();
            }

            if (luck.Chance(0.12))
            {
                await Happen();
            }

            if (waiting.Count == 0)
            {
                waiting.AddRange(operations);
            }

            var next = luck.Below(waiting.Count);
            var operation = waiting[next];
            waiting.RemoveAt(next);
            await known.Choose(operation.Method, operation.Path);
            await Ask(operation);
        }
    }

    private async Task BeginAgain()
    {
        await Control(HttpMethod.Post, "/__admin/reset", "{}");
        answered.Clear();
        lastMove = 0;
    }

    /// <summary>Looks at what must be true.</summary>
    /// <param name="call">After what.</param>
    /// <param name="but">What needn't be; null where all must.</param>
    public async Task MustHold(string call, IReadOnlyCollection<string>? but = null)
    {
        var (broken, last) = await Invariants.Of(sandbox, lastMove, (rows, sql) => checkedRows.Texts(rows, sql));
        lastMove = last;
        broken = [.. broken.Where(found => but?.Any(name => found.StartsWith(name, StringComparison.Ordinal)) != true)];
        Assert.True(broken.Count == 0, Told(call, string.Join('\n', broken)));
    }

    /// <summary>Time passes, moves are fired, legal and not, paces and counterparties change.</summary>
    private async Task Happen()
    {
        await known.Choose("", "");
        switch (luck.Below(10))
        {
            case < 5:
                await Control(
                    HttpMethod.Post,
                    "/__admin/clock/advance",
                    $$"""{"seconds":{{luck.Of([1, 1, 2, 5, 30, 3600, 90000, 2700000])}}}""");
                break;
            case < 8:
                var machine = luck.Of(ConsoleConnectService.Instance.Machines);

                var trigger = luck.Of(machine.Moves).Trigger;
                if (known.ResourceOf(machine.Name) is { } id)
                {
                    var path = $"/__admin/workflows/{machine.Name}/{id}";
                    var force = Forces ? "true" : "false";
                    await (luck.Chance(0.1)
                        ? Control(HttpMethod.Post, path + "/advance", "{}")
                        : Control(
                            HttpMethod.Post, path + "/fire",
                            $$"""{"trigger":"{{trigger}}","reason":"Fuzz","force":{{force}}}"""));
                }

                break;
            case 8:
                await Control(
                    HttpMethod.Put,
                    "/__admin/progression",
                    $$"""{"progression":"{{luck.Of(["time", "time", "immediate", "polls", "manual"])}}"}""");
                break;
            default:
                await Control(
                    HttpMethod.Put,
                    $"/__admin/counterparties/{luck.Of(["company2", "company1", "CompanyA", "Acme", "meridian"])}",
                    $$"""
                    {"policy":"{{luck.Of(["approve", "reject", "modify", "ignore"])}}",
                    "delaySeconds":{{luck.Below(3)}}}
                    """
                );
                break;
        }
    }

    private async Task Control(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body) };
        await Send(request, $"curl -X {method} '{path}' -d '{body}'", operation: null);
    }

    private async Task Ask(ListedOperation operation)
    {
        var broken = luck.Chance(0.3);
        var where = broken ? luck.Below(4) : -1; // What of it is broken: the path, the query, the body, or who asks.
        var address = Address(operation, brokenPath: where == 0, brokenQuery: where == 1);
        var content = Body(operation, broken: where == 2, out var text);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), address) { Content = content };
        var credential = Credential(where == 3);
        if (credential is not null)
        {
            _ = luck.Chance(0.5)
                ? request.Headers.TryAddWithoutValidation("portal-token", credential)
                : request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {credential}");
        }

        if (credential is not null && operation.Parameters.Any(parameter => parameter.In == "header"))
        {
            // A buyer's key, which MEF's dialect wants beside the caller's.
            request.Headers.TryAddWithoutValidation(
                BuyerKey, luck.Chance(0.95) ? $"bearer {credential}" : bodies.OddText().Trim());
        }

        await Send(request, $"curl -X {operation.Method} -H 'portal-token: {credential}' "
            + $"'{address}'{(text is null ? "" : $" -d '{text}'")}", operation);
        if (operation.Method != "GET" || operation.Path.StartsWith("/__admin", StringComparison.Ordinal))
        {
            return; // Only the service's reads are kept.
        }

        if (answered.Count < Remembered)
        {
            answered.Add((address, credential));
        }
        else
        {
            answered[luck.Below(Remembered)] = (address, credential);
        }
    }

    /// <summary>
    /// Nothing that is kept is stale: a question has the answer that one has which was never asked before.
    /// </summary>
    private async Task MustBeTrueStill(string call)
    {
        // Where moves wait for reads, each read may change what the next one shows; nothing is kept then.
        for (var times = 0; times < 3 && answered.Count > 0 && !sandbox.Polls.Waits; times++)
        {
            var (address, credential) = luck.Of(answered);
            var (kept, made) = (await Asked(address, credential), await Asked(Again(address), credential));
            if (kept != made)
            {
                // Something may have fallen due between the two.
                (kept, made) = (await Asked(address, credential), await Asked(Again(address), credential));
            }

            Assert.True(
                kept == made,
                Told(call, $"GET {address} is answered with\n{kept}\nand made again with\n{made}"));
        }

        string Again(string address) => string.Create(
            CultureInfo.InvariantCulture, $"{address}{(address.Contains('?') ? '&' : '?')}again={++questions}");
    }

    private async Task<string> Asked(string address, string? credential)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (credential is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {credential}");
            request.Headers.TryAddWithoutValidation(BuyerKey, $"bearer {credential}");
        }

        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync()
            : $"{(int)response.StatusCode}";
    }

    private string? Credential(bool broken) => broken
        ? luck.Of([null, "", "nonsense", "key-", "key-stan ", "a.b", known.AnyKey])
        : known.KeyOfTheCompany is { } key && !luck.Chance(0.05) ? key : known.AnyKey;

    private string Address(ListedOperation operation, bool brokenPath, bool brokenQuery)
    {
        var path = operation.Path;
        var parameters = operation.Parameters.ToList();
        var odd =
            brokenPath && parameters.FindAll(parameter => parameter.In == "path") is { Count: > 0 } inPath
                ? luck.Of(inPath).Name
                : null;
        foreach (var (_, name, example) in parameters.Where(parameter => parameter.In == "path"))
        {
            var value =
                name == odd ? bodies.OddText()
                : known.ValueFor(name, path) is { } knownValue && !luck.Chance(0.1) ? knownValue
                : example!;
            path = path.Replace($"{{{name}}}", Escaped(value.Length == 0 ? "x" : value), StringComparison.Ordinal);
        }

        var query = new List<string>();
        var asShown = luck.Chance(0.5);
        foreach (var (_, name, example) in parameters.Where(parameter => parameter.In == "query"))
        {
            if (brokenQuery)
            {
                query.Add($"{name}={Escaped(bodies.OddText())}");
                if (luck.Chance(0.2))
                {
                    query.Add($"{name}=1");
                }
            }
            else if (name == "buyerId")
            {
                query.Add($"{name}={Escaped(known.Company)}");
            }
            else if (example is not null && (asShown || luck.Chance(0.7)))
            {
                query.Add(
                    $"{name}="
                    + Escaped(name is "role" && luck.Chance(0.5)
                        ? known.ValueFor(name, path)!
                        : example is "True" or "False" ? example.ToLowerInvariant() : example)
                );
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private ByteArrayContent? Body(ListedOperation operation, bool broken, out string? text)
    {
        text = null;
        if (operation.Json["requestBody"]?["content"]?["application/json"] is not { } taken)
        {
            // One that takes none may be sent one all the same.
            text = broken ? luck.Of(["{}", "[1]", "{", "x"]) : null;
        }
        else
        {
            var valid = bodies.Valid(
                taken["schema"]!,
                operation.Body is { } example ? JsonNode.Parse(example) : null,
                operation.Path,
                known);
            text =
                broken ? bodies.Broken(valid)
                : valid is null ? null
                : BodyFromSchema.Written(valid);
        }

        if (text is null || operation.Method == "GET")
        {
            text = null;
            return null;
        }

        var bytes = BodyFromSchema.OnTheWire(text);
        bytes = broken && luck.Chance(0.05) ? [.. bytes, 0xC3, 0x28] : bytes;
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            broken && luck.Chance(0.2)
                ? luck.Of(["text/plain", "application/xml", "application/x-www-form-urlencoded"])
                : "application/json");
        return content;
    }

    private async Task Send(HttpRequestMessage request, string call, ListedOperation? operation)
    {
        Calls++;
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        lastCalls.Enqueue($"{(int)response.StatusCode} {call}");
        if (lastCalls.Count > 15)
        {
            lastCalls.Dequeue();
        }

        var status = (int)response.StatusCode;
        Assert.True(status < 500, Told(call, text));
        if (operation is not null)
        {
            if (response.Headers.TryGetValues("X-Emulator-Operation", out var named))
            {
                TestedOperations.Note(named.First());
            }

            var (asked, well, refused) = Tally.GetValueOrDefault(operation.ToString());
            Tally[operation.ToString()] = (asked + 1, well + (status < 400 ? 1 : 0), refused + (status >= 400 ? 1 : 0));
        }

        if (status >= 400)
        {
            Assert.True(
                response.Headers.TryGetValues("X-Emulator-Explain", out var explanation),
                Told(call, $"{text}\nnothing explains it"));
            var flaw = Hosting.Explanations.Flaw(explanation.Single(), request.RequestUri!.OriginalString);
            Assert.True(flaw is null, Told(call, $"{text}\nit is explained with {flaw}: {explanation.Single()}"));
            Assert.True(IsARefusal(text, status), Told(call, $"{text}\nis no refusal of the service's"));
            if (operation is not null)
            {
                var words = Answer.Told(JsonNode.Parse(text)!).GetValue<string>();
                var refusals = Refusals.TryGetValue(operation.ToString(), out var so)
                    ? so
                    : Refusals[operation.ToString()] = [];
                refusals[words] = refusals.GetValueOrDefault(words) + 1;
            }
        }

        if (request.RequestUri!.OriginalString.StartsWith("/__admin", StringComparison.Ordinal))
        {
            written.Forget();
        }

        if (Alone && request.Method != HttpMethod.Get && await HasWritten())
        {
            if (!Forces)
            {
                await MustHold(call);
            }

            await MustBeTrueStill(call);
        }
    }

    /// <summary>Whether anything was written since this was asked: what nothing has touched holds as it held.</summary>
    private async Task<bool> HasWritten()
    {
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            return !checkedRows.IsAsItWas(turn.Rows);
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>Whether a refusal is told in MEF's dialect: alone, or as the one of a list.</summary>
    private static bool IsOfMef(JsonNode body) => body is JsonArray || body["reason"] is not null;

    private static bool IsARefusal(string text, int status)
    {
        try
        {
            var body = JsonNode.Parse(text)!;
            if (Answer.Told(body).GetValue<string>().Length == 0)
            {
                return false;
            }

            if (IsOfMef(body))
            {
                return body is JsonArray == (status == 422);
            }

            var error = body["error"] ?? body; // Those of some prices stand without error.
            var told = error["statusCode"] ?? error["code"]!; // IBM's and OVHcloud's own routes say code.
            return told.GetValue<int>() == status;
        }
        catch (Exception other) when (other is JsonException or NullReferenceException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Told(string call, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what}\nafter {call}\nwhich was call {Calls} of seed {luck.Seed}: EMULATOR_FUZZ_SEED={luck.Seed} "
        + $"EMULATOR_FUZZ_CALLS={Calls + 10} dotnet test --filter Fuzz\nthe last "
        + $"calls:\n{string.Join('\n', lastCalls)}");

    private static string Escaped(string value)
    {
        // Kestrel refuses a zero before it is ours to answer; the server of these tests doesn't take one at all.
        return BodyFromSchema.InAnAddress(value.Replace("\0", "%", StringComparison.Ordinal));
    }
}
