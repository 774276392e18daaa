using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// What generators of typed clients need of the documents: schemas that say what a value is, and an address to ask.
/// </summary>
public sealed class OpenApiSchemasTests
{
    private static readonly string[] Saying = ["type", "$ref", "oneOf", "anyOf", "allOf"];

    /// <summary>
    /// A required member whose schema says nothing is never null to a generated client, which throws where it is.
    /// </summary>
    [Theory]
    [InlineData("/openapi.json", 2500)]
    [InlineData("/openapi/admin.json", 800)]
    public async Task Every_schema_says_what_its_value_is(string path, int atLeast)
    {
        var schemas = Schemas((await OpenApiListing.OfThisBuild(path)).Document, "").ToList();
        Assert.True(schemas.Count > atLeast, $"only {schemas.Count} schemas are looked at");
        Assert.Empty(schemas.Where(schema => schema.Schema is not JsonObject saying || !Saying.Any(saying.ContainsKey))
            .Select(schema => schema.Where));
    }

    /// <summary>The members that the documents print as null and nothing else: what a client reads is null.</summary>
    [Fact]
    public async Task What_is_always_null_may_be_null()
    {
        var members = Schemas((await OpenApiListing.OfThisBuild("/openapi.json")).Document, "")
            .Where(schema => schema.Where.EndsWith("/social", StringComparison.Ordinal)
                || schema.Where.EndsWith("/ListedPort/edgePayload", StringComparison.Ordinal)).ToList();
        Assert.Contains(members, member => member.Where.EndsWith("/ListedPort/edgePayload", StringComparison.Ordinal));
        Assert.All(members, member => Assert.Equal(
            ["null", "object"], member.Schema!["type"]!.AsArray().Select(type => type!.GetValue<string>())));
    }

    [Theory]
    [InlineData("/openapi.json", "localhost:9000", "http://localhost:9000")]
    [InlineData("/openapi/admin.json", "127.0.0.1:9001", "http://127.0.0.1:9001")]
    [InlineData("/sandbox/default/openapi.json", "localhost:9000", "http://localhost:9000/sandbox/default")]
    public async Task A_document_says_the_address_that_it_was_asked_at(string path, string host, string address)
    {
        await using var emulator = new EmulatorUnderTest();
        var document = (await OpenApiListing.AskedAt(emulator, host, path)).Json;
        Assert.Equal(address, document["servers"]!.AsArray().Single()!["url"]!.GetValue<string>());
    }

    /// <summary>
    /// Numbers of documents, of quirks and of notes are ours: a reader has the documents. An operation may have one as
    /// its key, where it has no samples.
    /// </summary>
    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    [InlineData("/__admin/coverage")]
    public async Task What_is_told_of_operations_cites_the_documents_by_name(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        var texts = Texts((await emulator.Nobody().Get(path)).MustBeOk().Json).ToList();
        Assert.Contains(texts, text => text.Contains("API reference, line", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, @"\b00[0-2]:\d|FACTS|BEHAVIOUR|^Q-\d"));
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject some => some.Where(member => member.Key is not "key").SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>
    /// Every schema in a document: those of components, of bodies, of parameters, and all that stand in them.
    /// </summary>
    private static IEnumerable<(string Where, JsonNode? Schema)> Schemas(JsonNode? node, string where) =>
        node switch
        {
            JsonObject some => some.Where(member => member.Key is not ("example" or "examples" or "default" or "enum"))
                .SelectMany(member =>
                    member.Key switch
                    {
                        "schema" => Within(member.Value, $"{where}/schema"),
                        "schemas" => member
                            .Value!.AsObject()
                            .SelectMany(named => Within(named.Value, $"{where}/schemas/{named.Key}")),
                        _ => Schemas(member.Value, $"{where}/{member.Key}"),
                    }),
            JsonArray list => list.SelectMany((item, index) => Schemas(item, $"{where}/{index}")),
            _ => [],
        };

    private static IEnumerable<(string Where, JsonNode? Schema)> Within(JsonNode? schema, string where)
    {
        yield return (where, schema);
        if (schema is not JsonObject some)
        {
            yield break;
        }

        var inside = (some["properties"]?.AsObject() ?? []).Select(member => (member.Key, member.Value))
            .Concat(Saying.Where(word => some[word] is JsonArray && word != "type")
                .SelectMany(word => some[word]!.AsArray().Select((choice, index) => ($"{word}{index}", choice))))
            .Concat(new[] { "items", "additionalProperties" }.Where(word => some[word] is JsonObject)
                .Select(word => (word, some[word])));
        foreach (var (name, value) in inside)
        {
            foreach (var deeper in Within(value, $"{where}/{name}"))
            {
                yield return deeper;
            }
        }
    }
}
