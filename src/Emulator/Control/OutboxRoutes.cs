using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>The e-mails the service would have sent.</summary>
internal static class OutboxRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/outbox", List)
        .OnTheSandbox("Outbox", "The e-mails the service would have sent, oldest first")
        .Produces<Outbox>();

    private static async Task<Answer<Outbox>> List(Turn turn, CancellationToken ct)
    {
        var letters = await turn.Db.Letters.AsNoTracking().OrderBy(letter => letter.Sequence).ToListAsync(ct);
        return new Outbox([.. letters.Select(letter => new LetterShown(letter.Sequence, Recipients(letter, turn), letter.Kind.ToString(), letter.Subject, letter.Text, letter.AboutId, letter.At))]);
    }

    private static List<string> Recipients(Letter letter, Turn turn)
    {
        if (turn.Reference.User(letter.ToUserId) is { } user)
        {
            return [user.Email];
        }

        return letter.ToCompanyId is { } companyId
            ? [.. turn.Reference.MembersOf(turn.Reference.Company(companyId))
                .Where(member => member.Roles.Any(name => Role.Of(name).WritesNetwork))
                .Select(member => turn.Reference.User(member.UserId)?.Email)
                .OfType<string>()
                .Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>All of them.</summary>
    internal sealed record Outbox(IReadOnlyList<LetterShown> Letters);

    /// <summary>One of them.</summary>
    internal sealed record LetterShown(long Id, IReadOnlyList<string> To, string Kind, string Subject, string Text, string AboutId, DateTimeOffset SentAt);
}
