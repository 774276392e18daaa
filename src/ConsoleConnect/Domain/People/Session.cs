namespace Emulator.Domain.People;

/// <summary>What a login made: the value of <c>portal-token</c>.</summary>
internal sealed class Session
{
    /// <summary>64 hexadecimal digits.</summary>
    public required string Token { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When the user logged out or got another password, UTC; from then on the token is refused with its own words.
    /// </summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A key for <c>Authorization: Bearer</c>, provisioned against a user (OpenAPI 1.0.0, tag Auth).</summary>
internal sealed class ApiKey
{
    public required string Key { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
