using System.Text.Json.Nodes;
using Emulator.Api;
using Emulator.Tests.Wire.Contract;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Emulator.Wire;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The OpenAPI documents list what there is, wholly, and nothing else.</summary>
public sealed class OpenApiDocumentTests : IAsyncLifetime
{
    /// <summary>Operations whose answer isn't JSON: what it is; null where it has no content.</summary>
    private static readonly Dictionary<string, string?> Otherwise = new()
    {
        ["GetAvatar"] = "image/png",
        ["GetWholeAvatar"] = "image/png",
        ["WatchPresence"] = "text/event-stream",
        ["EventWatch"] = "text/event-stream",
        ["SnapshotFileFetch"] = "application/vnd.sqlite3",
        ["CertificateShow"] = "application/x-pem-file",
        ["GeneratePdf"] = "application/pdf",
        ["SyncConnection"] = null,
        ["CheckOrder"] = null,
        ["SendEnquiry"] = null,
        ["DeleteSimPool"] = null,
        ["MoveSims"] = null,
        ["DeleteApns"] = null,
    };

    /// <summary>Operations that nobody needs to be logged in for.</summary>
    private static readonly string[] ForAnybody =
    [
        "LogIn",
        "ForgotPassword",
        "ResetPassword",
        "RequestInvite",
        "ReadInvite",
        "RegisterUser",
        "GetAvatar",
        "GetWholeAvatar",
        "GetHeartbeat",
        "ConfirmEmailChange",
        "CheckUsername",
    ];

    private readonly EmulatorUnderTest emulator = new();
    private OpenApiListing service = null!;
    private OpenApiListing admin = null!;

    public async ValueTask InitializeAsync()
    {
        service = await OpenApiListing.OfThisBuild("/openapi.json");
        admin = await OpenApiListing.OfThisBuild("/openapi/admin.json");
    }

    public ValueTask DisposeAsync() => emulator.DisposeAsync();

    [Fact]
    public void Every_emulated_operation_is_listed_and_no_other() =>
        Assert.Equal(
            Mapped<OperationFacts>(),
            service.Operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_route_of_the_emulators_own_is_listed_and_no_other() =>
        Assert.Equal(
            Mapped<OfTheEmulator>(),
            admin.Operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void An_operation_has_an_id_of_its_own() => Assert.All([service, admin], document =>
    {
        var ids = document.Operations.Select(operation => operation.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    });

    [Fact]
    public void An_operation_is_told_in_words_under_one_chapter()
    {
        Assert.All(service.Operations, operation =>
        {
            Assert.NotEqual("", operation.Json["summary"]!.GetValue<string>());
            Assert.Matches(
                @"\*\*Source\*\* (((API reference|layer 2 guide|Internet On-Demand), line|OpenAPI) \d|"
                + "public client|assumed)",
                operation.Json["description"]!.GetValue<string>());
            Assert.False(
                operation.Json["description"]!.GetValue<string>().StartsWith("**Source**", StringComparison.Ordinal),
                $"{operation} is told in no words of ours");
            Assert.Contains(
                "**Evidence** ",
                operation.Json["description"]!.GetValue<string>(),
                StringComparison.Ordinal);
            Assert.Single(operation.Json["tags"]!.AsArray());
        });
        Assert.All(admin.Operations, operation =>
        {
            Assert.NotEqual("", operation.Json["summary"]!.GetValue<string>());
            Assert.Single(operation.Json["tags"]!.AsArray());
        });
    }

    [Fact]
    public void Chapters_stand_in_the_documents_order()
    {
        var chapters = OperationCatalogue
            .Listed()
            .Select(operation => operation.Chapter == "L2 guide" ? "Places" : operation.Chapter)
            .Distinct()
            .ToList();
        var listed = service.Document["tags"]!.AsArray().Select(tag => tag!["name"]!.GetValue<string>()).ToList();
        Assert.Equal(chapters.Intersect(listed), listed);
        Assert.Equal(
            service.Operations.Select(operation => operation.Json["tags"]![0]!.GetValue<string>()).Distinct().Order(),
            listed.Order());
    }

    [Fact]
    public void No_two_operations_are_told_in_the_same_words() => Assert.All([service, admin], document =>
        {
            // A path that takes the same in two ways is one operation.
            var words = document
                .Operations.DistinctBy(operation =>
                    document == service ? $"{operation.Path} " + $"{operation.Json["summary"]}" : $"{operation}")
                .Select(operation => operation.Json["summary"]!.GetValue<string>() + operation.Json["description"])
                .ToList();
            Assert.Equal(words.Distinct(), words);
        });

    [Fact]
    public void An_operation_says_who_may_call_it() => Assert.All(service.Operations, operation =>
        {
            var denies = operation.Json["responses"]!
                .AsObject()
                .Any(answer => answer.Value!["content"]?["application/json"]?["examples"] is { } examples
                    && (examples["AccessDenied"] ?? examples["TicketNotVisible"]) is not null);
            Assert.Equal(denies, operation.Who is not ("Every logged-in user." or "Everybody: no login is needed."));
            Assert.Equal(ForAnybody.Contains(operation.Id), operation.Who == "Everybody: no login is needed.");
        });

    [Fact]
    public void A_chapter_says_what_it_is_about() =>
        Assert.All(service.Document["tags"]!.AsArray().Concat(admin.Document["tags"]!.AsArray()), tag =>
            Assert.False(string.IsNullOrWhiteSpace(tag!["description"]?.GetValue<string>()), $"{tag}"));

    [Fact]
    public void An_answer_is_shown_and_is_as_its_schema_says()
    {
        Assert.SkipWhen(OpenApiFilesTests.AreWritten, "this run writes the answers: the next build carries them");
        var contract = Contracts.Of(service.Document);

        // A member called $ref would be followed by anyone who reads the document.
        var showing = service.Operations.Where(operation =>
            operation.Answers == "application/json" && operation.Id != "ListWantedConnections");
        Assert.All(showing, operation =>
        {
            var answer = operation.Json["responses"]![operation.Well]!["content"]!["application/json"]!;
            var shown = answer["example"] ?? answer["examples"]?["nothing"]?["value"];
            Assert.True(shown is not null, $"{operation} shows no answer");
            var told = contract.All
                .Single(known => known.Name == operation.ToString())
                .Answers[operation.Creates ? 201 : 200];
            Assert.Empty(Contracts.Findings(told.Schema, shown.ToJsonString()));
        });
    }

    [Fact]
    public void An_operation_says_what_it_answers() =>
        Assert.All(service.Operations.Concat(admin.Operations), operation =>
        {
            var answers = Otherwise.GetValueOrDefault(operation.Id, "application/json");
            Assert.Equal(answers, operation.Answers);
            if (answers is not null)
            {
                Assert.NotNull(operation.Json["responses"]![operation.Well]!["content"]![answers]!["schema"]);
            }
        });

    [Fact]
    public void An_operation_that_takes_a_body_shows_one_and_refuses_bad_JSON() =>
        Assert.All(service.Operations.Where(operation => operation.Json["requestBody"] is not null), operation =>
        {
            Assert.NotNull(operation.Body);
            Assert.NotNull(Examples(operation, "400")["MalformedJson"]);
        });

    [Fact]
    public void An_operation_that_needs_a_caller_takes_a_token_or_a_key_and_refuses_nobody() =>
        Assert.All(service.Operations, operation =>
        {
            var ways = operation.Json["security"]!
                .AsArray()
                .SelectMany(way => way!.AsObject().Select(scheme => scheme.Key));
            if (ForAnybody.Contains(operation.Id))
            {
                Assert.Empty(ways);
                return;
            }

            Assert.Equal(["portalToken", "bearer"], ways);
            Assert.NotNull(Examples(operation, "401")["NotLoggedIn"]);
            Assert.NotNull(Examples(operation, "401")["SessionDeleted"]);
        });

    [Fact]
    public void A_refusal_is_shown_in_the_dialect_of_its_route() => Assert.All(service.Operations, operation =>
        {
            var second =
                operation.Path.StartsWith("/v2/", StringComparison.Ordinal)
                || operation.Path.StartsWith("/app-user/", StringComparison.Ordinal)
                || operation.Path.StartsWith("/api/v2/support-tickets", StringComparison.Ordinal);
            foreach (
                var (status, response) in operation.Json["responses"]!
                    .AsObject()
                    .Where(response => response.Key[0] is not ('2' or '3')))
            {
                foreach (var (_, example) in Examples(operation, status).AsObject())
                {
                    if (operation.Path.StartsWith("/mefApi/", StringComparison.Ordinal))
                    {
                        MustBeMefs(example!["value"]!, status);
                        continue;
                    }

                    if (example!["value"]!["code"]?.ToString() == "MODEL_NOT_FOUND")
                    {
                        // LoopBack's own form, of what isn't there (OpenAPI 1.59.2, Edge SIM).
                        Assert.StartsWith("/app-user/{id}/iot-", operation.Path, StringComparison.Ordinal);
                        Assert.Equal(status, example["value"]!["statusCode"]!.ToString());
                        continue;
                    }

                    var flat = IsFlat(operation.Path, status);
                    Assert.Equal(flat, example!["value"]!["error"] is null);
                    var error = flat ? example["value"]! : example["value"]!["error"]!;
                    var code = (flat ? !second && !(status == "400" && IsAnEdgeOrder(operation.Path))
                        : SpeaksOfCodes(operation.Path)) && error["accessRequests"] is null;
                    Assert.Equal(
                        int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
                        error[code ? "code" : "statusCode"]!.GetValue<int>());
                    Assert.Equal(second && !code && error["accessRequests"] is null, error["name"] is not null);
                    Assert.DoesNotContain("{0}", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
                }

                Assert.NotNull(response!["headers"]!["X-Emulator-Explain"]);
            }
        });

    /// <summary>Prices of ports and connections, and what is wrong with a site that is priced.</summary>
    private static bool IsFlat(string path, string status) =>
        (IsAnEdgeOrder(path) && status is "400" or "404")
        || (status != "401" && (path.Contains("/pricing/calculate", StringComparison.Ordinal)
            || (status == "400" && path.EndsWith("-site", StringComparison.Ordinal))));

    private static bool IsAnEdgeOrder(string path) => path.EndsWith("/ports/edge-orders", StringComparison.Ordinal);

    private static bool SpeaksOfCodes(string path) =>
        path.Contains("/connections/cloud/", StringComparison.Ordinal)
        || path.Contains("/pricing/gia/", StringComparison.Ordinal)
        || path.Contains("/pricing/flex-iod/", StringComparison.Ordinal);

    private static void MustBeMefs(JsonNode shown, string status)
    {
        Assert.Equal(status == "422", shown is JsonArray);
        var refusal = (shown is JsonArray list ? Assert.Single(list) : shown)!;
        Assert.NotEmpty(refusal["code"]!.GetValue<string>());
        Assert.InRange(refusal["reason"]!.GetValue<string>().Length, 1, 255);
        Assert.DoesNotContain("{0}", refusal["reason"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_of_the_path_has_a_meaning_and_an_example() =>
        Assert.All(
            service
                .Operations.Concat(admin.Operations)
                .SelectMany(operation =>
                    (operation.Json["parameters"]?.AsArray() ?? []).Select(parameter => (operation, parameter))),
            pair =>
            {
                Assert.False(
                    string.IsNullOrEmpty(pair.parameter!["description"]?.GetValue<string>()),
                    $"{pair.operation}: {pair.parameter}");
                Assert.True(
                    pair.parameter["in"]!.GetValue<string>() == "query" || pair.parameter["example"] is not null,
                    $"{pair.operation}: {pair.parameter}");
            });

    [Fact]
    public void An_answers_members_are_all_there_and_null_only_where_they_can_be()
    {
        var port = service.Document["components"]!["schemas"]!["PortDetails"]!;
        Assert.Equal(
            port["properties"]!.AsObject().Select(property => property.Key),
            port["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("string", port["properties"]!["name"]!["type"]!.GetValue<string>());
        Assert.Contains(
            "null",
            port["properties"]!["locationId"]!["type"]!.AsArray().Select(type => type!.GetValue<string>()));
        Assert.Equal("date-time", port["properties"]!["createdAt"]!["format"]!.GetValue<string>());
        Assert.DoesNotContain("\"readOnly\":true", service.Document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_is_described_for_clients_without_traces_of_the_code() => Assert.All(
        [service, admin],
        document =>
        {
            var descriptions = Descriptions(document.Document, ofSchemas: false).ToList();
            Assert.NotEmpty(descriptions);

            // Neither the names of types, nor where the lines of a comment end.
            Assert.All(descriptions, description => Assert.DoesNotMatch(@"\bEmulator\.[A-Z]|\n|  ", description));
        });

    /// <summary>The descriptions of all schemas, wherever they are.</summary>
    private static IEnumerable<string> Descriptions(JsonNode? within, bool ofSchemas) => within switch
    {
        JsonObject members => members.SelectMany(member =>
            ofSchemas && member is { Key: "description", Value: JsonValue text }
                ? [text.GetValue<string>()]
                : Descriptions(member.Value, ofSchemas || member.Key is "schema" or "schemas")),
        JsonArray items => items.SelectMany(item => Descriptions(item, ofSchemas)),
        _ => [],
    };

    private static JsonNode Examples(ListedOperation operation, string status) =>
        operation.Json["responses"]![status]!["content"]!["application/json"]!["examples"]!;

    private IEnumerable<string> Mapped<T>()
        where T : class =>
        emulator
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<T>() is not null)
            .SelectMany(endpoint =>
                endpoint
                    .Metadata.GetMetadata<IHttpMethodMetadata>()!
                    .HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Order(StringComparer.Ordinal);
}
