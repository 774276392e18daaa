namespace ConsoleConnect.Emulator.Testcontainers;

/// <summary>How the service's own moves progress: an order that is delivered, a connection that is created.</summary>
public enum ProgressionMode
{
    /// <summary>As the clock goes on.</summary>
    Time,

    /// <summary>Before the next request.</summary>
    Immediate,

    /// <summary>After so many reads.</summary>
    Polls,

    /// <summary>Only through <c>/__admin</c>.</summary>
    Manual,
}
