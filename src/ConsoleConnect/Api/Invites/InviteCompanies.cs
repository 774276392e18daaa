using Emulator.Domain.Invitations;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Invites;

/// <summary>
/// A user names companies worth inviting (000:740). "Nothing is sent but Console Connect admins can view and chase down
/// the lead" (000:780).
/// </summary>
internal static class InviteCompanies
{
    private static readonly RequestSchema Schema = RequestSchema.ListOf(new RequestSchema()
        .Text("companyName", "The company's name, new or existing.", maxLength: 1024, required: true)
        .Text("companyWebsite", "The company's website.", maxLength: 1024));

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/invite/company", Handle)
        .Documented("011", "Name companies worth inviting")
        .Tells("Leaves the names of companies that the user would like to see on the platform. Nothing is sent; GET "
            + "/__admin/invitations shows what the team sees.")
        .Takes(Schema, """[{"companyName": "Examples Are Us", "companyWebsite": "www.example.com"}]""")
        .Answers<NothingToTell>(200);

    private static Answer<NothingToTell> Handle(RequestBody body, Turn turn)
    {
        foreach (var lead in body.Checked(Schema).Each)
        {
            turn.Db.Invitations.Add(new Invitation
            {
                Id = turn.Ids.Next(),
                Kind = InvitationKind.Company,
                Token = turn.Ids.NextToken(),
                CompanyName = lead.Text("companyName"),
                CompanyWebsite = lead.Text("companyWebsite"),
                InvitedBy = turn.Caller.User.Id,
                CreatedAt = turn.Now.At,
            }.Begin(moderated: true, turn.Now));
        }

        return NothingToTell.Instance;
    }
}
