using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.EdgeSim;

/// <summary>Plans of SIM cards, the identities that they are of, and their APNs.</summary>
public sealed class SimPlanTests
{
    private const string Plans = "/v2/iot-imsi-profile";

    [Fact]
    public async Task Plans_are_everybodys_or_a_companys_own_and_never_the_staffs()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(["Global data", "Global data, embedded"], await Names(emulator.With("key-user")));
        Assert.Equal(
            ["Global data", "Global data, embedded", "Meters of bloggs"], await Names(emulator.With("key-joe")));
        Assert.Equal(
            ["Global data", "Global data, embedded", "Containers of Meridian"], await Names(emulator.With("key-daan")));
        var user = emulator.With("key-user");
        foreach (var plan in new[] { SimWorld.MeridiansPlan, SimWorld.StaffsPlan, "nothing" })
        {
            foreach (var path in new[] { "", "/imsiType", "/apns", "/apns/count" })
            {
                (await user.Get($"{Plans}/{plan}{path}")).MustRefuse(401, SimWorld.NoPlan);
            }
        }

        (await emulator.Nobody().Get(Plans)).MustRefuse(401, "The user is not logged in");
    }

    [Fact]
    public async Task The_first_plan_that_fits_is_found()
    {
        await using var emulator = new EmulatorUnderTest();
        var user = emulator.With("key-user");
        Assert.Equal("Global data", (await user.Get(Plans + "/findOne")).MustBeOk().TextOf("name"));
        Assert.Equal(
            "Global data, embedded",
            (await user.Get(Plans + """/findOne?filter={"order":"name DESC","fields":["id"]}""")).MustBeOk()
                .TextOf("name"));
        Assert.Equal(
            "Global data, embedded",
            (await user.Get(Plans + """/findOne?filter={"where":{"simType":"E-SIM"}}""")).MustBeOk().TextOf("name"));
        (await user.Get(Plans + """/findOne?filter={"where":{"name":"Meters of bloggs"}}"""))
            .MustRefuse(401, SimWorld.NoPlan);
        (await user.Get(Plans + """/findOne?filter={"skip":"x"}""")).MustRefuse(400);
        (await user.Get(Plans + "/findOne?filter=[")).MustRefuse(400);
        (await user.Get(Plans + "?filter=[")).MustRefuse(400);
    }

    [Fact]
    public async Task A_plan_has_its_type_and_its_APNs_which_are_filtered_and_counted()
    {
        await using var emulator = new EmulatorUnderTest();
        var user = emulator.With("key-user");
        var plan = (await user.Get($"{Plans}/{SimWorld.GlobalPlan}")).MustBeOk();
        var type = Assert.Single((await user.Get($"{Plans}/{SimWorld.GlobalPlan}/imsiType")).MustBeOk().Json.AsArray());
        Assert.Equal(plan.TextOf("imsiTypeId"), type!["id"]!.GetValue<string>());

        var apns = $"{Plans}/{SimWorld.GlobalPlan}/apns";
        Assert.Equal(
            ["private.edge.example", "internet.edge.example"],
            (await user.Get(apns)).MustBeOk().Json.AsArray().Select(apn => apn!["apn"]!.GetValue<string>()));
        Assert.Equal(
            """[{"apn":"internet.edge.example"}]""",
            (await user.Get(apns + """?filter={"where":{"serviceType":"INTERNET"},"fields":["apn"]}""")).MustBeOk().Json
                .ToJsonString());
        Assert.Equal("""{"count":2}""", (await user.Get(apns + "/count")).MustBeOk().Json.ToJsonString());
        Assert.Equal(
            """{"count":1}""",
            (await user.Get(apns + """/count?where={"friendlyName":{"like":"%private"}}""")).MustBeOk().Json
                .ToJsonString());
        Assert.Equal(
            """{"count":0}""", (await user.Get(apns + """/count?where={"apn":"x"}""")).MustBeOk().Json.ToJsonString());
        (await user.Get(apns + "/count?where={")).MustRefuse(400, "The where is not valid JSON");
        (await user.Get(apns + """/count?where={},"limit":1""")).MustRefuse(400, "The where is not valid JSON");
        (await user.Get(apns + """/count?where=[1]""")).MustRefuse(400);
    }

    [Fact]
    public async Task A_companys_own_plan_is_given_APNs_which_its_pools_can_use()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        const string Apns = Plans + "/" + SimWorld.BloggsPlan + "/apns";
        var made = (await joe.Post(Apns, SimWorld.WholeApn)).MustBeOk();
        var sent = JsonNode.Parse(SimWorld.WholeApn)!.AsObject();
        Assert.NotEqual("1", made.TextOf("id"));
        Assert.Equal(7, made["priority"]!.GetValue<int>());
        Assert.Equal("2026-03-01T12:00:00.000Z", made.TextOf("created_at"));
        Assert.All(
            sent.Where(member =>
                member.Key is not ("id" or "priority" or "created_at" or "updated_at" or "deleted_at")),
            member => Assert.Equal(member.Value!.ToJsonString(), made[member.Key]!.ToJsonString()));
        Assert.Equal(made.Json.ToJsonString(), (await joe.Get(Apns)).MustBeOk().Json[1]!.ToJsonString());

        const string Bloggs = "/app-user/5e4cb418ab1dbe8c8476163b";
        var pool = (await joe.MakePool($$"""{"name":"Gas","apnId":"{{made.TextOf("id")}}"}""", Bloggs)).MustBeOk();
        (await joe.Delete(Apns)).MustRefuse(
            400, "The APNs of the plan can not be deleted while SIM pools or orders use them");
        Assert.Equal("""{"count":2}""", (await joe.Get(Apns + "/count")).MustBeOk().Json.ToJsonString());
        (await joe.DeletePool(pool.TextOf("id"), Bloggs)).MustBeDone();
        (await joe.Delete(Apns)).MustBeDone();
        Assert.Equal("[]", (await joe.Get(Apns)).MustBeOk().Json.ToJsonString());
        (await joe.MakePool($$"""{"name":"Gas","apnId":"{{made.TextOf("id")}}"}""", Bloggs))
            .MustMiss(400, made.TextOf("id"));
        (await joe.Delete(Apns)).MustBeDone();
    }

    [Fact]
    public async Task An_order_on_its_way_keeps_its_APN_and_one_that_is_retried_without_it_fails()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        const string Apns = Plans + "/" + SimWorld.BloggsPlan + "/apns";
        const string Order = """
            {
              "name": "Meters", "orderType": "TRIAL", "companyId": "bloggs", "connectivityType": "PRIVATE",
              "simQuantity": "1", "paymentType": "CREDITCARD", "apnId": "5f0a6c83-29de-4714-b8f2-7c4d9e013ab5"
            }
            """;
        var id = (await joe.Post("/app-user/bloggs/iot-order", Order)).MustBeOk().TextOf("id");
        (await joe.Delete(Apns)).MustRefuse(400);
        (await emulator.Nobody().Post($"/__admin/workflows/sim-orders/{id}/fire", """{"trigger":"Fail"}""")).MustBeOk();
        (await joe.Delete(Apns)).MustBeDone();
        (await emulator.Nobody().Post($"/__admin/workflows/sim-orders/{id}/fire", """{"trigger":"Retry"}"""))
            .MustBeOk();
        await emulator.Pass(1);
        Assert.Equal(
            "The APN is gone", (await joe.Post($"/app-user/bloggs/iot-order/{id}")).MustBeOk().TextOf("error"));
    }

    [Fact]
    public async Task Only_who_may_write_in_its_company_changes_a_plans_APNs()
    {
        await using var emulator = new EmulatorUnderTest();
        var user = emulator.With("key-user");
        foreach (var plan in new[] { SimWorld.GlobalPlan, SimWorld.BloggsPlan, SimWorld.StaffsPlan, "nothing" })
        {
            (await user.Post($"{Plans}/{plan}/apns", """{"apn":"mine"}""")).MustRefuse(401, SimWorld.NoPlan);
            (await user.Delete($"{Plans}/{plan}/apns")).MustRefuse(401, SimWorld.NoPlan);
        }

        var lotte = await emulator.LoggedIn("lotte@meridian.example");
        (await lotte.Get($"{Plans}/{SimWorld.MeridiansPlan}/apns")).MustBeOk();
        (await lotte.Post($"{Plans}/{SimWorld.MeridiansPlan}/apns", """{"apn":"mine"}""")).MustRefuse(401, "Access "
            + "denied");
        (await lotte.Delete($"{Plans}/{SimWorld.MeridiansPlan}/apns")).MustRefuse(401, "Access denied");
        var ruben = await emulator.LoggedIn("ruben@meridian.example");
        (await ruben.Get($"{Plans}/{SimWorld.MeridiansPlan}/apns")).MustRefuse(401, SimWorld.NoPlan);
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'apn'")]
    [InlineData("""{"apn":""}""", "The request/apn must NOT have fewer than 1 characters")]
    [InlineData("""{"apn":7}""", "The request/apn must be string")]
    [InlineData("""{"apn":"x","ipAvailable":"yes"}""", "The request/ipAvailable must be boolean")]
    [InlineData("""{"apn":"x","priority":-1}""", "The request/priority must be >= 0")]
    [InlineData("""{"apn":"x","priority":1.5}""", "The request/priority must be integer")]
    [InlineData("""{"apn":"x","vdom":{}}""", "The request/vdom must be string")]
    public async Task A_bad_APN_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Post($"{Plans}/{SimWorld.BloggsPlan}/apns", body)).MustRefuse(400, message);
    }

    private static async Task<IEnumerable<string>> Names(Client client) =>
        (await client.Get(Plans)).MustBeOk().Json.AsArray().Select(plan => plan!["name"]!.GetValue<string>());
}
