using System.Text.Json.Serialization.Metadata;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.Resources;

/// <summary>The emulated service: its resources, each after those that it refers to.</summary>
internal sealed class Service
{
    private readonly Dictionary<Type, IMachine> machines;

    /// <summary>Puts it together.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="compiled">What is generated of their tables; null where nothing is.</param>
    /// <exception cref="InvalidOperationException">
    /// A name, a lifecycle, its table or a seed file is there twice.
    /// </exception>
    public Service(IReadOnlyList<Resource> resources, CompiledStore? compiled = null)
    {
        Resources = resources;
        Machines = [.. resources.SelectMany(resource => resource.Machines)];
        Seeds = [.. resources.SelectMany(resource => resource.Seeds)];
        RefuseDoubles("resource", resources.Select(resource => resource.Name));
        RefuseDoubles("lifecycle", Machines.Select(machine => machine.Name));
        RefuseDoubles("lifecycle's table", Machines.Select(machine => machine.Table));
        RefuseDoubles("seed file", Seeds.Select(seed => seed.File));
        RefuseDoubles("row name of the table", resources.SelectMany(resource => resource.RowNames.Keys));
        machines = Machines.ToDictionary(machine => machine.Resource);
        Store = new StoreModel(
            [StagedTables.Configure, .. resources.SelectMany(resource => resource.Tables)],
            [.. StagedTables.RowNames, .. resources.SelectMany(resource => resource.RowNames)],
            [.. Machines.Select(machine => machine.Table)],
            compiled);
    }

    /// <summary>The resources, each after those that it refers to.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The tables of all of them.</summary>
    public StoreModel Store { get; }

    /// <summary>The lifecycles of all of them.</summary>
    public IReadOnlyList<IMachine> Machines { get; }

    /// <summary>The seed files of all of them.</summary>
    public IReadOnlyList<SeedPart> Seeds { get; }

    /// <summary>How answers are written that <see cref="Api.ServiceJson"/> doesn't know.</summary>
    public IEnumerable<IJsonTypeInfoResolver> Answers => Resources.SelectMany(resource => resource.Answers);

    /// <exception cref="Refusal"><see cref="ServiceErrors.MachineNotFound"/>.</exception>
    public IMachine Machine(string name) =>
        Machines.FirstOrDefault(machine => string.Equals(machine.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw ServiceErrors.MachineNotFound.Because("The workflows are "
            + $"{string.Join(", ", Machines.Select(machine => machine.Name))}.", name);

    /// <summary>The lifecycle that a row follows.</summary>
    public IMachine MachineOf(IStaged row) => machines[row.GetType()];

    /// <summary>Maps the operations of all of them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var map in Resources.SelectMany(resource => resource.Operations))
        {
            map(routes);
        }
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
