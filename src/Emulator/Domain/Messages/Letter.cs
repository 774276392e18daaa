namespace Emulator.Domain.Messages;

/// <summary>An e-mail the service would send. Nothing leaves the machine: it stays in the sandbox's outbox.</summary>
internal sealed class Letter
{
    /// <summary>The order in which letters were posted.</summary>
    public long Sequence { get; init; }

    /// <summary>The user it goes to; null where it goes to a company's network people.</summary>
    public string? ToUserId { get; init; }

    /// <summary>The company whose Keyholders and Network Admins it goes to; null where it goes to one user.</summary>
    public string? ToCompanyId { get; init; }

    public required LetterKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>The resource it is about.</summary>
    public required string AboutId { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a letter is for.</summary>
internal enum LetterKind
{
    /// <summary>The Letter of Authorization for a port order (000:3590).</summary>
    Loa,

    /// <summary>A connection request waits for the other company.</summary>
    ConnectionRequest,

    /// <summary>A change request was made, modified, withdrawn or rejected (000:8284, 000:8549).</summary>
    ChangeRequest,
}
