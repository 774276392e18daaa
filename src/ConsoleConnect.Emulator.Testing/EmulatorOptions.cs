namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// How an emulator is started. By default everything is as when the program is started without flags, except that
/// nothing is kept on disk.
/// </summary>
public sealed record EmulatorOptions
{
    /// <summary>
    /// Whether it runs without a socket, reachable by <see cref="EmulatorWorld.CreateHandler"/> and the clients made
    /// here. It starts a little faster; <see cref="EmulatorWorld.Address"/> opens a socket for clients that need one.
    /// </summary>
    public bool InMemory { get; init; }

    /// <summary>The port of the loopback address that it listens on; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The e-mail address of the seeded user as whom <see cref="EmulatorWorld.Client"/> is logged in.
    /// </summary>
    public string LogInAs { get; init; } = SeededUser.Stan;

    /// <summary>The instant at which its clock starts; null for now.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>Whether its clock is frozen until it is moved.</summary>
    public bool ClockFrozen { get; init; }

    /// <summary>How the service's own moves progress.</summary>
    public ProgressionKind Progression { get; init; } = ProgressionKind.Time;

    /// <summary>The seed number of the ids: the same seed and the same calls give the same ids.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Any other setting by its name, as <c>--help</c> and docs/control/settings.md list them: <c>["access"] =
    /// "report"</c>. It overrides the members above. The environment and the test's own appsettings are ignored, so
    /// that a test runs the same everywhere.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>How the service's own moves progress.</summary>
public enum ProgressionKind
{
    /// <summary>By the sandbox's clock: a step takes a second by default.</summary>
    Time,

    /// <summary>All moves before the next request.</summary>
    Immediate,

    /// <summary>After a number of reads.</summary>
    Polls,

    /// <summary>Only when the test makes a move.</summary>
    Manual,
}

/// <summary>Users that the seed has; all of them have the password <see cref="Password"/>.</summary>
public static class SeededUser
{
    /// <summary>The password of every seeded user.</summary>
    public const string Password = "Password1";

    /// <summary>Keyholder of Acme, company1 and corp.</summary>
    public const string Stan = "stan@example.com";

    /// <summary>Keyholder of company2, CompanyA, acmeinc and exampleco: approves what others request.</summary>
    public const string Meg = "meg@example.com";

    /// <summary>Network Admin of Acme and corp.</summary>
    public const string User = "user@example.com";

    /// <summary>Network Viewer of Acme: for refusals.</summary>
    public const string Vera = "vera@example.com";

    /// <summary>Plain member of Acme: for refusals.</summary>
    public const string Max = "max@example.com";
}
