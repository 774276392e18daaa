using Emulator.Domain.Plans;
using Emulator.Domain.Ports;

namespace Emulator.Api.Entitlements;

/// <summary>A subscription, and the ports that are on it (000:5464).</summary>
internal sealed class SubscriptionShown(Subscription subscription, IEnumerable<Port> ports)
{
    /// <summary>In the unit that <c>subscriptionLengthUnit</c> names.</summary>
    public int SubscriptionLength => subscription.Length;
    public string SubscriptionLengthUnit => subscription.LengthUnit;
    public string ItemCollectionType => "port";
    public string Id => subscription.Id;
    public string UserId => subscription.UserId;
    public string BundleId => subscription.BundleId;
    public DateTimeOffset? DeletedAt => null;
    public DateTimeOffset CreatedAt => subscription.CreatedAt;
    public DateTimeOffset UpdatedAt => subscription.UpdatedAt;

    public IReadOnlyList<string> ItemIds =>
        [.. ports.Where(port => port.BillingId == subscription.Id).Select(port => port.Id)];
}
