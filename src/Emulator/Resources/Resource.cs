using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Emulator.Store.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Resources;

/// <summary>
/// A resource of the service, whole: all that the emulator has to know of it, said once. Nothing else names it: its
/// rows are stored, seeded, settled, shown in <c>/__admin</c>, saved and compared because of this.
/// </summary>
internal sealed record Resource
{
    private Resource(string name) => Name = name;

    /// <summary>What it goes by.</summary>
    public string Name { get; }

    /// <summary>Its tables: keys, indexes and references.</summary>
    public ImmutableArray<Action<ModelBuilder>> Tables { get; private init; } = [];

    /// <summary>What a row of a table is called, as SQL, by table; in a table without an entry it has a Name.</summary>
    public ImmutableDictionary<string, string> RowNames { get; private init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Its lifecycles.</summary>
    public ImmutableArray<IMachine> Machines { get; private init; } = [];

    /// <summary>Its seed files.</summary>
    public ImmutableArray<SeedPart> Seeds { get; private init; } = [];

    /// <summary>Its operations.</summary>
    public ImmutableArray<Action<IEndpointRouteBuilder>> Operations { get; private init; } = [];

    /// <summary>How its answers are written, where <see cref="Api.ServiceJson"/> doesn't know them.</summary>
    public ImmutableArray<IJsonTypeInfoResolver> Answers { get; private init; } = [];

    /// <summary>One that nothing is known of yet.</summary>
    public static Resource Named(string name) => new(name);

    /// <summary>Has tables.</summary>
    public Resource Stored(Action<ModelBuilder> tables) => this with { Tables = Tables.Add(tables) };

    /// <summary>Says what the rows of a table without a Name are called.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">An SQL expression over a row; NULL where rows have no name.</param>
    public Resource Called(string table, string name) => this with { RowNames = RowNames.Add(table, name) };

    /// <summary>Has a lifecycle.</summary>
    public Resource Moved(IMachine machine) => this with { Machines = Machines.Add(machine) };

    /// <summary>Has a seed file.</summary>
    public Resource Seeded(SeedPart part) => this with { Seeds = Seeds.Add(part) };

    /// <summary>Has operations.</summary>
    public Resource Mapped(params ReadOnlySpan<Action<IEndpointRouteBuilder>> operations) =>
        this with { Operations = Operations.AddRange(operations) };

    /// <summary>Has answers that it tells itself how to write.</summary>
    public Resource Answering(IJsonTypeInfoResolver answers) => this with { Answers = Answers.Add(answers) };
}
