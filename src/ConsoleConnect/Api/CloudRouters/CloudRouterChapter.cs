using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>CloudRouters, their sites, and the clouds that sites lead to (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class CloudRouterChapter
{
    public static readonly ParameterExample Company = new(
        "companyId", "557679e2c2e6a1b4d7756472", "The company's id; its username does as well.");

    /// <summary>One with sites.</summary>
    public static readonly ParameterExample Router = new("l3vpnId", "65e0a3d4c2e6a1b4d7418b20", RouterMeaning);

    /// <summary>The same, as one path calls it.</summary>
    public static readonly ParameterExample Vpn = new("vpnId", Router.Example, RouterMeaning);

    /// <summary>One without sites, whose contract is over.</summary>
    public static readonly ParameterExample RouterThatCanGo = new(
        "l3vpnId",
        "65e0b1f8c2e6a1b4d7c95e31",
        "The CloudRouter's id: here one without sites, whose contract is over.");

    public static readonly ParameterExample Site = new(
        "siteId", "3f0d6a52-7c1e-4b39-9a84-51c2e07d8b16", "The site's id.");

    private const string RouterMeaning = "The CloudRouter's id.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        CreateRouter.Map(routes);
        ListRouters.Map(routes);
        ListCompanies.Map(routes);
        ListPortsOfProvider.Map(routes);
        DeleteRouter.Map(routes);
        AddSite.Map(routes);
        ListSites.Map(routes);
        DeleteSite.Map(routes);
        ListRouterResources.Map(routes);
    }
}
