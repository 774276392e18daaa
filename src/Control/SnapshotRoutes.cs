using System.Text.RegularExpressions;
using ConsoleConnect.Emulator.Admin;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// Snapshots: the chosen sandbox's whole state, saved under a name that every sandbox can be put to, and that new ones
/// can begin with.
/// </summary>
internal static partial class SnapshotRoutes
{
    internal const string Group = "Snapshots";

    internal static readonly ParameterExample Name = new("name", "mine", "The snapshot's name, without regard to "
        + "case: here the one that the example of saving one gives.");

    private const string NamePattern = "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$";

    private static readonly BodyMember<string?> NameToHave = Body.Text(
        "name",
        "Letters, digits, hyphens and underscores, up to 63, but not seed or now; by default one is made up.",
        maxLength: 63);

    private static readonly BodyMember<bool?> Replace = Body.Flag(
        "replace", "Whether to replace a snapshot of that name; by default it is refused.");

    private static readonly RequestSchema Schema = new RequestSchema().With(NameToHave, Replace);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/snapshots", List).OfTheEmulator(Group, "The snapshots there are, oldest first")
            .Tells("Shows how much room all of them take, and how much they may take. They belong to the process: "
                + "every sandbox can be restored to each.")
            .Produces<SnapshotList>();
        routes.MapPost("/__admin/snapshots", Save).OnTheSandbox(Group, "Save the sandbox's state: data, clock and ids")
            .Tells("Saves the sandbox's present state under a name; the sandbox goes on as before.")
            .Takes(Schema, """{"name": "mine"}""")
            .Produces<SnapshotDescription>()
            .Answers(
                ServiceErrors.SnapshotExists,
                ServiceErrors.SnapshotNameTaken,
                ServiceErrors.TooManySnapshots,
                ServiceErrors.NoRoomForSnapshot,
                ServiceErrors.SnapshotTooLarge,
                ServiceErrors.WrongPattern);
        routes
            .MapGet("/__admin/snapshots/{name}", Show)
            .OfTheEmulator(Group, "One snapshot")
            .Tells("Shows when and from which sandbox it was saved, and what time it is in it.")
            .With(Name)
            .Produces<SnapshotDescription>()
            .Answers(ServiceErrors.SnapshotNotFound);
        routes
            .MapPost("/__admin/snapshots/{name}/restore", Restore)
            .OfTheEmulator(Group, "Restore the sandbox to a snapshot: data, clock and ids, exactly as they were saved")
            .Tells(
                "The sandbox's present state is lost. Its clock continues from the saved instant, and its next ids are "
                    + "those that would have come next.")
            .With(Name)
            .Produces<Restored>()
            .Answers(ServiceErrors.SnapshotNotFound);
        routes
            .MapDelete("/__admin/snapshots/{name}", Delete)
            .OfTheEmulator(Group, "Delete a snapshot; sandboxes that began with it stay")
            .Tells("Its name is free again. No sandbox changes.")
            .With(Name).Produces<SnapshotGone>().Answers(ServiceErrors.SnapshotNotFound);
        SnapshotFileRoutes.Map(routes);
        SnapshotDiff.Map(routes);
    }

    /// <summary>Refuses what can't be a snapshot's name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it stands, as the validator says.</param>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongPattern"/>.</exception>
    internal static void CheckName(string name, string place)
    {
        if (!NameRegex().IsMatch(name))
        {
            throw ServiceErrors.WrongPattern.Because("Letters, digits, hyphens and underscores, up to 63, beginning "
                + "with a letter or a digit.", place, NamePattern);
        }
    }

    internal static SnapshotDescription Shown(Snapshot snapshot) =>
        new(
            snapshot.Name,
            snapshot.SavedAt,
            snapshot.State.Image.Bytes.Length,
            snapshot.State.Sandbox,
            snapshot.State.Now,
            snapshot.State.Frozen);

    private static Answer<SnapshotList> List(Snapshots snapshots)
    {
        var all = snapshots.All;
        return new SnapshotList(
            [.. all.Select(Shown)],
            all.Sum(snapshot => (long)snapshot.State.Image.Bytes.Length),
            snapshots.MostBytes,
            Snapshots.Most);
    }

    private static async Task<Answer<SnapshotDescription>> Save(
        RequestBody body,
        HttpContext context,
        Turn turn,
        Snapshots snapshots,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var (name, replace) = (asked.Of(NameToHave), asked.Of(Replace) ?? false);
        if (name is not null)
        {
            CheckName(name, "/name");
            snapshots.RefuseTaken(name, replace); // Before the work is done.
        }

        var kept = snapshots.Keep(name, turn.State(), replace);
        (await ChosenSandbox.Of(context).Opened(ct)).Events.DidWithSnapshot("saved", kept.Name);
        return Shown(kept);
    }

    private static Answer<SnapshotDescription> Show(string name, Snapshots snapshots) =>
        Shown(snapshots.Named(name));

    private static async Task<Answer<Restored>> Restore(
        string name,
        Snapshots snapshots,
        HttpContext context,
        CancellationToken ct)
    {
        var snapshot = snapshots.Named(name);
        var sandbox = await ChosenSandbox.Of(context).Opened(ct);
        await snapshot.State.RestoreInto(sandbox, ct);
        sandbox.Events.DidWithSnapshot("restored", snapshot.Name);
        return new Restored(snapshot.Name, sandbox.Name, sandbox.Clock.Now);
    }

    private static async Task<Answer<SnapshotGone>> Delete(
        string name,
        Snapshots snapshots,
        HttpContext context,
        CancellationToken ct)
    {
        var gone = snapshots.Delete(name);
        (await ChosenSandbox.Of(context).Opened(ct)).Events.DidWithSnapshot("deleted", gone.Name);
        return new SnapshotGone(gone.Name);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameRegex();

    /// <summary>What a sandbox was restored to.</summary>
    /// <param name="Snapshot">The snapshot.</param>
    /// <param name="Sandbox">The sandbox.</param>
    /// <param name="Now">What time it is in it, UTC.</param>
    internal sealed record Restored(
        [property: System.Text.Json.Serialization.JsonPropertyName("restored")] string Snapshot,
        string Sandbox,
        DateTimeOffset Now);

    /// <summary>What was thrown away.</summary>
    internal sealed record SnapshotGone(
        [property: System.Text.Json.Serialization.JsonPropertyName("deleted")] string Name);
}
