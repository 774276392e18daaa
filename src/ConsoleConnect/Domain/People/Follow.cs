namespace Emulator.Domain.People;

/// <summary>
/// That a user follows a user or a company. No documented operation makes one: those that are there are seeded.
/// </summary>
internal sealed class Follow
{
    /// <summary>The user who follows.</summary>
    public required string FollowerId { get; init; }

    /// <summary>The user or company followed.</summary>
    public required string FolloweeId { get; init; }
}

/// <summary>The counters of a user or a company.</summary>
/// <param name="Members">A company's members; none for a person.</param>
/// <param name="Followers">How many users follow them.</param>
/// <param name="Following">How many users and companies they follow.</param>
internal readonly record struct Standing(int Members, int Followers, int Following);
