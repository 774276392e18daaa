using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.PrivateAsn;

/// <summary>Suggests a private ASN that can be had (002:72-92).</summary>
internal static class SuggestPrivateAsn
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/private-asn/suggestion", Handle)
        .Documented("078", "Suggest a private ASN")
        .Tells(
            "Suggests a private ASN: the lowest of the range that no service has. Suggesting doesn't reserve it: until "
            + "a service has it the same is suggested again.")
        .Answers<SuggestedAsn>(200)
        .Assumes("Which one is suggested, and that it isn't reserved.");

    private static async Task<Answer<SuggestedAsn>> Handle(Turn turn, CancellationToken ct) =>
        new SuggestedAsn(await turn.Db.Asns.LowestPrivate(ct));
}

/// <summary>A private ASN (002:85).</summary>
internal sealed record SuggestedAsn(long Asn);
