using Emulator.Domain;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Staging;
using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>A CloudRouter that was ordered just now.</summary>
internal sealed class RouterOrdered(CloudRouter router)
{
    public string Name => router.Name;
    public string RequestSource => router.RequestSource;
    public string Status => Spelling.Of(router.Status);
    public string Id => router.Id;
    public string PaymentMethod => router.PaymentMethod;
    public RouterDuration Duration => new(router);
    public string Bandwidth => router.Bandwidth;
    public string CompanyId => router.CompanyId;
    public DateTimeOffset? DeletedAt => router.DeletedAt;
    public DateTimeOffset CreatedAt => router.CreatedAt;
    public DateTimeOffset UpdatedAt => router.UpdatedAt;
}

/// <summary>A CloudRouter that is being taken down.</summary>
internal sealed class RouterDeleted(CloudRouter router)
{
    public string Uuid => router.Uuid;
    public string Name => router.Name;
    public string RequestSource => router.RequestSource;
    public string Status => Spelling.Of(router.Status);
    public string Id => router.Id;
    public string CompanyId => router.CompanyId;
    public DateTimeOffset? DeletedAt => router.DeletedAt;
    public DateTimeOffset CreatedAt => router.CreatedAt;
    public DateTimeOffset UpdatedAt => router.UpdatedAt;
    public string PaymentMethod => router.PaymentMethod;
    public RouterDuration Duration => new(router);
    public string Bandwidth => router.Bandwidth;
}

/// <summary>A CloudRouter in the list of them, with its sites.</summary>
internal sealed class ListedRouter(CloudRouter router, ReferenceData reference)
{
    public string Name => router.Name;
    public string RequestSource => router.RequestSource;
    public string Status => Spelling.Of(router.Status);
    public string Id => router.Id;
    public string PaymentMethod => router.PaymentMethod;
    public RouterDuration Duration => new(router);
    public string Bandwidth => router.Bandwidth;
    public string CompanyId => router.CompanyId;
    public DateTimeOffset? DeletedAt => router.DeletedAt;
    public DateTimeOffset CreatedAt => router.CreatedAt;
    public DateTimeOffset UpdatedAt => router.UpdatedAt;
    public IReadOnlyList<SiteOfRouter> Sites => [.. router.Sites.Select(site => new SiteOfRouter(site, reference))];
    public RouterCapacityShape CalculatedCapacity => new(router.Capacity);
}

/// <summary>A CloudRouter, as each of its sites has it.</summary>
internal sealed class RouterOfSite(CloudRouter router)
{
    public string Name => router.Name;
    public string RequestSource => router.RequestSource;
    public string Status => Spelling.Of(router.Status);
    public string Id => router.Id;
    public string PaymentMethod => router.PaymentMethod;
    public RouterDuration Duration => new(router);
    public string Bandwidth => router.Bandwidth;
    public string CompanyId => router.CompanyId;
    public DateTimeOffset? DeletedAt => router.DeletedAt;
    public DateTimeOffset CreatedAt => router.CreatedAt;
    public DateTimeOffset UpdatedAt => router.UpdatedAt;
    public RouterCapacityShape CalculatedCapacity => new(router.Capacity);
}

/// <summary>How long a contract runs.</summary>
internal sealed class RouterDuration(CloudRouter router)
{
    public int Quantity => router.Duration;
    public string Unit => router.DurationUnit;
}

/// <summary>What a CloudRouter can carry, Mbps.</summary>
internal sealed class RouterCapacityShape(RouterCapacity capacity)
{
    public int Total => capacity.Total;
    public int Used => capacity.Used;
    public int Remaining => capacity.Remaining;
}

/// <summary>A CloudRouter, as what a company has of the kind.</summary>
internal sealed class RouterResource(CloudRouter router)
{
    /// <summary>The resource's own id; what it is a resource of is <c>meta.serviceId</c>.</summary>
    public string Id => router.Uuid;
    public string Type => "CLOUDROUTER";

    /// <summary>Empty, as printed.</summary>
    public IReadOnlyList<string> Usages => [];
    public IReadOnlyList<RouterCapability> Capabilities => [new(router)];
    public RouterMeta Meta => new(router);
}

/// <summary>What can be done with it.</summary>
internal sealed class RouterCapability(CloudRouter router)
{
    public string Id => router.Uuid;
    public string Type => "CLOUDROUTER";
    public int? Limit => null;
    public EmptyShape Meta => EmptyShape.Instance;
}

/// <summary>Which CloudRouter it is.</summary>
internal sealed class RouterMeta(CloudRouter router)
{
    /// <summary>That of its oldest site on a port; null where it has none.</summary>
    public string? MetroId => router.Sites.Find(site => site.Port is not null)?.Port?.MetroId;
    public string ServiceName => router.Name;
    public string ServiceId => router.Id;
}
