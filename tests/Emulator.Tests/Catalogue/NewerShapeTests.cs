using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// What later editions print of the operations that the documents have too: the live answer has every member of the
/// newer shape (openapi/published/shapes) with its kind, beside what the documents' samples show, to which
/// <see cref="SampleTests"/> holds it. Where that is meant to differ, openapi/published/shape-differences.tsv says why.
/// </summary>
public sealed class NewerShapeTests
{
    private const string Orders = "/api/company/Acme/ports/orders";

    private const string WithACrossConnect =
        """
        {"dataCenterFacility":"coresite-sv1","speed":1000,"portName":"P","paymentType":"invoice",
        "bundleCrossConnect":true,"discountCode":"DISCOUNTDEMO"}
        """;

    /// <summary>How each answer is had that isn't asked for as the documents' sample is.</summary>
    private static readonly Dictionary<string, Func<EmulatorUnderTest, Task<Answer>>> Calls = new()
    {
        ["022"] = async emulator => await (await emulator.Stan()).Put(
            "/api/company",
            """
            {"name":"Foo International","businessRegistrationNumber":"EXAMPLE-321",
            "company":{"addresses":[{"primary":true,"country":"US","address":"17 Anywhere Pl","city":"Major City",
            "state":"OH","zip":"44101"}],"emailDomains":["foo.co"],"businessType":"Data Center"}}
            """),
        ["025"] = async emulator =>
            await (await emulator.Stan()).Put("/company/Acme/memberships/max/roles/NETWORKCONTROL"),
        ["041"] = async emulator => await (await emulator.Stan()).Put(Orders, WithACrossConnect),
        ["042"] = async emulator =>
        {
            var stan = await emulator.Stan();
            (await stan.Put(Orders, WithACrossConnect)).MustBeOk();
            await emulator.Pass(10);
            return await stan.Get(Orders);
        },
    };

    /// <summary>The operations whose shapes are of a later edition.</summary>
    public static TheoryData<string> Newer() =>
        [.. PublishedShapes.Keys("response.200", documented: true).Select(OperationCatalogue.Named)];

    [Theory]
    [MemberData(nameof(Newer))]
    public async Task An_answer_has_the_newer_shape_too(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var answer = (await CallOf(key)(emulator)).MustBeOk().Json;
        var shape = PublishedShapes.Of(key, "response.200");
        var meant = PublishedShapes.Differences
            .Where(difference => difference.Key == key
                && !difference.Path.StartsWith("request ", StringComparison.Ordinal))
            .ToList();
        var told = meant.Select(difference => $"{difference.Path} {difference.Kind}").ToList();
        var missed = Misses(shape, answer).ToList();
        var unmeant = missed.Except(told).ToList();
        Assert.True(unmeant.Count == 0, $"{key} lacks\n{string.Join('\n', unmeant)}");
        Assert.Equal([], told.Except(missed));

        // Each member that is taken away is missed, and each whose kind is known is missed when it is of another.
        foreach (var member in shape.Where(member => member.IsNamed && member.In(answer).Any()))
        {
            if (meant.Exists(difference => member.Path.StartsWith(difference.Path, StringComparison.Ordinal)))
            {
                continue;
            }

            Assert.Contains($"{member.Path} nothing", Misses(shape, member.RemovedFrom(answer)));
            if (member.Kinds.Any(kind => kind != "null"))
            {
                var (body, kind) = member.OfAnotherKind(answer);
                Assert.Contains($"{member.Path} {kind}", Misses([member], body));
            }
        }
    }

    /// <summary>The operations of which a later edition prints another request.</summary>
    public static TheoryData<string> Requests() =>
        [.. PublishedShapes.Keys("request", documented: true).Select(OperationCatalogue.Named)];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_may_have_every_member_of_the_newer_shape(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        var listing = await OpenApiListing.OfThisBuild("/openapi.json");
        var document = listing.Document;
        var asked = listing.Operations
            .Single(listed => listed.IsDocumented(key));
        var told = document["paths"]![asked.Path]![asked.Method.ToLowerInvariant()]!;

        // What a reading call sends in a body stands in its path, too.
        var known = told["requestBody"] is { } body
            ? Names(document, body["content"]!["application/json"]!["schema"]!, "$").ToHashSet()
            : [.. told["parameters"]!.AsArray().Select(parameter => $"$.{parameter!["name"]!.GetValue<string>()}")];
        var shape = PublishedShapes.Of(key, "request")
            .Select(member => member.Path).Where(path => path != "$" && !path.EndsWith(']')).ToList();
        Assert.NotEmpty(shape);
        Assert.Equal([], shape.Where(path => !known.Contains(path)));
    }

    /// <summary>The paths of every member that a schema names.</summary>
    private static IEnumerable<string> Names(JsonNode document, JsonNode schema, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!;
        }

        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            yield return $"{path}.{name}";
            foreach (var inner in Names(document, member!, $"{path}.{name}"))
            {
                yield return inner;
            }
        }

        foreach (var one in schema["oneOf"]?.AsArray() ?? [])
        {
            foreach (var inner in Names(document, one!, path))
            {
                yield return inner;
            }
        }

        if (schema["items"] is { } items)
        {
            foreach (var inner in Names(document, items, path + "[]"))
            {
                yield return inner;
            }
        }
    }

    private static Func<EmulatorUnderTest, Task<Answer>> CallOf(string key) =>
        Calls.TryGetValue(key, out var call) ? call : SampleTests.Calls[key];

    /// <summary>
    /// What an answer lacks: the path, and the kind that stands there instead. Null tells no kind: in a shape it lets
    /// any through, and in an answer it is missed only where nothing else stands at that place. What would be within an
    /// empty list, or within null, is told once, by the outermost place.
    /// </summary>
    private static IEnumerable<string> Misses(IReadOnlyList<PublishedMember> shape, JsonNode answer)
    {
        foreach (var member in shape.Where(member => member.Path != "$"))
        {
            if (!member.HoldersIn(answer).Any(holder => holder is not null))
            {
                continue;
            }

            var there = member.In(answer).Select(PublishedMember.KindOf).Distinct().ToList();
            var wrong = there.Count == 0 ? ["nothing"]
                : member.Kinds.All(kind => kind == "null") ? []
                : there.All(kind => kind == "null") ? ["null"]
                : there.Where(kind => kind != "null" && !member.Takes(kind));
            foreach (var kind in wrong)
            {
                yield return $"{member.Path} {kind}";
            }
        }
    }
}
