namespace Emulator.Domain.Asns;

/// <summary>
/// What is known of the prefixes that an ASN announces, and which of them are let in where (OpenAPI 1.59.2, GET
/// asns). It comes with the seed: nothing here asks a routing registry.
/// </summary>
internal sealed record AnnouncedPrefixes
{
    /// <summary>The registry's name for all ASNs behind this one: <c>AS-BLOGGS</c>; null where none.</summary>
    public string? AsSet { get; init; }

    /// <summary>Whether the registry isn't asked again.</summary>
    public bool SkipSync { get; init; }

    /// <summary>IPv4 prefixes let in by the IP core, as address and mask.</summary>
    public IReadOnlyList<string> IpCoreV4 { get; init; } = [];

    /// <summary>IPv6 prefixes let in by the IP core.</summary>
    public IReadOnlyList<string> IpCoreV6 { get; init; } = [];

    /// <summary>IPv4 prefixes that the service layer has.</summary>
    public IReadOnlyList<string> ServiceLayerV4 { get; init; } = [];

    /// <summary>IPv6 prefixes that the service layer has.</summary>
    public IReadOnlyList<string> ServiceLayerV6 { get; init; } = [];

    /// <summary>When the registry was last asked, UTC.</summary>
    public DateTimeOffset? LastCheckedAt { get; init; }

    /// <summary>When the service layer was last asked to change, UTC; null where nothing is asked of it.</summary>
    public DateTimeOffset? LastRequestAt { get; init; }

    /// <summary>When it last did, UTC.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When asking last failed, UTC.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>Why it failed.</summary>
    public string? LastErrorReason { get; init; }
}
