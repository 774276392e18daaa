using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;

namespace Emulator.Wire.People;

/// <summary>A place in a company, as linkUserCompany shows it (OpenAPI 1.0.0, GET /api/auth/token).</summary>
internal sealed class MembershipShape(Membership membership)
{
    public string State => Spelling.Of(membership.Status);
    public bool Deleted => false;
    public string Id => membership.Id;
    public string UserId => membership.UserId;
    public string CompanyId => membership.CompanyId;
    public IReadOnlyList<string> RoleIds => [.. membership.Roles.Select(name => Role.Of(name).Id)];
    public DateTimeOffset? DeletedAt => null;
    public DateTimeOffset CreatedAt => membership.CreatedAt;
    public DateTimeOffset UpdatedAt => membership.UpdatedAt;
    public IReadOnlyList<string> Roles => [.. membership.Roles.Select(Spelling.Of)];
    public MembershipPermissions Permissions => new(membership);
}

/// <summary>What the roles of a membership allow, role by role.</summary>
internal sealed class MembershipPermissions(Membership membership)
{
    public IReadOnlyList<RoleShape> Roles => [.. membership.Roles.Select(name => new RoleShape(Role.Of(name)))];

    public IReadOnlyDictionary<string, PermissionsShape> Groups =>
        membership.Roles.ToDictionary(Spelling.Of, name => new PermissionsShape(Role.Of(name)));
}

/// <summary>A role.</summary>
internal sealed class RoleShape(Role role)
{
    private static readonly DateTimeOffset Since = new(2015, 9, 30, 4, 0, 0, TimeSpan.Zero);

    public string Name => Spelling.Of(role.Name);
    public string Display => role.Display;
    public string Icon => role.Icon;
    public bool Keyholder => role.IsKeyholder;
    public bool Visible => true;
    public bool ShieldOnly => false;
    public bool SystemDefault => false;
    public bool UnauthenticatedSystemDefault => false;
    public string Id => role.Id;
    public DateTimeOffset? DeletedAt => null;
    public int DisplayOrder => role.DisplayOrder;
    public string Description => role.Description;
    public IReadOnlyList<string> Tags => ["console"];
    public DateTimeOffset CreatedAt => Since;
    public DateTimeOffset UpdatedAt => Since;
    public IReadOnlyList<string> PolicyIds => [];
    public bool Deleted => false;
    public PermissionsShape Permissions => new(role);
    public IReadOnlyList<string> PermissionIds => [];
    public bool Queryable => role.Queryable;
    public IReadOnlyList<string> CompanyIds => [];
    public bool ReadOnly => !role.WritesNetwork;
    public IReadOnlyList<string> Policies => [];
}

/// <summary>
/// A role as giving it answers it (OpenAPI 1.59.2): as <c>RoleShape</c>, with displayOrder as text and readonly in
/// one word.
/// </summary>
internal sealed class GivenRole(Role role)
{
    private readonly RoleShape shape = new(role);

    public string Name => shape.Name;
    public string Display => shape.Display;
    public string Icon => shape.Icon;
    public bool Keyholder => shape.Keyholder;
    public bool Visible => shape.Visible;
    public bool ShieldOnly => shape.ShieldOnly;
    public bool SystemDefault => shape.SystemDefault;
    public bool UnauthenticatedSystemDefault => shape.UnauthenticatedSystemDefault;
    public string Id => shape.Id;
    public DateTimeOffset? DeletedAt => shape.DeletedAt;
    public string DisplayOrder => shape.DisplayOrder.ToString(CultureInfo.InvariantCulture);
    public string Description => shape.Description;
    public IReadOnlyList<string> Tags => shape.Tags;
    public DateTimeOffset CreatedAt => shape.CreatedAt;
    public DateTimeOffset UpdatedAt => shape.UpdatedAt;
    public IReadOnlyList<string> PolicyIds => shape.PolicyIds;
    public bool Deleted => shape.Deleted;
    public PermissionsShape Permissions => shape.Permissions;
    public bool Queryable => shape.Queryable;

    public IReadOnlyList<string> PermissionIds =>
    [
        .. RolePermission.All.Where(permission => role.Allows(permission.Permission))
            .Select(permission => permission.Id),
    ];

    public IReadOnlyList<string> CompanyIds => shape.CompanyIds;

    /// <summary>
    /// Whether the role itself can't be edited: nobody here edits roles, and the documents print false.
    /// </summary>
    public bool Readonly => false;
    public IReadOnlyList<string> Policies => shape.Policies;
}

/// <summary>What a role allows.</summary>
internal sealed class PermissionsShape(Role role)
{
    [JsonPropertyName("company-actions")]
    public bool CompanyActions => role.IsKeyholder;

    [JsonPropertyName("company-update")]
    public bool CompanyUpdate => role.IsKeyholder;

    [JsonPropertyName("connection-create")]
    public bool ConnectionCreate => role.WritesNetwork;

    [JsonPropertyName("connection-delete")]
    public bool ConnectionDelete => role.WritesNetwork;

    [JsonPropertyName("connection-modify")]
    public bool ConnectionModify => role.WritesNetwork;

    [JsonPropertyName("connection-read")]
    public bool ConnectionRead => role.ReadsNetwork;

    [JsonPropertyName("order-create")]
    public bool OrderCreate => role.WritesNetwork;

    [JsonPropertyName("order-delete")]
    public bool OrderDelete => role.WritesNetwork;

    [JsonPropertyName("order-modify")]
    public bool OrderModify => role.WritesNetwork;

    [JsonPropertyName("order-query")]
    public bool OrderQuery => role.ReadsNetwork;

    [JsonPropertyName("ports-edit")]
    public bool PortsEdit => role.WritesNetwork;

    [JsonPropertyName("ports-read")]
    public bool PortsRead => role.ReadsNetwork;

    [JsonPropertyName("user-moderation")]
    public bool UserModeration => role.IsKeyholder;
}
