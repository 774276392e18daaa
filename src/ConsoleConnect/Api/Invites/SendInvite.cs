using Emulator.Domain.Companies;
using Emulator.Domain.Invitations;
using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Invites;

/// <summary>
/// A company invites a data center to the platform (000:642). "Invites are moderated by the Console Connect team before
/// being sent" (000:698).
/// </summary>
internal static class SendInvite
{
    private static readonly BodyMember<string> FirstName = Body.NeededText("firstName", "Recipient's first name.");

    private static readonly BodyMember<string> LastName = Body.NeededText("lastName", "Recipient's last name.");

    private static readonly BodyMember<string> Email = Body.NeededText(
        "email",
        "Recipient's e-mail address. The documents' own request has \"Hello, world!\" for it, so it is for the team to "
        + "look at.");

    private static readonly BodyMember<bool?> DataCenter = Body.Flag("datacenter", "Whether it is a data center.");

    private static readonly BodyMember<string> PersonalMessage = Body.NeededText(
        "personalMessage", "What to write. Only used with datacenter true (000:677).");

    private static readonly RequestSchema Schema = new RequestSchema().With(
        FirstName, LastName, Email, DataCenter, PersonalMessage);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/company/{username}/invite/send", Handle)
            .Documented("009", "Invite a data center")
            .Tells(
                "Invites a data center, or somebody there, in the company's name. The team has to approve it before "
                    + "anything is mailed, as with a request: an invite without a "
                    + "real address can only be declined.")
            .Needs(AccountAction.SendInvite, "username")
            .With(new ParameterExample("username", "Acme", "The company to send this invite from."))
            .Takes(
                Schema,
                """
                {"firstName": "Tomas", "lastName": "Varga", "email": "tomas.varga@example.org", "datacenter": true,
                "personalMessage": "We would like a port in your building."}
                """
            )
            .Answers<NothingToTell>(200)
            .Assumes("That it takes the permission company-actions (\"Create content as company\").");

    private static Answer<NothingToTell> Handle(Company company, RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        var dataCenter = asked.Of(DataCenter) ?? false;
        turn.Db.Invitations.Add(new Invitation
        {
            Id = turn.Ids.Next(),
            Kind = InvitationKind.DataCenter,
            Token = turn.Ids.NextToken(),
            FirstName = asked.Of(FirstName),
            LastName = asked.Of(LastName),
            Email = asked.Of(Email),
            DataCenter = dataCenter,
            Message = dataCenter ? asked.Of(PersonalMessage) : null,
            InvitedBy = turn.Caller.User.Id,
            CompanyId = company.Id,
            CreatedAt = turn.Now.At,
        }.Begin(moderated: true, turn.Now));
        return NothingToTell.Instance;
    }
}
