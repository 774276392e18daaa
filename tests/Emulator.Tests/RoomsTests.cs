using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests;

/// <summary>
/// The doors between the rooms of src/Emulator: a room may name only those on its right (docs/ARCHITECTURE.md).
/// </summary>
public sealed partial class RoomsTests
{
    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Hosting"] =
        [
            "Hosting",
            "ConsoleConnect",
            "Api",
            "Control",
            "Sockets",
            "Wire",
            "Simulation",
            "Resources",
            "Store",
            "Domain",
            "Errors",
        ],
        ["ConsoleConnect"] = ["Api", "Wire", "Workflows", "Resources", "Store", "Domain", "Errors"],
        ["Api"] = ["Api", "Wire", "Workflows", "Simulation", "Store", "Domain", "Errors"],
        ["Control"] = ["Wire", "Workflows", "Simulation", "Resources", "Store", "Domain", "Errors"],
        ["Sockets"] = ["Wire", "Simulation", "Errors"],
        ["Workflows"] = ["Store", "Domain", "Errors"],
        ["Simulation"] = ["Resources", "Store", "Domain", "Errors"],
        ["Resources"] = ["Wire", "Store", "Domain", "Errors"],
        ["Store"] = ["Store", "Domain", "Errors"],
        ["Wire"] = ["Wire", "Domain", "Errors"],
        ["Domain"] = ["Domain", "Errors"],
        ["Errors"] = [],
    };

    [Fact]
    public void A_room_names_only_rooms_it_has_a_door_to()
    {
        var trespasses = Files()
            .SelectMany(file => Rooms(file.Text).Select(room => (file.Room, file.Path, Named: room)))
            .Where(use => use.Named != use.Room && !Doors[use.Room].Contains(use.Named))
            .Select(use => $"{use.Path} names {use.Named}");
        Assert.Empty(trespasses);
    }

    [Fact]
    public void No_chapter_of_the_Api_names_another()
    {
        var trespasses = Files()
            .Where(file => file.Room == "Api" && Path.GetDirectoryName(file.Path) is var folder && folder != "Api")
            .SelectMany(file =>
                ChapterName()
                    .Matches(file.Text)
                    .Select(match => match.Groups[1].Value)
                    .Where(chapter => chapter != Path.GetFileName(Path.GetDirectoryName(file.Path)))
                    .Select(chapter => $"{file.Path} names {chapter}"));
        Assert.Empty(trespasses);
    }

    [Fact]
    public void The_domain_knows_no_HTTP_JSON_or_EF()
    {
        var trespasses = Files()
            .Where(file => file.Room == "Domain")
            .Where(file =>
                file.Text.Contains("using Microsoft.", StringComparison.Ordinal)
                || file.Text.Contains("using System.Text.Json", StringComparison.Ordinal)
                || file.Text.Contains("using System.Net", StringComparison.Ordinal))
            .Select(file => file.Path);
        Assert.Empty(trespasses);
    }

    [Fact]
    public void Every_folder_of_the_server_is_a_room()
    {
        var folders = Directory
            .GetDirectories(Source)
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"))
            .Order();
        Assert.Equal(Doors.Keys.Order(), folders);
    }

    [Fact]
    public void No_file_has_a_name_that_says_little()
    {
        Assert.DoesNotContain(Files(), file => SaysLittle().IsMatch(Path.GetFileName(file.Path)));
    }

    [Fact]
    public void The_client_of_the_emulator_in_a_test_knows_the_server_by_HTTP_only()
    {
        var library = Path.Combine(OperationCatalogue.Repository, "src/ConsoleConnect.Emulator.Testing");
        var knowing = Directory
            .EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(library, file).StartsWith("obj", StringComparison.Ordinal)
                && Rooms(File.ReadAllText(file)).Any())
            .Select(Path.GetFileName);
        Assert.Equal(["InProcessHost.cs"], knowing);
    }

    [Fact]
    public void The_Socket_IO_server_knows_nothing_of_the_emulator()
    {
        var names = typeof(SocketIo.SocketIoPacket).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.All(names, name => Assert.True(
            name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.", StringComparison.Ordinal), name));
    }

    private static string Source => Path.Combine(OperationCatalogue.Repository, "src/Emulator");

    private static IEnumerable<(string Room, string Path, string Text)> Files() =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Source, file), File: file))
            .Where(file =>
                file.Path.Contains('/')
                && !file.Path.StartsWith("bin/", StringComparison.Ordinal)
                && !file.Path.StartsWith("obj/", StringComparison.Ordinal))
            .Select(file => (file.Path.Split('/')[0], file.Path, File.ReadAllText(file.File)));

    /// <summary>The rooms a file names in its usings.</summary>
    private static IEnumerable<string> Rooms(string text) =>
        RoomName().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^using (?:\w+ = )?(?:static )?Emulator\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^using Emulator\.Api\.(\w+);", RegexOptions.Multiline)]
    private static partial Regex ChapterName();

    [GeneratedRegex("(Helper|Utils?(?!ization)|Manager|Dto|Common)[^/]*\\.cs$")]
    private static partial Regex SaysLittle();
}
