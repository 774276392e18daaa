using System.Text.Json.Nodes;
using Emulator.Wire.Filters;

namespace Emulator.Tests.Wire.Filters;

/// <summary>
/// Four rows of the shape data centre facilities have on the wire, and the names a filter finds among them.
/// </summary>
internal static class FacilityRows
{
    private const string Json = """
        [
          { "name": "hkg39-Asia-HK-APAC", "username": "hkg05", "rank": 4, "score": "10", "verified": true,
          "externalId": null,
            "tags": ["offnet", "monthly-ports"], "createdAt": "2018-02-20T04:49:09.604Z",
            "company": { "addresses": [ { "city": "Hong Kong", "country": "HK", "geo": { "coordinates": ["114.177216",
            "22.302711"] } } ] },
            "dataCenterFacility": { "ready": true, "canBundleCrossConnect": false, "speeds": [] } },
          { "name": "syd01-Sydney", "username": "syd01", "rank": 2, "score": "9", "verified": true, "externalId": "x-1",
            "tags": ["onnet"], "createdAt": "2019-06-09T22:20:22.000Z",
            "company": { "addresses": [ { "city": "London", "country": "GB" }, { "city": "Sydney",
            "country": "AU" } ] },
            "dataCenterFacility": { "ready": true, "canBundleCrossConnect": true, "speeds": [ { "value": 1000,
            "name": "1GB" }, { "value": 10000, "name": "10GB" } ] } },
          { "name": "mel02-Melbourne", "username": "mel02", "rank": 3, "verified": false,
            "tags": [], "createdAt": "2020-01-01T00:00:00.000Z",
            "company": { "addresses": [ { "city": "Melbourne", "country": "AU" } ] },
            "dataCenterFacility": { "ready": false, "speeds": [ { "value": 10000, "name": "10GB" } ] } },
          { "name": "lon_1 DCF Name 100%", "username": "lon03", "rank": 1, "score": "100", "verified": false,
          "externalId": "x-2",
            "createdAt": "2021-03-04T05:06:07.000Z",
            "company": { "addresses": [] },
            "dataCenterFacility": { "ready": true, "canBundleCrossConnect": true, "speeds": [ { "value": 1000,
            "name": "1GB" } ] } }
        ]
        """;

    internal static IReadOnlyList<JsonObject> All() =>
        [.. JsonNode.Parse(Json)!.AsArray().Select(row => row!.AsObject())];

    /// <summary>The first three letters of the names of the rows a filter answers, in its order.</summary>
    internal static string Found(string filter) =>
        string.Join(' ', LoopBackFilter.Parse(filter).Apply(All()).Select(row => ((string)row!["name"]!)[..3]));

    internal static string FoundWhere(string where) => Found($$"""{"where":{{where}}}""");
}
