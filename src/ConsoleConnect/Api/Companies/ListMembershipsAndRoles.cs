using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>
/// Lists who belongs to a company, with their roles and what these allow (000:1526). The two lists of members have the
/// same samples.
/// </summary>
internal static class ListMembershipsAndRoles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/{userType}/{companyName}/memberships-and-roles", Handle)
            .Documented("023", "List members and their roles")
            .Tells(
                "Lists a company's members, oldest first, or the companies that a user belongs to. By id, "
                    + "linkUserCompany has each one's place: their roles, and what these allow. "
                    + "Requests and ended memberships are left out.")
            .MayBeCalledBy("Every logged-in user; the companies of a user only that user.")
            .With(MemberList.Parameters)
            .Answers<MemberList>(200)
            .OrAnswers<CompaniesOfUser>()
            .Answers(
                ServiceErrors.CompanyNotFound,
                ServiceErrors.AccessDenied,
                ServiceErrors.RoleNotFound,
                ServiceErrors.RoleNotQueryable,
                ServiceErrors.BadQuery)
            .Assumes(
                "That any logged-in user may look: no permission is named for it. What the user type user lists, 20 "
                    + "results a page, and that the filter is optional.");

    private static IResult Handle(string userType, string companyName, HttpRequest request, Turn turn) =>
        MemberList.Page(userType, companyName, request, turn);
}
