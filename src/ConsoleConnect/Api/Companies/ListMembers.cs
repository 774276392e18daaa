using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.People;

namespace Emulator.Api.Companies;

/// <summary>Lists who belongs to a company, each with their roles, as later editions have it.</summary>
internal static class ListMembers
{
    private static readonly QueryParameter<int?> Page = Query.Page("");

    private static readonly QueryParameter<int?> PageSize =
        Query.WholeNumber("pageSize", "", "Results a page; all where neither is sent.", minimum: 1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/companies/{companyId}/members", Handle)
        .Published("256", "List a company's members")
        .Tells("Lists the company's members, oldest member first: a bare array of people, each with their roles in "
            + "full and since when they are a member. Requests and ended memberships are left out.")
        .Needs(AccountAction.ReadMembership, "companyId")
        .With(
            Parameters.Company with { Name = "companyId", Example = "557679e2c2e6a1b4d7756472" },
            Page,
            PageSize)
        .Answers<IReadOnlyList<CompanyMember>>(200)
        .Answers(ServiceErrors.BadQuery)
        .Assumes("That it is for the company's own members, whatever their role. The order, and that it has pages.");

    private static Answer<IReadOnlyList<CompanyMember>> Handle(Company company, HttpRequest request, Turn turn)
    {
        var take = PageSize.Of(request) ?? int.MaxValue;
        var skip = (int)Math.Min((long)((Page.Of(request) ?? 1) - 1) * take, int.MaxValue);
        return new([
            .. MemberList.With([], turn.Reference.MembersOf(company), skip, take).Select(membership =>
                new CompanyMember(turn.ViewOf(turn.Reference.User(membership.UserId)!), membership)),
        ]);
    }
}
