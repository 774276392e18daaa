using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// Every documented sample of an emulated operation, held against the live answer: same keys, same JSON kinds; what is
/// meant to differ stands in openapi/sample-differences.tsv with its reason.
/// </summary>
public sealed class SampleTests
{
    private const string Gone = "/api/v2/company/company2/connections/58afc0499430ab7f3666b990";
    private const string Managed = "/api/company/company2/connections/58afc0499430ab7f3666b990";
    private const string Port = "/api/company/corp/ports/5762451a82894b9b1b1a5dc2";

    private const string Internet = "/app-user/5e4cb418ab1dbe8c8476163b";
    private const string Service = Internet + "/gia-service/06327dfa-4e86-438b-af4c-3086be0a2467";

    /// <summary>How each sample's answer is had.</summary>
    internal static readonly Dictionary<string, Func<EmulatorUnderTest, Task<Answer>>> Calls = new()
    {
        ["001"] = async emulator =>
            await emulator.Nobody().Put("/api/auth/token", """{"email":"stan@example.com","password":"Password1"}"""),
        ["002"] = async emulator => await (await emulator.Stan()).Get("/api/auth/token"),
        ["003"] = async emulator => await (await emulator.Stan()).Delete("/api/auth/token"),
        ["004"] = async emulator => await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com"),
        ["005"] = async emulator => await emulator.Nobody().Put("/api/auth/password/reset/1234abcd"),
        ["006"] = async emulator =>
            await (await emulator.Stan()).Put("/api/auth/password", await Documented("006", "request")),
        ["007"] = async emulator =>
            await emulator.Nobody().Put("/api/invite/request", await Documented("007", "request")),
        ["009"] = async emulator =>
            await (await emulator.Meg()).Put("/api/company/exampleco/invite/send", await Documented("009", "request")),
        ["010"] = async emulator =>
            await emulator
                .Nobody()
                .Get("/api/invite/token/ca7a096c9e9d549fffdc2bc01623dc446ac2925040639d6c7dde64d437bd6005"),
        ["012"] = async emulator => await emulator.Nobody().Put("/api/user", await Documented("012", "request")),
        ["013"] = async emulator => await (await emulator.Meg()).Get("/api/user/stan"),
        ["014"] = async emulator =>
            await (await emulator.Stan()).Post("/api/user/stan", await Documented("014", "request")),
        ["016"] = async emulator =>
            await (await emulator.Stan()).Put(
                "/api/user/stan/email/update/request",
                await Documented("016", "request")),
        ["017"] = async emulator => await emulator.Nobody().Put("/api/email/update/request/1234abcd"),
        ["018"] = async emulator => await (await emulator.LoggedIn("user@example.com")).Get("/api/user/stats"),
        ["019"] = async emulator => await (await emulator.Stan()).Get("/api/user/stan/stats"),
        ["020"] = async emulator => await emulator.Nobody().Get("/api/check-username/stan"),
        ["023"] = async emulator =>
            await (await emulator.Stan()).Get("/company/company1/memberships-and-roles?page=1&count=20"),
        ["027"] = async emulator =>
            await (await emulator.LoggedIn("walter@example.com")).Delete("/company/acmeinc/memberships/meg"),
        ["029"] = async emulator =>
            await (await emulator.Meg()).Put(
                "/admin/membership-requests/acmeinc/invite",
                await Documented("029", "request")),
        ["031"] = async emulator => await (await emulator.Meg()).Get("/api/membership-requests/exampleco"),
        ["033"] = AskCompany1,
        ["034"] = async emulator => await (await emulator.Stan()).Put("/api/membership-requests/CompanyB/accept"),
        ["035"] = async emulator => await (await emulator.Stan()).Put("/api/membership-requests/CompanyB/deny"),
        ["036"] = async emulator => await (await emulator.Stan()).Put("/api/membership-requests/exampleco/cancel"),
        ["037"] = async emulator => await (await emulator.Meg()).Put("/api/membership-requests/acmeinc/accept/meg"),
        ["038"] = async emulator =>
            await (await emulator.Meg()).Delete("/api/membership-requests/acmeinc/invites/675a0d91c2e6a1b4d7b3e0a4"),
        ["039"] = async emulator =>
            await (await emulator.Meg()).Put(
                "/api/membership-requests/acmeinc/invites/675a0c44c2e6a1b4d7b3e0a3/accept"),
        ["040"] = async emulator => await (await emulator.Stan()).Get("/company/company1/memberships"),
        ["041"] = async emulator =>
            await (await emulator.Stan()).Put("/api/company/Acme/ports/orders", await Documented("041", "request")),
        ["042"] = async emulator => await (await emulator.Stan()).Get("/api/company/company1/ports/orders"),
        ["043"] = async emulator =>
            await (await emulator.Stan()).Get("/api/company/company1/ports/orders/56d691309a90128d55831db1"),
        ["044"] = async emulator =>
            await (await emulator.Stan()).Post(
                "/api/company/company1/ports/orders/56d691309a90128d55831db1",
                await Documented("044", "request")),
        ["045"] = async emulator =>
            await (await emulator.Stan()).Post("/api/company/company1/ports/orders/56d691309a90128d55831db1/cancel"),
        ["046"] = async emulator =>
            await (await emulator.Stan()).Post("/api/company/Acme/ports/orders/55767b5652a693344a015744/sendloa"),
        ["047"] = async emulator => await (await emulator.Stan()).Get("/api/company/corp/ports"),
        ["048"] = async emulator => await (await emulator.Stan()).Get(Port),
        ["049"] = async emulator => await (await emulator.Stan()).Post(Port, await Documented("049", "request")),
        ["051"] = async emulator =>
            await (await emulator.Stan()).Get("/api/company/Acme/ports/55767b5652a693344a015744/access-circuit"),
        ["052"] = DisablePort,
        ["053"] = async emulator =>
            await (await emulator.Stan()).Get(
                "/api/company/corp/ports/55767b5652a693344a015744/utilization/"
                + "?start=1459376516&end=1459376516&resolution=day"
            ),
        ["054"] = async emulator =>
            await (await emulator.Stan()).Get("/api/company/Acme/ports/55767b5652a693344a015744/vlan?detailed=true"),
        ["055"] = async emulator => await (await emulator.Stan()).Get("/api/directConnectPartner/amazon/regions"),
        ["056"] = async emulator => await (await emulator.Stan()).Get("/api/directConnectPartner/amazon/addons"),
        ["057"] = async emulator => await (await emulator.Stan()).Get("/api/networkServiceProvider/internet/regions"),
        ["058"] = async emulator => await (await emulator.Meg()).Get("/api/company/acmeinc/ports/entitlement"),
        ["059"] = async emulator =>
            await (await emulator.Stan()).Get("/api/company/Acme/ports/5aaaac3bc2e6a1b4d7cc4c6d/entitlement"),
        ["060"] = async emulator => await (await emulator.Meg()).Get(Gone),
        ["061"] = async emulator => await (await emulator.Meg()).Post(Gone, """{"name":"Jocelyn again"}"""),
        ["063"] = async emulator =>
            await (await emulator.Stan()).Get("/api/v2/company/corp/connections?page=1&count=20&status=ACTIVE"),
        ["064"] = async emulator =>
            await (await emulator.Stan()).Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"New","portId":"576247795c9de0b91e8b8576","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","classOfService":"GOLD",
                "srcVlanRequest":1000,"destVlanRequest":2000}
                """
            ),
        ["065"] = async emulator => await (await emulator.Meg()).Put(Gone + "/approve"),
        ["066"] = Reject,
        ["067"] = async emulator => await (await emulator.Meg()).Put(Managed + "/disable"),
        ["068"] = Enable,
        ["069"] = async emulator => await (await emulator.Meg()).Put(Managed + "/change", """{"speed":590}"""),
        ["070"] = async emulator => await (await emulator.Meg()).Delete(Managed + "/change"),
        ["071"] = async emulator => await (await emulator.Meg()).Put(Managed + "/change/approve"),
        ["072"] = async emulator => await (await emulator.Meg()).Put(Managed + "/change/read"),
        ["074"] = async emulator =>
            await (await emulator.Stan()).Get("/api/company/Acme/connections/55783e39519d254d36f6126e/log"),
        ["075"] = async emulator => await (await emulator.Stan()).Get(Port + "/connections"),
        ["076"] = async emulator => await (await emulator.Stan()).Get("/company/corp/connections-wanted/outgoing"),
        ["077"] = async emulator =>
            await (await emulator.Stan()).Get(Internet + "/check-ip-availability?type=ipv4&pool=customer&mask=29"),
        ["078"] = async emulator => await (await emulator.Stan()).Get("/api/private-asn/suggestion"),
        ["079"] = async emulator => await (await emulator.Stan()).Get("/api/private-asn/range"),
        ["080"] = async emulator =>
            await (await emulator.Stan()).Post("/api/private-asn/validate", await Documented("080", "request")),
        ["081"] = async emulator =>
            await (await emulator.Stan()).Post(
                Internet + "/gia-service",
                (await Documented("081", "request")).Replace(
                    "xxxxxxxxxxxxxxxxxxxxxxxx",
                    "60059799c2e6a1b4d737f5aa",
                    StringComparison.Ordinal)),
        ["082"] = async emulator =>
            await (await emulator.Stan()).Get(
                Internet + "/gia-services?filter={ " + "\"where\":{\"status\":\"ACTIVE\"}, \"skip\": 0, \"limit\": 10 }"
            ),
        ["083"] = async emulator =>
            await (await emulator.Stan()).Delete("/v2/gia-services/06327dfa-4e86-438b-af4c-3086be0a2467"),
        ["084"] = async emulator =>
            await (await emulator.Stan()).Get(Internet + "/gia-services/06327dfa-4e86-438b-af4c-3086be0a2467"),
        ["085"] = async emulator =>
            await (await emulator.Stan()).Send(HttpMethod.Get, Service + "/logs", await Documented("085", "request")),
        ["086"] = async emulator => await (await emulator.Stan()).Get(Service + "/flex"),
        ["087"] = async emulator =>
            await (await emulator.Stan()).Post(Service + "/flex", await Documented("087", "request")),
        ["088"] = AfterAFlex("/flex/current"),
        ["089"] = AfterAFlex("/flex/history"),
        ["090"] = async emulator => await (await emulator.Stan()).Get("/api/company/corp/ports?deleted=false"),
        ["092"] = async emulator => await (await emulator.Stan()).Get("/api/company/corp/ports?deleted=false`"),
        ["093"] = async emulator => await (await emulator.Stan()).Get("/api/company/company2/metro/capabilities"),
        ["094"] = async emulator =>
            await (await emulator.Stan()).Get(
                "/v2/data-center-facility"
                + "?filter={\"where\":{\"dataCenterFacility.ready\":true},\"skip\":0,\"limit\":100}"
            ),
    };

    /// <summary>
    /// Samples of the same route in documents of different ages: the answer is the union of their fields.
    /// </summary>
    private static readonly string[][] Editions = [["047", "090", "092"]];

    public static TheoryData<string> Samples() => [.. Calls.Keys.Select(OperationCatalogue.Named)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_live_answer_has_the_samples_shape(string operation)
    {
        var id = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var answer = (await Calls[id](emulator)).MustBeOk();
        var shape = new SampleShape();
        foreach (var edition in EditionsOf(id))
        {
            shape.Add(JsonNode.Parse(await Documented(edition, "response.200")));
        }

        var differences = shape.Differences(answer.Json);
        var excuses = SampleDifferences.Of([id]);
        SampleDifferences.MustCover(excuses, differences);

        // An excuse that is no longer needed would hide what breaks later.
        Assert.All(excuses.Where(excuse => !IsOfARequest(excuse)), excuse =>
            Assert.True(differences.Any(excuse.Covers), $"{id} doesn't differ any more: {excuse.Path} {excuse.What}"));

        // And whatever of it broke would be seen: each documented member renamed, each documented kind another.
        Assert.All(shape.Breaks(answer.Json), broken =>
            Assert.True(
                shape
                    .Differences(broken.Answer)
                    .Any(difference =>
                        !differences.Contains(difference) && !excuses.Exists(excuse => excuse.Covers(difference))),
                $"{broken.What} goes unseen"));
    }

    [Fact]
    public void Every_sample_is_held_against_the_live_answer()
    {
        var samples = Directory
            .GetFiles(OperationCatalogue.Samples, "*.response.200.json")
            .Select(file => Path.GetFileName(file)[..3]);
        Assert.Equal(samples.Order(), Calls.Keys.Order());
    }

    /// <summary>
    /// Those of refusals are held by <c>AccessCircuitTests</c>, those of requests by
    /// <see cref="DocumentedCallsTests"/>, schemas by <see cref="DocumentedSchemaTests"/>.
    /// </summary>
    [Fact]
    public void No_sample_goes_unused()
    {
        string[] ofRefusals = ["051.response.401", "051.response.404", "051.response.404.3"];
        Assert.Equal(
            ofRefusals,
            Directory.GetFiles(OperationCatalogue.Samples, "*.json").Select(Path.GetFileNameWithoutExtension)
                .Select(name => $"{name![..3]}.{name.Split('.', 2)[1]}")
                .Where(name => name[4..] is not ("request" or "response.200" or "request.schema" or "response.schema"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_difference_has_a_reason_and_a_source() => Assert.All(SampleDifferences.All, excuse =>
    {
        Assert.False(string.IsNullOrWhiteSpace(excuse.Reason));
        Assert.False(string.IsNullOrWhiteSpace(excuse.Source));
    });

    /// <summary>Those of requests are held by <see cref="DocumentedSchemaTests"/>.</summary>
    private static bool IsOfARequest(Excuse excuse) => DocumentedSchemaTests.Differs.Contains(excuse.What);

    private static string[] EditionsOf(string id) => Editions.FirstOrDefault(editions => editions.Contains(id)) ?? [id];

    private static Func<EmulatorUnderTest, Task<Answer>> AfterAFlex(string path) => async emulator =>
    {
        (await Calls["087"](emulator)).MustBeOk();
        return await (await emulator.Stan()).Get(Service + path);
    };

    private static async Task<Answer> AskCompany1(EmulatorUnderTest emulator)
    {
        var walter = await emulator.LoggedIn("walter@example.com");
        (await walter.Put("/api/membership-requests/company1")).MustBeOk();
        return await walter.Get("/api/membership-requests");
    }

    private static async Task<Answer> DisablePort(EmulatorUnderTest emulator)
    {
        var stan = await emulator.Stan();
        foreach (var connection in (await stan.Get(Port))["connections"]!.AsArray())
        {
            await stan.Put($"/api/company/corp/connections/{connection!["id"]!.GetValue<string>()}/disable");
        }

        await emulator.Pass(10);
        return await stan.Post(Port + "/disable");
    }

    private static async Task<Answer> Reject(EmulatorUnderTest emulator)
    {
        var created = (await Calls["064"](emulator)).MustBeOk();
        return await (await emulator.Meg()).Put($"/api/v2/company/company2/connections/{created.TextOf("id")}/reject");
    }

    private static async Task<Answer> Enable(EmulatorUnderTest emulator)
    {
        (await Calls["067"](emulator)).MustBeOk();
        await emulator.Pass(10);
        return await (await emulator.Meg()).Put(Managed + "/enable");
    }

    private static Task<string> Documented(string id, string what) => OperationCatalogue.Sample(id, what);
}
