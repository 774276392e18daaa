using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Ordering ports (000:2575-3784).</summary>
public sealed class PortOrderTests
{
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string Allocated = Orders + "/55767b5652a693344a015744";
    private const string Reservation = "/api/company/harbourlight/ports/orders/674d8b28c2e6a1b4d7d66a6b";

    [Theory]
    [InlineData("""{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""")]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":"1000","portName":"P","paymentType":"invoice","durationUnit":"y"}
        """
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","billingId":56d691309a90128d55831db2,"speed":1000,"portName":"PORT_2",
        "type":"PHYSICAL"}
        """
    )]
    [InlineData(
        """
        {"dataCenterFacility":"SUPERNETPA4","speed":1000,"portName":"P","paymentType":"plan",
        "paymentTransactionId":"56d691309a90128d55831db2","billingId":"56d691309a90128d55831db2","unknown":true}
        """
    )]
    public async Task An_order_is_taken_in_every_documented_spelling(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        var order = (await (await emulator.Stan()).Put(Orders, body)).MustBeOk();
        Assert.Equal("created", order.TextOf("status"));
        Assert.Equal(1000, order["speed"]!["value"]!.GetValue<int>());
        Assert.Equal("1000 Mbps", order["speed"]!["name"]!.GetValue<string>());
        Assert.Equal("stan", order.TextOf("createdBy"));
    }

    [Theory]
    [InlineData("""{"speed":1000,"portName":"P"}""", "The request must have required property 'dataCenterFacility'")]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","portName":"P","paymentType":"invoice"}""",
        "The request must have required property 'speed'"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P"}""",
        "The request must have required property 'paymentType'"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1000.5,"portName":"P","paymentType":"invoice"}""",
        "The request/speed must be integer"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1e30,"portName":"P","paymentType":"invoice"}""",
        "The request/speed must be integer"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":7,"paymentType":"invoice"}""",
        "The request/portName must be string"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"gold"}""",
        "The request/paymentType must be equal to one of the allowed values"
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice",
        "bundleCrossConnect":true}
        """,
        "Selected DCF does not support bundle cross connect"
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice","durationUnit":"m"}
        """,
        "Selected DCF does not support monthly ports"
    )]
    [InlineData("""[]""", "The request must be object")]
    public Task An_order_that_breaks_a_rule_is_refused_and_leaves_nothing(string body, string message) =>
        Refused(body, message);

    [Theory]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":99,"portName":"P","paymentType":"invoice"}""",
        "The request/speed must be >= 100"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":123,"portName":"P","paymentType":"invoice"}""",
        "The requested speed is not available at the data center facility"
    )]
    public Task The_speed_is_at_least_100_Mbps_and_one_the_facility_offers(string body, string message) =>
        Refused(body, message);

    [Theory]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"plan"}""",
        "A billingId is required when the paymentType is plan"
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"plan",
        "billingId":"5c07767990a74879f2cf8cf4"}
        """,
        "A subscription can not be found with the given billingId"
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"plan",
        "billingId":"56d691309a90128d55831db2","paymentTransactionId":"x"}
        """,
        "paymentTransactionId should not be provided when the paymentType is plan"
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice",
        "paymentTransactionId":"x"}
        """,
        "paymentTransactionId should not be provided when the paymentType is invoice"
    )]
    [InlineData(
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"creditcard"}""",
        "paymentTransactionId must be provided when the paymentType is creditcard"
    )]
    [InlineData(
        """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"creditcard",
        "paymentTransactionId":"x"}
        """,
        "A paymentType of creditcard is only supported via the Console Connect web application"
    )]
    public Task A_plan_needs_its_subscription_plan_and_invoice_take_no_transaction_and_cards_are_for_the_web(
        string body,
        string message
    ) => Refused(body, message);

    [Fact]
    public async Task An_order_passes_created_pending_allocated_loa_sent_and_done_and_its_port_is_UNKNOWN_until_then()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = (
            await stan.Put(
                Orders,
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"New","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        foreach (var status in new[] { "created", "pending", "allocated", "loa_sent", "done" })
        {
            var now = (await stan.Get($"{Orders}/{order.TextOf("id")}")).MustBeOk();
            Assert.Equal(status, now.TextOf("status"));
            Assert.Equal(status != "done", now["port"]!["status"]!.GetValue<string>() == "UNKNOWN");
            Assert.Equal(order["port"]!["id"]!.GetValue<string>(), now["port"]!["id"]!.GetValue<string>());
            await emulator.Pass(1);
        }
    }

    [Fact]
    public async Task A_reservation_is_reserved_until_it_is_confirmed_or_cancelled()
    {
        await using var emulator = new EmulatorUnderTest();
        await using var other = new EmulatorUnderTest();
        Assert.Equal("reserved", (await emulator.With("key-olivia").Get(Reservation)).MustBeOk().TextOf("status"));
        await emulator.Pass(3600);
        Assert.Equal("reserved", (await emulator.With("key-olivia").Get(Reservation)).MustBeOk().TextOf("status"));
        (
            await emulator
                .Nobody()
                .Post($"/__admin/workflows/port-orders/{Reservation[^24..]}/fire", """{"trigger":"Confirm"}""")
        ).MustBeOk();
        Assert.Equal("created", (await emulator.With("key-olivia").Get(Reservation)).MustBeOk().TextOf("status"));
        (await other.With("key-olivia").Post(Reservation + "/cancel")).MustBeOk();
        await other.Pass(1);
        Assert.Equal("cancelled", (await other.With("key-olivia").Get(Reservation)).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task An_unknown_facility_is_not_found()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await (await emulator.Stan()).Put(
                Orders,
                """{"dataCenterFacility":"nowhere","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustRefuse(404, "A data centre facility can not be found with the given id");
    }

    [Theory]
    [InlineData("equinix-dx1")]
    [InlineData("nikhef-ams")]
    public Task A_facility_that_is_not_ready_or_only_for_destinations_takes_no_orders(string facility) =>
        Refused(
            $$"""{"dataCenterFacility":"{{facility}}","speed":1000,"portName":"P","paymentType":"invoice"}""",
            "The data center facility is not ready to take orders");

    [Theory]
    [InlineData("")]
    [InlineData("/cancel")]
    [InlineData("/sendloa")]
    public async Task An_unknown_order_is_not_found(string action)
    {
        await using var emulator = new EmulatorUnderTest();
        var path = Orders + "/5aaaaaaaaaaaaaaaaaaaaaaa" + action;
        var stan = await emulator.Stan();
        (await (action.Length == 0 ? stan.Get(path) : stan.Post(path))).MustRefuse(404, "An order can not be found "
            + "with the given id");
    }

    [Fact]
    public async Task A_company_that_is_not_verified_cannot_order()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .With("key-chloe")
                .Put(
                    "/api/company/pebblepine/ports/orders",
                    """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
                )
        ).MustRefuse(400, "The company must be verified before a port can be ordered");
    }

    [Fact]
    public async Task A_plan_covers_only_so_many_ports()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .With("key-haruka")
                .Put(
                    "/api/company/hoshizora/ports/orders",
                    """
                    {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"plan",
                    "billingId":"5e37cdd8c2e6a1b4d7bf4913"}
                    """
                )
        ).MustRefuse(400, "The subscription does not have sufficient entitlements available to complete the request");
    }

    [Fact]
    public async Task An_order_at_an_off_net_facility_passes_waiting_for_nsp()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = (
            await stan.Put(
                Orders,
                """
                {"dataCenterFacility":"hkg05","speed":1000,"portName":"P","paymentType":"invoice","durationUnit":"m"}
                """
            )
        ).MustBeOk();
        var statuses = new List<string>();
        for (var second = 0; second < 7; second++)
        {
            statuses.Add((await stan.Get($"{Orders}/{order.TextOf("id")}")).TextOf("status"));
            await emulator.Pass(1);
        }

        Assert.Equal(["created", "pending", "waiting_for_nsp", "allocated", "loa_sent", "done", "done"], statuses);
    }

    [Fact]
    public async Task The_port_is_nowhere_to_be_seen_until_the_order_is_done()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = (
            await stan.Put(
                Orders,
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Hidden","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        var portId = order["port"]!["id"]!.GetValue<string>();
        await emulator.Pass(3);
        (await stan.Get($"/api/company/Acme/ports/{portId}")).MustRefuse(404, "A port can not be found with the "
            + "given id");
        Assert.DoesNotContain("Hidden", (await stan.Get("/api/company/Acme/ports")).Text, StringComparison.Ordinal);
        await emulator.Pass(2);
        var done = (await stan.Get($"{Orders}/{order.TextOf("id")}")).MustBeOk();
        Assert.Equal(portId, done.TextOf("portId"));
        Assert.Equal(portId, done.TextOf("createdPortId"));
        Assert.Equal("ACTIVE", (await stan.Get($"/api/company/Acme/ports/{portId}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task Cancelling_passes_cancelling_and_is_refused_once_the_order_is_done()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal("cancelling", (await stan.Post($"{Allocated}/cancel")).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        var cancelled = (await stan.Get(Allocated)).MustBeOk();
        Assert.Equal("cancelled", cancelled.TextOf("status"));
        Assert.True(cancelled["cancelled"]!.GetValue<bool>());
        Assert.Equal("stan", cancelled.TextOf("cancelledBy"));
        Assert.Equal("2026-03-01T12:00:01.000Z", cancelled.TextOf("cancelledAt"));
        (await stan.Post($"{Allocated}/cancel")).MustRefuse(409, "The order can not be cancelled while its status is "
            + "cancelled");
        (await stan.Post($"{Orders}/5aaaac3bc2e6a1b4d7748f2f/cancel")).MustRefuse(409, "The order can not be "
            + "cancelled while its status is done");
        (await stan.Post(Allocated, """{"portName":"Too late"}""")).MustRefuse(409);
    }

    [Fact]
    public async Task Loasent_is_for_allocated_orders_only_and_sendloa_mails_the_LOA_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post($"{Orders}/Acme/loasent")).MustRefuse(409);
        (await stan.Post($"{Allocated}/sendloa")).MustBeOk();
        Assert.Equal("loa_sent", (await stan.Post($"{Allocated}/loasent")).MustBeOk().TextOf("status"));
        (await stan.Post($"{Allocated}/loasent")).MustRefuse(409);
        var letters = (await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]!.AsArray();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, letter => Assert.Equal("Loa", letter!["kind"]!.GetValue<string>()));
        (await stan.Post($"{Orders}/Acme/sendloa")).MustRefuse(409);
        (await stan.Post($"{Allocated}/explode")).MustRefuse(404);
    }

    [Fact]
    public async Task Orders_are_listed_by_status_location_and_speed()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var all = (await stan.Get(Orders)).MustBeOk()["results"]!.AsArray();
        Assert.Equal(3, all.Count);
        Assert.Single((await stan.Get(Orders + "?status=allocated"))["results"]!.AsArray());
        Assert.Empty((await stan.Get(Orders + "?status=nonsense"))["results"]!.AsArray());
        Assert.Equal(3, (await stan.Get(Orders + "?status=created,allocated,done"))["results"]!.AsArray().Count);
        Assert.Empty(
            (await stan.Get(Orders + "?status=created&locationId=12345&speedId=123456"))["results"]!.AsArray());
        var one = all[0]!;
        Assert.Contains(
            (await stan.Get($"{Orders}?locationId={one["locationId"]!.GetValue<string>()}"))["results"]!.AsArray(),
            order => order!["id"]!.GetValue<string>() == one["id"]!.GetValue<string>());
        Assert.Equal(
            3,
            (await stan.Get($"{Orders}?speedId={one["speedId"]!.GetValue<string>()}&"))["results"]!.AsArray().Count);
    }

    private static async Task Refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var before = (await stan.Get(Orders)).Text;
        (await stan.Put(Orders, body)).MustRefuse(400, message);
        Assert.Equal(before, (await stan.Get(Orders)).Text);
    }
}
