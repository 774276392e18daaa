using Emulator.Domain.Invitations;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Invites;

/// <summary>
/// A stranger asks to be invited (000:553). "Invite requests are moderated" (000:575): the invitation is mailed once
/// the team approves.
/// </summary>
internal static class RequestInvite
{
    private static readonly BodyMember<string?> FirstName = Body.Text("firstName", "First name.", maxLength: 512);

    private static readonly BodyMember<string?> LastName = Body.Text("lastName", "Last name.", maxLength: 512);

    private static readonly BodyMember<string> Email = Body.NeededEmail("email", "Where to send the invitation.");

    private static readonly BodyMember<string?> Firm = Body.Text(
        "company", "The company the person works for.", maxLength: 1024);

    private static readonly RequestSchema Schema = new RequestSchema().With(FirstName, LastName, Email, Firm);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/invite/request", Handle)
            .Documented("007", "Ask to be invited")
            .Tells(
                "Lets a stranger ask for an invitation to the platform, which waits for the team as REQUESTED: GET "
                    + "/__admin/invitations lists what waits, "
                    + "POST /__admin/workflows/invitations/{id}/fire approves. Then the e-mail with the token is in "
                    + "the outbox.")
            .ForAnybody()
            .Takes(
                Schema,
                """{"firstName": "Example", "lastName": "User", "email": "user@example.com", "company": "ExampleCo"}"""
            )
            .Answers<NothingToTell>(200)
            .Assumes("That only the address is required, and that names are as long as where users are invited.");

    private static Answer<NothingToTell> Handle(RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        turn.Db.Invitations.Add(new Invitation
        {
            Id = turn.Ids.Next(),
            Kind = InvitationKind.Request,
            Token = turn.Ids.NextToken(),
            FirstName = asked.Of(FirstName),
            LastName = asked.Of(LastName),
            Email = asked.Of(Email),
            CompanyName = asked.Of(Firm),
            CreatedAt = turn.Now.At,
        }.Begin(moderated: true, turn.Now));
        return NothingToTell.Instance;
    }
}
