using System.Net;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>
/// Who may do what on a company's network (000:42): every operation of the network chapters, as its own example in the
/// OpenAPI document sends it, by each role, under each access setting.
/// </summary>
public sealed class NetworkRolesTests
{
    private static readonly string[] Chapters =
    [
        "Ports",
        "Port orders",
        "Plans and entitlements",
        "Connections",
        "Connection management",
        "Change requests",
        "Wanted connections",
        "Internet On-Demand",
        "ASNs",
        "CloudRouter",
        "Edge SIM",
    ];

    /// <summary>"Reading a company's ports is public" (000:3790): any logged-in user may.</summary>
    private static readonly string[] Public =
    [
        "GET /api/company/{companyName}/ports", "GET /api/company/{companyName}/ports/{portId}",
        "GET /api/private-asn/suggestion", "GET /api/private-asn/range", "POST /api/private-asn/validate",
        "GET /v2/companies", "GET /v2/companies/cloud-providers/{providerId}/ports",
        "GET /v2/iot-imsi-profile", "GET /v2/iot-imsi-profile/findOne", "GET /v2/iot-imsi-profile/{id}",
        "GET /v2/iot-imsi-profile/{id}/imsiType", "GET /v2/iot-imsi-profile/{id}/apns",
        "GET /v2/iot-imsi-profile/{id}/apns/count",
    ];

    /// <summary>What later editions read with a POST: logs, and orders of SIM cards.</summary>
    private static readonly string[] ReadWithPost =
    [
        "POST /app-user/{companyId}/gia-service/{giaId}/logs", "POST /app-user/{id}/iot-order/{orderId}",
    ];

    /// <summary>
    /// The one route that names no company: what those can't see who are in none that has it, isn't there.
    /// </summary>
    private const string NamesNoCompany = "DELETE /v2/gia-services/{giaId}";

    /// <summary>The same of plans of SIM cards, where the documents refuse with 401 what isn't there.</summary>
    private static readonly string[] NamesAPlan =
        ["POST /v2/iot-imsi-profile/{id}/apns", "DELETE /v2/iot-imsi-profile/{id}/apns"];

    /// <summary>
    /// A PUT that marks a change as read alters nothing of the network: it is for everyone who may read the connection
    /// (000:9069).
    /// </summary>
    private const string MarksAsRead = "PUT /api/company/{companyName}/connections/{connectionId}/change/read";

    [Theory]
    [InlineData("ADMIN", true, true)]
    [InlineData("NETWORKCONTROL", true, true)]
    [InlineData("NETWORKVIEW", true, false)]
    [InlineData("USER", false, false)]
    [InlineData(null, false, false)]
    public async Task A_role_reads_or_writes_all_of_the_network_or_is_refused_in_the_documented_form(
        string? role,
        bool reads,
        bool writes)
    {
        var wrong = new List<string>();
        await foreach (var (operation, answer) in Sent(role, "enforce"))
        {
            var may =
                Public.Contains(operation.ToString())
                || (operation.Method == "GET" || operation.ToString() == MarksAsRead
                    || ReadWithPost.Contains(operation.ToString()) ? reads : writes);
            if (role is null && operation.ToString() == NamesNoCompany)
            {
                answer.MustRefuse(404);
            }
            else if (role is null && NamesAPlan.Contains(operation.ToString()))
            {
                answer.MustRefuse(401);
                Assert.StartsWith("IoT IMSI Plan: ID does not exist", answer.Message, StringComparison.Ordinal);
            }
            else if (role is not null && may != Says(operation, role))
            {
                wrong.Add($"{operation} says of {role}: {operation.Who}");
            }
            else if (may ? !WentWell(answer) : !IsRefusal(answer))
            {
                wrong.Add($"{operation} answers {role}: {(int)answer.Status} {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Whether the document tells that a role may call an operation.</summary>
    private static bool Says(ListedOperation operation, string role) =>
        operation.Who == "Every logged-in user."
        || operation.Who.Contains(
            Role.All.Single(known => Spelling.Of(known.Name) == role).Display,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("report", true)]
    [InlineData("off", false)]
    public async Task Where_access_is_not_enforced_everybody_may_and_a_header_says_what_would_have_been_refused(
        string access,
        bool reported)
    {
        await foreach (var (operation, answer) in Sent("USER", access))
        {
            Assert.True(WentWell(answer), $"{operation}: {answer.Text}");
            Assert.Equal(
                reported && !Public.Contains(operation.ToString()),
                answer.Headers.ContainsKey("X-Emulator-Access"));
        }
    }

    private static bool WentWell(Answer answer) => answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent;

    private static bool IsRefusal(Answer answer) =>
        answer.Status == HttpStatusCode.Unauthorized
        && answer.Message == "Access denied"
        && answer.Json["error"]!["accessRequests"]![0]!["action"]!
            .GetValue<string>()
            .StartsWith("network:", StringComparison.Ordinal);

    /// <summary>
    /// Sends each operation's own example on the fresh seed, as somebody who has the role in the company the example is
    /// for, and no other.
    /// </summary>
    private static async IAsyncEnumerable<(ListedOperation Operation, Answer Answer)> Sent(string? role, string access)
    {
        await using var emulator = new EmulatorUnderTest($"access={access}");
        var listing = await OpenApiListing.OfThisBuild("/openapi.json");
        foreach (
            var operation in listing.Operations.Where(operation =>
                Chapters.Contains(operation.Json["tags"]![0]!.GetValue<string>())))
        {
            (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
            var company = operation
                .Address()
                .Split('/')
                .SkipWhile(segment => segment is not ("company" or "app-user"))
                .Skip(1)
                .FirstOrDefault("bloggs");
            var keyholder = company is "bloggs" or "5e4cb418ab1dbe8c8476163b"
                ? emulator.With("key-joe")
                : await emulator.Stan();
            var account = (
                await emulator
                    .Nobody()
                    .Put("/api/user", """{"email":"newcomer@example.net","password":"Password1","name":"Newcomer"}""")
            ).MustBeOk();
            if (role is not null)
            {
                (
                    await keyholder.Put(
                        $"/admin/membership-requests/{company}/invite",
                        $$"""{"invites":[{"email":"newcomer@example.net","roles":["{{role}}"]}]}""")
                ).MustBeOk();
                (
                    await emulator.With(account.TextOf("token")).Put($"/api/membership-requests/{company}/accept")
                ).MustBeOk();
            }

            yield return (
                operation,
                await emulator
                    .With(account.TextOf("token"))
                    .Send(new HttpMethod(operation.Method), operation.Address(), operation.Body));
        }
    }
}
