using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>
/// What the typed client sends is what <c>openapi/admin.json</c> says that <c>/__admin</c> takes: each member, and each
/// word of a choice. Answers need no such test: both sides have the same records for them.
/// </summary>
public sealed class RequestShapesTests
{
    /// <summary>The service's own, which are not of <c>/__admin</c>: logging in.</summary>
    private static readonly Type[] OfTheService = [typeof(Login), typeof(Account)];

    /// <summary>
    /// The records with the operations that they are sent to. A record of several operations has what any of them
    /// takes.
    /// </summary>
    private static readonly Dictionary<Type, string[]> Operations = new()
    {
        [typeof(AgreementsAsked)] = ["PUT /__admin/agreements"],
        [typeof(ClockGoal)] = ["POST /__admin/clock/advance-until"],
        [typeof(ClockInstant)] = ["PUT /__admin/clock", "POST /__admin/clock/freeze"],
        [typeof(ClockStep)] = ["POST /__admin/clock/advance"],
        [typeof(CounterpartyAsked)] = ["PUT /__admin/counterparties/{companyName}"],
        [typeof(FaultRule)] = ["POST /__admin/faults"],
        [typeof(Firing)] = ["POST /__admin/workflows/{machine}/{id}/fire"],
        [typeof(JournalSearch)] =
            ["POST /__admin/journal/count", "POST /__admin/journal/verify", "POST /__admin/journal/wait"],
        [typeof(LetterWanted)] = ["POST /__admin/outbox/wait"],
        [typeof(ProgressionPace)] =
        [
            "PUT /__admin/progression", "PUT /__admin/progression/{machine}", "PUT /__admin/progression/{machine}/{id}",
        ],
        [typeof(SandboxAsked)] = ["POST /__admin/sandboxes", "PUT /__admin/sandboxes/{name}"],
        [typeof(SnapshotAsked)] = ["POST /__admin/snapshots"],
    };

    /// <summary>What can be sent and the client doesn't send, with the reason.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["ClockGoal.withinSeconds"] = "the earlier name of timeoutSeconds",
        ["LetterWanted.since"] = "a letter is told from earlier ones by its id, after",
        ["SandboxAsked.name"] = "stands in the path, where a proxy sees it",
        ["SandboxAsked.worlds"] = "world.Given makes them, and answers with their names",
    };

    /// <summary>The parameters of a list that say which page of it is asked for.</summary>
    private static readonly string[] OfThePage = ["limit", "before", "offset", "order"];

    private static readonly JsonNode Document = JsonNode.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "../../../../..", "openapi/admin.json")))!;

    public static TheoryData<string> Requests => [.. Operations.Keys.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_has_the_members_that_the_document_has(string request)
    {
        var (sent, taken) = (Sent(request), Taken(request));
        Assert.Equal(
            taken.Keys.Where(path => !LeftOut.ContainsKey(path)).Order(StringComparer.Ordinal),
            sent.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_choice_is_spelled_as_the_document_spells_it(string request)
    {
        var taken = Taken(request);
        foreach (var (path, type) in Sent(request).Where(member => member.Value.IsEnum))
        {
            var words = Enum.GetValuesAsUnderlyingType(type).Cast<int>()
                .Select(value => (string?)JsonSerializer.SerializeToNode(
                    Enum.ToObject(type, value), type, AdminJson.Default));
            Assert.Equal(
                taken[path]["enum"]!.AsArray().Select(word => (string?)word).Order(StringComparer.Ordinal),
                words.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_is_left_out_can_be_sent() =>
        Assert.Subset(
            Operations.Keys.SelectMany(type => Taken(type.Name).Keys).ToHashSet(), LeftOut.Keys.ToHashSet());

    [Fact]
    public void Every_record_that_is_sent_is_held_against_the_document()
    {
        var written = typeof(AdminJson).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .Where(type => type.Assembly == typeof(AdminJson).Assembly)
            .Except(OfTheService);
        Assert.Equal(written.OrderBy(type => type.Name), Operations.Keys.OrderBy(type => type.Name));
    }

    /// <summary>Lists of the journal are asked by the query, with the same names.</summary>
    [Fact]
    public void A_search_of_the_journal_has_the_parameters_that_the_document_has()
    {
        var all = new JournalSearch
        {
            Operation = "",
            Method = "",
            Path = "",
            Status = "",
            Company = "",
            User = "",
            Header = "",
            Body = "",
            Changed = "",
            Since = 0,
        };
        var taken = Document["paths"]!["/__admin/journal"]!["get"]!["parameters"]!.AsArray()
            .Select(parameter => Resolved(parameter!))
            .Where(parameter => (string?)parameter["in"] == "query")
            .Select(parameter => (string)parameter["name"]!)
            .Except(OfThePage);
        Assert.Equal(
            taken.Order(StringComparer.Ordinal),
            all.Asked.Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>What the operations of a record take: each member's schema, by its path.</summary>
    private static Dictionary<string, JsonNode> Taken(string request) => Operations
        .Single(one => one.Key.Name == request)
        .Value.SelectMany(operation => Members(BodyOf(operation), request))
        .DistinctBy(member => member.Key)
        .ToDictionary();

    /// <summary>What a record has, as it is written: each member's type, by its path.</summary>
    private static Dictionary<string, Type> Sent(string request) =>
        Members(Operations.Keys.Single(type => type.Name == request), request).ToDictionary();

    private static JsonNode BodyOf(string operation) =>
        Document["paths"]![operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..]]![
            operation.Split(' ')[0].ToLowerInvariant()]!["requestBody"]!["content"]!["application/json"]!["schema"]!;

    private static JsonNode Resolved(JsonNode node) => (string?)node["$ref"] is not { } reference
        ? node
        : reference.Split('/').Skip(1).Aggregate(Document, (at, name) => at[name]!);

    private static IEnumerable<KeyValuePair<string, JsonNode>> Members(JsonNode schema, string path) =>
        (Resolved(schema)["properties"] as JsonObject ?? []).SelectMany(member =>
            Members(member.Value!, $"{path}.{member.Key}")
                .Prepend(new($"{path}.{member.Key}", Resolved(member.Value!))));

    private static IEnumerable<KeyValuePair<string, Type>> Members(Type type, string path) =>
        AdminJson.Default.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } record
            ? record.Properties
                .Where(member => member.Get is not null)
                .SelectMany(member =>
                    Members(member.PropertyType, $"{path}.{member.Name}").Prepend(new(
                        $"{path}.{member.Name}",
                        Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)))
            : [];
}
