using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>The parameters that the chapter's operations share.</summary>
internal static class CompanyParameters
{
    public static readonly ParameterExample Company = new("companyName", "Acme", "The company's username.");

    public static readonly ParameterExample Member = new("targetUsername", "vera", "The username of the user.");

    public static readonly ParameterExample[] OfARole =
    [
        Company with { Name = "username" },
        Member,
        new("roleName", "NETWORKVIEW", "The role: ADMIN, NETWORKCONTROL, NETWORKVIEW or USER."),
    ];
}
