using System.Globalization;
using System.Text.Json;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Store.Images;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>What differs between two states: which resources were added, changed and removed.</summary>
internal static class SnapshotDiff
{
    /// <summary>The most resources of a kind that are listed for each kind of difference.</summary>
    private const int Most = 10_000;

    private const int Usual = 100;

    private const string Words = "a snapshot's name, seed for the seed, or now for the sandbox as it is";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/__admin/snapshots/{name}/diff/{other}", Handle)
            .OfTheEmulator(
                SnapshotRoutes.Group,
                "What differs from one state to another: the resources added, removed "
                    + "and changed, and in those the columns. Passwords, tokens and keys are never shown")
            .Tells(
                "Compares two saved states, or one with the seed (seed) or with the sandbox as it is (now), to show "
                    + "what a test has changed.")
            .With(
                new ParameterExample("name", Snapshots.Seed, $"The state before: {Words}."),
                new ParameterExample("other", Snapshots.Now, $"The state after: {Words}."),
                Query.WholeNumber(
                    "limit",
                    "",
                    "How many resources of a kind are listed as added, as removed and as "
                        + $"changed, up to {Most}; {Usual} by default. All are counted.",
                    minimum: 0,
                    maximum: Most))
            .Produces<Diff>()
            .Answers(ServiceErrors.SnapshotNotFound, ServiceErrors.BadQuery, ServiceErrors.SnapshotTooLarge);

    private static async Task<Answer<Diff>> Handle(
        string name,
        string other,
        HttpRequest request,
        Snapshots snapshots,
        Sandboxes sandboxes,
        Service service,
        CancellationToken ct)
    {
        var limit = Limit(request.Query["limit"]);
        var sandbox = await ChosenSandbox.Of(request.HttpContext).Opened(ct);
        var before = await Read(name, sandbox, snapshots, sandboxes, ct);
        var after = await Read(other, sandbox, snapshots, sandboxes, ct);
        var kinds = ImageDiff.Between(before.Image, after.Image, service.Store, limit).Select(KindDiff.Of).ToList();
        return new Diff(
            before.Shown,
            after.Shown,
            kinds.Sum(kind => kind.AddedCount),
            kinds.Sum(kind => kind.RemovedCount),
            kinds.Sum(kind => kind.ChangedCount),
            kinds);
    }

    private static int Limit(string? text) => text is null or "" ? Usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= Most ? limit
        : throw ServiceErrors.BadQuery.Because($"limit is a whole number from 0 to {Most}.", "limit", "integer");

    private static async Task<State> Read(
        string name,
        Sandbox sandbox,
        Snapshots snapshots,
        Sandboxes sandboxes,
        CancellationToken ct)
    {
        if (string.Equals(name, Snapshots.Seed, StringComparison.OrdinalIgnoreCase))
        {
            return new State(sandboxes.ImageOfSeed(), new StateShown(Snapshots.Seed, null, null, null, null));
        }

        if (!string.Equals(name, Snapshots.Now, StringComparison.OrdinalIgnoreCase))
        {
            var snapshot = snapshots.Named(name);
            return State.Of(snapshot.Name, snapshot.State);
        }

        var turn = await sandbox.Begin(ct);
        try
        {
            return State.Of(Snapshots.Now, turn.State());
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>A state that is compared.</summary>
    private sealed record State(SandboxImage Image, StateShown Shown)
    {
        public static State Of(string name, SavedState saved)
        {
            using var opened = saved.Image.Open();
            var row = opened.Rows.State();
            return new State(saved.Image, new StateShown(name, saved.Now, saved.Frozen, row.Seed, row.IdsGiven));
        }
    }

    /// <summary>What differs.</summary>
    /// <param name="From">The state before, with how its clock and ids stand.</param>
    /// <param name="To">The state after.</param>
    /// <param name="Added">How many resources were added.</param>
    /// <param name="Removed">How many were removed.</param>
    /// <param name="Changed">How many have changed.</param>
    /// <param name="Kinds">The kinds of resources in which anything differs.</param>
    internal sealed record Diff(
        StateShown From,
        StateShown To,
        int Added,
        int Removed,
        int Changed,
        IReadOnlyList<KindDiff> Kinds);

    /// <summary>A state's bookkeeping.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Now">What time it is in it, UTC; null in the seed, where no clock runs.</param>
    /// <param name="Frozen">Whether its clock is frozen.</param>
    /// <param name="Seed">The seed number of its ids.</param>
    /// <param name="IdsGiven">How many ids were given in it.</param>
    internal sealed record StateShown(string Name, DateTimeOffset? Now, bool? Frozen, long? Seed, long? IdsGiven);

    /// <summary>What differs in one kind of resources.</summary>
    /// <param name="Kind">The kind: the table's name.</param>
    /// <param name="AddedCount">How many were added.</param>
    /// <param name="RemovedCount">How many were removed.</param>
    /// <param name="ChangedCount">How many have changed.</param>
    /// <param name="Added">The first of those that were added.</param>
    /// <param name="Removed">The first of those that were removed.</param>
    /// <param name="Changed">The first of those that have changed.</param>
    internal sealed record KindDiff(
        string Kind,
        int AddedCount,
        int RemovedCount,
        int ChangedCount,
        IReadOnlyList<ResourceNamed> Added,
        IReadOnlyList<ResourceNamed> Removed,
        IReadOnlyList<ResourceChanged> Changed)
    {
        public static KindDiff Of(TableDiff table) =>
            new(
                Camel(table.Table),
                table.Added.Count,
                table.Removed.Count,
                table.Changed.Count,
                [.. table.Added.Told.Select(row => new ResourceNamed(row.Id, row.Name))],
                [.. table.Removed.Told.Select(row => new ResourceNamed(row.Id, row.Name))],
                [
                    .. table.Changed.Told.Select(change => new ResourceChanged(
                        change.Row.Id,
                        change.Row.Name,
                        [.. change.Columns.Select(column => new Change(Camel(column.Column), column.From, column.To))]
                    )),
                ]);
    }

    /// <summary>A resource.</summary>
    /// <param name="Id">Its id; (hidden) where that is a token or a key.</param>
    /// <param name="Name">What people call it; null where it has no name.</param>
    internal sealed record ResourceNamed(string Id, string? Name);

    /// <summary>A resource that has changed.</summary>
    /// <param name="Id">Its id; (hidden) where that is a token or a key.</param>
    /// <param name="Name">What people call it now; null where it has no name.</param>
    /// <param name="Columns">What has changed in it.</param>
    internal sealed record ResourceChanged(string Id, string? Name, IReadOnlyList<Change> Columns);

    /// <summary>A change.</summary>
    /// <param name="Column">Of what.</param>
    /// <param name="From">What it was; null for nothing, (hidden) for a secret.</param>
    /// <param name="To">What it is.</param>
    internal sealed record Change(string Column, object? From, object? To);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
