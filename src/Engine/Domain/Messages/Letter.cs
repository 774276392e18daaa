namespace Emulator.Domain.Messages;

/// <summary>
/// An e-mail the service would send. Nothing leaves the machine: it stays in the sandbox's outbox.
/// <see cref="Subject"/> and <see cref="Text"/> may say <c>{user}</c> and <c>{company}</c>: the names are filled in
/// when it is posted.
/// </summary>
internal sealed class Letter
{
    /// <summary>The order in which letters were posted.</summary>
    public long Sequence { get; init; }

    /// <summary>Whom it goes to, as the service has it.</summary>
    public required string To { get; init; }

    /// <summary>The user it goes to or is about; null where there is none.</summary>
    public string? UserId { get; init; }

    /// <summary>The company it goes to or is about; null where there is none.</summary>
    public string? CompanyId { get; init; }

    /// <summary>The e-mail address it goes to, where it goes to one.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// The e-mail addresses it went to: those of the recipients when it was posted, whatever changes later.
    /// </summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>What it is for, as the service has it.</summary>
    public required string Kind { get; init; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    /// <summary>The resource it is about.</summary>
    public required string AboutId { get; init; }

    /// <summary>The token in it; null where there is none.</summary>
    public string? Token { get; init; }

    /// <summary>The path of the request that its link stands for; null where there is none.</summary>
    public string? Link { get; init; }

    /// <summary>The method that path is requested with.</summary>
    public string LinkMethod { get; init; } = "GET";

    /// <summary>The request that caused it, method and path; null for what the service did of its own accord.</summary>
    public string? CausedBy { get; set; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
