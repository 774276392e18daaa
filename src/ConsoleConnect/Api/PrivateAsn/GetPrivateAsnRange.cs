using Emulator.Domain.Asns;
using Emulator.Wire;

namespace Emulator.Api.PrivateAsn;

/// <summary>Says which private ASNs there are (002:88-104).</summary>
internal static class GetPrivateAsnRange
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/private-asn/range", Handle)
        .Documented("079", "Get the range of private ASNs")
        .Tells("Shows the first and the last private ASN that services can get; both are included.")
        .Answers<AsnRange>(200);

    private static Answer<AsnRange> Handle() => new AsnRange(PrivateAsns.First, PrivateAsns.Last);
}

/// <summary>The range (002:102).</summary>
internal sealed record AsnRange(long Start, long End);
