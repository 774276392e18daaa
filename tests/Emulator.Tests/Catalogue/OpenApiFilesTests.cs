using System.Text;
using Emulator.Hosting.Swagger;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// openapi/emulator.json and openapi/admin.json hold what is served, so that a change of the contract shows in its
/// diff.
/// </summary>
public sealed class OpenApiFilesTests
{
    /// <summary>Set to 1, it has the files written instead of compared.</summary>
    private const string Update = "EMULATOR_UPDATE_OPENAPI";

    /// <summary>
    /// Whether this run writes the files. Until the program is built again, it carries what was there before.
    /// </summary>
    public static bool AreWritten => Environment.GetEnvironmentVariable(Update) == "1";

    [Theory]
    [InlineData("/openapi.json", "emulator.json")]
    [InlineData("/openapi/admin.json", "admin.json")]
    public async Task The_file_holds_what_is_served(string path, string name)
    {
        // The answers of this run, not those that the program carries, so that one run writes all there is to write.
        var answers = AreWritten ? (await OpenApiExamplesTests.Answers()).ToJsonString() : null;
        await using var emulator = new EmulatorUnderTest
        {
            Registers = services =>
            {
                if (answers is not null)
                {
                    services.AddSingleton(new ShownAnswers(() => new MemoryStream(Encoding.UTF8.GetBytes(answers))));
                }
            },
        };
        var served = (await OpenApiListing.AskedAt(emulator, "localhost:9000", path)).Text;
        var file = Path.Combine(OperationCatalogue.Repository, "openapi", name);
        if (AreWritten)
        {
            await File.WriteAllTextAsync(file, served);
        }

        var held = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        Assert.True(held == served, $"openapi/{name} is not what {path} serves ({Difference(held, served)}). If the "
            + $"change is meant: {Update}=1 dotnet test --filter OpenApiFiles");
    }

    private static string Difference(string held, string served)
    {
        var (left, right) = (held.Split('\n'), served.Split('\n'));
        var line = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} holds {left.ElementAtOrDefault(line)?.Trim()}, served is "
            + $"{right.ElementAtOrDefault(line)?.Trim()}";
    }
}
