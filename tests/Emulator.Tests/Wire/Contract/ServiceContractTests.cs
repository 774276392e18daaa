using System.Text.Json.Nodes;
using Emulator.Hosting;
using Emulator.Tests.Catalogue;
using Emulator.Wire.Contract;
using Xunit;

namespace Emulator.Tests.Wire.Contract;

/// <summary>The contract is read as a whole: what in it can't be checked is said, not passed over.</summary>
public sealed class ServiceContractTests
{
    /// <summary>
    /// It would be an error if any answer's schema used a keyword, a type or a format that isn't checked.
    /// </summary>
    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task All_that_our_documents_say_of_answers_can_be_checked(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        var listing = await OpenApiListing.Read(emulator, path);
        var contract = Contracts.Of(listing.Document);
        Assert.Equal(
            listing.Operations.Select(operation => operation.ToString()),
            contract.All.Select(operation => operation.Name));
        Assert.All(listing.Operations.Zip(contract.All), pair =>
            Assert.Equal(
                pair.First.Json["responses"]!
                    .AsObject()
                    .Select(answer =>
                        (
                            int.Parse(answer.Key, System.Globalization.CultureInfo.InvariantCulture),
                            answer.Value!["content"]?.AsObject().Single().Key)),
                pair.Second.Answers.Select(answer => (answer.Key, answer.Value.ContentType))));
    }

    [Fact]
    public async Task The_program_carries_what_it_serves()
    {
        Assert.SkipWhen(OpenApiFilesTests.AreWritten, "this run writes the document: the next build carries it");
        await using var emulator = new EmulatorUnderTest();
        using var carried = new StreamReader(
            typeof(ServedContract).Assembly.GetManifestResourceStream("openapi.json")!);
        var served = (await OpenApiListing.AskedAt(emulator, "localhost:9000", "/openapi.json")).Text;
        Assert.Equal(served, await carried.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(ServedContract.OfTheProgram().All);
    }

    [Theory]
    [InlineData("""{"multipleOf":2}""", "multipleOf")]
    [InlineData("""{"properties":{"a":{"items":{"uniqueItems":true}}}}""", "#/properties/a/items says \"uniqueItems\"")]
    [InlineData("""{"properties":{"a":{"allOf":[]}}}""", "allOf")]
    [InlineData("""{"type":"decimal"}""", "decimal")]
    [InlineData("""{"format":"hostname"}""", "hostname")]
    [InlineData("""{"$ref":"#/components/schemas/Nothing"}""", "Nothing")]
    [InlineData("""{"$ref":"#/components/schemas/Text","type":"string"}""", "more than what it refers to")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Text"},{"type":["string","null"]}]}""", "same kind")]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "same kind")]
    [InlineData("""{"anyOf":[{"oneOf":[{"type":"null"}]}]}""", "a choice among choices")]
    [InlineData("""{"oneOf":[{"type":"null"}],"anyOf":[{"type":"null"}]}""", "more than its choice")]
    [InlineData("""{"oneOf":[{"type":"null"}],"properties":{"a":{}}}""", "more than its choice")]
    [InlineData("[]", "is no schema")]
    [InlineData("""{"additionalProperties":1}""", "is no schema")]
    public void What_cant_be_checked_is_an_error(string schema, string words)
    {
        var unreadable = Assert.Throws<ContractUnreadable>(() =>
            Contracts.Schema(schema, """{"Text":{"type":"string"}}"""));
        Assert.Contains(words, unreadable.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", "application/json", "is no status that can be checked")]
    [InlineData("2XX", "application/json", "is no status that can be checked")]
    [InlineData("200", "application/json,text/plain", "2 content types")]
    public void Answers_that_cant_be_told_apart_are_an_error(string status, string contentTypes, string words)
    {
        var content = new JsonObject(
            contentTypes.Split(',').Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject())));
        var document = JsonNode.Parse("""{"paths":{"/a":{"get":{"operationId":"A","responses":{}}}}}""")!;
        document["paths"]!["/a"]!["get"]!["responses"]![status] = new JsonObject { ["content"] = content };
        Assert.Contains(
            words,
            Assert.Throws<ContractUnreadable>(() => Contracts.Of(document)).Message,
            StringComparison.Ordinal);
    }
}
