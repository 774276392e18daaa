namespace Emulator.Api.Companies;

/// <summary>Companies, their members and their roles (000:1488-1866, 000:2357-2576).</summary>
internal static class CompaniesChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        CreateCompany.Map(routes);
        ListMembershipsAndRoles.Map(routes);
        RemoveRole.Map(routes);
        AddRole.Map(routes);
        UpdateMembership.Map(routes);
        RemoveMember.Map(routes);
        LeaveCompany.Map(routes);
        ListMemberships.Map(routes);
        ListMembers.Map(routes);
    }
}
