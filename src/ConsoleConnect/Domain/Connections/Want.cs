namespace Emulator.Domain.Connections;

/// <summary>
/// That a company would like a connection with another (000:9481). No documented operation makes one: those that are
/// there are seeded.
/// </summary>
internal sealed class Want
{
    /// <summary>The company that would like one.</summary>
    public required string CompanyId { get; init; }

    /// <summary>The company it would like one with.</summary>
    public required string WantedId { get; init; }
}
