using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Store.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Resources;

/// <summary>The emulated service: its resources, each after those that it refers to.</summary>
internal sealed class Service
{
    private readonly Lazy<IReadOnlyList<IMachine>> machines;
    private readonly Lazy<IReadOnlyList<SeedPart>> seeds;
    private readonly Lazy<Dictionary<Type, IMachine>> machinesByRow;
    private readonly Lazy<IReadOnlyList<WorldPart>> worldParts;
    private readonly Lazy<IReadOnlyDictionary<string, string>> kinds;
    private readonly Lazy<IReadOnlyList<StagedTable>> staged;

    /// <summary>Puts it together. Lifecycles and seed files are made when the first is wanted.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="traits">What it says once, whatever its resources.</param>
    /// <param name="compiled">What is generated of their tables; null where nothing is.</param>
    /// <exception cref="InvalidOperationException">
    /// A resource, a table with a lifecycle or the name of a table's rows is there twice.
    /// </exception>
    public Service(IReadOnlyList<Resource> resources, ServiceTraits traits, CompiledStore? compiled = null)
    {
        Resources = resources;
        Traits = traits;
        List<MovedTable> moved = [.. resources.SelectMany(resource => resource.Machines)];
        RefuseDoubles("resource", resources.Select(resource => resource.Name));
        RefuseDoubles("table with a lifecycle", moved.Select(table => table.Table));
        RefuseDoubles(
            "name of the rows of",
            resources.SelectMany(resource => resource.RowNames).Select(named => named.Table));
        RefuseDoubles(
            "owner of the rows of",
            resources.SelectMany(resource => resource.Owners).Select(owned => owned.Table));
        machines = new Lazy<IReadOnlyList<IMachine>>(() => Made(moved));
        machinesByRow = new Lazy<Dictionary<Type, IMachine>>(() => Machines.ToDictionary(machine => machine.Resource));
        worldParts = new Lazy<IReadOnlyList<WorldPart>>(() =>
            [.. resources.SelectMany(resource => resource.WorldParts).Select(part => part())]);
        staged = new Lazy<IReadOnlyList<StagedTable>>(() => StagedOf(resources));
        kinds = new Lazy<IReadOnlyDictionary<string, string>>(KindsByTable);
        seeds = new Lazy<IReadOnlyList<SeedPart>>(() => Made(resources.SelectMany(resource => resource.Seeds)));
        Store = new StoreModel(
            [StagedTables.Configure, .. resources.SelectMany(resource => resource.Tables)],
            traits.Columns,
            [.. StagedTables.RowNames, .. resources.SelectMany(resource => resource.RowNames)],
            moved.ConvertAll(table => table.Table),
            compiled);
    }

    /// <summary>The resources, each after those that it refers to.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>What it says once, whatever its resources.</summary>
    public ServiceTraits Traits { get; }

    /// <summary>The tables of all of them.</summary>
    public StoreModel Store { get; }

    /// <summary>The lifecycles of all of them.</summary>
    /// <exception cref="InvalidOperationException">One is there twice.</exception>
    public IReadOnlyList<IMachine> Machines => machines.Value;

    /// <summary>The seed files of all of them.</summary>
    /// <exception cref="InvalidOperationException">One is there twice.</exception>
    public IReadOnlyList<SeedPart> Seeds => seeds.Value;

    /// <summary>What all of them bring to worlds, each after those that it refers to.</summary>
    public IReadOnlyList<WorldPart> WorldParts => worldParts.Value;

    /// <summary>How answers are written that the service's own context doesn't know.</summary>
    public IEnumerable<IJsonTypeInfoResolver> Answers => Resources.SelectMany(resource => resource.Answers);

    /// <exception cref="Refusal"><see cref="ServiceErrors.MachineNotFound"/>.</exception>
    public IMachine Machine(string name) =>
        Machines.FirstOrDefault(machine => string.Equals(machine.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw ServiceErrors.MachineNotFound.Because("The workflows are "
            + $"{string.Join(", ", Machines.Select(machine => machine.Name))}.", name);

    /// <summary>The lifecycle that a row follows.</summary>
    public IMachine MachineOf(IStaged row) => machinesByRow.Value[row.GetType()];

    /// <summary>
    /// The tables whose rows have a lifecycle, each with whose they are: in the order of the machines.
    /// </summary>
    public IReadOnlyList<StagedTable> Staged => staged.Value;

    /// <summary>
    /// What the rows of each table are called in <c>/__admin</c>, by table: as their lifecycle is, or else the table's
    /// own name in lower case, with hyphens. Without the tables that are bookkeeping.
    /// </summary>
    public IReadOnlyDictionary<string, string> Kinds => kinds.Value;

    /// <summary>Maps the operations of all of them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var map in Resources.SelectMany(resource => resource.Operations))
        {
            map(routes);
        }
    }

    /// <summary>Maps what all of them have of their own in <c>/__admin</c>.</summary>
    public void MapControls(IEndpointRouteBuilder routes)
    {
        foreach (var map in Resources.SelectMany(resource => resource.Controls))
        {
            map(routes);
        }
    }

    private List<StagedTable> StagedOf(IReadOnlyList<Resource> resources)
    {
        var owners = resources.SelectMany(resource => resource.Owners)
            .ToDictionary(owned => owned.Table, StringComparer.Ordinal);
        return
        [
            .. Machines.Select(machine => new StagedTable(
                machine.Name, machine.Table, Store.NameOf(machine.Table), owners.GetValueOrDefault(machine.Table))),
        ];
    }

    private Dictionary<string, string> KindsByTable()
    {
        var machines = Machines.ToDictionary(machine => machine.Table, machine => machine.Name);
        return Store.Model.GetEntityTypes()
            .Where(kind => kind.ClrType != typeof(Move) && kind.ClrType != typeof(SandboxState))
            .Select(kind => kind.GetTableName()!)
            .ToDictionary(table => table, table => machines.GetValueOrDefault(
                table, JsonNamingPolicy.KebabCaseLower.ConvertName(table)));
    }

    private static List<IMachine> Made(List<MovedTable> tables)
    {
        var made = tables.ConvertAll(table => table.Machine(table.Table));
        RefuseDoubles("lifecycle", made.Select(machine => machine.Name));
        return made;
    }

    private static List<SeedPart> Made(IEnumerable<Func<SeedPart>> parts)
    {
        List<SeedPart> made = [.. parts.Select(part => part())];
        RefuseDoubles("seed file", made.Select(seed => seed.File));
        return made;
    }

    private static void RefuseDoubles(string what, IEnumerable<string> names)
    {
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)
            is { Key: var twice })
        {
            throw new InvalidOperationException($"The {what} {twice} is registered twice.");
        }
    }
}
