using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>Ordering a service: what it is given, and every rule that forbids it.</summary>
public sealed class ProvisioningTests
{
    [Fact]
    public async Task A_service_is_PROVISIONING_then_ACTIVE_with_its_BGP_sessions()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var ordered = (
            await joe.Provision(IodWorld.Order().With("enableIpv6", true).With("ipblock", 29).With("ipv6Block", 48))
        ).MustBeOk();
        Assert.Equal("PROVISIONING", ordered.TextOf("status"));
        Assert.Null(ordered["bgpStatus"]);
        Assert.Equal("IDLE", ordered["peers"]![0]!["bgp_status"]!.GetValue<string>());
        await emulator.Pass(1);
        var active = (await joe.Service(ordered.TextOf("id"))).MustBeOk();
        Assert.Equal("ACTIVE", active.TextOf("status"));
        Assert.Equal("ESTABLISHED", active.TextOf("bgpStatus"));
        Assert.Equal(2, active["peers"]!.AsArray().Count);
        Assert.All(active["peers"]!.AsArray(), peer =>
            Assert.Equal("ESTABLISHED", peer!["bgp_status"]!.GetValue<string>()));
        Assert.Empty(active["staticRoutes"]!.AsArray());
        Assert.Equal(24, active.TextOf("bgpKey").Length);
        Assert.All(active.TextOf("bgpKey"), letter => Assert.InRange(letter, ' ', '~'));
        foreach (var member in new[] { "ipv4BlockId", "ipv6BlockId", "linknetIpV4Block", "linknetIpV6Block", "asnId" })
        {
            Assert.True(Guid.TryParse(active.TextOf(member), out _), member);
        }

        Assert.StartsWith("192.0.2.", active.TextOf("customerRouterIpv4"), StringComparison.Ordinal);
        Assert.StartsWith("2001:db8::", active.TextOf("customerRouterIpv6"), StringComparison.Ordinal);
        Assert.Equal(active.TextOf("customerRouterIpv4"), active["peers"]![0]!["internal_ip"]!.GetValue<string>());
        Assert.Equal(active.TextOf("consoleRouterIpv4"), active["peers"]![0]!["external_ip"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_static_service_has_routes_instead_of_peers_ASN_and_key()
    {
        await using var emulator = new EmulatorUnderTest();
        var service = (await emulator.With("key-joe").Provision(IodWorld.Static().With("ipblock", 30))).MustBeOk();
        Assert.StartsWith(
            "198.51.100.",
            Assert.Single(service["staticRoutes"]!.AsArray())!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Empty(service["peers"]!.AsArray());
        Assert.Null(service["asnId"]);
        Assert.Null(service["bgpKey"]);
        Assert.Null(service["bgpStatus"]);
    }

    [Fact]
    public async Task A_failure_shows_in_status_sessions_and_log_and_can_be_tried_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = await emulator.Active(IodWorld.Order());
        (
            await emulator
                .Nobody()
                .Post($"/__admin/workflows/iod-services/{id}/fire", """{"trigger":"Fail","reason":"Fibre cut"}""")
        ).MustBeOk();
        var failed = (await joe.Service(id)).MustBeOk();
        Assert.Equal("ERROR", failed.TextOf("status"));
        Assert.Equal("IDLE", failed.TextOf("bgpStatus"));
        (
            await emulator.Nobody().Post($"/__admin/workflows/iod-services/{id}/fire", """{"trigger":"Retry"}""")
        ).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", (await joe.Service(id)).TextOf("status"));
        var log = (await joe.Post($"{IodWorld.Company}/gia-service/{id}/logs", """{"limit":10,"skip":0}""")).MustBeOk();
        var entry = log["results"]!.AsArray().Single(entry => entry!["level"]!.GetValue<string>() == "ERROR")!;
        Assert.Equal("Service has failed: Fibre cut", entry["summary"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_bandwidth_and_its_VLAN_are_the_ports()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var (utilised, remaining) = await joe.Capacity(IodWorld.London);
        var service = (await joe.Provision(IodWorld.Order().With("rateLimit", 250).With("vlanId", 777))).MustBeOk();
        Assert.Equal(777, service["vlanId"]!.GetValue<int>());
        Assert.Equal((utilised + 250, remaining - 250), await joe.Capacity(IodWorld.London));
        foreach (var kind in new[] { "gia", "connection" })
        {
            var vlans = (await joe.Get($"/api/company/bloggs/ports/{IodWorld.London}/vlan?service={kind}")).MustBeOk()[
                "available"
            ]!
                .AsArray()
                .Select(vlan => vlan!.GetValue<int>());
            Assert.DoesNotContain(777, vlans);
        }

        var taken = await joe.Provision(IodWorld.Order().With("vlanId", 777));
        taken.MustRefuse(409, "VLAN 777 is already in use on the port");
        (
            await joe.Put(
                "/api/v2/company/bloggs/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"c","portId":"{{IodWorld.London}}","speed":10,
                "destPortId":"{{IodWorld.HongKong}}","destCompany":"bloggs","srcVlanRequest":777}
                """
            )
        ).MustRefuse(409, "VLAN 777 is already in use on the port");
    }

    [Fact]
    public async Task A_port_with_a_service_can_not_be_disabled()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Post($"/api/company/bloggs/ports/{IodWorld.HongKong}/disable")).MustRefuse(
            409,
            "The port can only be disabled when no Internet On-Demand service uses it");
    }

    [Fact]
    public async Task A_port_that_is_ordered_on_net_can_give_access_and_an_off_net_one_can_not()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var joe = emulator.With("key-joe");
        foreach (var (facility, can) in new[] { ("equinix-hk1", true), ("hkg05", false) })
        {
            var order = (
                await joe.Put(
                    "/api/company/bloggs/ports/orders",
                    $$"""{"dataCenterFacility":"{{facility}}","speed":1000,"portName":"new","paymentType":"invoice"}""")
            ).MustBeOk();
            var port = (await joe.Get($"/api/company/bloggs/ports/orders/{order.TextOf("id")}"))
                .MustBeOk()
                .TextOf("portId");
            var answer = await joe.Provision(IodWorld.Order().With("accessPortId", port));
            if (can)
            {
                answer.MustBeOk();
            }
            else
            {
                answer.MustRefuse(400, $"Internet on demand is not available on port with ID {port} .  Please select "
                    + "another port or contact support@consoleconnect.com if you want Internet on demand at this "
                    + "location.");
            }
        }
    }

    [Theory]
    [InlineData("accessPortId")]
    [InlineData("defaultOriginate")]
    [InlineData("duration")]
    [InlineData("enableIpv6")]
    [InlineData("name")]
    [InlineData("rateLimit")]
    [InlineData("type")]
    [InlineData("paymentType")]
    public async Task What_is_required_is_required(string member)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Provision(IodWorld.Order().Without(member))).MustRefuse(
            400,
            $"The request must have required property '{member}'");
    }

    /// <summary>A change to the order that works, and what it is refused with.</summary>
    public static TheoryData<string, int, string> Wrong =>
        new()
        {
            {
                """{"bgpKey":"12345","autoAssignBgpKey":false}""",
                400,
                "The request/bgpKey must NOT have fewer than 6 characters"
            },
            {
                """{"bgpKey":"1234567890123456789012345","autoAssignBgpKey":false}""",
                400,
                "The request/bgpKey must NOT have more than 24 characters"
            },
            {
                """{"bgpKey":"schlüssel","autoAssignBgpKey":false}""",
                400,
                "The request/bgpKey must match pattern \"^[ -~]{6,24}$\""
            },
            { """{"autoAssignBgpKey":false}""", 400, "A bgpKey is required for a DYNAMIC service" },
            { """{"bgpKey":"123456"}""", 400, "Please provide either a bgpKey or autoAssignBgpKey" },
            { """{"type":"STATIC"}""", 400, "A BGP key is only valid for a DYNAMIC service" },
            {
                """
                {"type":"STATIC","autoAssignBgpKey":false,"privateAsnAutoAssign":false,
                "privateAsnRequested":4200000123}
                """,
                400,
                "An ASN is only valid for a DYNAMIC service"
            },
            {
                """{"type":"STATIC","autoAssignBgpKey":false,"privateAsnAutoAssign":false}""",
                400,
                "Please provide either privateAsnAutoAssign or privateAsnRequested"
            },
            {
                """{"type":"STATIC","autoAssignBgpKey":false,"privateAsn":false}""",
                400,
                "privateAsn must be true to assign or request a private ASN"
            },
            {
                """{"type":"STATIC","privateAsn":false,"privateAsnAutoAssign":false}""",
                400,
                "A BGP key is only valid for a DYNAMIC service"
            },
            {
                """
                {"type":"STATIC","privateAsn":false,"privateAsnAutoAssign":false,"autoAssignBgpKey":false,
                "bgpKey":"123456"}
                """,
                400,
                "A BGP key is only valid for a DYNAMIC service"
            },
            {
                """
                {"type":"STATIC","privateAsn":false,"privateAsnAutoAssign":false,"autoAssignBgpKey":false,
                "asnId":"98dd7337-fb0b-4ff3-959f-ea78a920b192"}
                """,
                400,
                "An ASN is only valid for a DYNAMIC service"
            },
            { """{"type":"BGP"}""", 400, "The request/type must be equal to one of the allowed values" },
            {
                """{"privateAsn":false,"privateAsnAutoAssign":false}""",
                400,
                "An asnId or a private ASN is required for a DYNAMIC service"
            },
            {
                """{"asnId":"98dd7337-fb0b-4ff3-959f-ea78a920b192"}""",
                400,
                "Please provide either an asnId or a private ASN"
            },
            { """{"privateAsn":false}""", 400, "privateAsn must be true to assign or request a private ASN" },
            {
                """{"privateAsn":null,"privateAsnAutoAssign":null,"privateAsnRequested":4200000077}""",
                400,
                "privateAsn must be true to assign or request a private ASN"
            },
            {
                """{"privateAsnAutoAssign":false}""",
                400,
                "Please provide either privateAsnAutoAssign or privateAsnRequested"
            },
            {
                """{"privateAsnRequested":4200000077}""",
                400,
                "Please provide either privateAsnAutoAssign or privateAsnRequested"
            },
            {
                """{"privateAsnAutoAssign":false,"privateAsnRequested":3200000055}""",
                400,
                "ASN 3200000055 is not valid: ASN is out of range"
            },
            {
                """{"privateAsnAutoAssign":false,"privateAsnRequested":4294967295}""",
                400,
                "ASN 4294967295 is not valid: ASN is out of range"
            },
            {
                """{"privateAsnAutoAssign":false,"privateAsnRequested":-1}""",
                400,
                "ASN -1 is not valid: ASN is out of range"
            },
            {
                """{"privateAsnAutoAssign":false,"privateAsnRequested":65515}""",
                400,
                "ASN 65515 is not valid: ASN is reserved for use in Microsoft ExpressRoute Peering"
            },
            {
                """{"privateAsnAutoAssign":false,"privateAsnRequested":4200000000}""",
                400,
                "ASN 4200000000 is not valid: ASN is already in use"
            },
            {
                """{"privateAsnAutoAssign":false,"privateAsnRequested":"many"}""",
                400,
                "The request/privateAsnRequested must be integer"
            },
            {
                """{"privateAsn":false,"privateAsnAutoAssign":false,"asnId":"00000000-0000-4000-8000-000000000000"}""",
                400,
                "An ASN can not be found with the given asnId"
            },
            { """{"ipblock":25}""", 400, "The request/ipblock must be >= 26" },
            { """{"ipblock":31}""", 400, "The request/ipblock must be <= 30" },
            { """{"enableIpv6":true,"ipv6Block":64}""", 400, "The request/ipv6Block must be <= 48" },
            { """{"ipv6Block":48}""", 400, "An ipv6Block requires enableIpv6" },
            { """{"vlanId":3000}""", 409, "VLAN 3000 is already in use on the port" },
            { """{"vlanId":1}""", 400, "VLAN 1 is not in the VLAN ranges of the port" },
            { """{"vlanId":4095}""", 400, "The request/vlanId must be <= 4094" },
            { """{"rateLimit":0}""", 400, "The request/rateLimit must be >= 1" },
            { """{"rateLimit":-1}""", 400, "The request/rateLimit must be >= 1" },
            { """{"rateLimit":1.5}""", 400, "The request/rateLimit must be integer" },
            { """{"rateLimit":"abc"}""", 400, "The request/rateLimit must be integer" },
            { """{"rateLimit":1e30}""", 400, "The request/rateLimit must be integer" },
            {
                """{"rateLimit":20000}""",
                400,
                "The requested bandwidth exceeds the available capacity for the Port. Max is: 9300"
            },
            {
                """{"burstRate":1000}""",
                400,
                "The rate limit must be at least 10% of the remaining port capacity when a burst rate is specified. "
                + "Min is: 930"
            },
            { """{"rateLimit":1000,"burstRate":1000}""", 400, "The burst rate must exceed the rate limit" },
            {
                """{"rateLimit":1000,"burstRate":9501}""",
                400,
                "The burst rate must not exceed the remaining port capacity. Max is: 9300"
            },
            { """{"duration":{"quantity":0,"unit":"m"}}""", 400, "The request/duration/quantity must be >= 1" },
            { """{"duration":{"unit":"m"}}""", 400, "The request/duration must have required property 'quantity'" },
            {
                """{"duration":{"quantity":1,"unit":"x"}}""",
                400,
                "The request/duration/unit must be equal to one of the allowed values"
            },
            {
                """{"duration":{"quantity":100,"unit":"m"}}""",
                400,
                "100 is not a valid quantity for duration unit: m. The maximum quantity for this unit is 36"
            },
            {
                """{"duration":7,"durationUnit":"d"}""",
                400,
                "7 is not a valid quantity for duration unit: d. The maximum quantity for this unit is 6"
            },
            { """{"duration":4}""", 400, "The request must have required property 'durationUnit'" },
            { """{"duration":"a while","durationUnit":"d"}""", 400, "The request/duration must be integer" },
            { """{"billingtype":"plan"}""", 400, "The request/billingtype must be equal to one of the allowed values" },
            { """{"paymentType":"plan"}""", 400, "The request/paymentType must be equal to one of the allowed values" },
            { """{"name":""}""", 400, "The request/name must NOT have fewer than 1 characters" },
            { """{"enableIpv6":"yes"}""", 400, "The request/enableIpv6 must be boolean" },
            { """{"accessPortId":"none"}""", 400, "The request/accessPortId must match pattern \"^[a-f0-9]{24}$\"" },
            { """{"accessPortId":"000000000000000000000000"}""", 404, "A port can not be found with the given id" },
            { """{"accessPortId":"569fbfdec2e6a1b4d74c2c70"}""", 404, "A port can not be found with the given id" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_a_rule_forbids_is_refused_and_changes_nothing(string change, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var before = (await joe.Get(IodWorld.Company + "/gia-services")).MustBeOk().Text;
        var given = await emulator.GivenBlocks();
        var order = IodWorld.Order();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            order[name] = value?.DeepClone();
        }

        (await joe.Provision(order)).MustRefuse(status, message);
        Assert.Equal(before, (await joe.Get(IodWorld.Company + "/gia-services")).Text);
        Assert.Equal(given, await emulator.GivenBlocks());
    }

    [Theory]
    [InlineData("UNVERIFIED")]
    [InlineData("REJECTED")]
    public async Task A_public_ASN_has_to_be_VERIFIED(string status)
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var asn = (await emulator.Nobody().Get("/__admin/companies/bloggs/asns")).MustBeOk()["asns"]!
            .AsArray()
            .Single(asn => asn!["status"]!.GetValue<string>() == status)!;
        var order = IodWorld
            .Order()
            .With("privateAsn", false)
            .With("privateAsnAutoAssign", false)
            .With("asnId", asn["id"]!.GetValue<string>());
        (await joe.Provision(order)).MustRefuse(400, $"ASN {asn["asn"]} is not VERIFIED");
        (
            await emulator
                .Nobody()
                .Post($"/__admin/workflows/asns/{asn["id"]!.GetValue<string>()}/fire", """{"trigger":"Verify"}""")
        ).MustBeOk();
        Assert.Equal(asn["id"]!.GetValue<string>(), (await joe.Provision(order)).MustBeOk().TextOf("asnId"));
    }

    [Fact]
    public async Task Another_companys_ASN_is_not_found_and_one_that_is_brought_can_be_used()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var theirs = (await emulator.Nobody().Get("/__admin/companies/harbourlight/asns")).MustBeOk()["asns"]![0]![
            "id"
        ]!.GetValue<string>();
        var order = IodWorld.Order().With("privateAsn", false).With("privateAsnAutoAssign", false);
        (await joe.Provision(order.With("asnId", theirs))).MustRefuse(
            400,
            "An ASN can not be found with the given " + "asnId");
        (await emulator.Nobody().Post("/__admin/companies/bloggs/asns", """{"asn":65540}""")).MustRefuse(
            400,
            "ASN 65540 is not valid: ASN is already in use");
        (await emulator.Nobody().Post("/__admin/companies/bloggs/asns", """{"asn":65520}""")).MustRefuse(
            400,
            "ASN 65520 is not valid: ASN is reserved for use in Microsoft ExpressRoute Peering");
        (await emulator.Nobody().Post("/__admin/companies/bloggs/asns", """{"asn":0}""")).MustRefuse(
            400,
            "ASN 0 is not valid: ASN is out of range");
        var brought = (
            await emulator.Nobody().Post("/__admin/companies/bloggs/asns", """{"asn":65545,"verified":true}""")
        ).MustBeOk();
        (await joe.Provision(order.With("asnId", brought.TextOf("id")))).MustBeOk();
    }

    [Fact]
    public async Task A_port_that_is_not_ACTIVE_or_dedicated_gives_no_access()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (
            await emulator.Nobody().Post($"/__admin/workflows/ports/{IodWorld.London}/fire", """{"trigger":"Lose"}""")
        ).MustBeOk();
        (await joe.Provision(IodWorld.Order())).MustRefuse(409, "Cannot find an ACTIVE access port");

        var stan = emulator.With("key-stan");
        (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"c","portId":"576247795c9de0b91e8b8576","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","untagged":true}
                """
            )
        ).MustBeOk();
        (
            await stan.Post(
                "/app-user/Acme/gia-service",
                IodWorld.Order().With("accessPortId", "576247795c9de0b91e8b8576").ToJsonString())
        ).MustRefuse(409, "The port is dedicated to one untagged connection");
        (
            await stan.Post(
                "/app-user/Acme/gia-service",
                IodWorld.Order().With("accessPortId", "55767b5652a693344a015744").ToJsonString())
        ).MustRefuse(400);
    }

    [Fact]
    public async Task A_company_has_to_be_verified()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/companies/bloggs/verify", """{"verified":false}""")).MustBeOk();
        const string Words = "The company must be verified before Internet On-Demand can be used";
        (await emulator.With("key-joe").Provision(IodWorld.Order())).MustRefuse(400, Words);
        (
            await emulator
                .With("key-joe")
                .Get(IodWorld.Company + "/check-ip-availability?type=ipv4&pool=customer&mask=29")
        ).MustRefuse(400, Words);
    }

    /// <summary>Q-014, Q-015: OpenAPI 1.0.0's request, without what contradicts itself in its sample.</summary>
    [Fact]
    public async Task The_older_contract_is_taken_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var older = (
            await joe.Post(
                IodWorld.Company + "/gia-service",
                $$"""
                {
                  "accessPortId": "{{IodWorld.HongKong}}", "autoAssignBgpKey": false,
                  "bgpKey": "af83Le4Y5gGP8IgA9gaJ", "billingtype": "invoice", "defaultOriginate": true, "duration": 4,
                  "durationUnit": "m", "enableIpv6": true, "ipblock": 29, "name": "gia_service",
                  "paymentType": "creditcard", "privateAsn": true, "privateAsnAutoAssign": true,
                  "privateAsnRequested": 0, "rateLimit": 100, "burstRate": 150, "burstType": "95th Percentile",
                  "type": "DYNAMIC", "vlanId": "3001"
                }
                """
            )
        ).MustBeOk();
        Assert.Equal(3001, older["vlanId"]!.GetValue<int>());
        Assert.Equal("creditcard", older.TextOf("paymentType"));
        Assert.Equal("af83Le4Y5gGP8IgA9gaJ", older.TextOf("bgpKey"));
        Assert.Equal(150, older["burstRate"]!["rate"]!.GetValue<int>());
        var newer = (
            await joe.Provision(
                IodWorld
                    .Order()
                    .With("paymentType", "payg")
                    .With("duration", JsonNode.Parse("""{"quantity":"4","unit":"m"}""")))
        ).MustBeOk();
        Assert.Equal("invoice", newer.TextOf("paymentType"));
    }

    [Fact]
    public async Task A_private_ASN_that_is_asked_for_is_had_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var order = IodWorld.Order().With("privateAsnAutoAssign", false).With("privateAsnRequested", 4200000077);
        var asnId = (await joe.Provision(order)).MustBeOk().TextOf("asnId");
        (await joe.Provision(order)).MustRefuse(400, "ASN 4200000077 is not valid: ASN is already in use");
        var asn = (await emulator.Nobody().Get("/__admin/companies/bloggs/asns")).MustBeOk()["asns"]!
            .AsArray()
            .Single(asn => asn!["id"]!.GetValue<string>() == asnId)!;
        Assert.Equal(
            ("PRIVATE", "PROVIDED", 4200000077),
            (asn["status"]!.GetValue<string>(), asn["type"]!.GetValue<string>(), asn["asn"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Others_neither_see_nor_touch_a_companys_services()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = await emulator.Meg();
        (await meg.Service(IodWorld.Seeded)).MustRefuse(401, "Access denied");
        (await meg.Delete($"/v2/gia-services/{IodWorld.Seeded}")).MustRefuse(
            404,
            "GiaService not found: " + $"{IodWorld.Seeded}");
        (await meg.Get($"/app-user/company2/gia-services/{IodWorld.Seeded}")).MustRefuse(
            404,
            $"GiaService not found: {IodWorld.Seeded}");
        (await emulator.Nobody().Get("/api/private-asn/range")).MustRefuse(401, "The user is not logged in");
    }

    [Fact]
    public async Task Services_are_searched_with_a_LoopBack_filter()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var created = (await joe.Provision(IodWorld.Order().With("name", "Newest"))).MustBeOk();
        Assert.Equal(["gia-service", "Bloggs London internet", "Bloggs branch offices", "Newest"], await Names(""));
        Assert.Equal(["Newest"], await Names("""?filter={"where":{"status":"PROVISIONING"}}"""));
        Assert.Equal(["gia-service"], await Names("""?filter={"where":{"rateLimit.rate":{"gt":200}},"limit":1}"""));
        Assert.Equal(
            ["gia-service", "Newest"],
            await Names(
                """?filter={"order":"name DESC","limit":2,"where":{"type":"DYNAMIC","name":{"nlike":"London"}}}"""
            ));
        Assert.Equal(["Bloggs London internet"], await Names("""?filter={"skip":1,"limit":1}"""));
        Assert.Empty(await Names("""?filter={"skip":10,"limit":10}"""));
        var fields = (
            await joe.Get(IodWorld.Company + """/gia-services?filter={"fields":["id"],"where":{"name":"Newest"}}""")
        ).MustBeOk();
        Assert.Equal($$"""[{"id":"{{created.TextOf("id")}}"}]""", fields.Json.ToJsonString());
        (await joe.Get(IodWorld.Company + """/gia-services?filter={"where":{"name":{"near":1}}}""")).MustRefuse(400);

        async Task<IEnumerable<string>> Names(string query) =>
            (await joe.Get(IodWorld.Company + "/gia-services" + query))
                .MustBeOk()
                .Json.AsArray()
                .Select(service => service!["name"]!.GetValue<string>());
    }
}
