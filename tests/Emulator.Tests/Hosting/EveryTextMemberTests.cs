using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// In each text member of each operation's body, the service's and the emulator's own, half of a surrogate pair and a
/// byte that is no UTF-8: no answer is a failure of ours, and the journal shows all of it.
/// </summary>
public sealed class EveryTextMemberTests(ITestOutputHelper output)
{
    /// <summary>What is put where a text stands, and exchanged for bytes when all is written.</summary>
    private const string Mark = "@@odd@@";

    /// <summary>What waits for others, or never ends.</summary>
    private static readonly string[] GoesOn = ["OutboxWait", "JournalExpectationWait", "EventWatch", "WatchPresence"];

    private static readonly string[] OddValues =
        ["a%ff", "%ED%A0%80", "%5Cud83d", "caf%C3%A9", "%7B%22where%22:%7B%22name%22:%22%5Cud83d%ff%22%7D%7D"];

    private static readonly byte[][] OddTexts = [@"a\ud83d"u8.ToArray(), [.. "caf"u8, 0xE9, .. "@example.com"u8]];

    [Theory]
    [InlineData("/openapi.json", 100)]
    [InlineData("/openapi/admin.json", 30)]
    public async Task No_text_member_of_any_operation_breaks_by_its_letters(string document, int fewest)
    {
        await using var emulator = new EmulatorUnderTest();
        var listing = await OpenApiListing.OfThisBuild(document);
        var broken = new List<string>();
        var tried = 0;
        foreach (var operation in Asked(listing).Where(operation => operation.Method != "GET"))
        {
            foreach (var body in Bodies(listing.Document, operation))
            {
                tried++;
                foreach (var odd in OddTexts)
                {
                    var answer = await Sent(emulator, operation, operation.Address(), With(body.ToJsonString(), odd));
                    if ((int)answer.Status >= 500)
                    {
                        broken.Add($"{operation} {body.ToJsonString()}: {(int)answer.Status} {answer.Text}");
                    }
                }
            }

            await BodyTextTests.JournalMustBeShown(emulator);
            (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        }

        output.WriteLine($"{tried} text members and bodies");
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.InRange(tried, fewest, int.MaxValue);
    }

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task No_parameter_of_any_operation_breaks_by_its_letters(string document)
    {
        await using var emulator = new EmulatorUnderTest();
        var broken = new List<string>();
        var listing = await OpenApiListing.OfThisBuild(document);
        foreach (var operation in Asked(listing).Where(operation => !GoesOn.Contains(operation.Id)))
        {
            foreach (var (where, name, _) in operation.Parameters.Where(parameter => parameter.In is "path" or "query"))
            {
                foreach (var odd in OddValues)
                {
                    var path = operation.Path.Replace($"{{{name}}}", odd, StringComparison.Ordinal);
                    var address = (operation with { Path = path }).Address();
                    address = where == "path" ? address : $"{address.Split('?')[0]}?{name}={odd}";
                    var answer = await Sent(emulator, operation, address, Encoding.UTF8.GetBytes(operation.Body ?? ""));
                    if ((int)answer.Status >= 500)
                    {
                        broken.Add($"{operation.Method} {address}: {(int)answer.Status} {answer.Text}");
                    }
                }
            }
        }

        await BodyTextTests.JournalMustBeShown(emulator);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static IEnumerable<ListedOperation> Asked(OpenApiListing listing) =>
        listing.Operations.Where(operation => !operation.TakesFile);

    /// <summary>
    /// One body for each place that a text may stand in: the example with that one made odd, and added where the
    /// example hasn't got it; besides, members nobody knows.
    /// </summary>
    private static IEnumerable<JsonNode> Bodies(JsonNode document, ListedOperation operation)
    {
        var example = operation.Body is { } shown ? JsonNode.Parse(shown)! : new JsonObject();
        foreach (var name in (example as JsonObject ?? []).Select(member => member.Key).ToList())
        {
            if (name.StartsWith("timeout", StringComparison.Ordinal))
            {
                example[name] = 0;
            }
        }

        var schema = operation.Json["requestBody"]?["content"]?["application/json"]?["schema"];
        foreach (var place in schema is null ? [] : Places(document, schema, []))
        {
            yield return Put(example.DeepClone(), place);
        }

        var more = example.DeepClone();
        if ((more as JsonObject ?? (more as JsonArray)?.OfType<JsonObject>().FirstOrDefault()) is { } holder)
        {
            holder["unheardOf"] = Mark;
            holder["token" + Mark] = new JsonObject { [Mark] = new JsonArray(Mark) };
            yield return more;
        }
    }

    /// <summary>Where texts may stand, as the schema tells it.</summary>
    private static IEnumerable<string[]> Places(JsonNode document, JsonNode schema, string[] path)
    {
        schema = schema["$ref"] is { } reference
            ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!
            : schema;
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(one => one!.GetValue<string>()).ToList(),
            { } one => [one.GetValue<string>()],
            null => ["string"], // Anything may stand there.
        };
        if (path.Length > 6)
        {
            return [];
        }

        return types.Contains("string") || (types.Contains("object") && schema["properties"] is null) ? [path]
            : schema["properties"] is JsonObject members
                ? members.SelectMany(member => Places(document, member.Value!, [.. path, member.Key]))
            : schema["items"] is { } items ? Places(document, items, [.. path, ""])
            : types.Contains("array") ? [path]
            : [];
    }

    private static JsonNode Put(JsonNode body, string[] place)
    {
        var at = body;
        for (var step = 0; step < place.Length; step++)
        {
            JsonNode next = step + 1 == place.Length ? JsonValue.Create(Mark)
                : place[step + 1].Length == 0 ? new JsonArray()
                : new JsonObject();
            if (at is JsonArray array)
            {
                if (array.Count == 0 || step + 1 == place.Length || array[0]?.GetType() != next.GetType())
                {
                    array.Insert(0, next);
                }

                at = array[0]!;
                continue;
            }

            var members = (JsonObject)at;
            if (step + 1 == place.Length || members[place[step]]?.GetType() != next.GetType())
            {
                members[place[step]] = next;
            }

            at = members[place[step]]!;
        }

        return body;
    }

    private static byte[] With(string body, byte[] odd)
    {
        var parts = body.Split(Mark).Select(part => Encoding.UTF8.GetBytes(part)).ToList();
        return [.. parts.SelectMany((part, index) => index == 0 ? part : [.. odd, .. part])];
    }

    private static async Task<Answer> Sent(
        EmulatorUnderTest emulator, ListedOperation operation, string address, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), address);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("portal-token", "key-stan");
        return await emulator.Nobody().Send(request);
    }
}
