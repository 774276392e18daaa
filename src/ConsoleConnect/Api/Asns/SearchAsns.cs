using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Asns;

/// <summary>Lists a company's ASNs through a LoopBack filter, with the prefixes that are known of each.</summary>
internal static class SearchAsns
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/asns", Handle)
        .Published("145", "Search for ASNs")
        .Tells(
            "Searches the ASNs that a company holds: a bare array, by number unless the filter orders it. id is what "
            + "provisioning an Internet On-Demand service takes as asnId. filter is a LoopBack filter in JSON: where, "
            + "order, limit, skip, fields; status and private are what it is mostly asked for.")
        .Needs(NetworkAction.ReadAsn, "companyId")
        .With(
            AsnsChapter.Company with { Name = "companyId", Example = "5e4cb418ab1dbe8c8476163b" },
            Query.Text(
                "filter",
                """{"where":{"status":"VERIFIED","private":false}}""",
                "A LoopBack filter; all ASNs where it isn't sent."))
        .Answers<IReadOnlyList<AsnFound>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes(
            "That every ASN has the statuses of OpenAPI 1.0.0, two of which 1.59.2 no longer names. What is known of "
            + "prefixes comes with the seed: no registry is asked, so an ASN that is added has none. That deleted "
            + "ones are in no list, so that deallocatedAt and deleted_at are always null.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        Company company,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var asns = await turn.Db.Asns.HeldBy(company).AsNoTracking().ToListAsync(ct);
        return LoopBackQuery.Apply(
            request,
            asns.Select(asn => JsonSerializer.SerializeToNode(new AsnFound(asn), ServiceJson.Default.AsnFound)!
                .AsObject()));
    }
}

/// <summary>An ASN, as OpenAPI 1.59.2 shows it.</summary>
internal sealed class AsnFound(Asn asn)
{
    private static readonly AnnouncedPrefixes Unknown = new();

    private readonly AnnouncedPrefixes prefixes = asn.Prefixes ?? Unknown;

    public string Id => asn.Id;
    public string CompanyId => asn.CompanyId;
    public string Asn => asn.Number.ToString(CultureInfo.InvariantCulture);
    public string? AsSet => prefixes.AsSet;
    public bool Private => asn.Status == AsnStatus.Private;
    public bool SkipPrefixSync => prefixes.SkipSync;
    public string Status => Spelling.Of(asn.Status);

    [JsonPropertyName("ipPrefixConfiguredInIPCV4")]
    public IReadOnlyList<string> IpCoreV4 => prefixes.IpCoreV4;

    [JsonPropertyName("ipPrefixConfiguredInIPCV6")]
    public IReadOnlyList<string> IpCoreV6 => prefixes.IpCoreV6;

    [JsonPropertyName("ipPrefixConfiguredInSLV4")]
    public IReadOnlyList<string> ServiceLayerV4 => prefixes.ServiceLayerV4;

    [JsonPropertyName("ipPrefixConfiguredInSLV6")]
    public IReadOnlyList<string> ServiceLayerV6 => prefixes.ServiceLayerV6;

    [JsonPropertyName("ipPrefixLastCheckedAt")]
    public DateTimeOffset? LastCheckedAt => prefixes.LastCheckedAt;

    [JsonPropertyName("ipPrefixLastSLUpdateRequestAt")]
    public DateTimeOffset? LastRequestAt => prefixes.LastRequestAt;

    [JsonPropertyName("ipPrefixLastSLUpdateSuccessAt")]
    public DateTimeOffset? LastSuccessAt => prefixes.LastSuccessAt;

    [JsonPropertyName("ipPrefixLastErrorAt")]
    public DateTimeOffset? LastErrorAt => prefixes.LastErrorAt;
    public DateTimeOffset? DeallocatedAt => asn.DeletedAt;

    [JsonPropertyName("ipPrefixLastErrorReason")]
    public string? LastErrorReason => prefixes.LastErrorReason;

    [JsonPropertyName("company_id")]
    public string CompanyIdAgain => asn.CompanyId;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => asn.DeletedAt;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => asn.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => asn.UpdatedAt;
}
