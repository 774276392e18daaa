using System.Text.Json.Serialization;
using Emulator.Domain.EdgeSim;

namespace Emulator.Api.EdgeSim;

/// <summary>A plan of SIM cards.</summary>
internal sealed class PlanShape(ImsiProfile plan)
{
    public string Id => plan.Id;
    public string Name => plan.Name;
    public string ImsiTypeId => plan.ImsiTypeId;
    public string SimType => plan.SimType;
    public bool ShieldOnly => plan.ShieldOnly;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => plan.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => plan.UpdatedAt;

    /// <summary>Always null: what is deleted is not shown.</summary>
    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => null;
}

/// <summary>A kind of subscriber identities.</summary>
internal sealed class ImsiTypeShape(ImsiType type)
{
    public string Id => type.Id;
    public string Name => type.Name;
    public string ExternalImsiProfileId => type.ExternalImsiProfileId;
    public string Provider => type.Provider;
    public string InventoryId => type.InventoryId;
    public string SubscriptionPackageType => type.SubscriptionPackageType;
    public string SubscriptionPackageTemplateId => type.SubscriptionPackageTemplateId;
    public string SubscriptionPackageTemplateDesc => type.SubscriptionPackageTemplateDesc;

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => type.CreatedAt;

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt => type.UpdatedAt;

    /// <summary>Always null: what is deleted is not shown.</summary>
    [JsonPropertyName("deleted_at")]
    public DateTimeOffset? DeletedAt => null;
}
