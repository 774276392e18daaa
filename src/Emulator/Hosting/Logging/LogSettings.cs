namespace Emulator.Hosting.Logging;

/// <summary>What is printed of requests.</summary>
/// <param name="Form">In what form.</param>
/// <param name="Detail">How much of it.</param>
internal sealed record LogSettings(LogForm Form, LogDetail Detail);

/// <summary>The form of a request's line.</summary>
internal enum LogForm
{
    /// <summary>None is printed.</summary>
    Off,

    /// <summary>A line to be read.</summary>
    Text,

    /// <summary>An object on a line, for a program.</summary>
    Json,
}

/// <summary>How much is printed: what is named, and what comes after it here.</summary>
internal enum LogDetail
{
    /// <summary>Health checks, and the pages and documents of Swagger.</summary>
    Debug,

    /// <summary>What is answered.</summary>
    Info,

    /// <summary>What is refused.</summary>
    Warning,

    /// <summary>Failures of the emulator's own.</summary>
    Error,
}
