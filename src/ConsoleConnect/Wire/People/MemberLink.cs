using System.Text.Json.Serialization;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;

namespace Emulator.Wire.People;

/// <summary>What there is between a user and a company, in lists of requests (000:2014, 000:2192).</summary>
internal sealed class MembershipRequestLink(Membership membership)
{
    public string Id => membership.Id;
    public string UserId => membership.UserId;
    public string CompanyId => membership.CompanyId;
    public string State => Spelling.Of(membership.Status);

    /// <summary>Empty until it is answered, as the documents print it.</summary>
    public IReadOnlyList<string> RoleIds => [];
    public IReadOnlyList<string> Roles => [.. membership.Roles.Select(Spelling.Of)];
    public DateTimeOffset UpdatedAt => membership.UpdatedAt;
    public DateTimeOffset CreatedAt => membership.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
}

/// <summary>A member's place in a company, in lists of members (000:1589), with what their roles allow.</summary>
internal sealed class MemberLink(Membership membership)
{
    public string Id => membership.Id;
    public string UserId => membership.UserId;
    public string CompanyId => membership.CompanyId;
    public string State => Spelling.Of(membership.Status);
    public IReadOnlyList<string> RoleIds => [.. membership.Roles.Select(name => Role.Of(name).Id)];
    public IReadOnlyList<string> Roles => [.. membership.Roles.Select(Spelling.Of)];
    public DateTimeOffset UpdatedAt => membership.UpdatedAt;
    public DateTimeOffset CreatedAt => membership.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
    public MemberPermissions Permissions => new(membership);
}

/// <summary>What a member's roles allow.</summary>
internal sealed class MemberPermissions(Membership membership)
{
    public IReadOnlyDictionary<string, PermissionsShape> Groups =>
        membership.Roles.ToDictionary(Spelling.Of, name => new PermissionsShape(Role.Of(name)));

    public IReadOnlyList<DescribedRole> Roles => [.. membership.Roles.Select(name => new DescribedRole(Role.Of(name)))];
}

/// <summary>
/// A role as the older document describes it (000:1620); the newer one has other members, see <c>RoleShape</c>.
/// </summary>
internal sealed class DescribedRole(Role role)
{
    private static readonly DateTimeOffset Since = new(2015, 9, 3, 6, 48, 40, 343, TimeSpan.Zero);

    [JsonPropertyName("_id")]
    public string Id => role.Id;
    public DateTimeOffset CreatedAt => Since;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
    public string Display => role.Display;
    public string Icon => role.Icon;
    public bool Queryable => role.Queryable;
    public string Name => Spelling.Of(role.Name);
    public PermissionsShape Permissions => new(role);
    public DateTimeOffset UpdatedAt => Since;
    public bool Visible => true;
    public IReadOnlyList<string> PermissionIds => [.. Allowed.Select(permission => permission.Id)];

    public IReadOnlyDictionary<string, PermissionDescription> Descriptions =>
        Allowed.ToDictionary(
            permission => permission.Name,
            permission => new PermissionDescription(permission.Description, "en"));

    private IEnumerable<RolePermission> Allowed =>
        RolePermission.All.Where(permission => role.Allows(permission.Permission));
}

/// <summary>A permission in words.</summary>
internal sealed record PermissionDescription(string Description, string Language);
