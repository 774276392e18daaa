namespace Emulator.Domain.People;

/// <summary>A person.</summary>
internal sealed class User
{
    public required string Id { get; init; }

    public required string Username { get; init; }

    public required string Email { get; set; }

    public required string Name { get; set; }

    /// <summary>Made by the framework's password hasher.</summary>
    public required string PasswordHash { get; set; }

    public string? Phone { get; set; }

    public string? Headline { get; set; }

    public string? Summary { get; set; }

    public string? Location { get; set; }

    public string? BackgroundId { get; set; }

    public string? AvatarId { get; set; }

    public bool Verified { get; set; }

    /// <summary>The Console Connect support user, whom the log names for the service's own moves (000:9093).</summary>
    public bool IsSupport { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A user's place in a company.</summary>
internal sealed class Membership
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string CompanyId { get; init; }

    public required IReadOnlyList<RoleName> Roles { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>What a login made: the value of <c>portal-token</c>.</summary>
internal sealed class Session
{
    /// <summary>64 hexadecimal digits.</summary>
    public required string Token { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the user logged out; from then on the token is refused with its own words.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A key for <c>Authorization: Bearer</c>, provisioned against a user (OpenAPI 1.0.0, tag Auth).</summary>
internal sealed class ApiKey
{
    public required string Key { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
