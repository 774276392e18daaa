using System.Globalization;
using ConsoleConnect.Emulator.Admin;
using Emulator.Domain.Messages;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>The e-mails the service would have sent.</summary>
internal sealed class OutboxRoutes
{
    private const string Group = "Outbox";

    /// <summary>The longest that a client waits for a letter, seconds.</summary>
    private const int LongestWait = 120;

    private static readonly ParameterExample Id = new("id", "1", "The message's id, as the list shows it; the first "
        + "after a reset is 1.");

    private static readonly BodyMember<string?> To = Body.Text(
        "to", "The address it goes to, without regard to case.");

    private static readonly BodyMember<int?> AfterId = Body.Integer(
        "after", "Only messages with a greater id: what came after one that is known.", minimum: 0);

    private static readonly BodyMember<string?> SentSince = Body.Text(
        "since",
        "Only messages sent at this instant of the sandbox's clock or later, for instance 2026-01-01T00:00:00Z.");

    private static readonly BodyMember<int?> Timeout = Body.Integer(
        "timeoutSeconds",
        "How long to wait, seconds of the machine's time; 10 by default.",
        minimum: 0,
        maximum: LongestWait);

    private readonly BodyMember<string?> ofKind;
    private readonly RequestSchema waitSchema;

    private OutboxRoutes(IReadOnlyList<string> kinds)
    {
        ofKind = Body.Text("kind", "What it is for.", kinds);
        waitSchema = new RequestSchema().With(To, ofKind, AfterId, SentSince, Timeout);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var kinds = routes.ServiceProvider.GetRequiredService<Service>().Traits.LetterKinds;
        var outbox = new OutboxRoutes(kinds);
        routes.MapGet("/__admin/outbox", List).OnTheSandbox(Group, "The e-mails the service would have sent, oldest "
            + "first")
            .Tells("Filters by address, kind, time and id. Each e-mail is shown with the token in it and the link that "
                + "its reader would click.")
            .With(
                Query.Text("to", "", "Only those to this address, without regard to case."),
                Query.Choice("kind", "", "Only those of this kind.", kinds),
                Query.Text("since", "", "Only those sent at this instant of the sandbox's clock or later."),
                Query.WholeNumber("after", "", "Only those with a greater id.", minimum: 0))
            .Produces<LetterList>()
            .Answers(ServiceErrors.BadQuery);
        routes
            .MapGet("/__admin/outbox/{id}", Show)
            .OnTheSandbox(Group, "One e-mail")
            .Tells("Shows its text, the token and the link in it, and the request that caused it.")
            .With(Id).Produces<OutboxLetter>().Answers(ServiceErrors.LetterNotFound);
        routes.MapDelete("/__admin/outbox/{id}", Delete).OnTheSandbox(Group, "Delete one e-mail")
            .Tells("Only the e-mail: the token in it stays valid.")
            .With(Id).Produces<Deleted>().Answers(ServiceErrors.LetterNotFound);
        routes.MapDelete("/__admin/outbox", Clear).OnTheSandbox(Group, "Delete all e-mails")
            .Tells("Only the e-mails: the tokens in them stay valid. The answer counts them.")
            .Produces<Deleted>();
        routes
            .MapPost("/__admin/outbox/wait", outbox.Wait)
            .WaitingOnTheSandbox(
                Group,
                "Wait until a matching e-mail is " + "there: the newest one, or 408 after a time-out")
            .Tells(
                "Use it when a test causes an e-mail and needs its token: it answers as soon as the e-mail is there, "
                    + "or at once if it is there already.")
            .Takes(outbox.waitSchema, """{"kind": "PasswordReset", "timeoutSeconds": 10}""")
            .Produces<OutboxLetter>()
            .Answers(ServiceErrors.NoLetterInTime, ServiceErrors.BadQuery);
    }

    private static async Task<Answer<LetterList>> List(HttpRequest request, Turn turn, CancellationToken ct)
    {
        var search = new Search(
            Text("to"),
            Kind(Text("kind"), turn.Service.Traits.LetterKinds),
            Since(Text("since")),
            After(Text("after")));
        var letters = await search.In(turn).ToListAsync(ct);
        return new LetterList([.. letters.Where(search.Fits).Select(letter => Shown(letter, request))]);

        string? Text(string name) => request.Query[name] is [{ Length: > 0 } text] ? text : null;
    }

    private static async Task<Answer<OutboxLetter>> Show(
        string id,
        HttpRequest request,
        Turn turn,
        CancellationToken ct
    ) => Shown(await Find(id, turn, ct), request);

    private static async Task<Answer<Deleted>> Delete(string id, Turn turn, CancellationToken ct)
    {
        turn.Db.Remove(await Find(id, turn, ct));
        return new Deleted(1);
    }

    private static async Task<Answer<Deleted>> Clear(Turn turn, CancellationToken ct) =>
        new Deleted(await turn.Db.Letters.ExecuteDeleteAsync(ct));

    /// <summary>Takes no turn while it waits: anyone who will cause the letter needs one.</summary>
    private async Task<Answer<OutboxLetter>> Wait(RequestBody body, HttpRequest request, CancellationToken ct)
    {
        var asked = body.Checked(waitSchema);
        var search = new Search(
            asked.Of(To),
            asked.Of(ofKind),
            Since(asked.Of(SentSince)),
            asked.Of(AfterId) ?? 0);
        var seconds = asked.Of(Timeout) ?? 10;
        var sandbox = await ChosenSandbox.Of(request.HttpContext).Opened(ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            using var waiter = sandbox.AwaitedLetters.Add(search.Fits, search.To);
            var turn = await sandbox.Begin(reading: true, ct);
            try
            {
                var letters = await search.In(turn).OrderByDescending(letter => letter.Sequence).ToListAsync(ct);
                if (letters.Find(search.Fits) is { } letter)
                {
                    return Shown(letter, request);
                }
            }
            finally
            {
                turn.End();
            }

            try
            {
                if (await waiter.Come.WaitAsync(patience.Token) is { } come)
                {
                    return Shown(come, request);
                }
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw ServiceErrors.NoLetterInTime.Because("GET /__admin/outbox lists what was sent.", seconds);
            }
        }
    }

    private static async Task<Letter> Find(string id, Turn turn, CancellationToken ct) =>
        (
            long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? await turn.Db.Letters.FirstOrDefaultAsync(letter => letter.Sequence == sequence, ct)
                : null
        ) ?? throw ServiceErrors.LetterNotFound.Because("GET /__admin/outbox lists the messages.", id);

    private static string? Kind(string? text, IReadOnlyList<string> kinds) =>
        text is null ? null
        : kinds.FirstOrDefault(kind => string.Equals(kind, text, StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.BadQuery.Because(
                $"kind is one of {string.Join(", ", kinds)}.",
                "kind",
                "equal to one of the allowed values");

    private static DateTimeOffset? Since(string? text) => text is null ? null
        : Instants.Read(text) ?? throw ServiceErrors.BadQuery.Because("since is an instant such as "
            + "2026-01-01T00:00:00Z.", "since", "date-time");

    private static long After(string? text) => text is null ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw ServiceErrors.BadQuery.Because("after is the id of a message.", "after", "integer");

    private static OutboxLetter Shown(Letter letter, HttpRequest request) => new(
        letter.Sequence,
        letter.Addresses,
        letter.Kind,
        letter.Subject,
        letter.Text,
        letter.Token,
        letter.Link is null ? null : WebAddress.Of(AddressFor(request) + letter.Link),
        letter.Link is null ? null : letter.LinkMethod,
        letter.AboutId,
        letter.CausedBy,
        letter.At);

    /// <summary>
    /// An address that leads where the letter is, however the request chose the sandbox: its reader clicks, and sends
    /// no header.
    /// </summary>
    private static string AddressFor(HttpRequest request) =>
        ChosenSandbox.Of(request.HttpContext).Opening is { IsCompletedSuccessfully: true, Result.Name: var name }
            && name != Sandboxes.DefaultName
            ? request.HttpContext.RequestServices.GetRequiredService<SandboxAddresses>().AskedOf(request, name)
            : $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>Which letters are asked for.</summary>
    private sealed record Search(string? To, string? Kind, DateTimeOffset? Since, long After)
    {
        /// <summary>Those that the database can tell.</summary>
        public IQueryable<Letter> In(Turn turn)
        {
            var letters = turn.Db.Letters.AsNoTracking().Where(letter => letter.Sequence > After);
            if (Kind is { } kind)
            {
                letters = letters.Where(letter => letter.Kind == kind);
            }

            if (Since is { } since)
            {
                letters = letters.Where(letter => letter.At >= since);
            }

            return letters.OrderBy(letter => letter.Sequence);
        }

        /// <summary>Whether a letter is one of them.</summary>
        public bool Fits(Letter letter) =>
            letter.Sequence > After && (Kind is null || letter.Kind == Kind) && (Since is null || letter.At >= Since)
            && (To is null || letter.Addresses.Contains(To, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>How many were deleted.</summary>
    internal sealed record Deleted([property: System.Text.Json.Serialization.JsonPropertyName("deleted")] int Count);
}
