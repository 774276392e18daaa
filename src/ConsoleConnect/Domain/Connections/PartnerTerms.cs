namespace Emulator.Domain.Connections;

/// <summary>
/// What is known of the partner's side of a connection to a cloud partner, in the members of captured answers and of
/// OpenAPI 1.0.0. Replaced whole, never changed inside.
/// </summary>
internal sealed record PartnerTerms
{
    /// <summary>The customer's account with the partner.</summary>
    public string? Account { get; set; }

    /// <summary>The customer's ASN.</summary>
    public string? AsnId { get; set; }

    public string? InterconnectId { get; set; }

    public string? GatewayId { get; set; }

    public string? VpcId { get; set; }

    /// <summary>Google's pairing keys and the like: kept, so that none is used twice, and shown to nobody.</summary>
    public IReadOnlyList<string> PairingKeys { get; set; } = [];

    /// <summary>A kind within the partner's; null where it has none, which is spelled <c>NONE</c>.</summary>
    public string? Subtype { get; set; }

    /// <summary>The partner's region, where it isn't that of the destination port.</summary>
    public string? Region { get; set; }
}
