using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.People;

namespace Emulator.Api.Users;

/// <summary>Updates the caller's own account, or a company of which the caller is Keyholder (000:1011).</summary>
internal static class UpdateUser
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/user/{username}", Handle)
            .Documented("014", "Update a user")
            .Tells(
                "Changes the profile of a user, or of a company if the username is a company's. What isn't sent stays "
                    + "as it is, and an empty text clears a value. The members whose names begin with company. are a "
                    + "company's profile, and on a person's account that of their firm.")
            .MayBeCalledBy("A user their own account; a company its Company Keyholder.")
            .With(new ParameterExample("username", "stan", "The user's username, or a company's."))
            .Takes(
                ProfileMembers.Schema,
                """
                {"headline": "Anvils", "location": "San Jose",
                "settings": {"alertMeWhenJoinCompany": {"option": false}}, "company.website": "https://acme.example"}
                """
            )
            .Answers<UserAccount>(200)
            .OrAnswers<CompanyAsUser>()
            .Answers(ServiceErrors.UserNotFound, ServiceErrors.AccessDenied)
            .Assumes(
                "That a company is updated here too, what the members whose names begin with company. mean on a "
                    + "person's account, and that an empty text takes a value away: the documents' request sends "
                    + "nothing else."
            );

    private static async Task<IResult> Handle(string username, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(ProfileMembers.Schema);
        if (turn.Reference.FindUser(username) is { } known)
        {
            turn.Caller.MustBe(known, "account:UpdateUser", turn.Access);
            var user = await turn.ToChange(known, ct);
            Change(user, asked, turn.Now.At);
            return new Answer<UserAccount>(await turn.AccountOf(user, turn.Caller.Token, ct));
        }

        var named = turn.Reference.CompanyInPlaceOfUser(username);
        var company = await turn.ToChange(turn.Company(named.Username, AccountAction.UpdateCompany), ct);
        Change(company, asked, turn.Now.At);
        return new Answer<CompanyAsUser>(new CompanyAsUser(company, turn.Reference.StandingOf(company)));
    }

    private static void Change(User user, Asked asked, DateTimeOffset now)
    {
        user.Name = asked.Changed("name", user.Name) ?? user.Name;
        user.Settings = asked.Changed(user.Settings);
        user.Tags = asked.ChangedTags(user.Tags);
        user.Avatar = asked.Changed("avatar", user.Avatar);
        user.Background = asked.Changed("background", user.Background);
        user.Phone = asked.Changed("phone", user.Phone);
        user.Role = asked.Changed("role", user.Role);
        user.Location = asked.Changed("location", user.Location);
        user.Summary = asked.Changed("summary", user.Summary);
        user.Headline = asked.Changed("headline", user.Headline);
        user.OptIntoMarketingEmail = asked.Boolean("optIntoMarketingEmail") ?? user.OptIntoMarketingEmail;
        user.Profile = asked.Changed(user.Profile);
        user.UpdatedAt = now;
    }

    private static void Change(Company company, Asked asked, DateTimeOffset now)
    {
        company.Name = asked.Changed("name", company.Name) ?? company.Name;
        company.Tags = asked.ChangedTags(company.Tags);
        company.Avatar = asked.Changed("avatar", company.Avatar);
        company.BackgroundId = asked.Changed("background", company.BackgroundId);
        company.Phone = asked.Changed("phone", company.Phone);
        company.Location = asked.Changed("location", company.Location);
        company.Summary = asked.Changed("summary", company.Summary);
        company.Headline = asked.Changed("headline", company.Headline);
        company.Profile = asked.Changed(company.Profile);
        company.UpdatedAt = now;
    }
}
