using System.Text.Json.Serialization.Metadata;
using Emulator.Resources.Worlds;
using Emulator.Store;
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

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its tables: keys, indexes and references.</summary>
    public IReadOnlyList<Action<ModelBuilder>> Tables { get; private init; } = [];

    /// <summary>What a row of a table is called, as SQL, by table; in a table without an entry it has a Name.</summary>
    public IReadOnlyList<NamedRows> RowNames { get; private init; } = [];

    /// <summary>Whose the rows of its tables with a lifecycle are, and where the service shows them.</summary>
    public IReadOnlyList<OwnedRows> Owners { get; private init; } = [];

    /// <summary>Its lifecycles, each with the table of its rows. None is made at a start.</summary>
    public IReadOnlyList<MovedTable> Machines { get; private init; } = [];

    /// <summary>Its seed files. None is made where an existing database is opened.</summary>
    public IReadOnlyList<Func<SeedPart>> Seeds { get; private init; } = [];

    /// <summary>Its operations.</summary>
    public IReadOnlyList<Action<IEndpointRouteBuilder>> Operations { get; private init; } = [];

    /// <summary>What of it can be seen and set in <c>/__admin</c>, besides what every resource has there.</summary>
    public IReadOnlyList<Action<IEndpointRouteBuilder>> Controls { get; private init; } = [];

    /// <summary>How its answers are written, where the service's own context doesn't know them.</summary>
    public IReadOnlyList<IJsonTypeInfoResolver> Answers { get; private init; } = [];

    /// <summary>What it brings to the worlds that tests describe. None is made until one is.</summary>
    public IReadOnlyList<Func<WorldPart>> WorldParts { get; private init; } = [];

    /// <summary>What of its tables stays where a world begins with nothing, as SQL; of a table without an entry,
    /// nothing does.</summary>
    public IReadOnlyList<StayingRows> Staying { get; private init; } = [];

    /// <summary>One that nothing is known of yet.</summary>
    public static Resource Named(string name) => new(name);

    /// <summary>Has tables.</summary>
    public Resource Stored(Action<ModelBuilder> tables) => this with { Tables = [.. Tables, tables] };

    /// <summary>Says what the rows of a table without a Name are called.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">An SQL expression over a row; NULL where rows have no name.</param>
    public Resource Called(string table, string name) =>
        this with { RowNames = [.. RowNames, new NamedRows(table, name)] };

    /// <summary>Says whose the rows of a table with a lifecycle are, and where the service shows one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="company">An SQL expression over a row: the id of the company that it belongs to.</param>
    /// <param name="shownAt">
    /// The path of the service's own read of it: {company} stands for the company's username, {companyId} for its id,
    /// {Column} for what a row has in a column; null where the service shows it nowhere.
    /// </param>
    /// <param name="shownWhere">The rows that are shown there, as an SQL condition; null for all.</param>
    /// <param name="party">
    /// An SQL expression over a row: the id of the other company that is a party of it; null where there is none.
    /// </param>
    public Resource Owned(
        string table, string company, string? shownAt = null, string? shownWhere = null, string? party = null) =>
        this with { Owners = [.. Owners, new OwnedRows(table, company, party, shownAt, shownWhere)] };

    /// <summary>Has a lifecycle.</summary>
    /// <param name="table">The table of its rows.</param>
    /// <param name="machine">Makes it, for that table.</param>
    public Resource Moved(string table, Func<string, IMachine> machine) =>
        this with { Machines = [.. Machines, new MovedTable(table, machine)] };

    /// <summary>Has a seed file.</summary>
    public Resource Seeded(Func<SeedPart> part) => this with { Seeds = [.. Seeds, part] };

    /// <summary>Can be described in a world.</summary>
    public Resource InWorlds(Func<WorldPart> part) => this with { WorldParts = [.. WorldParts, part] };

    /// <summary>Stays, all of a table or some of its rows, where a world begins with nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which of its rows, as an SQL expression; left out, all.</param>
    public Resource Stays(string table, string rows = "1") =>
        this with { Staying = [.. Staying, new StayingRows(table, rows)] };

    /// <summary>Has operations.</summary>
    public Resource Mapped(params ReadOnlySpan<Action<IEndpointRouteBuilder>> operations) =>
        this with { Operations = [.. Operations, .. operations] };

    /// <summary>Has routes of its own in <c>/__admin</c>.</summary>
    public Resource Controlled(params ReadOnlySpan<Action<IEndpointRouteBuilder>> controls) =>
        this with { Controls = [.. Controls, .. controls] };

    /// <summary>Has answers that it tells itself how to write.</summary>
    public Resource Answering(IJsonTypeInfoResolver answers) => this with { Answers = [.. Answers, answers] };
}

/// <summary>Rows that stay where a world begins with nothing.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Which of its rows, as an SQL expression.</param>
internal sealed record StayingRows(string Table, string Rows);

/// <summary>A table whose rows have a lifecycle.</summary>
/// <param name="Table">The table.</param>
/// <param name="Machine">Makes the lifecycle, for that table.</param>
internal sealed record MovedTable(string Table, Func<string, IMachine> Machine);
