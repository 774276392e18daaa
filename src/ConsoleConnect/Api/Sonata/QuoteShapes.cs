using System.Text.Json.Serialization;
using Emulator.Domain.Sonata;

namespace Emulator.Api.Sonata;

/// <summary>A quote, as it is shown.</summary>
internal sealed class Quote(SonataQuote quote)
{
    public string Id => quote.Id;
    public string BuyerRequestedQuoteLevel => SonataQuote.Firm;
    public IReadOnlyList<ContactInformation> RelatedContactInformation =>
    [
        .. ContactInformation.Of(quote.Contacts), ContactInformation.Seller("sellerContactInformation"),
    ];

    public IReadOnlyList<QuoteItem> QuoteItem => [new(quote)];
    public string QuoteDate => SonataWords.Date(quote.QuotedAt);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId => quote.ExternalId;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProjectId => quote.ProjectId;

    public bool InstantSyncQuote => true;
    public string RequestedQuoteCompletionDate => quote.RequestedCompletionDate ?? "";
    public string EffectiveQuoteCompletionDate => SonataWords.Date(quote.QuotedAt);
    public QuoteValidity ValidFor => new(SonataWords.Date(quote.QuotedAt), SonataWords.Date(quote.ValidUntil));
    public string QuoteLevel => SonataQuote.Firm;
    public string State => quote.State;
}

/// <summary>From when to when a quote is firm.</summary>
internal sealed record QuoteValidity(string StartDateTime, string EndDateTime);

/// <summary>The item of a quote.</summary>
internal sealed class QuoteItem(SonataQuote quote)
{
    private readonly SonataItem item = quote.Item;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemTerm? RequestedQuoteItemTerm => item.Term is { } term ? new(term) : null;

    public OrderedProduct Product => new(item, item.ProductId);
    public string Action => item.Action;
    public string Id => item.Id;
    public bool SubjectToFeasibilityCheck => false;

    /// <summary>How long it takes to set up: a port a month, a connection a minute, as printed.</summary>
    public DurationShape QuoteItemInstallationInterval =>
        item.Offering == SonataItem.Uni ? new(1, "calendarMonths") : new(1, "businessMinutes");

    public string State => quote.State;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ItemTerm>? QuoteItemTerm => item.Term is { } term ? [new(term)] : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuotePrice>? QuoteItemPrice =>
        quote.Price is { } price ? [new(price, item.Offering == SonataItem.Uni)] : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContactInformation>? RelatedContactInformation =>
        item.Contacts.Count > 0 ? ContactInformation.Of(item.Contacts) : null;
}

/// <summary>What an item costs: of a UNI a month, of an E-Line the whole term.</summary>
internal sealed class QuotePrice(double price, bool aMonth)
{
    public string UnitOfMeasure => "";
    public ItemPrice Price => new(new("USD", price), "", new("", ""));
    public string Name => "";
    public string PriceType => aMonth ? "recurring" : "";
    public string Description => "";
    public string RecurringChargePeriod => aMonth ? "month" : "";
}

/// <summary>A price: without taxes, of which nothing is said.</summary>
internal sealed record ItemPrice(DutyFreeAmount DutyFreeAmount, string TaxRate, TaxIncludedAmount TaxIncludedAmount);

/// <summary>A sum without taxes.</summary>
internal sealed record DutyFreeAmount(string Unit, double Value);

/// <summary>A sum with taxes: empty, as printed.</summary>
internal sealed record TaxIncludedAmount(string Unit, string Value);
