using Emulator.Wire;

namespace Emulator.Api.ConnectionFlexes;

/// <summary>Another bandwidth for a connection for a while, without the other side's agreement.</summary>
internal static class ConnectionFlexesChapter
{
    /// <summary>The company of the examples, by its id; its username does as well.</summary>
    public static readonly ParameterExample Company = new(
        "companyId", "557679e2c2e6a1b4d7756472", "The company's id; its username does as well.");

    public static readonly ParameterExample Connection = new(
        "connectionId",
        "5b30dc0fc2e6a1b4d7dea069",
        "The connection's id: here one between two of the company's ports.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        FlexConnection.Map(routes);
        ListConnectionFlexes.Map(routes);
        GetConnectionFlex.Map(routes);
    }
}
