using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Xunit;

namespace Emulator.Tests.Api.RegulatoryChecks;

/// <summary>Checking an order against regulations (OpenAPI 1.59.2, 158).</summary>
public sealed class RegulatoryCheckTests
{
    private const string Path = "/v2/marketplace-orders/regulatory-check";
    private const string Denied = "Regulatory checks were denied.";
    private const string ReasonMissing = "Regulatory checks were denied and no regulatoryCheckReason was provided.";
    private const string ReasonNotNeeded =
        "Regulatory checks were satisfied but a regulatoryCheckReason was provided.";

    [Fact]
    public async Task Nothing_is_regulated_unless_it_is_said_and_what_complies_is_answered_without_a_body()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        Assert.Equal("", (await Check(stan, """{"country":"KP","bandwidth":100}""")).MustBeOk().Text);
        (await Check(stan, "{}")).MustBeOk();
        var shown = (await emulator.Nobody().Get("/__admin/regulatory-check")).MustBeOk();
        Assert.Equal("""{"denied":[],"reasonNeeded":[]}""", shown.Json.ToJsonString());
    }

    [Theory]
    [InlineData("""{"country":"KP"}""", Denied)]
    [InlineData("""{"country":"kp","regulatoryCheckReason":"Embassy"}""", Denied)]
    [InlineData("""{"site":{"countryCode":"KP"}}""", Denied)]
    [InlineData("""{"countries":["FR","KP"]}""", Denied)]
    [InlineData("""{"countries":["BR","KP"],"regulatoryCheckReason":"Embassy"}""", Denied)]
    [InlineData("""{"country":"Brazil"}""", ReasonMissing)]
    [InlineData("""{"country":"BR","regulatoryCheckReason":" "}""", ReasonMissing)]
    [InlineData("""{"country":"BR","regulatoryCheckReason":"A branch"}""", null)]
    [InlineData("""{"country":"FR","regulatoryCheckReason":"A branch"}""", ReasonNotNeeded)]
    [InlineData("""{"country":"FR"}""", null)]
    [InlineData("""{"city":"KP"}""", null)]
    [InlineData("""{"note":"Please [sim:deny]"}""", Denied)]
    [InlineData("""{"note":"[sim:reason]"}""", ReasonMissing)]
    [InlineData("""{"note":"[sim:reason]","regulatoryCheckReason":"Because"}""", null)]
    public async Task Attributes_name_the_countries_and_give_the_reason(string attributes, string? message)
    {
        await using var emulator = new EmulatorUnderTest();
        await Regulate(emulator, """{"denied":["kp"],"reasonNeeded":["BR","KP"]}""");
        var answer = await Check(emulator.With("key-stan"), attributes);
        if (message is null)
        {
            answer.MustBeOk();
            return;
        }

        Assert.Equal(
            $$$"""{"error":{"statusCode":422,"name":"Error","message":"{{{message}}}"}}""",
            answer.MustRefuse(422, message).Json.ToJsonString());
    }

    [Fact]
    public async Task Addons_are_looked_at_too_and_a_reset_takes_regulations_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await Regulate(emulator, """{"denied":["KP"],"reasonNeeded":[]}""");
        var order = Order("{}");
        order["order"]!["addons"] = JsonNode.Parse(
            """[{"productOfferingId":"a","productSpecificationId":"b","attributes":{"country":"KP"}}]""");
        (await stan.Post(Path, order.ToJsonString())).MustRefuse(422, Denied);
        await Regulate(emulator, """{"denied":[],"reasonNeeded":["KP"]}""");
        (await stan.Post(Path, order.ToJsonString())).MustRefuse(422, ReasonMissing);
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        (await stan.Post(Path, order.ToJsonString())).MustBeOk();
        (await emulator.Nobody().Put("/__admin/regulatory-check", """{"denied":["KP"]}""")).MustRefuse(400);
        (await emulator.Nobody().Put("/__admin/regulatory-check", """{"denied":"KP","reasonNeeded":[]}"""))
            .MustRefuse(400);
        (await emulator.Nobody().Put("/__admin/regulatory-check", """{"denied":["Korea"],"reasonNeeded":[]}"""))
            .MustRefuse(400);
    }

    [Fact]
    public async Task Words_are_not_obeyed_where_directives_are_off()
    {
        await using var emulator = new EmulatorUnderTest("directives=false");
        (await Check(emulator.With("key-stan"), """{"note":"[sim:deny]"}""")).MustBeOk();
    }

    [Theory]
    [InlineData("order", null, "The request must have required property 'order'")]
    [InlineData("order", "[]", "The request/order must be object")]
    [InlineData("order.companyId", null, "The request/order must have required property 'companyId'")]
    [InlineData("order.productOfferingId", "7", "The request/order/productOfferingId must be string")]
    [InlineData("order.productSpecificationId", null,
        "The request/order must have required property 'productSpecificationId'")]
    [InlineData("order.attributes", null, "The request/order must have required property 'attributes'")]
    [InlineData("order.attributes", "\"x\"", "The request/order/attributes must be object")]
    [InlineData("order.orderAction", "\"DELETE\"",
        "The request/order/orderAction must be equal to one of the allowed values")]
    [InlineData("order.addons", "{}", "The request/order/addons must be array")]
    [InlineData("order.addons", "[{}]",
        "The request/order/addons/0 must have required property 'productOfferingId'")]
    public async Task What_is_no_order_is_refused(string member, string? json, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Post(Path, Order("{}").Changed(member, json).ToJsonString()))
            .MustRefuse(400, message);
    }

    [Fact]
    public async Task Only_those_who_write_the_companys_network_may_check_its_orders()
    {
        await using var emulator = new EmulatorUnderTest();
        (await Check(await emulator.LoggedIn("vera@example.com"), "{}")).MustRefuse(401, "Access denied");
        (await Check(emulator.With("key-anouk"), "{}")).MustRefuse(401, "Access denied");
        (await emulator.With("key-stan").Post(
            Path, Order("{}").Changed("order.companyId", "\"557679e2c2e6a1b4d7756473\"").ToJsonString()))
            .MustRefuse(404, "A company can not be found with the given id");
    }

    private static Task<Answer> Check(Client client, string attributes) =>
        client.Post(Path, Order(attributes).ToJsonString());

    private static async Task Regulate(EmulatorUnderTest emulator, string body) =>
        (await emulator.Nobody().Put("/__admin/regulatory-check", body)).MustBeOk();

    private static JsonObject Order(string attributes) => JsonNode.Parse(
        $$"""
        {
          "order": {
            "companyId": "557679e2c2e6a1b4d7756472", "productOfferingId": "a", "productSpecificationId": "b",
            "attributes": {{attributes}}
          }
        }
        """)!.AsObject();
}
