using Xunit;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>CloudRouters: ordering, listing, and taking one down.</summary>
public sealed class RouterTests
{
    private const string InContract = "Unable to delete CloudRouter as it is still in contract. Please email "
        + "support@consoleconnect.com to request any changes";

    private const string HasSites = "Unable to delete CloudRouter as it has active sites. Please delete its sites "
        + "first";

    [Fact]
    public async Task A_router_is_made_and_taken_down_once_its_contract_is_over()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var ordered = (await stan.OrderRouter(RouterWorld.Order("2.5GB"))).MustBeOk();
        Assert.Equal("CREATING", ordered.TextOf("status"));
        Assert.Equal("""{"quantity":1,"unit":"m"}""", ordered["duration"]!.ToJsonString());
        var id = ordered.TextOf("id");
        Assert.Matches("^[0-9a-f]{24}$", id);

        (await stan.DeleteRouter(id)).MustRefuse(
            409, "The CloudRouter can not be deleted while its status is CREATING");
        await emulator.Pass(1);
        var listed = (await stan.Listed(id))!;
        Assert.Equal("CREATED", listed["status"]!.GetValue<string>());
        Assert.Equal("CONSOLE_API", listed["requestSource"]!.GetValue<string>());
        Assert.Equal("""{"total":2500,"used":0,"remaining":2500}""", listed["calculatedCapacity"]!.ToJsonString());
        Assert.Empty(listed["sites"]!.AsArray());

        var refused = (await stan.DeleteRouter(id)).MustRefuse(400, InContract);
        Assert.Contains("2026-04-01T12:00:01.000Z", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        await emulator.Pass(31 * 86_400 - 1);
        (await stan.DeleteRouter(id)).MustRefuse(400, InContract);
        await emulator.Pass(1);
        var deleted = (await stan.DeleteRouter(id)).MustBeOk();
        Assert.Equal("DELETING", deleted.TextOf("status"));
        Assert.Matches("^[0-9a-f]{8}-", deleted.TextOf("uuid"));
        (await stan.DeleteRouter(id)).MustRefuse(
            409, "The CloudRouter can not be deleted while its status is DELETING");
        await emulator.Pass(1);
        Assert.Null(await stan.Listed(id));
        (await stan.DeleteRouter(id)).MustRefuse(404, "A CloudRouter can not be found with the given id");
    }

    [Theory]
    [InlineData("500MB", 500)]
    [InlineData("1GB", 1000)]
    [InlineData("2.5GB", 2500)]
    [InlineData("5GB", 5000)]
    [InlineData("10GB", 10_000)]
    [InlineData(">10GB", 100_000)]
    public async Task A_router_has_the_bandwidth_that_it_is_ordered_with(string name, int mbps)
    {
        await using var emulator = new EmulatorUnderTest();
        var id = await emulator.Router(name);
        Assert.Equal(
            mbps,
            (await emulator.With("key-stan").Listed(id))!["calculatedCapacity"]!["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("name", null, "The request must have required property 'name'")]
    [InlineData("paymentMethod", null, "The request must have required property 'paymentMethod'")]
    [InlineData("bandwidth", null, "The request must have required property 'bandwidth'")]
    [InlineData("duration", null, "The request must have required property 'duration'")]
    [InlineData("duration.quantity", null, "The request/duration must have required property 'quantity'")]
    [InlineData("duration.unit", null, "The request/duration must have required property 'unit'")]
    [InlineData("name", "5", "The request/name must be string")]
    [InlineData("name", "\"\"", "The request/name must NOT have fewer than 1 characters")]
    [InlineData("paymentMethod", "true", "The request/paymentMethod must be string")]
    [InlineData("paymentMethod", "\"cash\"", "The request/paymentMethod must be equal to one of the allowed values")]
    [InlineData("bandwidth", "500", "The request/bandwidth must be string")]
    [InlineData("bandwidth", "\"3GB\"", "Bandwidth must be one of (500MB,1GB,2.5GB,5GB,10GB,>10GB)")]
    [InlineData("duration", "\"1m\"", "The request/duration must be object")]
    [InlineData("duration.quantity", "\"many\"", "The request/duration/quantity must be integer")]
    [InlineData("duration.unit", "1", "The request/duration/unit must be string")]
    [InlineData("duration.unit", "\"d\"", "d is not a valid duration unit. Valid units are: \"m\", \"y\"")]
    [InlineData("duration.quantity", "-6", "-6 is not a positive integer. Duration value must be a positive integer")]
    [InlineData("duration.quantity", "0", "0 is not a positive integer. Duration value must be a positive integer")]
    [InlineData("duration.quantity", "100", "100 is not a valid quantity for duration unit: m. The maximum quantity "
        + "for this unit is 36")]
    [InlineData("discountCode", "7", "The request/discountCode must be string")]
    public async Task An_order_that_lacks_something_or_makes_no_sense_is_refused(
        string member, string? value, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var before = (await stan.Get(RouterWorld.Company + "/l3vpns")).MustBeOk().Text;
        (await stan.OrderRouter(RouterWorld.Order().Changed(member, value))).MustRefuse(400, message);
        Assert.Equal(before, (await stan.Get(RouterWorld.Company + "/l3vpns")).MustBeOk().Text);
    }

    [Fact]
    public async Task What_is_not_needed_is_taken_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var order = RouterWorld.Order()
            .Changed("discountCode", "\"CLOUDROUTER10\"")
            .Changed("paymentMethod", "\"creditcard\"")
            .Changed("duration", """{"quantity":"3","unit":"y"}""");
        var ordered = (await emulator.With("key-stan").OrderRouter(order)).MustBeOk();
        Assert.Equal("""{"quantity":3,"unit":"y"}""", ordered["duration"]!.ToJsonString());
        Assert.Equal("creditcard", ordered.TextOf("paymentMethod"));
    }

    [Fact]
    public async Task A_company_that_is_not_verified_orders_neither_routers_nor_sites()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Message = "The company must be verified before a CloudRouter can be used";
        var chloe = emulator.With("key-chloe");
        (await chloe.Post("/app-user/pebblepine/l3vpns", RouterWorld.Order().ToJsonString())).MustRefuse(400, Message);
        (await chloe.Post("/app-user/pebblepine/l3vpn/nothing/site", RouterWorld.Own().ToJsonString()))
            .MustRefuse(400, Message);
    }

    [Fact]
    public async Task Sites_are_looked_at_first_then_the_contract()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var refused = (await stan.DeleteRouter(RouterWorld.Core)).MustRefuse(400, HasSites);
        Assert.Contains(RouterWorld.London, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        foreach (var site in await stan.Sites())
        {
            (await stan.DeleteSite(site["id"]!.GetValue<string>())).MustBeOk();
        }

        (await stan.DeleteRouter(RouterWorld.Core)).MustRefuse(400, HasSites); // They are DELETING, and still there.
        await emulator.Pass(1);
        (await stan.DeleteRouter(RouterWorld.Core)).MustRefuse(400, InContract);
        await emulator.Pass(2 * 366 * 86_400);
        (await stan.DeleteRouter(RouterWorld.Core)).MustBeOk();
    }

    [Fact]
    public async Task One_that_failed_before_it_ever_was_there_has_no_contract()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.OrderRouter(RouterWorld.Order())).MustBeOk().TextOf("id");
        (await emulator.Fire("cloudrouters", id, "Fail")).MustBeOk();
        Assert.Equal("ERROR", (await stan.Listed(id))!["status"]!.GetValue<string>());
        (await stan.AddSite(RouterWorld.Own(), id)).MustRefuse(
            409, "The CloudRouter can not be given a site while its status is ERROR");
        (await emulator.Fire("cloudrouters", id, "Retry")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("CREATED", (await stan.Listed(id))!["status"]!.GetValue<string>());
        var other = (await stan.OrderRouter(RouterWorld.Order())).MustBeOk().TextOf("id");
        (await emulator.Fire("cloudrouters", other, "Fail")).MustBeOk();
        (await stan.DeleteRouter(other)).MustBeOk();
        (await stan.DeleteRouter(id)).MustRefuse(400, InContract);
    }

    [Fact]
    public async Task A_name_can_ask_for_failure_and_the_workflow_tells_why()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var id = (await stan.OrderRouter(RouterWorld.Order().Changed("name", "\"[sim:fail=creating] Net\"")))
            .MustBeOk().TextOf("id");
        await emulator.Pass(1);
        Assert.Equal("ERROR", (await stan.Listed(id))!["status"]!.GetValue<string>());
        var failed = (await stan.OrderRouter(RouterWorld.Order())).MustBeOk().TextOf("id");
        (await emulator.Fire("cloudrouters", failed, "Fail")).MustBeOk();
        Assert.Contains(
            "Out of luck",
            (await emulator.Nobody().Get($"/__admin/workflows/cloudrouters/{failed}")).MustBeOk().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_from_outside_keeps_the_rules_unless_it_is_forced()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.Fire("cloudrouters", RouterWorld.Core, "Delete")).MustRefuse(409);
        Assert.Contains(HasSites, refused.Message, StringComparison.Ordinal);
        (await emulator.Fire("cloudrouters", RouterWorld.Lab, "Delete")).MustBeOk();
    }

    [Fact]
    public async Task Another_companys_routers_are_nobodys()
    {
        await using var emulator = new EmulatorUnderTest();
        var daan = emulator.With("key-daan");
        const string Theirs = "/app-user/meridian";
        Assert.DoesNotContain(
            RouterWorld.Core, (await daan.Get(Theirs + "/l3vpns")).MustBeOk().Text, StringComparison.Ordinal);
        (await daan.Get($"{Theirs}/l3vpn/{RouterWorld.Core}/sites")).MustRefuse(
            404, "A CloudRouter can not be found with the given id");
        (await daan.Delete($"{Theirs}/l3vpns/{RouterWorld.Core}")).MustRefuse(404);
        (await daan.Post($"{Theirs}/l3vpn/{RouterWorld.Core}/site", RouterWorld.Own().ToJsonString())).MustRefuse(404);
        (await daan.Delete($"{Theirs}/l3vpns/{RouterWorld.Core}/sites/{RouterWorld.London}")).MustRefuse(404);
        (await daan.Get(RouterWorld.Company + "/l3vpns")).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Get(RouterWorld.Company + "/l3vpns")).MustRefuse(401, "The user is not logged in");
        (await daan.Get("/app-user/nobody/l3vpns")).MustRefuse(404, "A company can not be found with the given id");
    }

    [Fact]
    public async Task The_resources_are_the_routers_a_page_at_a_time()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string Resources = "/polaris/company/557679e2c2e6a1b4d7756472/cloudrouter/resources";
        var all = (await stan.Get(Resources)).MustBeOk();
        Assert.Equal(
            [RouterWorld.Core, RouterWorld.Lab],
            all["results"]!.AsArray().Select(one => one!["meta"]!["serviceId"]!.GetValue<string>()));
        Assert.Equal(20, all["count"]!.GetValue<int>());
        var second = (await stan.Get(Resources + "?count=1&skip=1")).MustBeOk();
        Assert.Equal(
            "Acme lab",
            Assert.Single(second["results"]!.AsArray())!["meta"]!["serviceName"]!.GetValue<string>());
        Assert.Equal((1, 1, 2), (
            second["skip"]!.GetValue<int>(), second["count"]!.GetValue<int>(), second["total"]!.GetValue<int>()));
        Assert.Empty((await stan.Get(Resources + "?skip=2")).MustBeOk()["results"]!.AsArray());
        (await stan.Get(Resources + "?count=0")).MustRefuse(400, "The query/count must be >= 1");
        (await stan.Get(Resources + "?skip=-1")).MustRefuse(400, "The query/skip must be >= 0");
        (await stan.Get(Resources + "?count=many")).MustRefuse(400, "The query/count must be integer");
        (await stan.DeleteRouter(RouterWorld.Lab)).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal(1, (await stan.Get(Resources)).MustBeOk()["total"]!.GetValue<int>());
    }
}
