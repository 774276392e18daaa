using Emulator.Domain;

namespace Emulator.Simulation.Faults;

/// <summary>What rules look at in a request. Holding it against them allocates nothing.</summary>
internal readonly struct IncomingRequest
{
    /// <summary>The key of the documented operation that is asked; null where the path has none.</summary>
    public string? Operation { get; init; }

    public required string Method { get; init; }

    /// <summary>The path in the spelling that the operation has inside, without the sandbox.</summary>
    public required string Path { get; init; }

    /// <summary>The path as the client wrote it, without the sandbox.</summary>
    public required string WrittenPath { get; init; }

    /// <summary>Whether only a rule that names the operation, or its whole path, is about it.</summary>
    public bool ByNameOnly { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The company as the route names it; null where it names none.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The company with that name; null where none does, or no rule looks at it.</summary>
    public IAccount? Company { get; init; }

    /// <summary>Who asks; null where nobody is logged in, or no rule looks at it.</summary>
    public IAccount? User { get; init; }
}
