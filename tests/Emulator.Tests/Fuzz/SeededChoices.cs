namespace Emulator.Tests.Fuzz;

/// <summary>Luck that can be had again: the same seed number, the same choices.</summary>
internal sealed class SeededChoices(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>The number it began with.</summary>
    public int Seed => seed;

    /// <summary>Whether something with this probability happens.</summary>
    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>From 0 up to, not including, a bound.</summary>
    public int Below(int bound) => random.Next(bound);

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> several) => several[random.Next(several.Count)];

    /// <summary>Some of several, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> several, double each) => [.. several.Where(_ => Chance(each))];
}
