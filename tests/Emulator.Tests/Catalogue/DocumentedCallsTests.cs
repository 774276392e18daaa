using System.Net;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// Every curl line of documents 000 and 001, every route of document 002 with its printed examples
/// (openapi/documented/calls.txt, word for word) and every request sample succeeds on a fresh emulator, as printed,
/// headers and all: only the host is replaced, variables have the examples printed for them, and where only x's are
/// printed an id of that kind.
/// </summary>
public sealed class DocumentedCallsTests
{
    private const string Port = "55767b5652a693344a015744";
    private const string Connection = "55783e39519d254d36f6126e";
    private const string X = "\"xxxxxxxxxxxxxxxxxxxxxxxx\"";

    /// <summary>
    /// Where the printed examples can't be meant: a connection request that somebody has made to Acme.
    /// </summary>
    private static readonly Dictionary<string, (string Variable, string Value)[]> Instead = new()
    {
        ["000:142"] = [(":connectionId", "67569860c2e6a1b4d7775129")],
    };

    private static readonly (string Variable, string Value)[] Printed =
    [
        ("{giaId}", "06327dfa-4e86-438b-af4c-3086be0a2467"), ("[[auth token]]", "key-stan"), ("<API_KEY>", "key-stan"),
        ($"\"accessPortId\":{X}", "\"accessPortId\":\"60059799c2e6a1b4d737f5aa\""),
        (":companyName", "Acme"),
        (":companyUsername", "Acme"),
        (":username", "Acme"),
        (":portId", Port),
        (":connectionId", Connection),
        ($"\"portId\":{X}", "\"portId\":\"576247795c9de0b91e8b8576\""),
        ($"\"destPortId\":{X}", "\"destPortId\":\"5aaaac3bc2e6a1b4d7cc4c6d\""),
        ($"\"destDcf\":{X}", "\"destDcf\":\"5126c9f1111e15a24a066130\""),
        ($"\"destRegionId\":{X}", "\"destRegionId\":\"000000000000000000000000\""),
        ($"\"dataCenterFacility.metroId\":{X}", "\"dataCenterFacility.metroId\":\"1232413986c08c061dd8c45f\""),
    ];

    public static TheoryData<string> Calls() => [.. PrintedCall.All().Select(call => call.ToString())];

    public static TheoryData<string> RequestSamples() => [.. Requests.Keys.Select(OperationCatalogue.Named)];

    /// <summary>Each request sample: who sends it, and where.</summary>
    private static readonly Dictionary<string, (string Who, string Method, string Path)> Requests = new()
    {
        ["001"] = ("", "PUT", "/api/auth/token"),
        ["006"] = ("stan", "PUT", "/api/auth/password"),
        ["007"] = ("", "PUT", "/api/invite/request"),
        ["009"] = ("meg", "PUT", "/api/company/exampleco/invite/send"),
        ["012"] = ("", "PUT", "/api/user"),
        ["014"] = ("stan", "POST", "/api/user/stan"),
        ["016"] = ("stan", "PUT", "/api/user/stan/email/update/request"),
        ["022"] = ("stan", "PUT", "/api/company"),
        ["026"] = ("walter", "POST", "/company/acmeinc/memberships/meg"),
        ["029"] = ("meg", "PUT", "/admin/membership-requests/acmeinc/invite"),
        ["041"] = ("stan", "PUT", "/api/company/Acme/ports/orders"),
        ["044"] = ("stan", "POST", $"/api/company/Acme/ports/orders/{Port}"),
        ["049"] = ("stan", "POST", $"/api/company/Acme/ports/{Port}"),
        ["069"] = ("stan", "PUT", $"/api/company/Acme/connections/{Connection}/change"),
        ["080"] = ("stan", "POST", "/api/private-asn/validate"),
        ["081"] = ("stan", "POST", "/app-user/5e4cb418ab1dbe8c8476163b/gia-service"),
        ["085"] = (
            "stan",
            "GET",
            "/app-user/5e4cb418ab1dbe8c8476163b/gia-service/06327dfa-4e86-438b-af4c-3086be0a2467/logs"),
        ["087"] = (
            "stan",
            "POST",
            "/app-user/5e4cb418ab1dbe8c8476163b/gia-service/06327dfa-4e86-438b-af4c-3086be0a2467/flex"),
        ["091"] = ("stan", "PUT", "/api/v2/company/Acme/connections/layer2"),
        ["095"] = ("stan", "PUT", "/api/v2/company/Acme/connections/layer2"),
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_that_the_documents_print_succeeds(string printed)
    {
        await using var emulator = new EmulatorUnderTest();
        var call = PrintedCall.All().Single(call => call.ToString() == printed);
        if (call.Source == "000:163")
        {
            // "Ports must first be disabled before they can be deleted" (000:161): the line before does that.
            (await (await emulator.Stan()).Post($"/api/company/Acme/ports/{Port}/disable")).MustBeOk();
            await emulator.Pass(10);
        }

        // Document 002 prints a route's body apart from it.
        var body = call.Body ?? await SampleFor(call.Source);
        using var request = new HttpRequestMessage(
            new HttpMethod(call.Method),
            Filled(call.Source, call.Address).Replace("\"", "%22").Replace(" ", "%20"));
        request.Content = body is null
            ? null
            : new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Filled(call.Source, body)));
        foreach (var (name, value) in call.Headers)
        {
            _ =
                request.Headers.TryAddWithoutValidation(name, Filled(call.Source, value))
                || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }

        var answer = await emulator.Nobody().Send(request);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{call} {body} answers {answer.Text}");
    }

    [Theory]
    [MemberData(nameof(RequestSamples))]
    public async Task A_request_sample_of_the_documents_succeeds(string operation)
    {
        var id = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var (who, method, path) = Requests[id];
        var client = who.Length == 0 ? emulator.Nobody() : await emulator.LoggedIn($"{who}@example.com");
        (
            await client.Send(new HttpMethod(method), path, Filled(id, await OperationCatalogue.Sample(id, "request")))
        ).MustBeOk();
    }

    [Fact]
    public void Every_request_sample_is_sent()
    {
        Assert.Equal(
            Directory
                .GetFiles(OperationCatalogue.Samples, "*.request.json")
                .Select(file => Path.GetFileName(file)[..3])
                .Order(),
            Requests.Keys.Order());
    }

    /// <summary>The x's of a connection to self are New York's, those of one to another company San Jose's.</summary>
    private static string Filled(string source, string text)
    {
        var toSelf = text.Contains("destPortId", StringComparison.Ordinal);
        var values = Instead.GetValueOrDefault(source, []).Concat(Printed)
            .Append(("<COMPANY_USERNAME>", toSelf ? "\"Acme\"" : "\"company2\""))
            .Append(
                (
                    $"\"destMetroId\":{X}",
                    toSelf
                        ? "\"destMetroId\":\"56bd9fb0c2e6a1b4d77a3c77\""
                        : "\"destMetroId\":\"1232413986c08c061dd8c45f\""));
        var evenly = text.Replace("\"<COMPANY_USERNAME>\"", "<COMPANY_USERNAME>", StringComparison.Ordinal)
            .Replace($": {X}", $":{X}", StringComparison.Ordinal);
        return values.Aggregate(evenly, (filled, value) =>
            filled.Replace(value.Item1, value.Item2, StringComparison.Ordinal));
    }

    /// <summary>The request sample of the operation that stands there; null where it has none.</summary>
    private static async Task<string?> SampleFor(string source)
    {
        var id = File.ReadLines(Path.Combine(OperationCatalogue.Repository, "openapi/documented/operations.tsv"))
            .Select(line => line.Split('\t'))
            .FirstOrDefault(cells => cells[4] == source)
            ?[3];
        return id is not null && Requests.ContainsKey(id) ? await OperationCatalogue.Sample(id, "request") : null;
    }
}
