using Emulator.Domain.Invitations;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// What the Console Connect team sees of invitations: those that wait for it, and leads. It answers by firing Approve
/// or Decline at <c>/__admin/workflows/invitations/{id}</c>.
/// </summary>
internal static class InvitationRoutes
{
    private static readonly string[] Statuses = [.. Spelling.All<InvitationStatus>()];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/invitations", List)
        .OnTheSandbox("People and companies", "The invitations, oldest first; approve or decline those REQUESTED "
            + "with POST /__admin/workflows/invitations/{id}/fire")
        .Tells("Shows what the Console Connect team would see: requests waiting for its approval, invitations from "
            + "users and companies, and leads.")
        .With(Query.Choice("status", "REQUESTED", "Only those in this status.", Statuses))
        .Produces<Shown>().Answers(ServiceErrors.BadQuery);

    private static async Task<Answer<Shown>> List(HttpRequest request, Turn turn, CancellationToken ct)
    {
        var invitations = turn.Db.Invitations.AsNoTracking();
        if (request.Query["status"] is [{ Length: > 0 } text])
        {
            var status = Spelling.Read<InvitationStatus>(text)
                ?? throw ServiceErrors.BadQuery.Because(
                    $"status is one of {string.Join(", ", Statuses)}.",
                    "status",
                    "equal to one of the allowed values");
            invitations = invitations.Where(invitation => invitation.Status == status);
        }

        var found = await invitations
            .OrderBy(invitation => invitation.CreatedAt)
            .ThenBy(invitation => invitation.Id)
            .ToListAsync(ct);
        return new Shown([
            .. found.Select(invitation => new InvitationShown(
                invitation,
                turn.Reference.User(invitation.InvitedBy)?.Username,
                invitation.CompanyId is { } id ? turn.Reference.Company(id).Username : null)),
        ]);
    }

    /// <summary>All of them.</summary>
    internal sealed record Shown(IReadOnlyList<InvitationShown> Invitations);

    /// <summary>One of them.</summary>
    internal sealed class InvitationShown(Invitation invitation, string? invitedBy, string? company)
    {
        public string Id => invitation.Id;
        public string Kind => Spelling.Of(invitation.Kind);
        public string Status => Spelling.Of(invitation.Status);
        public string? FirstName => invitation.FirstName;
        public string? LastName => invitation.LastName;
        public string? Name => invitation.Name;
        public string? Email => invitation.Email;
        public string? CompanyName => invitation.CompanyName;
        public string? CompanyWebsite => invitation.CompanyWebsite;
        public string? Message => invitation.Message;

        /// <summary>The username of the user who invites; null where a stranger asks.</summary>
        public string? InvitedBy => invitedBy;

        /// <summary>The username of the company that invites; null where none does.</summary>
        public string? Company => company;
        public IReadOnlyList<string> Roles => [.. invitation.Roles.Select(Spelling.Of)];
        public DateTimeOffset CreatedAt => invitation.CreatedAt;
        public DateTimeOffset? SentAt => invitation.SentAt;
        public DateTimeOffset? ExpiresAt => invitation.ExpiresAt;
    }
}
