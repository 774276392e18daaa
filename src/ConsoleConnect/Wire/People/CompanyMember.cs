using System.Globalization;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;

namespace Emulator.Wire.People;

/// <summary>A member of a company, as OpenAPI 1.59.2 lists them (tag Manage_Company).</summary>
internal sealed class CompanyMember(UserView view, Membership membership)
{
    public string Id => view.User.Id;
    public DateTimeOffset CreatedAt => view.User.CreatedAt;
    public string Username => view.User.Username;
    public StatsShape Stats => new(view.Standing);
    public IReadOnlyList<string> Tags => view.User.Tags;
    public string? Location => view.User.Location;
    public string? Summary => view.User.Summary;
    public string? Headline => view.User.Headline;

    /// <summary>Empty where there is none, as the edition prints it.</summary>
    public string Background => view.User.Background ?? "";
    public string? AvatarId => view.User.AvatarId;
    public string? Avatar => view.User.Avatar;
    public string Email => view.User.Email;
    public string Name => view.User.Name;
    public IReadOnlyList<MemberRole> Roles => [.. membership.Roles.Select(name => new MemberRole(Role.Of(name)))];
    public bool IsFollowing => view.IsFollowing;

    /// <summary>Since when they are a member.</summary>
    public DateTimeOffset JoinedDate => membership.Since;
}

/// <summary>A member's role, as the same list has it: its place among roles is text there.</summary>
internal sealed class MemberRole(Role role)
{
    private static readonly DateTimeOffset Made = new(2015, 9, 30, 4, 0, 0, TimeSpan.Zero);

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
    public string DisplayOrder => role.DisplayOrder.ToString(CultureInfo.InvariantCulture);
    public string Description => role.Description;
    public IReadOnlyList<string> Tags => ["console"];
    public DateTimeOffset CreatedAt => Made;
    public DateTimeOffset UpdatedAt => Made;
}
