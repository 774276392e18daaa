namespace Emulator.Simulation;

/// <summary>
/// The documented operation that an endpoint emulates, as far as the emulator's own routes have to tell of it.
/// </summary>
/// <param name="Keys">The keys of its lines in the documents' list of operations, its own first.</param>
/// <param name="Title">What it does, in a few words.</param>
internal sealed record KnownOperation(IReadOnlyList<string> Keys, string Title)
{
    /// <summary>Its key.</summary>
    public string Key => Keys[0];
}

/// <summary>Says how sure we are of an operation.</summary>
internal interface IAssured
{
    /// <summary>One of documented, observed, published, assumed.</summary>
    string Assurance { get; }
}
