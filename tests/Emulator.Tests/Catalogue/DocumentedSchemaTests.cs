using System.Text.Json.Nodes;
using Emulator.Tests.Wire.Contract;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// The documents' own schemas: what a request may have, ours takes; what an answer has, ours answers.
/// </summary>
public sealed class DocumentedSchemaTests
{
    /// <summary>
    /// The ways in which a request's schema can differ, as openapi/sample-differences.tsv spells them.
    /// </summary>
    public static readonly string[] Differs =
    [
        "missing from the request",
        "required",
        "not required",
        "integer",
        "another kind",
        "other words",
    ];

    public static TheoryData<string> Requests() => Schemas("request");

    public static TheoryData<string> Answers() => Schemas("response");

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_takes_what_its_documented_schema_has(string operation)
    {
        var id = OperationCatalogue.KeyIn(operation);
        var listing = await OpenApiListing.OfThisBuild("/openapi.json");
        var ours = listing.Operations.Single(listed => listed.IsDocumented(id)).Json["requestBody"]!["content"]![
            "application/json"
        ]!["schema"]!;
        var differences = new List<string>();
        Compare(
            JsonNode.Parse(await OperationCatalogue.Sample(id, "request.schema"))!,
            ours,
            listing.Document,
            "",
            differences);
        var excuses = SampleDifferences.Of([id]).Where(excuse => Differs.Contains(excuse.What)).ToList();
        SampleDifferences.MustCover(excuses, differences);
        Assert.All(excuses, excuse => Assert.Contains(differences, excuse.Covers));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_live_answer_is_as_its_documented_schema_says(string operation)
    {
        var id = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var listed = (await OpenApiListing.OfThisBuild("/openapi.json")).Operations.Single(listed =>
            listed.IsDocumented(id));
        var answer = (await stan.Send(new HttpMethod(listed.Method), listed.Address(), listed.Body)).MustBeOk();
        var schema = JsonNode.Parse(await OperationCatalogue.Sample(id, "response.schema"))!.AsObject();
        schema.Remove("$schema"); // Which dialect it is in, it tells by itself.
        Assert.Empty(Contracts.Findings(Contracts.Schema(schema.ToJsonString()), answer.Text));
    }

    private static TheoryData<string> Schemas(string what) =>
        [
            .. Directory
                .GetFiles(OperationCatalogue.Samples, $"*.{what}.schema.json")
                .Select(file => OperationCatalogue.Named(Path.GetFileName(file)[..3]))
                .Order(StringComparer.Ordinal),
        ];

    private static void Compare(
        JsonNode documented,
        JsonNode ours,
        JsonNode document,
        string path,
        List<string> differences)
    {
        ours = ours["$ref"] is { } reference
            ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!
            : ours;
        var taken =
            ours["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()).ToList()
            : ours["type"] is { } one ? [one.GetValue<string>()]
            : [];
        if (documented["type"] is JsonValue type && taken.Count > 0 && !taken.Contains(type.GetValue<string>()))
        {
            differences.Add(
                $"{path}: "
                + $"{(type.GetValue<string>() == "number" && taken.Contains("integer") ? "integer" : "another kind")}"
            );
        }

        if (
            documented["enum"] is JsonArray words
            && !words
                .Select(word => word!.ToString())
                .SequenceEqual((ours["enum"]?.AsArray() ?? []).Select(word => word!.ToString())))
        {
            differences.Add($"{path}: other words");
        }

        var (asked, needed) = (Required(documented), Required(ours));
        differences.AddRange(asked.Except(needed).Select(name => $"{path}.{name}: not required"));
        differences.AddRange(needed.Except(asked).Select(name => $"{path}.{name}: required"));
        foreach (var (name, member) in documented["properties"]?.AsObject() ?? [])
        {
            if (ours["properties"]?[name] is { } known)
            {
                Compare(member!, known, document, $"{path}.{name}", differences);
            }
            else
            {
                differences.Add($"{path}.{name}: missing from the request");
            }
        }

        if (documented["items"] is { } items && ours["items"] is { } element)
        {
            Compare(items, element, document, $"{path}[]", differences);
        }
    }

    private static List<string> Required(JsonNode schema) =>
        [.. (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>())];
}
