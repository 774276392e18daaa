namespace Emulator.Domain.Sonata;

/// <summary>Somebody to talk to about an order or a quote.</summary>
internal sealed record SonataContact(
    string EmailAddress,
    string Role,
    string Name,
    string? Number = null,
    string? NumberExtension = null,
    string? Organization = null);

/// <summary>A length of time, in <c>calendarDays</c>, <c>calendarMonths</c> or <c>calendarYears</c>.</summary>
internal sealed record SonataDuration(int Amount, string Units);

/// <summary>How long a product is wanted, and what becomes of it then.</summary>
internal sealed record SonataTerm(
    SonataDuration Duration,
    string EndOfTermAction,
    SonataDuration RollInterval,
    string? Name = null,
    string? Description = null);

/// <summary>What a product is to be like. Which members there are depends on its type.</summary>
/// <param name="Type"><c>@type</c>: the offering again.</param>
/// <param name="Bandwidth">In <paramref name="BandwidthUnit"/>, which is Mbps always.</param>
/// <param name="BandwidthUnit"><c>MBPS</c>.</param>
/// <param name="ClassOfService">Of an E-Line: SILVER or GOLD.</param>
/// <param name="PaymentType"><c>invoice</c>.</param>
/// <param name="Name">What the port or the connection is to be called.</param>
/// <param name="BuyerCompanyId">Of an E-Line: the username of the company it leads to.</param>
/// <param name="DestUniMetroId">Of an E-Line: the metro it leads to.</param>
/// <param name="ConnectionType">Of an E-Line: LAYER2.</param>
/// <param name="FacilityName">Of a UNI: the facility's username.</param>
internal sealed record SonataConfiguration(
    string Type,
    int Bandwidth,
    string BandwidthUnit,
    string? ClassOfService = null,
    string? PaymentType = null,
    string? Name = null,
    string? BuyerCompanyId = null,
    string? DestUniMetroId = null,
    string? ConnectionType = null,
    string? FacilityName = null);

/// <summary>A product that another stands on: for an E-Line, the port on each side.</summary>
internal sealed record SonataRelationship(string RelationshipType, string Id);

/// <summary>Where a product is to be: a facility.</summary>
internal sealed record SonataPlace(string Id, string Role, string Type);

/// <summary>
/// The one item of an order or of a quote, as the buyer sent it: what is answered is what was sent, without members
/// that were null.
/// </summary>
/// <param name="Id">The buyer's own name for it.</param>
/// <param name="Action"><c>add</c> or <c>delete</c>.</param>
/// <param name="Relationships">What it stands on.</param>
/// <param name="Places">Where it is to be.</param>
/// <param name="Contacts">Whom to talk to about it.</param>
/// <param name="ProductId">What is to be deleted; null for what is added.</param>
/// <param name="Offering"><c>UNI</c> or <c>ACCESS_E_LINE</c>; null for what is deleted.</param>
/// <param name="Configuration">What it is to be like; null for what is deleted.</param>
/// <param name="Term">How long it is wanted; null for what is deleted.</param>
internal sealed record SonataItem(
    string Id,
    string Action,
    IReadOnlyList<SonataRelationship> Relationships,
    IReadOnlyList<SonataPlace> Places,
    IReadOnlyList<SonataContact> Contacts,
    string? ProductId = null,
    string? Offering = null,
    SonataConfiguration? Configuration = null,
    SonataTerm? Term = null)
{
    /// <summary>The offering of a port.</summary>
    public const string Uni = "UNI";

    /// <summary>The offering of a layer 2 connection.</summary>
    public const string ELine = "ACCESS_E_LINE";

    public const string Add = "add";
    public const string Delete = "delete";

    /// <summary>The buyer's billing account; null where none was sent.</summary>
    public string? BillingAccountId { get; init; }

    /// <summary>Whether the buyer is in a hurry; null where that wasn't said.</summary>
    public bool? Expedite { get; init; }

    /// <summary>When the buyer wants it, as sent.</summary>
    public string? RequestedCompletionDate { get; init; }

    /// <summary>The quote it follows, and the quote's item; null where none was named.</summary>
    public SonataQuoteReference? Quote { get; init; }

    /// <summary>The qualification it follows; null where none was named.</summary>
    public SonataQualificationReference? Qualification { get; init; }
}

/// <summary>The item of a quote.</summary>
internal sealed record SonataQuoteReference(string? Id = null, string? QuoteId = null);

/// <summary>The item of a product offering qualification.</summary>
internal sealed record SonataQualificationReference(
    string? Id = null, string? ProductOfferingQualificationId = null);
