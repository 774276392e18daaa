using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;

namespace Emulator.Api.EdgeSim;

/// <summary>
/// An order of SIM cards. Members are there twice, as printed: in camel and in snake case. What a card is (productId,
/// eccn, hkHsCode and so on) is the same for all.
/// </summary>
internal sealed class SimOrderShape(SimOrder order, Company company)
{
    public string Id => order.Id;
    public string FriendlyId => order.FriendlyId;

    /// <summary>Null until the order is PROCESSED, unless it names a pool that is there.</summary>
    public string? SimPoolId => order.SimPoolId;
    public string SimPoolName => order.SimPoolName;
    public string CompanyId => order.CompanyId;
    public string ApnId => order.ApnId;
    public string ConnectivityType => order.ConnectivityType;
    public string Name => order.Name;
    public int SimQuantity => order.SimQuantity;
    public string? DeliveryAddress => order.DeliveryAddress;

    /// <summary>The company's first address, in one line.</summary>
    public string CompanyAddress =>
        company.Addresses is [var first, ..]
            ? string.Join(
                ", ", new[] { first.Line, first.City, first.State, first.Zip, first.Country }.OfType<string>())
            : company.Location ?? "";

    public string OrderType => order.OrderType;
    public string? DnsPreferred => order.UseDefaultDns ? SimPoolShape.DefaultPrimary : order.DnsPreferred;
    public string? DnsAlternate => order.UseDefaultDns ? SimPoolShape.DefaultSecondary : order.DnsAlternate;

    [JsonPropertyName("useDefaultDNS")]
    public bool UseDefaultDns => order.UseDefaultDns;
    public string Status => Spelling.Of(order.Status);
    public string? Error => order.ErrorReason;
    public string UserEmail => order.UserEmail;
    public string? DeliveryEmail => order.DeliveryEmail;
    public string PaymentType => order.PaymentType;
    public string? OfferType => order.OfferType;
    public string? EndUser => null;
    public bool SkipUserEmail => false;
    public bool SkipAdminEmail => false;
    public bool SkipSupportEmail => false;
    public bool SkipCompliance => false;
    public bool SkipSlack => false;
    public bool SkipInsightSr => false;
    public string? SourceEnterpriseId => null;
    public string SimType => order.SimType;
    public int ProductId => 1143474;
    public string Description => order.SimType == "E-SIM" ? "Embedded SIM profile" : "SIM card";
    public string Manufacturer => "Made up";
    public DateTimeOffset PurchaseDate => order.CreatedAt;
    public string OriginalPurchaseOrder => order.FriendlyId;
    public string PurchaseProject => "IoT";
    public string Eccn => "EAR99";
    public int HkHsCode => 85235200;
    public string Currency => "USD";
    public double? UnitPrice => null;
    public string? ImsiProfileId => null;
    public DateTimeOffset CreatedAt => order.CreatedAt;
    public DateTimeOffset UpdatedAt => order.UpdatedAt;
    public DateTimeOffset? DeletedAt => null;
    public string? UpdatedById => null;

    [JsonPropertyName("company_id")]
    public string SnakeCompanyId => order.CompanyId;

    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? SnakeDeletedAt => null;

    [JsonPropertyName("created_at")]
    public DateTimeOffset SnakeCreatedAt => order.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset SnakeUpdatedAt => order.UpdatedAt;
}
