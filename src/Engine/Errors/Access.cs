namespace Emulator.Errors;

/// <summary>
/// Whether roles are enforced; with <see cref="AccessMode.Report"/> what was let through is remembered for a header.
/// </summary>
internal sealed class Access(AccessMode mode)
{
    /// <summary>What would have been refused; null where nothing would.</summary>
    public Refusal? LetThrough { get; private set; }

    /// <summary>Throws, remembers or overlooks a refusal, as set.</summary>
    public void Refuse(Refusal refusal)
    {
        switch (mode)
        {
            case AccessMode.Enforce:
                throw refusal;
            case AccessMode.Report:
                LetThrough ??= refusal;
                break;
        }
    }
}

/// <summary>What is done about a missing permission.</summary>
internal enum AccessMode
{
    /// <summary>Refused, as the service does.</summary>
    Enforce,

    /// <summary>Allowed, and said so in a header.</summary>
    Report,

    /// <summary>Allowed.</summary>
    Off,
}
