using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ConsoleConnect.Emulator.Admin;
using Emulator.ConsoleConnect;
using Emulator.Control;
using Emulator.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulator.Tests;

/// <summary>
/// The doors between the server's projects are the compiler's; those between the rooms in them are held here, by what
/// their compiled types name: a room may name only those on its right (docs/ARCHITECTURE.md).
/// </summary>
public sealed partial class RoomsTests
{
    /// <summary>
    /// What the server is made of. The compiler gives each of them its doors by what it refers to.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, Assembly> Projects = new Dictionary<string, Assembly>
    {
        ["Engine"] = typeof(Resources.Service).Assembly,
        ["ConsoleConnect"] = typeof(ConsoleConnectService).Assembly,
        ["Control"] = typeof(ControlRoutes).Assembly,
        ["Emulator"] = typeof(Program).Assembly,
    };

    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Hosting"] =
        [
            "ConsoleConnect", "Api", "Control", "Sockets", "Wire", "Workflows", "Simulation", "Resources", "Store",
            "Domain", "Errors",
        ],
        ["ConsoleConnect"] =
        [
            "Api", "Control", "Wire", "Workflows", "Simulation", "Resources", "Store", "Domain", "Errors",
        ],
        ["Api"] = ["Wire", "Workflows", "Simulation", "Resources", "Store", "Domain", "Errors"],
        ["Control"] = ["Wire", "Workflows", "Simulation", "Resources", "Store", "Domain", "Errors"],
        ["Sockets"] = ["Wire", "Simulation", "Domain", "Errors"],
        ["Workflows"] = ["Store", "Domain", "Errors"],
        ["Simulation"] = ["Resources", "Store", "Domain", "Errors"],
        ["Resources"] = ["Wire", "Store", "Domain", "Errors"],
        ["Store"] = ["Domain", "Errors"],
        ["Wire"] = ["Domain", "Errors"],
        ["Domain"] = ["Errors"],
        ["Errors"] = [],
    };

    /// <summary>Words of the service that are any program's, too.</summary>
    private static readonly string[] Ordinary =
        ["Company", "Companies", "User", "Users", "Connection", "Connections", "Session", "Sessions", "ApiKeys"];

    [Fact]
    public void A_project_refers_only_to_those_it_stands_on()
    {
        Assert.Equal([], Ours("Engine"));
        Assert.Equal(["Emulator.Control.Contracts", "Emulator.Engine"], Ours("ConsoleConnect"));
        Assert.Equal(["Emulator.Control.Contracts", "Emulator.Engine"], Ours("Control"));

        static IEnumerable<string> Ours(string project) => Projects[project].GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Emulator", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_room_names_only_rooms_it_has_a_door_to()
    {
        var trespasses = Uses()
            .Select(use => (use.Type, use.Named, From: RoomOf(use.Type), To: RoomOf(use.Named)))
            .Where(use => use.From is not null && use.To is not null && use.To != use.From)
            .Where(use => !Doors[use.From!].Contains(use.To))
            .Select(use => $"{use.Type} names {use.Named}");
        Assert.Empty(trespasses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_chapter_of_the_Api_names_another()
    {
        var trespasses = Uses()
            .Select(use => (use.Type, use.Named, From: ChapterOf(use.Type), To: ChapterOf(use.Named)))
            .Where(use => use.From is not null && use.To is not null && use.To != use.From)
            .Select(use => $"{use.Type} names {use.Named}");
        Assert.Empty(trespasses.Order(StringComparer.Ordinal));
    }

    /// <summary>The scan finds what it is for, in a type's members, code and generic arguments.</summary>
    [Theory]
    [InlineData("Emulator.Hosting.EmulatorApp", "Emulator.ConsoleConnect.ConsoleConnectService")]
    [InlineData("Emulator.Simulation.Turn", "Emulator.Domain.Staging.Moment")]
    [InlineData("Emulator.Store.PortTables", "Emulator.Domain.Ports.Port")]
    [InlineData("Emulator.ConsoleConnect.PortsResource", "Emulator.Resources.Machine`3")]
    public void What_a_type_names_is_found(string type, string named) =>
        Assert.Contains((type, named), Uses().Select(use => (use.Type, use.Named)));

    [Fact]
    public void The_engine_names_no_resource_and_no_route_of_the_service()
    {
        var service = ConsoleConnectService.Instance;
        var kinds = service.Store.Model.GetEntityTypes()
            .Where(kind => kind.ClrType.Assembly != Projects["Engine"])
            .SelectMany(kind => new[] { kind.ClrType.Name, kind.GetTableName()! });
        var resources = service.Resources
            .Select(resource => resource.Name)
            .Where(name => name.Contains('-', StringComparison.Ordinal));
        var names = kinds.Concat(resources).Except(Ordinary).Distinct().Select(Regex.Escape);
        var named = new Regex($@"\b(?:{string.Join('|', names)})\b|/(?:api|v2|mefApi|app-user)/");
        Assert.Matches(named, "SELECT * FROM \"Ports\"");
        Assert.Empty(Sources.Of("Engine").SelectMany(source => named
            .Matches(File.ReadAllText(source.File))
            .Select(found => $"{source.Path} names {found.Value}")));
    }

    [Fact]
    public void The_domain_knows_no_HTTP_JSON_or_EF()
    {
        string[] foreign =
        [
            "Microsoft.AspNetCore.", "Microsoft.EntityFrameworkCore.", "Microsoft.Data.", "System.Text.Json.",
            "System.Net.Http.",
        ];
        var trespasses = Uses()
            .Where(use => RoomOf(use.Type) == "Domain"
                && foreign.Any(one => use.Named.StartsWith(one, StringComparison.Ordinal)))
            .Select(use => $"{use.Type} names {use.Named}");
        Assert.Empty(trespasses.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// In the service's and the tools' own projects a file at the top belongs to the project's own room.
    /// </summary>
    [Fact]
    public void Every_folder_of_the_server_is_a_room()
    {
        var folders = Sources.Projects.SelectMany(project => Sources.Of(project)
            .Select(source => (Room: NamespaceOf(File.ReadAllText(source.File)), source.Path, project))
            .Where(source => source.Room is not null)
            .Where(source => !source.Path.StartsWith(
                FolderOf(source.Room!, source.project), StringComparison.Ordinal)
                || !Doors.ContainsKey(source.Room!.Split('.')[1]))
            .Select(source => $"{source.project}/{source.Path} is in {source.Room}"));
        Assert.Empty(folders);
    }

    [Fact]
    public void No_file_has_a_name_that_says_little()
    {
        Assert.DoesNotContain(
            Sources.Projects.Append("Control.Contracts").SelectMany(Sources.Of),
            file => SaysLittle().IsMatch(Path.GetFileName(file.Path)));
    }

    /// <summary>All that is written by hand: generated files have the width that they get.</summary>
    [Theory]
    [InlineData("src", 800)]
    [InlineData("tests", 300)]
    [InlineData("packages", 10)]
    public void No_line_of_the_sources_is_wider_than_120_columns(string folder, int atLeast)
    {
        string[] left = ["/obj/", "/bin/", "/node_modules/", "/Store/Compiled/", "/Names/"];
        var files = Directory
            .EnumerateFiles(
                Path.Combine(OperationCatalogue.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(OperationCatalogue.Repository, file).Replace('\\', '/'))
            .Where(file => !left.Any(part => file.Contains(part, StringComparison.Ordinal)))
            .ToList();
        Assert.True(files.Count > atLeast, $"only {files.Count} files of {folder} are looked at");
        Assert.Empty(files.SelectMany(file => File.ReadLines(Path.Combine(OperationCatalogue.Repository, file))
            .Index()
            .Where(line => line.Item.Length > 120)
            .Select(line => $"{file}:{line.Index + 1}")));
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
    public void The_Socket_IO_server_knows_nothing_of_the_emulator() =>
        OnlyThePlatform(typeof(SocketIo.SocketIoPacket).Assembly);

    /// <summary>What the server writes and the package for tests reads: how it comes about is the server's.</summary>
    [Fact]
    public void The_records_of_admin_are_shapes_alone_and_know_nothing_of_the_emulator()
    {
        var contracts = typeof(ClockReading).Assembly;
        OnlyThePlatform(contracts);
        var types = contracts.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsEnum)
            .ToList();
        Assert.Contains(typeof(SandboxDescription), types);
        Assert.All(types, type => Assert.True(
            type is { IsPublic: true, IsSealed: true, Namespace: "ConsoleConnect.Emulator.Admin" } && IsRecord(type),
            $"{type} is no public record"));
        Assert.Empty(types.SelectMany(Written).Select(member => $"{member.DeclaringType} has {member.Name}"));

        static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

        // The compiler marks what it makes of a record.
        static IEnumerable<MethodInfo> Written(Type type) => type
            .GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
                | BindingFlags.Instance)
            .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)));
    }

    private static void OnlyThePlatform(Assembly project) => Assert.All(
        project.GetReferencedAssemblies().Select(name => name.Name!),
        name => Assert.True(
            name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.", StringComparison.Ordinal), name));

    /// <summary>What every type of the server names.</summary>
    private static IEnumerable<(string Type, string Named)> Uses() => Read.Value;

    private static readonly Lazy<IReadOnlyList<(string Type, string Named)>> Read = new(() =>
    [
        .. Projects.Values.SelectMany(project =>
            NamedTypes.Of(project).SelectMany(type => type.Value.Select(named => (type.Key, named)))),
    ]);

    /// <summary>The room that a type is in; null where it is in none.</summary>
    private static string? RoomOf(string type) =>
        type.Split('.') is ["Emulator", var room, _, ..] ? room : null;

    /// <summary>The chapter of the API that a type is in; null where it is in none.</summary>
    private static string? ChapterOf(string type) =>
        type.Split('.') is ["Emulator", "Api", var chapter, _, ..] ? chapter : null;

    /// <summary>Where in a project the files of a namespace are.</summary>
    private static string FolderOf(string room, string project) =>
        string.Concat(room.Split('.').Skip(1).SkipWhile(part => part == project).Select(part => part + "/"));

    private static string? NamespaceOf(string text) =>
        NamespaceName().Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The rooms a file names in its usings.</summary>
    private static IEnumerable<string> Rooms(string text) =>
        RoomName().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^using (?:\w+ = )?(?:static )?Emulator\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex RoomName();

    [GeneratedRegex(@"^namespace (Emulator\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceName();

    [GeneratedRegex("(Helper|Utils?(?!ization)|Manager|Dto|Common)[^/]*\\.cs$")]
    private static partial Regex SaysLittle();
}
