using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.ConsoleConnect;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// The names that ConsoleConnect.Emulator.Testing has for operations, machines, states and triggers are those that the
/// server knows.
/// </summary>
public sealed class PackageNamesTests
{
    private const string Folder = "src/ConsoleConnect.Emulator.Testing/Names";

    [Fact]
    public void Operations_are_those_of_the_document() => Holds("EmulatorOperations", Operations());

    [Fact]
    public void Machines_are_those_of_the_service() => Holds(
        "EmulatorMachines",
        Class("EmulatorMachines", "The names of the state machines.", Members(
            ConsoleConnectService.Instance.Machines.Select(machine => machine.Name), "The machine")));

    [Fact]
    public void States_are_those_of_the_machines() => Holds(
        "EmulatorStates",
        Class("EmulatorStates", "The states of each machine, as the documents spell them.", Nested(
            "The states of", "The state", machine => machine.States)));

    [Fact]
    public void Triggers_are_those_of_the_machines() => Holds(
        "EmulatorTriggers",
        Class("EmulatorTriggers", "What can be fired at each machine's resources.", Nested(
            "What can be fired at",
            "The trigger",
            machine => [.. machine.Moves.Select(move => move.Trigger).Distinct().Order(StringComparer.Ordinal)])));

    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it again.</summary>
    private static void Holds(string name, string right)
    {
        var path = Path.Combine(OperationCatalogue.Repository, Folder, $"{name}.cs");
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, right);
        }

        Assert.Equal(right, File.ReadAllText(path));
    }

    private static string Operations()
    {
        var document = JsonNode.Parse(
            File.ReadAllText(Path.Combine(OperationCatalogue.Repository, "openapi/emulator.json")))!;
        var members = document["paths"]!.AsObject()
            .Where(path => !path.Key.StartsWith("/__admin", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject()
                .Where(operation => operation.Value?["operationId"] is not null)
                .Select(operation => (
                    Name: operation.Value!["operationId"]!.GetValue<string>(),
                    Value: $"{operation.Key.ToUpperInvariant()} {path.Key}",
                    Meaning: operation.Value["summary"]!.GetValue<string>())))
            .OrderBy(operation => operation.Name, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var (name, value, meaning) in members)
        {
            Member(text, "    ", name, value, meaning);
        }

        return Class("EmulatorOperations", "The operations of the service, for faults and searches of the journal.",
            text.ToString());
    }

    private static string Nested(
        string ofAll, string ofOne, Func<Emulator.Resources.IMachine, IReadOnlyList<string>> words)
    {
        var text = new StringBuilder();
        foreach (var machine in ConsoleConnectService.Instance.Machines)
        {
            text.Append(text.Length == 0 ? "" : "\n")
                .Append(CultureInfo.InvariantCulture, $"    /// <summary>{ofAll} <c>{machine.Name}</c>.</summary>\n")
                .Append(CultureInfo.InvariantCulture, $"    public static class {Identifier(machine.Name)}\n    {{\n")
                .Append(Members(words(machine), ofOne, "        "))
                .Append("    }\n");
        }

        return text.ToString();
    }

    private static string Members(IEnumerable<string> words, string what, string indent = "    ")
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            Member(text, indent, Identifier(word), word, $"{what} <c>{word}</c>.");
        }

        return text.ToString();
    }

    private static void Member(StringBuilder text, string indent, string name, string value, string meaning) => text
        .Append(text.Length == 0 ? "" : "\n")
        .Append(CultureInfo.InvariantCulture, $"{indent}/// <summary>{meaning.TrimEnd('.')}.</summary>\n")
        .Append(Declared(indent, name, value));

    private static string Declared(string indent, string name, string value)
    {
        var line = $"{indent}public const string {name} = \"{value}\";\n";
        return line.Length <= 121 ? line
            : $"{indent}public const string {name} =\n{indent}    \"{value}\";\n";
    }

    private static string Class(string name, string meaning, string members) =>
        $"namespace ConsoleConnect.Emulator.Testing;\n\n/// <summary>{meaning}</summary>\n"
        + $"/// <remarks>Generated: <c>EMULATOR_UPDATE_DOCS=1 dotnet test</c> writes it again.</remarks>\n"
        + $"public static class {name}\n{{\n{members}}}\n";

    /// <summary>A word of the service's as a name in C#: <c>loa_sent</c> is LoaSent, <c>ACTIVE</c> is Active.</summary>
    private static string Identifier(string word) => string.Concat(word
        .Split('_', '-', ' ')
        .Select(part => string.Concat(
            part[..1].ToUpperInvariant(),
            part.Any(char.IsLower) ? part[1..] : part[1..].ToLowerInvariant())));
}
