using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>The company sets the state of a user's membership (000:1803).</summary>
internal static class UpdateMembership
{
    private static readonly BodyMember<string?> State = Body.Text(
        "state", "The new state.", [.. Spelling.All<MembershipStatus>()]);

    private static readonly RequestSchema Schema = new RequestSchema().With(State);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/company/{companyName}/memberships/{targetUsername}", Handle)
            .Documented("026", "Set a membership's state")
            .Tells(
                "Moves a membership to another state: INACTIVE suspends a member, DENIED turns somebody out for good, "
                    + "CANCELLED ends a membership or takes an invite back, "
                    + "ACTIVE accepts a request. "
                    + "The state that holds already changes nothing.")
            .Needs(AccountAction.UpdateMembership)
            .With(CompanyParameters.Company, CompanyParameters.Member)
            .Takes(Schema, """{"state": "ACTIVE"}""")
            .Answers<NothingToTell>(200)
            .Answers(
                ServiceErrors.UserNotFound,
                ServiceErrors.MembershipNotFound,
                ServiceErrors.LastKeyholder,
                ServiceErrors.WrongState)
            .Assumes(
                "Which state may follow which: the document lists the states only. The body of the answer: it "
                    + "prints a Content-Type and no body.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string targetUsername,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var user = turn.Reference.UserNamed(targetUsername);
        var membership = await turn.Db.Memberships.Between(user, company, ct)
            ?? throw ServiceErrors.MembershipNotFound.Because(
                $"{user.Username} neither is nor was a member of {company.Username}, and has no request or invite "
                + "there.");
        if (Spelling.Read<MembershipStatus>(asked.Of(State)) is { } state)
        {
            membership.Set(state, turn.Reference.IsLastKeyholder(membership), turn.Now);
        }

        return NothingToTell.Instance;
    }
}
