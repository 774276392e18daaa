using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Domain;
using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire.Contract;

namespace Emulator.Control.Comparing;

/// <summary>
/// Makes a recording's requests again, in a sandbox of its own, and lays the answers side by side. Ids and tokens of
/// the recording are translated into those that the sandbox has given in the same places. The sandbox's clock stands
/// still: what the service did meanwhile is done when a recorded answer shows that it was.
/// </summary>
internal sealed class Replay
{
    /// <summary>The seed's password, which recordings of the emulator's own have as a mark.</summary>
    private const string SeededPassword = "Password1";

    /// <summary>As whom the calls are made of whom nothing is known.</summary>
    private const string UsualUser = "stan";

    /// <summary>How often time is let pass until a request that went well there goes well here.</summary>
    private const int MostWaits = 40;

    private readonly OwnCalls own;
    private readonly ContractComparison contract;
    private readonly Sandbox sandbox;
    private readonly Correspondence known = new();
    private readonly HashSet<string> idsOfNobody = new(StringComparer.Ordinal);

    public Replay(OwnCalls own, ContractComparison contract, Sandbox sandbox)
    {
        (this.own, this.contract, this.sandbox) = (own, contract, sandbox);
        known.Learn(Correspondence.MarkOf(SeededPassword), SeededPassword);
        foreach (var (_, key) in sandbox.ApiKeys)
        {
            known.Learn(sandbox.Stored(key), key);
            known.Learn(Correspondence.MarkOf(sandbox.Stored(key)), key);
        }
    }

    /// <summary>Replays one exchange, after those before it.</summary>
    public async Task<Compared> Next(RecordedExchange exchange, ContractOperation operation, CancellationToken ct)
    {
        if (WhyNot(exchange, operation) is { } reason)
        {
            return Skipped(exchange, operation, reason);
        }

        var asked = new Request(
            exchange,
            known.Translated(exchange.Path),
            known.Translated(Uri.UnescapeDataString(exchange.Query)),
            BodyOf(exchange),
            CredentialOf(exchange, operation));
        var (status, type, body) = await Ask(asked, ct);
        for (var waits = 0; exchange.WentWell && status is 400 or 409 or 404 or 422 && waits < MostWaits; waits++)
        {
            // What it needs was there by then: the service goes on.
            if (!await Wait(ct))
            {
                break;
            }

            (status, type, body) = await Ask(asked, ct);
        }

        if (status is 401 or 403 && exchange.WentWell)
        {
            return Skipped(exchange, operation, "who made it there may do what nobody known here may");
        }

        if (exchange.Status is 401 or 403 && status is >= 200 and < 300)
        {
            return Skipped(exchange, operation, "it was refused there for who made it, which a recording doesn't tell");
        }

        var ours = IsJson(type) ? RecordedExchange.Parsed(body) : null;
        var followed = false;
        if (exchange.Json is { } recorded && ours is { } own)
        {
            known.Learn(recorded, own);
            (ours, followed) = await Steered(asked, recorded, own, ct);
        }

        return new(
            exchange, operation.Name, ComparedHow.Replayed, Skipped: null,
            [.. DifferencesOf(exchange, status, type, ours, withStates: !followed)]);
    }

    private static Compared Skipped(RecordedExchange exchange, ContractOperation operation, string reason) =>
        new(exchange, operation.Name, ComparedHow.NotAtAll, reason, []);

    private static bool IsJson(string? type) =>
        type?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    private IEnumerable<Difference> DifferencesOf(
        RecordedExchange exchange, int status, string? type, JsonElement? ours, bool withStates)
    {
        if (status != exchange.Status)
        {
            yield return new(DifferenceKind.Status, "", $"{exchange.Status}", $"{status}");
            yield break; // Bodies of different statuses are of different kinds.
        }

        var own = type?.Split(';')[0].Trim() ?? "";
        if (exchange.Answer is not null && exchange.AnswerType.Length > 0
            && !exchange.AnswerType.Equals(own, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(DifferenceKind.Type, "", exchange.AnswerType, own.Length == 0 ? "none" : own);
            yield break;
        }

        if (exchange.Json is not { } recorded || ours is not { } answer)
        {
            yield break;
        }

        foreach (var difference in AnswerShape.Between(AnswerShape.Of(recorded), AnswerShape.Of(answer)))
        {
            yield return difference;
        }

        foreach (var (at, theirs, here, _) in withStates ? StatesIn(recorded, answer, "") : [])
        {
            yield return new(DifferenceKind.State, at, theirs, here);
        }
    }

    /// <summary>Why it can't be made here; null where it can.</summary>
    private string? WhyNot(RecordedExchange exchange, ContractOperation operation)
    {
        if (exchange.Status >= 500)
        {
            return $"the service had failed ({exchange.Status})";
        }

        if (exchange.Body is null && exchange.Header("Content-Length") is { } length and not "0"
            && exchange.Method is not ("GET" or "DELETE"))
        {
            return $"its body of {(int.TryParse(length, out var bytes) ? bytes : 0)} bytes wasn't recorded";
        }

        if (!exchange.WentWell)
        {
            return null; // What isn't there may be just what it is about.
        }

        var directory = sandbox.Directory;
        foreach (var (name, value) in contract.ParametersOf(operation, exchange.Path))
        {
            if ((name.Contains("company", StringComparison.OrdinalIgnoreCase) || name == "username")
                && known.Of(value) is null
                && directory.Company(value) is null && directory.Person(value) is null)
            {
                return "it is about a company or a person that isn't in the sandbox: describe it in a world";
            }
        }

        if (IdsNamedBy(exchange).Any(id => known.Of(id) is null && idsOfNobody.Contains(id)))
        {
            return "it is about something that no answer before it has told of";
        }

        return operation.Name == "PUT /api/auth/token" && LoginOf(exchange) is { } email
            && directory.PersonWithEmail(email) is null
            ? "it logs in somebody who isn't in the sandbox; the company's Keyholder makes the calls"
            : null;
    }

    private static string? LoginOf(RecordedExchange exchange) =>
        exchange.Body is { } body && RecordedExchange.Parsed(body) is { ValueKind: JsonValueKind.Object } login
        && login.TryGetProperty("email", out var email) && email.ValueKind == JsonValueKind.String
            ? email.GetString()
            : null;

    /// <summary>Looks which ids of the recording aren't in the sandbox, before anything is made.</summary>
    public async Task LookAt(IEnumerable<RecordedExchange> exchanges, CancellationToken ct)
    {
        var ids = exchanges.SelectMany(IdsNamedBy).Distinct(StringComparer.Ordinal).ToList();
        var turn = await sandbox.Begin(reading: true, ct);
        try
        {
            idsOfNobody.UnionWith(ids.Where(id => !turn.Rows.HasRow(id)));
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>The ids of resources that a request names. A uuid in a body may be a client's own.</summary>
    private static IEnumerable<string> IdsNamedBy(RecordedExchange exchange) =>
        Correspondence.IdsIn($"{exchange.Path} {exchange.Query}").Where(id => id.Length != 64)
            .Concat(exchange.Body is { } body
                ? Correspondence.IdsIn(Encoding.UTF8.GetString(body)).Where(id => id.Length == 24)
                : []);

    /// <summary>
    /// Who makes it here: the user that the token or key stands for; or the one whom the emulator's own recording
    /// names; or somebody who may, of the company that it is about.
    /// </summary>
    private string? CredentialOf(RecordedExchange exchange, ContractOperation operation)
    {
        var sent = exchange.Header("portal-token") ?? exchange.Header("Authorization")
            ?? exchange.Header("x-sonata-buyer-key");
        var token = sent?.Split(' ')[^1];
        if (token is not null && known.Of(token) is { } here)
        {
            return here;
        }

        if (exchange.Status == 401)
        {
            return token is null ? null : "nobody's"; // It wasn't taken there, either.
        }

        var keys = sandbox.ApiKeys;
        if (exchange.User is { } user)
        {
            return keys.GetValueOrDefault(user);
        }

        var company = contract.ParametersOf(operation, exchange.Path)
            .Select(parameter => sandbox.Directory.Company(known.Of(parameter.Value) ?? parameter.Value))
            .FirstOrDefault(found => found is not null);
        return (company is null ? null : KeyOf(company)) ?? keys.GetValueOrDefault(UsualUser)
            ?? keys.Values.FirstOrDefault();
    }

    private string? KeyOf(IAccount company) =>
        sandbox.Directory.ActorFor(company.Id) is { } person
            ? sandbox.ApiKeys.GetValueOrDefault(person.Username)
            : null;

    /// <summary>
    /// The body to send: with what it names translated, and marks of secrets in what was sent as JSON.
    /// </summary>
    private byte[]? BodyOf(RecordedExchange exchange)
    {
        if (exchange.Body is not { } body)
        {
            return null;
        }

        var isText = exchange.BodyType is null || exchange.BodyType.Contains("json", StringComparison.OrdinalIgnoreCase)
            || exchange.BodyType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || exchange.BodyType.Contains("urlencoded", StringComparison.OrdinalIgnoreCase)
            || body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        if (!isText)
        {
            return body;
        }

        var text = known.Translated(Encoding.UTF8.GetString(body));
        if (LoginOf(exchange) is { } email && sandbox.Directory.PersonWithEmail(email) is { } user
            && exchange.WentWell && exchange.Path.EndsWith("/auth/token", StringComparison.Ordinal)
            && JsonNode.Parse(text) is JsonObject login && login["password"]?.GetValue<string>() is { } password
            && known.Of(password) is null && !Correspondence.IsMark(password))
        {
            login["password"] = sandbox.Directory.Fits(user, password) ? password : SeededPassword;
            return Encoding.UTF8.GetBytes(login.ToJsonString());
        }

        return Encoding.UTF8.GetBytes(Marks().Replace(text, mark => known.Of(mark.Value) ?? mark.Value));
    }

    private static System.Text.RegularExpressions.Regex Marks() => MarkedSecrets.Pattern();

    private async Task<(int Status, string? Type, byte[] Body)> Ask(Request asked, CancellationToken ct)
    {
        var headers = new Dictionary<string, string> { [SandboxHeader] = sandbox.Name };
        foreach (var name in new[] { "Accept", "Accept-Language", "fields" })
        {
            if (asked.Recorded.Header(name) is { } value)
            {
                headers[name] = value;
            }
        }

        if (asked.Credential is { } credential)
        {
            headers["portal-token"] = credential;
            if (asked.Path.Contains("/mefApi/", StringComparison.OrdinalIgnoreCase))
            {
                headers["x-sonata-buyer-key"] = $"bearer {credential}";
            }
        }

        if (asked.Body is not null)
        {
            headers["Content-Type"] = asked.Recorded.BodyType ?? "application/json";
        }

        var query = asked.Query.Length < 2 ? QueryString.Empty
            : QueryString.Create(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked.Query));
        var answer = await own.Ask(
            new OwnCall(asked.Recorded.Method, asked.Path + query.ToUriComponent(), headers, asked.Body), ct);
        return (answer.Status, answer.Headers.GetValueOrDefault("Content-Type"), answer.Body);
    }

    private const string SandboxHeader = "X-Emulator-Sandbox";

    /// <summary>Lets time pass until the service has moved something on.</summary>
    /// <returns>False where it moves nothing on by itself.</returns>
    private async Task<bool> Wait(CancellationToken ct)
    {
        var turn = await sandbox.Begin(ct);
        try
        {
            if (turn.EarliestDue() is not { } due)
            {
                return false;
            }

            turn.Clock.Set(due);
            await turn.ClockMoved();
            await turn.Settle(due, ct);
            await turn.Save();
            return true;
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>
    /// Brings resources into the states that a recorded answer shows, where the service or somebody else can have done
    /// so, and asks once more.
    /// </summary>
    /// <returns>The answer; and whether it was given before its states had followed.</returns>
    private async Task<(JsonElement Ours, bool Followed)> Steered(
        Request asked, JsonElement recorded, JsonElement ours, CancellationToken ct)
    {
        var moved = false;
        foreach (var (_, theirs, _, id) in StatesIn(recorded, ours, "").DistinctBy(state => state.Id))
        {
            moved |= id is not null && await Moved(id, theirs, asked.Recorded.Method == "GET", ct);
        }

        if (!moved || asked.Recorded.Method != "GET")
        {
            return (ours, moved); // Asked once more it would be done twice.
        }

        var (status, type, body) = await Ask(asked, ct);
        return (status == asked.Recorded.Status && IsJson(type) ? RecordedExchange.Parsed(body) ?? ours : ours, false);
    }

    /// <summary>Moves a resource to a state by moves of its own table, others' as well where it is read.</summary>
    private async Task<bool> Moved(string id, string state, bool byAnybody, CancellationToken ct)
    {
        var turn = await sandbox.Begin(ct);
        try
        {
            foreach (var machine in turn.Service.Machines.Where(machine =>
                machine.States.Contains(state, StringComparer.OrdinalIgnoreCase)))
            {
                if (await machine.Find(turn.Db, id, ct) is not { } row)
                {
                    continue;
                }

                var (at, _) = machine.StateOf(row);
                var to = machine.States.First(known => string.Equals(known, state, StringComparison.OrdinalIgnoreCase));
                if (machine.Path(row, at, to) is not { Count: > 0 } path
                    || (!byAnybody && path.Any(move => move.By != Mover.Service)))
                {
                    return false;
                }

                foreach (var move in path)
                {
                    await machine.Fire(turn.Db, row, new Firing(move.Trigger, null, Forced: true), turn.Now, ct);
                }

                await turn.Save();
                return true;
            }

            return false;
        }
        catch (Errors.Refusal)
        {
            return false;
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>The states that two answers show otherwise, each with the id here of what is in it.</summary>
    private IEnumerable<(string At, string Recorded, string Here, string? Id)> StatesIn(
        JsonElement recorded, JsonElement ours, string at)
    {
        switch (recorded.ValueKind, ours.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in recorded.EnumerateObject())
                {
                    if (!ours.TryGetProperty(member.Name, out var own))
                    {
                        continue;
                    }

                    if (member.Name is "status" or "state" && member.Value.ValueKind == JsonValueKind.String
                        && own.ValueKind == JsonValueKind.String)
                    {
                        var (theirs, here) = (member.Value.GetString()!, own.GetString()!);
                        if (theirs != here && IsState(theirs) && IsState(here))
                        {
                            yield return ($"{at}/{member.Name}", theirs, here, IdOf(ours));
                        }

                        continue;
                    }

                    foreach (var found in StatesIn(member.Value, own, $"{at}/{member.Name}"))
                    {
                        yield return found;
                    }
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                foreach (var (one, other) in Same(recorded, ours))
                {
                    foreach (var found in StatesIn(one, other, $"{at}/*"))
                    {
                        yield return found;
                    }
                }

                break;
        }
    }

    /// <summary>The rows of two lists that are of the same thing.</summary>
    private IEnumerable<(JsonElement, JsonElement)> Same(JsonElement recorded, JsonElement ours)
    {
        var own = ours.EnumerateArray().Where(row => IdOf(row) is not null).GroupBy(row => IdOf(row)!)
            .ToDictionary(same => same.Key, same => same.First());
        return recorded.EnumerateArray()
            .Select(row => (Row: row, Id: IdOf(row)))
            .Where(row => row.Id is not null && own.ContainsKey(known.Of(row.Id) ?? row.Id))
            .Select(row => (row.Row, own[known.Of(row.Id!) ?? row.Id!]));
    }

    /// <summary>Whether a word is a state of some lifecycle: nothing else of a recording is shown.</summary>
    private bool IsState(string word) => sandbox.Service.Machines.Any(machine =>
        machine.States.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static string? IdOf(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    /// <summary>A request as it is made here.</summary>
    private sealed record Request(
        RecordedExchange Recorded, string Path, string Query, byte[]? Body, string? Credential);
}

/// <summary>The marks that the journal puts in the place of secrets.</summary>
internal static partial class MarkedSecrets
{
    [System.Text.RegularExpressions.GeneratedRegex(
        "redacted-[0-9a-f]{8}", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    public static partial System.Text.RegularExpressions.Regex Pattern();
}
