using Emulator.Wire;

namespace Emulator.Api.Clouds;

/// <summary>
/// Connections that are ordered of a cloud by a route of its own, as the editions after the documents have them.
/// Reading, listing, renaming and deleting them is what it is with every connection.
/// </summary>
internal static class CloudsChapter
{
    /// <summary>The company, where its path's parameter is called otherwise.</summary>
    public static readonly ParameterExample Username = new("username", "Acme", Parameters.Company.Meaning);

    /// <inheritdoc cref="Username"/>
    public static readonly ParameterExample CompanyUsername = new(
        "companyUsername",
        "Acme",
        Parameters.Company.Meaning);

    /// <summary>The company, by its id.</summary>
    public static readonly ParameterExample CompanyId = new(
        "companyId",
        "557679e2c2e6a1b4d7756472",
        "The company's id; its username does as well.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        OrderFromAlibaba.Map(routes);
        OrderFromAws.Map(routes);
        OrderFromAzure.Map(routes);
        SetAzurePeering.Map(routes);
        GetAzurePeering.Map(routes);
        DeleteAzurePeering.Map(routes);
        VerifyAzureKey.Map(routes);
        OrderFromIbm.Map(routes);
        DeleteCloudConnection.Map(routes);
        OrderFromGoogle.Map(routes);
        OrderFromOvh.Map(routes);
        ValidateOvhKey.Map(routes);
        OrderFromACloud.Map(routes);
    }
}
