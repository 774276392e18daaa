using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Domain.Sonata;

namespace Emulator.Api.Sonata;

/// <summary>How MEF's words and the two forms of instants are written.</summary>
internal static class SonataWords
{
    /// <summary>A state: <c>inProgress</c>.</summary>
    public static string Of<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>A day and a time, as orders and quotes write them: <c>2025-06-05 10:09:58</c>.</summary>
    public static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>An instant, as their items and products write it.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Something that is known by its id.</summary>
internal sealed record SonataReference(string Id);

/// <summary>Somebody to talk to.</summary>
internal sealed record ContactInformation(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NumberExtension,
    string EmailAddress,
    string Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Organization,
    string Name)
{
    public static IReadOnlyList<ContactInformation> Of(IEnumerable<SonataContact> contacts) =>
    [
        .. contacts.Select(one => new ContactInformation(
            one.Number, one.NumberExtension, one.EmailAddress, one.Role, one.Organization, one.Name)),
    ];

    /// <summary>The seller's own.</summary>
    /// <param name="role">What the contact is for.</param>
    public static ContactInformation Seller(string role) =>
        new("00852-30000000", null, "orders@consoleconnect.example", role, null, "consoleconnect");
}

/// <summary>A length of time.</summary>
internal sealed record DurationShape(int Amount, string Units);

/// <summary>A term, as it was asked for.</summary>
internal sealed class ItemTerm(SonataTerm term)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name => term.Name;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description => term.Description;

    public DurationShape Duration => new(term.Duration.Amount, term.Duration.Units);
    public string EndOfTermAction => term.EndOfTermAction;
    public DurationShape RollInterval => new(term.RollInterval.Amount, term.RollInterval.Units);
}

/// <summary>A product as it was ordered, or as a quote was asked for it.</summary>
internal sealed class OrderedProduct(SonataItem item, string? id)
{
    private readonly bool added = item.Configuration is not null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id => id;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SonataReference? ProductOffering => item.Offering is { } offering ? new(offering) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProductConfiguration? ProductConfiguration =>
        item.Configuration is { } configuration ? new(configuration) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProductRelationship>? ProductRelationship =>
        added ? ProductRelationshipsOf(item) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlaceReference>? Place =>
        added ? [.. item.Places.Select(place => new PlaceReference(place.Role, place.Id, place.Type))] : null;

    public static IReadOnlyList<ProductRelationship> ProductRelationshipsOf(SonataItem item) =>
        [.. item.Relationships.Select(one => new ProductRelationship(one.RelationshipType, one.Id))];
}

/// <summary>What a product is like.</summary>
internal sealed class ProductConfiguration(SonataConfiguration configuration)
{
    [JsonPropertyName("@type")]
    public string Type => configuration.Type;

    public int Bandwidth => configuration.Bandwidth;
    public string BandwidthUnit => configuration.BandwidthUnit;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClassOfService => configuration.ClassOfService;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PaymentType => configuration.PaymentType;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name => configuration.Name;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BuyerCompanyId => configuration.BuyerCompanyId;

    [JsonPropertyName("destUNIMetroId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DestUniMetroId => configuration.DestUniMetroId;

    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConnectionType => configuration.ConnectionType;

    [JsonPropertyName("dcfName")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FacilityName => configuration.FacilityName;
}

/// <summary>A product that another stands on.</summary>
internal sealed record ProductRelationship(string RelationshipType, string Id);

/// <summary>Where a product is to be.</summary>
internal sealed record PlaceReference(string Role, string Id, [property: JsonPropertyName("@type")] string Type);
