using ConsoleConnect.Emulator.Admin;
using Emulator.Simulation;
using Emulator.Store.Images;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>Snapshots as files: fetched, and given to another emulator of the same version.</summary>
internal static class SnapshotFileRoutes
{
    /// <summary>SQLite's own type: the file can be opened with any of its tools.</summary>
    private const string ContentType = "application/vnd.sqlite3";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/__admin/snapshots/{name}/file", Fetch)
            .OfTheEmulator(SnapshotRoutes.Group, "A snapshot as a file, an SQLite database")
            .Tells("Open it with any SQLite tool, keep it beside a test, or send it to another emulator.")
            .With(SnapshotRoutes.Name)
            .Produces<byte[]>(StatusCodes.Status200OK, ContentType)
            .Answers(ServiceErrors.SnapshotNotFound);
        routes
            .MapPut("/__admin/snapshots/{name}/file", Keep)
            .OfTheEmulator(
                SnapshotRoutes.Group,
                "Keep a file as a snapshot; a valid file replaces a snapshot of that name")
            .Tells(
                "The body is a file as GET answers it. It is checked first: a file of a later version, or a damaged "
                    + "one, is refused, and the snapshot of that name stays.")
            .With(SnapshotRoutes.Name)
            .TakesFile(ContentType)
            .Produces<SnapshotDescription>()
            .Answers(
                ServiceErrors.SnapshotRefused,
                ServiceErrors.SnapshotOutdated,
                ServiceErrors.BodyTooLarge,
                ServiceErrors.SnapshotNameTaken,
                ServiceErrors.TooManySnapshots,
                ServiceErrors.NoRoomForSnapshot,
                ServiceErrors.WrongPattern,
                ServiceErrors.UnsupportedEncoding,
                ServiceErrors.BrokenEncoding);
    }

    private static IResult Fetch(string name, Snapshots snapshots)
    {
        var snapshot = snapshots.Named(name);
        return TypedResults.Bytes(snapshot.State.Image.Bytes, ContentType, $"{snapshot.Name}.sqlite");
    }

    private static async Task<Answer<SnapshotDescription>> Keep(
        string name,
        HttpRequest request,
        Snapshots snapshots,
        CancellationToken ct)
    {
        SnapshotRoutes.CheckName(name, "/name");
        snapshots.RefuseTaken(name, replace: true);
        var bound = $"Snapshots of up to {SandboxImage.MostBytes} bytes are kept.";
        var body = await BufferedBody.ReadFile(request, SandboxImage.MostBytes, bound, ct);
        return SnapshotRoutes.Shown(snapshots.KeepFile(name, body.Bytes.Span));
    }
}
