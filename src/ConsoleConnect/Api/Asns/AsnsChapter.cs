using Emulator.Wire;

namespace Emulator.Api.Asns;

/// <summary>The ASNs that a company holds (OpenAPI 1.0.0 and 1.59.2, tag ASNs).</summary>
internal static class AsnsChapter
{
    /// <summary>The company that the examples are for.</summary>
    public static readonly ParameterExample Company = new("username", "bloggs", "The company's username; its id does "
        + "as well.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListAsns.Map(routes);
        GetAsn.Map(routes);
        AddAsn.Map(routes);
        DeleteAsn.Map(routes);
        SearchAsns.Map(routes);
    }

    /// <summary>The number in the path.</summary>
    /// <param name="example">One that works on the fresh seed.</param>
    public static ParameterExample Number(string example) => new("asn", example, "The ASN's number, in digits.");
}
