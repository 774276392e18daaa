using Emulator.Domain.Invitations;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Invites;

/// <summary>
/// A user invites people to the platform, not to a company (000:580). "Invites are sent immediately via email"
/// (000:637).
/// </summary>
internal static class InviteUsers
{
    private static readonly RequestSchema Schema = RequestSchema.ListOf(
        new RequestSchema()
            .Email("email", "Invitee's e-mail address.", required: true)
            .Text("name", "Invitee's name.", maxLength: 1024)
            .Text("firstName", "Invitee's first name.", maxLength: 512)
            .Text("lastName", "Invitee's last name.", maxLength: 512)
            .Text(
                "companyName",
                "The company the invitee works for, new or existing. They are not invited to join it.",
                maxLength: 1024));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/invite/user", Handle)
            .Documented("008", "Invite people to Console Connect")
            .Tells(
                "Invites people to the platform, not to a company. Each gets an e-mail with a token at once, to be "
                    + "read in the outbox; with one bad element nobody is invited.")
            .Takes(
                Schema,
                """
                [{"email": "bob@example.com", "name": "Bob Exampleton", "firstName": "Bob", "lastName": "Exampleton",
                "companyName": "Examples Are Us"}]
                """
            )
            .Answers<NothingToTell>(200);

    private static Answer<NothingToTell> Handle(RequestBody body, Turn turn)
    {
        foreach (var guest in body.Checked(Schema).Each)
        {
            turn.Db.Invitations.Add(new Invitation
            {
                Id = turn.Ids.Next(),
                Kind = InvitationKind.User,
                Token = turn.Ids.NextToken(),
                Name = guest.Text("name"),
                FirstName = guest.Text("firstName"),
                LastName = guest.Text("lastName"),
                Email = guest.Text("email"),
                CompanyName = guest.Text("companyName"),
                InvitedBy = turn.Caller.User.Id,
                CreatedAt = turn.Now.At,
            }.Begin(moderated: false, turn.Now));
        }

        return NothingToTell.Instance;
    }
}
