namespace Emulator.Resources.Worlds;

/// <summary>
/// What a world leaves out is made up: ids from the sandbox's one source, the rest by luck that follows from the
/// sandbox's seed number and from where a thing stands, so that the same world is the same each time.
/// </summary>
/// <param name="Id">24 hexadecimal digits.</param>
/// <param name="Uuid">A uuid.</param>
/// <param name="Token">64 hexadecimal digits.</param>
/// <param name="Key">So many letters and digits.</param>
/// <param name="Number">Counted up.</param>
/// <param name="Share">Luck from 0 up to 1 and never 1: by a count, and by which of several series.</param>
/// <param name="Hash">How passwords are hashed.</param>
/// <param name="Shown">A token or key as the sandbox's clients hold it.</param>
internal sealed record WorldLuck(
    Func<string> Id,
    Func<string> Uuid,
    Func<string> Token,
    Func<int, string> Key,
    Func<long> Number,
    Func<long, int, double> Share,
    Func<string, string> Hash,
    Func<string, string> Shown)
{
    /// <summary>The first of the series that worlds use: those below are the ids' and the faults'.</summary>
    private const int FirstSeries = 100;

    /// <summary>A number from one to another, both included.</summary>
    /// <param name="thing">What it is for.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    /// <param name="about">Which of the things made up for it, from 0.</param>
    public int Between(WorldThing thing, int least, int most, int about = 0) =>
        least + (int)(Share(Place(thing.Path), FirstSeries + about) * (most - least + 1.0));

    /// <summary>One of several.</summary>
    /// <inheritdoc cref="Between"/>
    public T OneOf<T>(WorldThing thing, IReadOnlyList<T> choice, int about = 0) =>
        choice[Between(thing, 0, choice.Count - 1, about)];

    /// <summary>A number that follows from a path and from nothing else (FNV-1a).</summary>
    private static long Place(string path)
    {
        var place = 14695981039346656037UL;
        foreach (var letter in path)
        {
            place = unchecked((place ^ letter) * 1099511628211UL);
        }

        return (long)(place >> 1);
    }
}
