using System.Collections.Concurrent;
using System.Reflection;
using Emulator.Tests.Catalogue;
using Xunit;
using Xunit.v3;

[assembly: NoteTestClass]

namespace Emulator.Tests.Catalogue;

/// <summary>
/// Which test classes ask which operation: noted while the tests run, from the header that names the operation in each
/// answer.
/// </summary>
internal static class TestedOperations
{
    /// <summary>Where the table stands.</summary>
    public const string FileName = "openapi/tested-by.tsv";

    private static readonly ConcurrentDictionary<(string Operation, string Class), bool> Asked = new();
    private static readonly ConcurrentDictionary<string, bool> Ran = new();

    /// <summary>Those that were asked so far, as <c>openapi/tested-by.tsv</c> has them.</summary>
    public static string Table =>
        string.Concat(
            Asked
                .Keys.GroupBy(pair => pair.Operation)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    $"{group.Key}\t{string.Join(',', group.Select(pair => pair.Class).Order(StringComparer.Ordinal))}\n"
                )
                .Prepend("operation\ttests\n"));

    /// <summary>
    /// Whether every test class has run, except for those that look back: part of them says nothing about the whole.
    /// </summary>
    public static bool IsWhole =>
        typeof(TestedOperations)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<CollectionAttribute>()?.Name != AfterAllOthers.Name)
            .Where(type =>
                !type.IsAbstract
                && type.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any()))
            .All(type => Ran.ContainsKey(type.FullName!));

    /// <summary>
    /// The test classes that ask each operation, by its key: from this run where it is whole, else from the file.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> ByOperation()
    {
        var table = IsWhole ? Table : File.ReadAllText(Path.Combine(OperationCatalogue.Repository, FileName));
        return table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1].Split(','));
    }

    /// <summary>Notes that a test class runs.</summary>
    public static void Runs(string testClass) => Ran[testClass] = true;

    /// <summary>Notes what the running test has asked.</summary>
    /// <param name="operation">The value of <c>X-Emulator-Operation</c>.</param>
    public static void Note(string operation)
    {
        if (TestContext.Current.TestClass is { } running)
        {
            Asked[
                (operation[..operation.IndexOf(' ', StringComparison.Ordinal)], running.TestClassName.Split('.')[^1])
            ] = true;
        }
    }
}

/// <summary>openapi/tested-by.tsv, which docs/COVERAGE.md tells of, holds what the tests ask.</summary>
[Collection(AfterAllOthers.Name)]
public sealed class TestedOperationsTests
{
    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it again.</summary>
    [Fact]
    public async Task The_table_of_which_tests_ask_which_operation_is_what_they_have_asked()
    {
        Assert.SkipUnless(TestedOperations.IsWhole, "Only a run of all tests tells.");
        var file = Path.Combine(OperationCatalogue.Repository, TestedOperations.FileName);
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, TestedOperations.Table);
        }

        var held = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        var (left, right) = (held.Split('\n'), TestedOperations.Table.Split('\n'));
        Assert.True(
            held == TestedOperations.Table,
            $"openapi/tested-by.tsv holds\n{string.Join('\n', left.Except(right))}\nthe tests "
            + $"asked\n{string.Join('\n', right.Except(left))}\nIf that is meant: EMULATOR_UPDATE_DOCS=1 dotnet test.");
    }
}

/// <summary>Notes each test class that runs.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoteTestClassAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        TestedOperations.Runs(methodUnderTest.ReflectedType!.FullName!);
}

/// <summary>The collection of what looks back at the whole run: alone, when all others are over.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllOthers
{
    /// <summary>Its name.</summary>
    public const string Name = "After all others";
}
