using Emulator.Domain.Invitations;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Invites;

/// <summary>Whether an invitation's token is good, and what it says (000:710).</summary>
internal static class ReadInvite
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/invite/token/{invitationToken}", Handle)
            .Documented("010", "Validate and read an invitation")
            .Tells(
                "Says whether the token of an invitation is still good, and whom it invites, for which company and "
                    + "when. Reading it doesn't use it up: registering does.")
            .ForAnybody()
            .With(
                new ParameterExample(
                    "invitationToken",
                    "ca7a096c9e9d549fffdc2bc01623dc446ac2925040639d6c7dde64d437bd6005",
                    "The invitation's token, from the e-mail."))
            .Answers<Response>(200)
            .Answers(ServiceErrors.InvitationNotFound, ServiceErrors.TokenUsed, ServiceErrors.TokenExpired)
            .Assumes("The answers to a token that isn't good, and that one is good for 30 days.");

    private static async Task<Answer<Response>> Handle(string invitationToken, Turn turn, CancellationToken ct)
    {
        var invitation = await turn.Db.Invitations.WithToken(invitationToken, ct);
        invitation.MustBeOpen(turn.Now.At);
        return new Response(
            invitation,
            invitation.CompanyName ?? (invitation.CompanyId is { } id ? turn.Reference.Company(id).Name : null));
    }

    /// <summary>What the invitation says (000:717).</summary>
    internal sealed class Response(Invitation invitation, string? company)
    {
        public string? FirstName => invitation.FirstName ?? invitation.Name;
        public string? LastName => invitation.LastName;
        public string? Email => invitation.Email;
        public string? Company => company;
        public DateTimeOffset? InvitedAt => invitation.SentAt;
        public DateTimeOffset CreatedAt => invitation.CreatedAt;
    }
}
