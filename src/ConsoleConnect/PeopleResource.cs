using Emulator.Api.Auth;
using Emulator.Api.Companies;
using Emulator.Api.MembershipRequests;
using Emulator.Api.Presence;
using Emulator.Api.Users;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>People: their logins, whom they follow, and the companies that they belong to.</summary>
internal static class PeopleResource
{
    private static readonly string User = RowName.Through("UserId", "Users", "Username");

    public static readonly Resource Resource = Resource.Named("people")
        .Stored(PeopleTables.Configure)
        .Called("Users", "\"Username\"")
        .Called("Sessions", User)
        .Called("ApiKeys", User)
        .Called("MailedTokens", $"\"Kind\" || ' ' || coalesce({User}, '')")
        .Called("Memberships", $"coalesce({User}, '') || ' in ' || "
            + $"coalesce({RowName.Through("CompanyId", "Companies", "Username")}, '')")
        .Called("Follows", RowName.None)
        .Owned("Memberships", "\"CompanyId\"", "/v2/companies/{companyId}/members", shownWhere: "\"Status\" = 'Active'")
        .Moved("Memberships", table => new Machine<MembershipStatus, MembershipTrigger, Membership>(
            "memberships",
            table,
            () => MembershipStateMachine.Table,
            db => db.Memberships,
            rules: FiringUnderRules.OfAMembership))
        .Seeded(() => new SeedPart<UserRow>("users.json", () => SeedJson.Default.UserRow)
            .Unique(row => row.Id, "user")
            .Unique(row => row.Username.ToLowerInvariant())
            .Unique(row => row.Email.ToLowerInvariant())
            .Refers("company", row => row.Memberships.Select(membership => membership.CompanyId))
            .Refers(["user", "company"], row => row.Following)
            .Stored(Store))
        .Seeded(() => new SeedPart<MailedToken>("mailed-tokens.json", () => SeedJson.Default.MailedToken)
            .Unique(row => $"{row.Kind} {row.Token}")
            .Refers("user", row => [row.UserId])
            .Stored((rows, world) => world.Insert("MailedTokens", rows)))
        .Stays(
            "Users",
            "\"IsSupport\" OR \"Id\" IN (SELECT \"UserId\" FROM \"Memberships\" WHERE \"CompanyId\" IN "
                + $"({CompaniesResource.Staying}))")
        .Stays("Memberships", $"\"CompanyId\" IN ({CompaniesResource.Staying})")
        .InWorlds(() => new PeopleInWorlds())
        .Mapped(
            AuthChapter.Map,
            UsersChapter.Map,
            PresenceChapter.Map,
            CompaniesChapter.Map,
            MembershipRequestsChapter.Map)
        .Controlled(PeopleRoutes.Map);

    private static void Store(IReadOnlyList<UserRow> rows, SeedWriting world)
    {
        var newEmails = world.RowsOf<MailedToken>()
            .Where(row => row.Kind == MailedTokenKind.EmailChange)
            .ToDictionary(row => row.UserId);
        world.Insert("Users", rows.Select(row =>
            PeopleRows.UserOf(row, newEmails.GetValueOrDefault(row.Id), world.Hashed)));
        world.Insert("Memberships", rows.SelectMany(PeopleRows.MembershipsOf));
        world.Insert("Follows", rows.SelectMany(row =>
            row.Following.Select(id => new Follow { FollowerId = row.Id, FolloweeId = id })));
        world.Insert("ApiKeys", rows.SelectMany(row =>
            row.ApiKeys.Select(key => new ApiKey { Key = key, UserId = row.Id, CreatedAt = row.CreatedAt })));
    }
}
