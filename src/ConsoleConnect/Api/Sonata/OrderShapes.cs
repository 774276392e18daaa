using System.Text.Json.Serialization;
using Emulator.Domain.Sonata;

namespace Emulator.Api.Sonata;

/// <summary>An order, as it is shown.</summary>
/// <param name="order">The order.</param>
/// <param name="at">How far it is.</param>
internal sealed class ProductOrder(SonataOrder order, SonataOrderState at)
{
    public string Id => order.Id;
    public IReadOnlyList<ContactInformation> RelatedContactInformation =>
    [
        .. ContactInformation.Of(order.Contacts), ContactInformation.Seller("sellerContact"),
    ];

    public IReadOnlyList<ProductOrderItem> ProductOrderItem => [new(order, at)];
    public string OrderDate => SonataWords.Date(order.PlacedAt);
    public string State => SonataWords.Of(at);
    public string OrderId => order.OrderId;

    /// <summary>The product's own id while it is new, and nothing after that: as printed.</summary>
    public string InstanceId => at == SonataOrderState.Acknowledged ? order.ConnectionId ?? "" : "";
}

/// <summary>The item of an order.</summary>
internal sealed class ProductOrderItem(SonataOrder order, SonataOrderState at)
{
    private readonly SonataItem item = order.Item;

    public string Action => item.Action;
    public string Id => item.Id;
    public OrderedProduct Product => new(item, item.ProductId ?? order.ProductId);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SonataReference? BillingAccount =>
        item.BillingAccountId is { } id ? new SonataReference(id) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ExpediteIndicator => item.Expedite;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ExpediteAcceptedIndicator => item.Expedite;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestedCompletionDate => item.RequestedCompletionDate;

    /// <summary>What the buyer wants until work begins; since then, when it began.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExpectedCompletionDate => at == SonataOrderState.Acknowledged
        ? item.RequestedCompletionDate
        : SonataWords.Instant(order.ChangedAt);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CoordinatedAction => order.Adds ? [] : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Note => order.Adds ? [] : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ProductOrderItemRelationship => order.Adds ? [] : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemTerm? RequestedItemTerm => item.Term is { } term ? new ItemTerm(term) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgreedTerm? ItemTerm => item.Term is { } term ? new AgreedTerm(term) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuoteItemReference? QuoteItem => item.Quote is { } quote ? new(quote.Id, quote.QuoteId) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QualificationReference? ProductOfferingQualificationItem =>
        item.Qualification is { } one ? new(one.Id, one.ProductOfferingQualificationId) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContactInformation>? RelatedContactInformation =>
        order.Adds ? ContactInformation.Of(item.Contacts) : null;

    public string State => SonataWords.Of(at);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OrderStateChange>? StateChange => at == SonataOrderState.Acknowledged
        ? null
        : [new OrderStateChange(SonataWords.Of(at), SonataWords.Instant(order.ChangedAt))];
}

/// <summary>When an order's item came into its state.</summary>
internal sealed record OrderStateChange(string State, string ChangeDate);

/// <summary>A term as it was agreed: how many months it goes on is text, as printed.</summary>
internal sealed class AgreedTerm(SonataTerm term)
{
    public string Name => term.Name ?? "itemTerm";
    public DurationShape Duration => new(term.Duration.Amount, term.Duration.Units);
    public string EndOfTermAction => term.EndOfTermAction;
    public RollInterval RollInterval => new(
        term.RollInterval.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture), term.RollInterval.Units);
}

/// <summary>How long it goes on.</summary>
internal sealed record RollInterval(string Amount, string Units);

/// <summary>A quote's item that an order follows.</summary>
internal sealed record QuoteItemReference(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? QuoteId);

/// <summary>A qualification's item that an order follows.</summary>
internal sealed record QualificationReference(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProductOfferingQualificationId);
