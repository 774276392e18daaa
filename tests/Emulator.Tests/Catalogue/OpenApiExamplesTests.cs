using System.Net;
using Emulator.Tests.Wire.Contract;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>Whoever presses Execute in Swagger UI, with nothing changed, on the fresh seed, gets an answer, and it is the one the document tells of.</summary>
public sealed class OpenApiExamplesTests
{
    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task Every_example_works_as_it_stands_on_the_fresh_seed(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        var failed = new List<string>();
        await foreach (var (operation, answer) in Executed(emulator, await OpenApiListing.Read(emulator, path)))
        {
            if (answer.Status != HttpStatusCode.OK)
            {
                failed.Add($"{operation}: {operation.Address()} {operation.Body} answers {(int)answer.Status} {answer.Text}");
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
    }

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task Every_answer_is_as_its_operation_says(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        var listing = await OpenApiListing.Read(emulator, path);
        var contract = Contracts.Of(listing.Document);
        var faults = new List<string>();
        await foreach (var (operation, answer) in Executed(emulator, listing))
        {
            answer.MustBeOk();
            if (operation.Answers == "application/json")
            {
                var told = contract.All.Single(known => known.Name == operation.ToString()).Answers[200];
                faults.AddRange(Contracts.Findings(told.Schema, answer.Text).Select(finding => $"{operation}: {finding}"));
            }
            else
            {
                Assert.Equal(operation.Answers, answer.ContentType);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Executes each operation with its own examples, each on the fresh seed, as a user who may.</summary>
    private static async IAsyncEnumerable<(ListedOperation Operation, Answer Answer)> Executed(EmulatorUnderTest emulator, OpenApiListing listing)
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
                (await stan.Put("/api/company/Acme/ports/orders", """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""")).MustBeOk();
            }

            // Nothing goes wrong at first: a rule has to be made before it can be looked at.
            if (operation.Path.StartsWith("/__admin/faults/", StringComparison.Ordinal))
            {
                (await emulator.Nobody().Post("/__admin/faults", """{"id":"busy","then":{"latency":{"milliseconds":0}}}""")).MustBeOk();
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
                using var file = new ByteArrayContent(await http.GetByteArrayAsync(operation.Address()));
                yield return (operation, await stan.Send(new HttpRequestMessage(new HttpMethod(operation.Method), operation.Address()) { Content = file }));
                continue;
            }

            yield return (operation, await stan.Send(new HttpMethod(operation.Method), operation.Address(), operation.Body));
        }
    }
}
