using System.Text.Json.Nodes;
using Emulator.Api;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// What later published editions have: the live answer of each operation has every member of its shape
/// (openapi/published/shapes: paths and JSON kinds) with its kind, and requests that have every member of theirs are
/// taken. Where that is meant to differ, openapi/published/shape-differences.tsv says why; a path in a request is
/// written with <c>request</c> in front.
/// </summary>
public sealed class PublishedShapeTests
{
    /// <summary>The shapes of answers, by the operation's name.</summary>
    public static TheoryData<string> Answers() =>
        [
            .. PublishedShapes.Keys("response.200", documented: false)
                .Concat(PublishedShapes.Keys("response.201", documented: false))
                .Select(OperationCatalogue.Named),
        ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_has_its_published_shape(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var asked = (await OpenApiListing.OfThisBuild("/openapi.json")).Operations
            .Single(listed => listed.IsDocumented(key));
        var answer = (await Asked(emulator, asked, key, asked.Body)).Json;
        var shape = PublishedShapes.Of(key, $"response.{asked.Well}");
        Assert.Equal(Meant(key, inRequest: false), Misses(shape, [answer]).Order(StringComparer.Ordinal));

        // Each member that is taken away, or is of another kind, is missed.
        Assert.All(shape.Where(member => member.IsNamed && member.In(answer).Any()), member =>
        {
            Assert.Contains($"{member.Path} nothing", Misses(shape, [member.RemovedFrom(answer)]));
            var (body, kind) = member.OfAnotherKind(answer);
            Assert.Contains($"{member.Path} {kind}", Misses([member], [body]));
        });
    }

    /// <summary>The shapes of requests, by the operation's name.</summary>
    public static TheoryData<string> Requests() =>
        [.. PublishedShapes.Keys("request", documented: false).Select(OperationCatalogue.Named)];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Requests_with_every_member_of_the_published_shape_are_taken(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        var sent = new List<JsonNode>();
        var asked = (await OpenApiListing.OfThisBuild("/openapi.json")).Operations
            .Single(listed => listed.IsDocumented(key));
        foreach (var body in PublishedCalls.FurtherBodies(key).Prepend(asked.Body!))
        {
            await using var emulator = new EmulatorUnderTest();
            await Asked(emulator, asked, key, body);
            sent.Add(JsonNode.Parse(body)!);
        }

        Assert.Equal(
            Meant(key, inRequest: true),
            Misses(PublishedShapes.Of(key, "request"), sent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_published_operation_has_its_shapes_and_every_difference_its_reason()
    {
        var published = OperationCatalogue.Listed().Except(OperationCatalogue.Documented()).ToList();
        Assert.NotEmpty(published);

        // What only clients are seen to ask, or is assumed beside it, no edition prints: there is no shape of it.
        var shaped = PublishedShapes.Keys("*", documented: false).ToList();
        Assert.All(
            published.Where(operation => DocumentedOperations.Of(operation.Key).Edition != "clients"),
            operation => Assert.Contains(operation.Key, shaped));
        Assert.All(shaped, key => Assert.Contains(published, operation => operation.Key == key));
        Assert.All(PublishedShapes.Differences, difference => Assert.All(
            new[] { difference.Path, difference.Kind, difference.Reason, difference.Source }, Assert.NotEmpty));
    }

    /// <summary>The answer to an operation that is asked with its own examples and a body.</summary>
    private static async Task<Answer> Asked(
        EmulatorUnderTest emulator, ListedOperation asked, string key, string? body)
    {
        var stan = await emulator.Stan();
        await PublishedCalls.Prepare(key, emulator, stan);
        return (await stan.Send(new HttpMethod(asked.Method), asked.Address(), body)).MustBeOf(asked);
    }

    /// <summary>What is meant to differ.</summary>
    private static IEnumerable<string> Meant(string key, bool inRequest) =>
        PublishedShapes.Differences
            .Where(difference => difference.Key == key
                && difference.Path.StartsWith("request ", StringComparison.Ordinal) == inRequest)
            .Select(difference => $"{(inRequest ? difference.Path["request ".Length..] : difference.Path)} "
                + difference.Kind)
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// What bodies lack of a shape, taken together: the path, and the kind that stands there instead.
    /// </summary>
    private static IEnumerable<string> Misses(
        IEnumerable<PublishedMember> shape, IReadOnlyList<JsonNode> bodies)
    {
        foreach (var member in shape)
        {
            var there = bodies.SelectMany(member.In).Select(PublishedMember.KindOf).Distinct().ToList();
            var wrong = there.Count == 0 ? ["nothing"] : there.Where(kind => !member.Takes(kind));
            foreach (var kind in wrong)
            {
                yield return $"{member.Path} {kind}";
            }
        }
    }
}
