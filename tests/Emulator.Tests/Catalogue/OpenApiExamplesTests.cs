using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Tests.Wire.Contract;
using Emulator.Wire.Contract;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// Anyone who presses Execute in Swagger UI, with nothing changed, on the fresh seed, gets an answer, and it is the one
/// the document tells of.
/// </summary>
public sealed class OpenApiExamplesTests
{
    /// <summary>Only where something is served by https has the emulator an authority to show.</summary>
    private const string Https = "urls=http://localhost:9000;https://localhost:9443";

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task Every_example_works_as_it_stands_on_the_fresh_seed(string path)
    {
        await using var emulator = new EmulatorUnderTest(Https);
        var failed = new List<string>();
        await foreach (var (operation, answer) in Executed(emulator, await OpenApiListing.Read(emulator, path)))
        {
            if ((int)answer.Status != int.Parse(operation.Well, System.Globalization.CultureInfo.InvariantCulture))
            {
                failed.Add($"{operation}: {operation.Address()} {operation.Body} answers {(int)answer.Status} "
                    + $"{answer.Text}");
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task Every_answer_is_as_its_operation_says(string path)
    {
        await using var emulator = new EmulatorUnderTest(Https);
        var listing = await OpenApiListing.Read(emulator, path);
        var contract = Contracts.Of(listing.Document);
        var faults = new List<string>();
        await foreach (var (operation, answer) in Executed(emulator, listing))
        {
            answer.MustBeOf(operation);
            if (operation.Answers == "application/json")
            {
                var told = contract.All
                    .Single(known => known.Name == operation.ToString())
                    .Answers[operation.Creates ? 201 : 200];
                faults.AddRange(
                    Contracts.Findings(told.Schema, answer.Text).Select(finding => $"{operation}: {finding}"));
            }
            else
            {
                Assert.Equal(operation.Answers, answer.ContentType);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Set EMULATOR_UPDATE_OPENAPI=1 to write them again.</summary>
    [Fact]
    public async Task The_answers_that_the_document_shows_are_what_is_answered()
    {
        var answers = await Answers();
        var file = Path.Combine(OperationCatalogue.Repository, "openapi/answers.json");
        if (OpenApiFilesTests.AreWritten)
        {
            await File.WriteAllTextAsync(file, answers.ToJsonString(Written) + "\n");
        }

        var held = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        Assert.Equal(answers.Select(answer => answer.Key), held.Select(answer => answer.Key));
        Assert.All(answers, answer => Assert.True(
            JsonNode.DeepEquals(answer.Value, held[answer.Key]), "openapi/answers.json shows another answer of "
                + $"{answer.Key}. If that is meant: EMULATOR_UPDATE_OPENAPI=1 dotnet test --filter OpenApi"));
    }

    /// <summary>What is answered to the example of each operation that answers JSON, by its id.</summary>
    internal static async Task<JsonObject> Answers()
    {
        // Where they are written, held against what is served now: the program carries the contract that was before.
        var served = OpenApiFilesTests.AreWritten ? await Served() : null;
        await using var emulator = new EmulatorUnderTest
        {
            Registers = services =>
            {
                if (served is not null)
                {
                    services.AddSingleton(() => ServiceContract.Read(new MemoryStream(served)));
                }
            },
        };
        var answers = new JsonObject();
        await foreach (
            var (operation, answer) in Executed(emulator, await OpenApiListing.Read(emulator, "/openapi.json")))
        {
            if (operation.Answers == "application/json")
            {
                answers[operation.Id] = Shortened(answer.MustBeOf(operation).Json);
            }
        }

        return answers;
    }

    private static async Task<byte[]> Served()
    {
        await using var emulator = new EmulatorUnderTest();
        return Encoding.UTF8.GetBytes((await OpenApiListing.AskedAt(emulator, "localhost:9000", "/openapi.json")).Text);
    }

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The same with two elements of each list at most: an example shows the shape.</summary>
    private static JsonNode? Shortened(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, Shortened(member.Value)))),
            JsonArray elements => new JsonArray([.. elements.Take(2).Select(Shortened)]),
            _ => node?.DeepClone(),
        };

    /// <summary>Executes each operation with its own examples, each on the fresh seed, as a user who may.</summary>
    private static async IAsyncEnumerable<(ListedOperation Operation, Answer Answer)> Executed(
        EmulatorUnderTest emulator,
        OpenApiListing listing)
    {
        // A stream has no end to wait for: PresenceTests watch it.
        foreach (var operation in listing.Operations.Where(operation => operation.Answers != "text/event-stream"))
        {
            (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
            var stan = await emulator.Stan();
            if (operation.Path.StartsWith("/__admin/outbox/", StringComparison.Ordinal))
            {
                // The outbox is empty at first: somebody has to have caused a message before one can be read.
                (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
            }

            if (operation.Path == "/__admin/clock/advance-to-next")
            {
                // Nothing moves by itself in the seed: something has to be under way.
                (
                    await stan.Put(
                        "/api/company/Acme/ports/orders",
                        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
                    )
                ).MustBeOk();
            }

            // Nothing goes wrong at first: a rule has to be made before it can be looked at.
            if (operation.Path.StartsWith("/__admin/faults/", StringComparison.Ordinal))
            {
                (
                    await emulator
                        .Nobody()
                        .Post("/__admin/faults", """{"id":"busy","then":{"latency":{"milliseconds":0}}}""")
                ).MustBeOk();
            }

            // No sandbox is there at first but the default one: one has to be made before it can be looked at.
            await emulator.Nobody().Delete("/__admin/sandboxes/mine");
            if (operation.Path.StartsWith("/__admin/sandboxes/", StringComparison.Ordinal))
            {
                (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
            }

            // Nor is a snapshot; and a file that can be given is one that was fetched.
            await emulator.Nobody().Delete("/__admin/snapshots/mine");
            if (operation.Path.StartsWith("/__admin/snapshots/", StringComparison.Ordinal))
            {
                (await emulator.Nobody().Post("/__admin/snapshots", """{"name":"mine"}""")).MustBeOk();
            }

            if (operation.TakesFile)
            {
                using var http = emulator.CreateClient();
                using var file = new ByteArrayContent(await http.GetByteArrayAsync(
                    operation.Path == "/__admin/compare" ? "/__admin/journal/export?format=har" : operation.Address()));
                yield return (
                    operation,
                    await stan.Send(
                        new HttpRequestMessage(new HttpMethod(operation.Method), operation.Address()) { Content = file }
                    ));
                continue;
            }

            yield return (
                operation,
                await stan.Send(new HttpMethod(operation.Method), operation.Address(), operation.Body));
        }
    }
}
