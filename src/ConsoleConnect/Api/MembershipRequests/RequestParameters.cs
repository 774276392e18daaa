using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>The parameters and members that the chapter's operations share.</summary>
internal static class RequestParameters
{
    public static readonly ParameterExample Company = new("companyName", "Acme", "The company's username.");

    /// <summary>The roles there are, as the documents spell them.</summary>
    public static readonly string[] RoleNames = [.. Spelling.All<RoleName>()];

    /// <summary>Roles of a checked body.</summary>
    public static IReadOnlyList<RoleName> RolesOf(Asked asked) =>
        [.. asked.Texts("roles").Select(name => Role.Named(name).Name).Distinct()];
}
