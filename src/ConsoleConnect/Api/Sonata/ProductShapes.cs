using System.Text.Json.Serialization;
using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Emulator.Domain.Sonata;

namespace Emulator.Api.Sonata;

/// <summary>What both views of a product have.</summary>
/// <param name="order">The order that has added it.</param>
internal sealed class ProductFacts(SonataOrder order)
{
    public SonataOrder Order => order;

    private Port? Port => order.PortOrder is null ? null : order.Port;

    private Connection? Connection => order.Connection;

    public SonataProductStatus Status => Connection is { } connection
        ? SonataProducts.StatusOf(connection)
        : SonataProducts.StatusOf(Port!);

    /// <summary>When it first was in service, UTC; null while it hasn't been.</summary>
    public DateTimeOffset? StartDate => Connection is { } connection ? connection.FirstActiveAt : Port!.DeliveredAt;

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedDate => Connection?.CreatedAt ?? Port!.CreatedAt;

    /// <summary>UTC.</summary>
    public DateTimeOffset LastUpdateDate => Connection?.UpdatedAt ?? Port!.UpdatedAt;
}

/// <summary>The order that has added a product.</summary>
internal sealed record AddedBy(string ProductOrderHref, string ProductOrderItemId, string ProductOrderId)
{
    public static IReadOnlyList<AddedBy> Of(SonataOrder order) => [new("", order.Item.Id, order.Id)];
}

/// <summary>Nothing is said about a product's specification: an empty object, as printed.</summary>
internal sealed class ProductSpecification
{
    public static readonly ProductSpecification None = new();
}

/// <summary>A product as the list has it.</summary>
internal sealed class ListedProduct(ProductFacts facts)
{
    private readonly SonataItem item = facts.Order.Item;

    public string Id => facts.Order.ProductId!;
    public string Status => SonataWords.Of(facts.Status);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StartDate => facts.StartDate is { } start ? SonataWords.Instant(start) : null;

    public string LastUpdateDate => SonataWords.Instant(facts.LastUpdateDate);
    public string CreatedDate => SonataWords.Instant(facts.CreatedDate);
    public ProductSpecification ProductSpecification => ProductSpecification.None;

    /// <summary>Always empty: only a product that is read alone shows where it is, as printed.</summary>
    public IReadOnlyList<RelatedSite> RelatedSite => [];

    public SonataReference ProductOffering => new(item.Offering!);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId => facts.Order.ExternalId;

    public IReadOnlyList<ProductRelationship> ProductRelationship => OrderedProduct.ProductRelationshipsOf(item);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SonataReference? BillingAccount => item.BillingAccountId is { } id ? new(id) : null;

    public IReadOnlyList<AddedBy> ProductOrderItem => AddedBy.Of(facts.Order);
}

/// <summary>Where a product is.</summary>
internal sealed record RelatedSite(string Role, string Id, string Href);

/// <summary>What was ordered.</summary>
internal sealed record OfferingReference(string Id, string Href);

/// <summary>A product as it is read alone.</summary>
/// <param name="facts">What it says.</param>
/// <param name="availableBandwidth">What is left of a UNI, Mbps; null for an E-Line.</param>
internal sealed class ProductDetails(ProductFacts facts, int? availableBandwidth)
{
    private readonly SonataItem item = facts.Order.Item;

    public string Id => facts.Order.ProductId!;
    public string Status => SonataWords.Of(facts.Status);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StartDate => facts.StartDate is { } start ? SonataWords.Instant(start) : null;

    public string LastUpdateDate => SonataWords.Instant(facts.LastUpdateDate);
    public string CreatedDate => SonataWords.Instant(facts.CreatedDate);
    public IReadOnlyList<AddedBy> ProductOrderItem => AddedBy.Of(facts.Order);
    public IReadOnlyList<RelatedSite> RelatedSite =>
        [.. item.Places.Select(place => new RelatedSite(place.Role, place.Id, ""))];

    public OfferingReference ProductOffering => new(item.Offering!, "");
    public IReadOnlyList<ItemTerm> ProductTerm => [new(item.Term!)];
    public IReadOnlyList<ProductRelationship> ProductRelationship => OrderedProduct.ProductRelationshipsOf(item);
    public ProductConfiguration ProductConfiguration => new(item.Configuration! with
    {
        Bandwidth = facts.Order.Connection?.Speed ?? item.Configuration.Bandwidth,
        Name = facts.Order.Connection?.SrcName ?? facts.Order.Port?.Name ?? item.Configuration.Name,
    });

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AvailableBandwidth => availableBandwidth;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SourceVlan => facts.Order.Connection?.SrcVlan;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DestVlan => facts.Order.Connection?.DestVlan;
}
