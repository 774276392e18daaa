using System.Text;
using System.Text.Json.Nodes;
using Emulator.ConsoleConnect;
using Emulator.Control.Worlds;
using Emulator.Simulation;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>Worlds over HTTP: a few lines say what a test needs, and ids, keys and tokens come back by name.</summary>
public sealed class WorldTests
{
    private const string TwoCompanies =
        """
        {
          "companies": {
            "buyer": { "ports": { "hk": { "metro": "Hong Kong", "speed": 10000 }, "sg": { "metro": "Singapore" } } },
            "seller": { "ports": { "ty": { "metro": "Tokyo" } } }
          },
          "connections": { "link": { "from": "hk", "to": "seller.ty", "speed": 200, "vlan": 77 } }
        }
        """;

    [Fact]
    public async Task Twelve_lines_make_a_world_order_advance_and_verify()
    {
        await using var emulator = new EmulatorUnderTest();
        var world = await Make(emulator, """{"companies":{"buyer":null}}""");
        var buyer = emulator.With(Text(world, "companies.buyer.key"));
        var order = (await buyer.Put("/api/company/buyer/ports/orders",
            """{"dataCenterFacility":"equinix-sg1","speed":1000,"portName":"sg","paymentType":"invoice"}"""))
            .MustBeOk();
        (await emulator.Nobody().Post("/__admin/clock/advance-until",
            $$"""{"machine":"port-orders","id":"{{order.TextOf("id")}}","state":"done"}""")).MustBeOk();
        var read = await buyer.Get($"/api/company/buyer/ports/orders/{order.TextOf("id")}");
        Assert.Equal("done", read.MustBeOk().TextOf("status"));
        (await emulator.Nobody().Post("/__admin/journal/verify",
            """{"method":"PUT","path":"/api/company/buyer/ports/orders","exactly":1}""")).MustBeOk();
    }

    [Fact]
    public async Task What_is_made_is_read_through_the_service_with_the_keys_and_tokens_that_come_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var world = await Make(emulator, TwoCompanies);
        foreach (var credential in new[] { Text(world, "companies.buyer.key"), Text(world, "companies.buyer.token") })
        {
            var port = (await emulator.With(credential)
                .Get($"/api/company/buyer/ports/{Text(world, "companies.buyer.ports.hk.id")}")).MustBeOk();
            Assert.Equal("hk", port.TextOf("name"));
            Assert.Equal("ACTIVE", port.TextOf("status"));
            Assert.Equal(10_000, port["speed"]!["value"]!.GetValue<int>());
        }

        var link = $"/api/v2/company/seller/connections/{Text(world, "connections.link.id")}";
        var connection = (await emulator.With(Text(world, "companies.seller.key")).Get(link)).MustBeOk();
        Assert.Equal("ACTIVE", connection.TextOf("status"));
        Assert.Equal(200, connection["speed"]!["value"]!.GetValue<int>());

        var login = await emulator.Nobody().Put("/api/auth/token", $$"""
            {"email":"{{Text(world, "companies.buyer.users.keyholder.email")}}","password":"Password1"}
            """);
        Assert.Equal(Text(world, "companies.buyer.users.keyholder.username"), login.MustBeOk().TextOf("username"));

        // Nobody was written to, and the order that delivered the port is in its history.
        Assert.Empty((await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]!.AsArray());
        var order = Text(world, "companies.buyer.ports.hk.orderId");
        var history = (await emulator.Nobody().Get($"/__admin/workflows/port-orders/{order}")).MustBeOk()["history"]!;
        Assert.Equal(
            ["created", "pending", "allocated", "loa_sent", "done"],
            history.AsArray().Select(move => move!["to"]!.GetValue<string>()));
        var instants = history.AsArray().Select(move => move!["at"]!.GetValue<DateTimeOffset>()).ToList();
        Assert.Equal(instants.Order(), instants);
        Assert.All(instants, at => Assert.InRange(at, DateTimeOffset.MinValue, EmulatorUnderTest.Start));
    }

    [Fact]
    public async Task The_same_world_is_the_same_each_time_and_another_seed_makes_another()
    {
        await using var one = new EmulatorUnderTest();
        await using var other = new EmulatorUnderTest();
        await using var seeded = new EmulatorUnderTest("seed=7");
        var first = (await Make(one, TwoCompanies)).Json.ToJsonString();
        Assert.Equal(first, (await Make(other, TwoCompanies)).Json.ToJsonString());
        Assert.NotEqual(first, (await Make(seeded, TwoCompanies)).Json.ToJsonString());
    }

    [Fact]
    public async Task YAML_says_the_same()
    {
        await using var one = new EmulatorUnderTest();
        await using var other = new EmulatorUnderTest();
        const string Yaml = """
            # Two companies and a connection between them.
            companies:
              buyer:
                ports:
                  hk: { metro: Hong Kong, speed: 10000 }
                  sg: { metro: "Singapore" }
              seller:
                ports:
                  ty:
                    metro: Tokyo
            connections:
              link: { from: hk, to: seller.ty, speed: 200, vlan: 77 }
            """;
        var json = (await Make(one, TwoCompanies)).Json.ToJsonString();
        Assert.Equal(json, (await Make(other, Yaml, "application/yaml")).Json.ToJsonString());
        Assert.Equal(
            "buyer",
            Text(await Make(new EmulatorUnderTest(), Yaml, "text/yaml; charset=utf-8"), "companies.buyer.username"));
    }

    [Fact]
    public async Task An_anchor_is_a_template()
    {
        await using var emulator = new EmulatorUnderTest();
        var world = await Make(emulator, """
            companies:
              buyer:
                ports:
                  one: &port { metro: London, speed: 1000 }
                  two: *port
            """, "application/yaml");
        Assert.Equal("London", Text(world, "companies.buyer.ports.two.metro"));
    }

    [Fact]
    public async Task Things_are_added_to_companies_and_people_that_there_are()
    {
        await using var emulator = new EmulatorUnderTest();
        var world = await Make(emulator, """
            {
              "companies": {
                "Acme": { "ports": { "new": { "facility": "equinix-ld8" } } },
                "buyer": { "users": { "stan@example.com": { "roles": ["NETWORKVIEW"] }, "ann": {} } }
              },
              "connections": { "out": { "from": "new", "toCompany": "company2", "metro": "SJC" } }
            }
            """);
        var stan = emulator.With("key-stan");
        (await stan.Get($"/api/company/Acme/ports/{Text(world, "companies.Acme.ports.new.id")}")).MustBeOk();
        (await stan.Get("/api/company/buyer/ports")).MustBeOk();
        Assert.Equal("key-stan", Text(world, "companies.buyer.users.stan@example.com.key", "stan@example.com"));
        Assert.Equal("PENDING", Text(world, "connections.out.state"));
        Assert.Equal("ann@buyer.example", Text(world, "companies.buyer.users.ann.email"));
        var meg = await emulator.Meg();
        (await meg.Put($"/api/v2/company/company2/connections/{Text(world, "connections.out.id")}/approve",
            """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}""")).MustBeOk();
    }

    [Fact]
    public async Task An_empty_world_has_places_and_clouds_and_nobody_else()
    {
        await using var emulator = new EmulatorUnderTest();
        var world = await Make(emulator, """
            {
              "empty": true,
              "companies": { "buyer": { "users": { "ann": {} }, "ports": { "hk": { "metro": "Hong Kong" } } } },
              "connections": { "aws": { "from": "hk", "toCompany": "AWS", "speed": 50, "state": "ACTIVE" } }
            }
            """);
        var ann = emulator.With(Text(world, "companies.buyer.users.ann.token"));
        Assert.Equal(
            ["hk"],
            (await ann.Get("/api/company/buyer/ports")).MustBeOk()["results"]!.AsArray()
                .Select(port => port!["name"]!.GetValue<string>()));
        Assert.Equal("ACTIVE", Text(world, "connections.aws.state"));
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustRefuse(401);
        (await ann.Get("/api/company/Acme/ports")).MustRefuse(404);
        (await ann.Get("/v2/data-center-facility")).MustBeOk();
        (await ann.Put("/api/company/buyer/ports/orders",
            """{"dataCenterFacility":"equinix-sg1","speed":1000,"portName":"sg","paymentType":"invoice"}"""))
            .MustBeOk();

        // A reset brings the seed back.
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        (await ann.Get("/api/auth/token")).MustRefuse(401);
    }

    /// <summary>Each machine that worlds have, a world with a resource of it, and where the state goes.</summary>
    public static TheoryData<string, string, string> States()
    {
        Dictionary<string, (string World, string Path)> worlds = new()
        {
            ["ports"] = ("""{"companies":{"c":{"ports":{"x":{"state":"@"}}}}}""", "companies.c.ports.x"),
            ["port-orders"] = ("""{"companies":{"c":{"orders":{"x":{"state":"@"}}}}}""", "companies.c.orders.x"),
            ["connections"] = (
                """{"companies":{"c":{"ports":{"a":{},"b":{}}},"d":{"ports":{"z":{}}}}"""
                    + ""","connections":{"x":{"from":"a","to":"z","state":"@"}}}""",
                "connections.x"),
            ["asns"] = ("""{"companies":{"c":{"asns":{"x":{"state":"@"}}}}}""", "companies.c.asns.x"),
            ["iod-services"] = (
                """{"companies":{"c":{"ports":{"a":{}},"services":{"x":{"port":"a","state":"@"}}}}}""",
                "companies.c.services.x"),
            ["flexes"] = (
                """{"companies":{"c":{"ports":{"a":{}}"""
                    + ""","services":{"s":{"port":"a","flexes":{"x":{"bandwidth":200,"state":"@"}}}}}}}""",
                "companies.c.services.s.flexes.x"),
            ["connection-flexes"] = (
                """{"companies":{"c":{"ports":{"a":{},"b":{}}}}"""
                    + ""","connections":{"l":{"from":"a","to":"b","flexes":{"x":{"bandwidth":200,"state":"@"}}}}}""",
                "connections.l.flexes.x"),
            ["azure-peerings"] = (
                """{"companies":{"c":{"ports":{"a":{}}}}"""
                    + ""","connections":{"l":{"from":"a","toCompany":"AZURE","peerings":{"x":{"state":"@"}}}}}""",
                "connections.l.peerings.x"),
            ["invitations"] = (
                """{"companies":{"c":{"users":{"ann":{}},"invitations":{"x":{"state":"@"}}}}}""",
                "companies.c.invitations.x"),
            ["sim-pools"] = ("""{"companies":{"c":{"simPools":{"x":{"state":"@"}}}}}""", "companies.c.simPools.x"),
            ["sims"] = (
                """{"companies":{"c":{"simPools":{"p":{"sims":{"x":{"state":"@"}}}}}}}""",
                "companies.c.simPools.p.sims.x"),
            ["sim-orders"] = ("""{"companies":{"c":{"simOrders":{"x":{"state":"@"}}}}}""", "companies.c.simOrders.x"),
            ["cloudrouters"] = (
                """{"companies":{"c":{"cloudRouters":{"x":{"state":"@"}}}}}""", "companies.c.cloudRouters.x"),
            ["cloudrouter-sites"] = (
                """{"companies":{"c":{"ports":{"a":{}}"""
                    + ""","cloudRouters":{"r":{"sites":{"x":{"port":"a","state":"@"}}}}}}}""",
                "companies.c.cloudRouters.r.sites.x"),
            ["support-tickets"] = (
                """{"companies":{"c":{"ports":{"a":{}},"tickets":{"x":{"about":"a","state":"@"}}}}}""",
                "companies.c.tickets.x"),
        };
        var data = new TheoryData<string, string, string>();
        foreach (var (machine, (world, path)) in worlds)
        {
            foreach (var state in ConsoleConnectService.Instance.Machine(machine).States)
            {
                data.Add(
                    WithWhatItNeeds(machine, state, world).Replace("@", state, StringComparison.Ordinal), path, state);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_state_of_every_machine_can_be_asked_for(string world, string path, string state)
    {
        await using var emulator = new EmulatorUnderTest();
        var made = await Make(emulator, world);
        Assert.Equal(state, Text(made, $"{path}.state"));
        var (machine, id) = (Text(made, $"{path}.machine"), Text(made, $"{path}.id"));
        var shown = (await emulator.Nobody().Get($"/__admin/workflows/{machine}/{id}")).MustBeOk();
        Assert.Equal(state, shown.TextOf("state"));
        Assert.InRange(
            shown["since"]!.GetValue<DateTimeOffset>(), EmulatorUnderTest.Start.AddYears(-5), EmulatorUnderTest.Start);

        // What the service is to leave, it leaves after now and not at once; and what follows hangs together, too.
        if (shown["nextDue"] is { } due)
        {
            Assert.InRange(
                due.GetValue<DateTimeOffset>(), EmulatorUnderTest.Start.AddMilliseconds(1),
                EmulatorUnderTest.Start.AddMinutes(1));
        }

        await emulator.Pass(3600);
        await MustHang(emulator);
    }

    [Theory]
    [InlineData("AWS", "PENDING_ACCEPTANCE")]
    [InlineData("amazon", "ACTIVE")]
    [InlineData("AZURE", "ACTIVE")]
    [InlineData("GOOGLE", "CREATING")]
    [InlineData("GOOGLE", "DISABLED")]
    [InlineData("alibaba_cloud", "DELETED")]
    [InlineData("IBM", "MANUAL")]
    [InlineData("ovhcloud", "ACTIVE")]
    [InlineData("oracle", "PENDING")]
    [InlineData("salesforcecom", "PENDING")]
    public async Task A_connection_leads_to_a_cloud(string cloud, string state)
    {
        await using var emulator = new EmulatorUnderTest();
        var made = await Make(emulator, $$"""
            {
              "companies": { "c": { "ports": { "a": { "metro": "Frankfurt", "speed": 10000 } } } },
              "connections": { "x": { "from": "a", "toCompany": "{{cloud}}", "state": "{{state}}" } }
            }
            """);
        Assert.Equal(state, Text(made, "connections.x.state"));
        var read = await emulator.With(Text(made, "companies.c.key"))
            .Get($"/api/v2/company/c/connections/{Text(made, "connections.x.id")}");
        if (state != "DELETED")
        {
            Assert.Equal(state, read.MustBeOk().TextOf("status"));
        }

        await emulator.Pass(3600);
        await MustHang(emulator);
    }

    [Theory]
    [InlineData("AWS")]
    [InlineData("AZURE")]
    [InlineData("GOOGLE")]
    [InlineData("IBM")]
    [InlineData("OVHCLOUD")]
    [InlineData("Oracle")]
    [InlineData("ALICLOUD")]
    public async Task A_site_leads_to_a_cloud(string cloud)
    {
        await using var emulator = new EmulatorUnderTest();
        var made = (await emulator.Nobody().Post("/__admin/worlds", """
            {"companies":{"c":{"cloudRouters":{"r":{"sites":{"x":{"cloud":"@"}}}}}}}
            """.Replace("@", cloud, StringComparison.Ordinal))).MustBeOk();
        Assert.Equal("ACTIVE", Text(made, "companies.c.cloudRouters.r.sites.x.state"));
        await MustHang(emulator);
    }

    [Fact]
    public async Task All_that_a_company_can_have()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = await Make(emulator, """
            {
              "discounts": { "SUMMER20": { "percent": 20, "products": ["PORT"] } },
              "prices": { "ports": [ { "speed": 1000, "yearly": 123, "monthly": 150 } ] },
              "companies": {
                "isp": {
                  "name": "Island Networks", "businessType": "Wholesaler", "answers": "approve",
                  "users": {
                    "ann": { "roles": ["ADMIN"], "name": "Ann Lee", "password": "Secret-42" },
                    "bob": { "roles": ["NETWORKVIEW"] }
                  },
                  "ports": {
                    "hk": { "metro": "Hong Kong", "speed": 10000 },
                    "ld": { "facility": "equinix-ld8", "state": "DISABLED" }
                  },
                  "orders": { "open": { "metro": "Tokyo", "state": "allocated" } },
                  "asns": { "own": { "number": 64999 }, "private": { "number": 4200000123 } },
                  "services": {
                    "web": {
                      "port": "hk", "speed": 300, "type": "DYNAMIC", "asn": "own", "ipblock": 29,
                      "flexes": { "up": { "bandwidth": 500 } }
                    }
                  },
                  "cloudRouters": {
                    "core": {
                      "bandwidth": "2.5GB",
                      "sites": {
                        "here": { "port": "hk", "speed": 500 },
                        "aws": { "cloud": "AWS", "metro": "London" },
                        "road": { "simPool": "vans" }
                      }
                    }
                  },
                  "invitations": { "carl": { "email": "carl@example.org", "roles": ["NETWORKCONTROL"] } },
                  "simPools": { "vans": { "cards": 3, "sims": { "first": {}, "second": { "state": "PAUSED" } } } },
                  "simOrders": { "more": { "pool": "vans", "cards": 2, "state": "PROCESSED" }, "next": {} },
                  "tickets": { "slow": { "about": "web", "issueType": "High Latency" } }
                }
              },
              "connections": {
                "loop": {
                  "from": "hk", "toCompany": "company2", "metro": "SJC", "speed": 10, "state": "ACTIVE",
                  "change": { "speed": 40 }
                },
                "azure": {
                  "from": "hk", "toCompany": "AZURE",
                  "peerings": { "own": {}, "public": { "type": "MICROSOFT", "prefixes": ["203.0.113.0/24"] } },
                  "flexes": {}
                },
                "untouched": { "from": "Acme.Acme Great Oaks", "to": "hk", "speed": 1 }
              }
            }
            """);
        Assert.Equal("123", (await emulator.With("key-stan").Post("/api/pricing/calculate",
            """{"ports":[{"dcf":"5a8ba9aac2e6a1b4d7575bb1","speed":1000}]}"""))
            .MustBeOk()["results"]![0]!["price"]!.ToString());
        var connection = (await emulator.With(Text(made, "companies.isp.key"))
            .Get($"/api/v2/company/isp/connections/{Text(made, "connections.loop.id")}")).MustBeOk();
        Assert.Equal(40, connection["request"]!["speed"]!.GetValue<int>());
        Assert.Equal("SILVER", connection.TextOf("classOfService"));
        (await emulator.Nobody().Put("/api/auth/token", """{"email":"ann@isp.example","password":"Secret-42"}"""))
            .MustBeOk();
        (await emulator.With(Text(made, "companies.isp.users.bob.key")).Post(
            $"/api/company/isp/ports/{Text(made, "companies.isp.ports.hk.id")}",
            """{"name":"Mine"}""")).MustRefuse(401);
        Assert.Equal("PRIVATE", Text(made, "companies.isp.asns.private.state"));

        // Whatever a resource brings to worlds is in the answer, too.
        var shown = made.Json.ToJsonString();
        Assert.All(
            ConsoleConnectService.Instance.WorldParts.Where(part => part.IsOfThings),
            part => Assert.Contains($"\"{part.Section}\":{{", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SIM_cards_are_in_their_pools_by_orders_that_were_processed()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = await Make(emulator, """
            {
              "empty": true,
              "companies": { "isp": {
                "simPools": { "vans": { "cards": 2, "firewall": "ENABLED", "primaryDNS": "192.0.2.53",
                  "sims": { "first": {}, "second": { "label": "Spare", "state": "PAUSED" } } } },
                "simOrders": {
                  "more": { "pool": "vans", "cards": 3, "state": "PROCESSED" },
                  "own": { "cards": 2, "connectivity": "PUBLIC", "state": "PROCESSED" },
                  "next": { "pool": "vans", "cards": 7 }, "lost": { "state": "FAILED" } },
                "cloudRouters": { "core": { "sites": { "road": { "simPool": "vans" } } } }
              } }
            }
            """);
        var (id, pool) = (Text(made, "companies.isp.id"), Text(made, "companies.isp.simPools.vans.id"));
        var isp = emulator.With(Text(made, "companies.isp.key"));
        var sims = (await isp.Get($"/app-user/{id}/iot-sims-cache")).MustBeOk().Json.AsArray();
        Assert.Equal(9, sims.Count);
        Assert.Equal(7, sims.Count(sim => sim!["iotSimPoolId"]!.GetValue<string>() == pool));
        Assert.Equal(
            2,
            sims.Count(sim =>
                sim!["iotSimPoolId"]!.GetValue<string>() == Text(made, "companies.isp.simOrders.own.poolId")));
        var spare = sims.Single(sim =>
            sim!["id"]!.GetValue<string>() == Text(made, "companies.isp.simPools.vans.sims.second.id"))!;
        Assert.Equal(
            ("Spare", "PAUSED", Text(made, "companies.isp.simPools.vans.sims.second.imsi")),
            (spare["label"]!.GetValue<string>(), spare["status"]!.GetValue<string>(),
                spare["imsi"]!.GetValue<string>()));
        Assert.Equal(Text(made, "companies.isp.simPools.vans.orderId"), spare["iotOrderId"]!.GetValue<string>());
        var pools = (await isp.Get($"/app-user/{id}/iot-sim-pools")).MustBeOk().Json.AsArray();
        var vans = pools.Single(one => one!["id"]!.GetValue<string>() == pool)!;
        Assert.Equal(
            ("ENABLED", "192.0.2.53", false),
            (vans["firewall"]!.GetValue<string>(), vans["primaryDNS"]!.GetValue<string>(),
                vans["useDefaultDNS"]!.GetValue<bool>()));
        Assert.Equal("FAILED", Text(made, "companies.isp.simOrders.lost.state"));

        // What is under way goes on from here.
        await emulator.Pass(60);
        Assert.Equal(16, (await isp.Get($"/app-user/{id}/iot-sims-cache")).MustBeOk().Json.AsArray().Count);
        await MustHang(emulator);
    }

    [Fact]
    public async Task Invitations_have_tokens_and_make_members_of_those_who_are_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = await Make(emulator, """
            {
              "companies": { "buyer": {
                "users": { "ann": {} },
                "invitations": {
                  "carl": {
                    "email": "carl@example.org", "name": "Carl Orff", "roles": ["NETWORKVIEW"], "message": "Join us" },
                  "dora": {}, "eve@example.org": { "kind": "USER" },
                  "dc": { "kind": "DATA_CENTER", "email": "dc@example.org" },
                  "Lead Ltd": { "kind": "COMPANY" },
                  "stan": { "email": "stan@example.com", "roles": ["NETWORKCONTROL"] },
                  "used": { "email": "ann@buyer.example", "state": "USED" },
                  "back": { "state": "WITHDRAWN" }
                }
              } }
            }
            """);
        string State(string name) => Text(made, $"companies.buyer.invitations.{name}.state", name);
        string Token(string name) => Text(made, $"companies.buyer.invitations.{name}.token", name);
        Assert.Equal(
            ["SENT", "SENT", "SENT", "REQUESTED", "REQUESTED", "INACTIVE", "USED", "WITHDRAWN"],
            new[] { "carl", "dora", "eve@example.org", "dc", "Lead Ltd", "stan", "used", "back" }.Select(State));
        Assert.Equal("memberships", Text(made, "companies.buyer.invitations.stan.machine"));
        Assert.Equal("dora@guests.buyer.example", Text(made, "companies.buyer.invitations.dora.name"));
        Assert.Empty((await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]!.AsArray());

        var carl = (await emulator.Nobody().Get($"/api/invite/token/{Token("carl")}")).MustBeOk();
        Assert.Equal(("Carl Orff", "carl@example.org", Text(made, "companies.buyer.name")),
            (carl.TextOf("firstName"), carl.TextOf("email"), carl.TextOf("company")));
        (await emulator.Nobody().Get($"/api/invite/token/{Token("used")}")).MustRefuse(409);
        (await emulator.Nobody().Get($"/api/invite/token/{Token("dc")}")).MustRefuse(404);

        // Registering with it makes a member of it; accepting makes one of somebody who is there.
        (await emulator.Nobody().Put("/api/user", $$"""
            {"email":"carl@example.org","username":"carl","password":"Password1","name":"Carl Orff",
             "invitationToken":"{{Token("carl")}}"}
            """)).MustBeOk();
        var members = (await emulator.With(Text(made, "companies.buyer.key")).Get(
            $"/v2/companies/{Text(made, "companies.buyer.id")}/members")).MustBeOk().Text;
        Assert.Contains("Carl Orff", members, StringComparison.Ordinal);
        Assert.DoesNotContain("Stan", members, StringComparison.Ordinal);
        await MustHang(emulator);
    }

    [Fact]
    public async Task Flexes_and_peerings_follow_each_other_on_what_is_in_service()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = await Make(emulator, """
            {
              "companies": { "c": {
                "ports": { "a": { "speed": 10000, "metro": "Hong Kong" }, "b": { "speed": 10000, "metro": "London" } },
                "services": { "net": { "port": "a", "speed": 100, "flexes": {
                  "up": { "bandwidth": 300 }, "lost": { "bandwidth": 900, "state": "FAILED" },
                  "now": { "bandwidth": 500, "state": "REQUESTED" } } } }
              } },
              "connections": {
                "line": { "from": "a", "to": "b", "speed": 100, "state": "DISABLED", "flexes": {
                  "up": { "bandwidth": 400 }, "back": { "bandwidth": 100 }, "again": { "bandwidth": 250 } } },
                "azure": { "from": "b", "toCompany": "AZURE", "peerings": {
                  "private": {
                    "vlan": 12, "peerAsn": 65020, "primarySubnet": "10.1.2.0/30", "secondarySubnet": "10.1.2.4/30" },
                  "public": {
                    "type": "MICROSOFT", "prefixes": ["203.0.113.0/24"], "registry": "RIPE", "state": "SYNCING" } } }
              }
            }
            """);
        var client = emulator.With(Text(made, "companies.c.key"));
        var (company, net) = (Text(made, "companies.c.id"), Text(made, "companies.c.services.net.id"));
        var flexes = (await client.Get($"/app-user/{company}/gia-service/{net}/flex")).MustBeOk();
        Assert.Contains("REQUESTED", flexes.Text, StringComparison.Ordinal);
        Assert.Contains("FAILED", flexes.Text, StringComparison.Ordinal);
        await emulator.Pass(60);
        var service = (await client.Get($"/app-user/{company}/gia-services/{net}")).MustBeOk();
        Assert.Contains("500", service.Text, StringComparison.Ordinal);

        var line = Text(made, "connections.line.id");
        var shown = (await client.Get($"/api/v2/company/c/connections/{line}")).MustBeOk();
        Assert.Equal("DISABLED", shown.TextOf("status"));
        Assert.Equal(250, shown["speed"]!["value"]!.GetValue<int>());
        var history = (await client.Get($"/app-user/{company}/connections/{line}/connection-change-requests"))
            .MustBeOk().Json.AsArray();
        Assert.Equal([250, 100, 400], history.Select(flex => flex!["bandwidth"]!.GetValue<int>()));

        Assert.Equal("ACTIVE", Text(made, "connections.azure.state"));
        var azure = Text(made, "connections.azure.id");
        var peering = (await client.Get(
            $"/api/company/c/connections/directConnectPartner/AZURE/layer2/{azure}/peering/PRIVATE")).MustBeOk();
        Assert.Equal(
            (12, 65020, "10.1.2.0/30", "SYNCED"),
            (peering["vlanId"]!.GetValue<int>(), peering["peerAsn"]!.GetValue<int>(),
                peering.TextOf("primaryPeerSubnet"), peering.TextOf("syncStatus")));
        var other = (await client.Get(
            $"/api/company/c/connections/directConnectPartner/AZURE/layer2/{azure}/peering/MICROSOFT")).MustBeOk();
        Assert.Equal("SYNCED", other.TextOf("syncStatus")); // It went on from SYNCING.
        await MustHang(emulator);
    }

    [Fact]
    public async Task A_sandbox_begins_with_worlds_or_is_not_made()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = (await emulator.Nobody().Post(
            "/__admin/sandboxes", $$"""{"name":"mine","worlds":{{TwoCompanies}}}"""))
            .MustBeOk();
        var buyer = made["worlds"]![0]!["companies"]!["buyer"]!;
        var key = buyer["key"]!.GetValue<string>();
        Assert.StartsWith("mine.", key, StringComparison.Ordinal);
        Assert.Equal(key, made["apiKeys"]!["buyer-keyholder"]!.GetValue<string>());
        (await emulator.With(key).Get("/api/company/buyer/ports")).MustBeOk();

        var refused = await emulator.Nobody().Post(
            "/__admin/sandboxes",
            """{"name":"other","worlds":[{"companies":{"a":{}}},{"companies":{"A":{"verified":true}}}]}""");
        refused.MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/sandboxes/other")).MustRefuse(404);
        Assert.Null((await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"plain"}""")).MustBeOk()["worlds"]);
    }

    [Theory]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"speed":7000,"facility":"equinix-hk1"}}}}}""",
        409, "companies.buyer.ports.hk", "speed")]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"speed":5}}}}}""",
        400, "companies.buyer.ports.hk.speed", ">= 100")]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"sped":5}}}}}""",
        400, "companies.buyer.ports.hk.sped", "speed")]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"metro":"Hongkong"}}}}}""",
        400, "companies.buyer.ports.hk.metro", "Hong Kong")]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"metro":"Dubai"}}}}}""",
        409, "companies.buyer.ports.hk", "equinix-dx1")]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"state":"BROKEN"}}}}}""",
        400, "companies.buyer.ports.hk.state", "ACTIVE")]
    [InlineData("""{"companies":{"buyer":{"orders":{"o":{"state":"waiting_for_nsp","facility":"equinix-hk1"}}}}}""",
        400, "companies.buyer.orders.o.state", "off-net")]
    [InlineData("""{"companies":{"buyer":{"verified":false,"ports":{"hk":{}}}}}""",
        409, "companies.buyer.ports.hk", "verified")]
    [InlineData("""{"companies":{"buyer":{"users":{"ann":{"roles":["KING"]}}}}}""",
        400, "companies.buyer.users.ann.roles.0", "ADMIN")]
    [InlineData("""{"companies":{"buyer":{"users":{"ann":{"email":"stan@example.com"}}}}}""",
        400, "companies.buyer.users.ann.email", "stan")]
    [InlineData("""{"companies":{"Acme":{"name":"Other"}}}""", 400, "companies.Acme.name", "there is already")]
    [InlineData("""{"companies":{"no good":{}}}""", 409, "companies.no good", "username")]
    [InlineData("""{"companies":{"stan":{}}}""", 409, "companies.stan", "stan")]
    [InlineData("""{"companies":["buyer"]}""", 400, "companies", "object")]
    [InlineData("""{"companys":{}}""", 400, "companys", "companies")]
    [InlineData("""{"connections":{"x":{"from":"nowhere","to":"also"}}}""", 400, "connections.x.from", "nearest")]
    [InlineData("""{"connections":{"x":{"to":"also"}}}""", 400, "connections.x.from", "from")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}},"connections":{"x":{"from":"p","to":"p"}}}""",
        409, "connections.x", "port")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}},"connections":{"x":{"from":"p"}}}""",
        400, "connections.x", "toCompany")]
    [InlineData(
        """{"companies":{"b":{"ports":{"p":{},"q":{}}}},"connections":{"x":{"from":"p","to":"q","speed":1001}}}""",
        409, "connections.x", "capacity")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{},"q":{}}}}"""
        + ""","connections":{"x":{"from":"p","to":"q","vlan":9},"y":{"from":"p","to":"q","vlan":9}}}""",
        409, "connections.y", "VLAN")]
    [InlineData(
        """{"companies":{"b":{"ports":{"p":{"state":"DISABLED"},"q":{}}}},"connections":{"x":{"from":"p","to":"q"}}}""",
        409, "companies.b.ports.p", "connections")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{"state":"ONBOARDING"},"q":{}}}}"""
        + ""","connections":{"x":{"from":"p","to":"q"}}}""",
        409, "connections.x", "ACTIVE")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}},"c":{"ports":{"p":{}}}}"""
        + ""","connections":{"x":{"from":"p","toCompany":"Acme"}}}""",
        400, "connections.x.from", "b.p, c.p")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}},"connections":{"x":{"from":"p","toCompany":"Amazone"}}}""",
        400, "connections.x.toCompany", "amazon")]
    [InlineData(
        """{"companies":{"b":{"ports":{"p":{}}}},"connections":{"x":{"from":"p","toCompany":"AWS","metro":"Tokyo"}}}""",
        400, "connections.x.metro", "London")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}}"""
        + ""","connections":{"x":{"from":"p","toCompany":"Acme","state":"PENDING_ACCEPTANCE"}}}""",
        400, "connections.x.state", "CANCELLED")]
    [InlineData("""{"companies":{"b":{"asns":{"a":{"number":65515}}}}}""", 409, "companies.b.asns.a", "reserved")]
    [InlineData(
        """{"companies":{"b":{"cloudRouters":{"r":{"bandwidth":"500MB","sites":{"s":{"cloud":"AWS","speed":400}"""
            + ""","t":{"cloud":"AWS","speed":400}}}}}}}""",
        409, "companies.b.cloudRouters.r.sites.t", "")]
    [InlineData("""{"companies":{"b":{"tickets":{"t":{"about":"nothing"}}}}}""",
        400, "companies.b.tickets.t.about", "service")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{"apn":"nowhere"}}}}}""",
        400, "companies.b.simPools.p.apn", "APN")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{"primaryDNS":"one"}}}}}""",
        409, "companies.b.simPools.p", "IPv4")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{"secondaryDNS":"192.0.2.1"}}}}}""",
        409, "companies.b.simPools.p", "primaryDNS")]
    [InlineData("""{"companies":{"b":{"verified":false,"simPools":{"p":{}}}}}""",
        409, "companies.b.simPools.p", "verified")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{"cards":1000,"sims":{"x":{}}}}}}}""",
        400, "companies.b.simPools.p.cards", "1000 at most")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{"state":"DELETED","sims":{"x":{}}}}}}}""",
        409, "companies.b.simPools.p", "1 SIM cards")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{"sims":{"x":{"state":"LOST"}}}}}}}""",
        400, "companies.b.simPools.p.sims.x.state", "PAUSED")]
    [InlineData("""{"companies":{"b":{"simOrders":{"o":{"pool":"nope"}}}}}""",
        400, "companies.b.simOrders.o.pool", "SIM pool")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{}},"simOrders":{"o":{"pool":"p","apn":"x"}}}}}""",
        400, "companies.b.simOrders.o.apn", "pool")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{}}},"c":{"simOrders":{"o":{"pool":"p"}}}}}""",
        400, "companies.c.simOrders.o.pool", "SIM pool")]
    [InlineData(
        """{"companies":{"b":{"simPools":{"p":{}},"cloudRouters":{"r":{"sites":{"s":{"simPool":"p","speed":10}}}}}}}""",
        400, "companies.b.cloudRouters.r.sites.s.speed", "every pool")]
    [InlineData("""{"companies":{"b":{"simPools":{"p":{}}"""
        + ""","cloudRouters":{"r":{"sites":{"s":{"simPool":"p"},"t":{"simPool":"p"}}}}}}}""",
        409, "companies.b.cloudRouters.r.sites.t", "p")]
    [InlineData("""{"companies":{"b":{"cloudRouters":{"r":{"sites":{"s":{}}}}}}}""",
        400, "companies.b.cloudRouters.r.sites.s", "SIM pool")]
    [InlineData("""{"companies":{"b":{"invitations":{"i":{"kind":"USER","roles":["USER"]}}}}}""",
        400, "companies.b.invitations.i.roles", "MEMBERSHIP")]
    [InlineData("""{"companies":{"b":{"invitations":{"i":{"state":"USED"}}}}}""",
        400, "companies.b.invitations.i.state", "registered")]
    [InlineData("""{"companies":{"b":{"invitations":{"i":{"state":"DECLINED"}}}}}""",
        400, "companies.b.invitations.i.state", "WITHDRAWN")]
    [InlineData("""{"companies":{"b":{"invitations":{"i":{"kind":"COMPANY","state":"SENT"}}}}}""",
        400, "companies.b.invitations.i.state", "e-mail address")]
    [InlineData("""{"companies":{"b":{"invitations":{"i":{"email":"stan@example.com","state":"SENT"}}}}}""",
        400, "companies.b.invitations.i.state", "INACTIVE")]
    [InlineData("""{"companies":{"Acme":{"invitations":{"i":{"email":"stan@example.com"}}}}}""",
        409, "companies.Acme.invitations.i", "member")]
    [InlineData(
        """{"companies":{"b":{"ports":{"p":{},"q":{}}}},"connections":{"x":{"from":"p","to":"q","flexes":{"f":{}}}}}""",
        400, "connections.x.flexes.f.bandwidth", "bandwidth")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{},"q":{}}}}"""
        + ""","connections":{"x":{"from":"p","to":"q","flexes":{"f":{"bandwidth":1001}}}}}""",
        409, "connections.x.flexes.f", "capacity")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{},"q":{}}}}"""
        + ""","connections":{"x":{"from":"p","to":"q","state":"PENDING","flexes":{"f":{"bandwidth":9}}}}}""",
        409, "connections.x.flexes.f", "ACTIVE")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{},"q":{}}}},"connections":"""
        + """{"x":{"from":"p","to":"q","flexes":{"f":{"bandwidth":9,"state":"REQUESTED"},"g":{"bandwidth":8}}}}}""",
        409, "connections.x.flexes.g", "SUCCESS or FAILED")]
    [InlineData(
        """{"companies":{"b":{"ports":{"p":{}},"services":{"s":{"port":"p","flexes":{"f":{"bandwidth":50}}}}}}}""",
        409, "companies.b.services.s.flexes.f", "")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}"""
        + ""","services":{"s":{"port":"p","state":"DRAFT","flexes":{"f":{"bandwidth":200}}}}}}}""",
        409, "companies.b.services.s.flexes.f", "ACTIVE")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{},"q":{}}}}"""
        + ""","connections":{"x":{"from":"p","to":"q","peerings":{"y":{}}}}}""",
        409, "connections.x.peerings.y", "Azure")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}}"""
        + ""","connections":{"x":{"from":"p","toCompany":"AZURE","peerings":{"y":{},"z":{}}}}}""",
        400, "connections.x.peerings.z.type", "one peering of each type")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}},"connections":"""
        + """{"x":{"from":"p","toCompany":"AZURE","peerings":{"y":{"vlan":7},"z":{"type":"MICROSOFT","vlan":7}}}}}""",
        409, "connections.x.peerings.z", "VLAN")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}}"""
        + ""","connections":{"x":{"from":"p","toCompany":"AZURE","state":"CREATING","peerings":{"y":{}}}}}""",
        409, "connections.x.peerings.y", "ACTIVE")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}}"""
        + ""","connections":{"x":{"from":"p","toCompany":"AZURE","peerings":{"y":{"peerAsn":65515}}}}}""",
        409, "connections.x.peerings.y", "65515")]
    [InlineData("""{"companies":{"b":{"ports":{"p":{}}}}"""
        + ""","connections":{"x":{"from":"p","toCompany":"AZURE","peerings":{"y":{"prefixes":["203.0.113.0/24"]}}}}}""",
        409, "connections.x.peerings.y", "PRIVATE")]
    [InlineData("""{"prices":{"port":[]}}""", 400, "prices.port", "ports")]
    [InlineData("""{"prices":{"ports":[{"sped":1}]}}""", 400, "prices.ports[0].sped", "price list")]
    [InlineData("""{"companies":{"a":{},"a":{}}}""", 400, null, "twice")]
    [InlineData("""{"companies":""", 400, null, "JSON")]
    [InlineData("""[1]""", 400, null, "object")]
    public async Task What_cannot_be_is_refused_with_the_place_and_the_rule(
        string world, int status, string? path, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var before = (await emulator.Nobody().Get("/__admin/settings")).MustBeOk();
        var refused = await emulator.Nobody().Post("/__admin/worlds", world);
        refused.MustRefuse(status);
        var told = $"{refused.Message} {refused.Headers["X-Emulator-Explain"]}";
        Assert.Contains(words, told, StringComparison.OrdinalIgnoreCase);
        if (path is not null)
        {
            Assert.Equal(path, refused["error"]!["path"]![0]!.GetValue<string>());
        }

        // It has left no trace, not even in the ids.
        await using var untouched = new EmulatorUnderTest();
        Assert.Equal(
            (await Make(untouched, TwoCompanies)).Json.ToJsonString(),
            (await Make(emulator, TwoCompanies)).Json.ToJsonString());
    }

    [Theory]
    [InlineData("companies: *later", "names nothing")]
    [InlineData("companies: &a { b: *a }", "circle")]
    [InlineData("companies: {}\n---\ncompanies: {}", "second document")]
    [InlineData("companies: [", "line")]
    [InlineData("companies:\n\tbuyer: {}", "line")]
    [InlineData("companies: {a: {}, a: {}}", "twice")]
    [InlineData("? [1, 2]\n: x", "scalar")]
    [InlineData("companies: !!python/object:os.system {}", "")]
    public async Task YAML_that_cannot_be_read_is_refused(string yaml, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = await emulator.Nobody().Send(HttpMethod.Post, "/__admin/worlds", yaml, "application/yaml");
        if (words.Length > 0)
        {
            refused.MustRefuse(400);
            Assert.Contains(
                words,
                $"{refused.Message} {refused.Headers["X-Emulator-Explain"]}",
                StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Bombs_depth_and_size_are_refused_before_they_cost_anything()
    {
        await using var emulator = new EmulatorUnderTest();
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var index = 1; index < 12; index++)
        {
            bomb.Append($"a{index}: &a{index} [{string.Join(',', Enumerable.Repeat($"*a{index - 1}", 10))}]\n");
        }

        var yaml = await emulator.Nobody().Send(
            HttpMethod.Post, "/__admin/worlds", bomb.ToString(), "application/yaml");
        yaml.MustRefuse(400);
        Assert.Contains("nodes", yaml.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        foreach (var (deep, type) in new[]
        {
            (new string('[', 5000), "application/yaml"),
            (string.Concat(Enumerable.Repeat("{\"a\":", 200)), "application/json"),
            (string.Concat(Enumerable.Repeat("{a: ", 3000)), "text/yaml"),
        })
        {
            (await emulator.Nobody().Send(HttpMethod.Post, "/__admin/worlds", deep, type)).MustRefuse(400);
        }

        (await emulator.Nobody().Post(
            "/__admin/worlds", "{\"companies\":{\"" + new string('x', 10_000_000) + "\":{}}}"))
            .MustRefuse(413);
    }

    [Fact]
    public async Task Where_larger_bodies_are_taken_ten_megabytes_are_made_or_refused_by_their_nodes()
    {
        await using var emulator = new EmulatorUnderTest("max-body=20000000");
        (await emulator.Nobody().Get("/readyz")).MustBeOk();
        var many = new StringBuilder("{\"companies\":{");
        for (var index = 0; many.Length < 10_000_000; index++)
        {
            many.Append(
                $"{(index == 0 ? "" : ",")}\"company-{index}\":{{\"ports\":{{\"hk\":{{\"metro\":\"Hong Kong\"}}}}}}");
        }

        many.Append("}}");
        foreach (var type in new[] { "application/json", "application/yaml" })
        {
            var refused = await emulator.Nobody().Send(HttpMethod.Post, "/__admin/worlds", many.ToString(), type);
            refused.MustRefuse(400);
            Assert.Contains("100000 nodes", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        }

        // One name of ten megabytes is no name; ten megabytes of blanks are an empty world.
        (await emulator.Nobody().Post(
            "/__admin/worlds", "{\"companies\":{\"" + new string('x', 10_000_000) + "\":{}}}"))
            .MustRefuse(400);
        (await emulator.Nobody().Post("/__admin/worlds", "{" + new string(' ', 10_000_000) + "}")).MustBeOk();
        (await emulator.Nobody().Get("/__admin/health")).MustBeOk();
    }

    [Theory]
    [InlineData("7", "/worlds")]
    [InlineData("[1]", "")]
    [InlineData("[[]]", "")]
    [InlineData("""{"companys":{}}""", "companies")]
    [InlineData("""{"companies":{"buyer":{"prots":{}}}}""", "ports")]
    [InlineData("""{"companies":{"buyer":{"ports":{"hk":{"state":"BROKEN"}}}}}""", "ACTIVE")]
    [InlineData("""{"connections":{"x":{"from":"y","to":"x"},"y":{"from":"x","to":"y"}}}""", "port")]
    public async Task A_sandbox_whose_world_can_not_be_is_refused_and_is_not_there(string worlds, string words)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = await emulator.Nobody().Put("/__admin/sandboxes/mine", $$"""{"worlds":{{worlds}}}""");
        refused.MustRefuse(400);
        Assert.Contains(words, $"{refused.Message} {refused.Headers["X-Emulator-Explain"]}", StringComparison.Ordinal);
        (await emulator.Nobody().Get("/__admin/sandboxes/mine")).MustRefuse(404);
    }

    [Fact]
    public async Task The_schema_that_is_checked_in_is_the_one_that_is_read_by()
    {
        await using var emulator = new EmulatorUnderTest();
        var file = Path.Combine(OperationCatalogue.Repository, "openapi/world.schema.json");
        var text = WorldSchema.Text(ConsoleConnectService.Instance);
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_OPENAPI") is "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(file));
        Assert.Equal(
            JsonNode.Parse(text)!.ToJsonString(),
            (await emulator.Nobody().Get("/__admin/worlds/schema")).MustBeOk().Json.ToJsonString());
    }

    private static string WithWhatItNeeds(string machine, string state, string world) => (machine, state) switch
    {
        ("connections", "PENDING_ACCEPTANCE") =>
            world.Replace("\"to\":\"z\"", "\"toCompany\":\"AWS\"", StringComparison.Ordinal),
        ("invitations", "REQUESTED" or "DECLINED") =>
            world.Replace("\"state\"", "\"kind\":\"DATA_CENTER\",\"state\"", StringComparison.Ordinal),
        ("invitations", "USED") =>
            world.Replace("\"state\"", "\"email\":\"ann\\u0040c.example\",\"state\"", StringComparison.Ordinal),
        ("asns", "PRIVATE") =>
            world.Replace("\"state\"", "\"number\":4200000007,\"state\"", StringComparison.Ordinal),
        _ => world,
    };

    /// <summary>A text by its path; a name with dots in it is given aside.</summary>
    private static string Text(Answer made, string path, string? dotted = null)
    {
        var node = made.Json;
        foreach (var name in (dotted is null ? path : path.Replace(dotted, "@", StringComparison.Ordinal)).Split('.'))
        {
            node = node[name == "@" ? dotted! : name] ?? throw new InvalidOperationException($"{path} in {made.Json}");
        }

        return node.GetValue<string>();
    }

    private static async Task<Answer> Make(EmulatorUnderTest emulator, string world, string type = "application/json")
    {
        var made = (await emulator.Nobody().Send(HttpMethod.Post, "/__admin/worlds", world, type)).MustBeOk();
        await MustHang(emulator);
        return made;
    }

    private static async Task MustHang(EmulatorUnderTest emulator)
    {
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Default;
        var (broken, _) = await Invariants.Of(sandbox, sinceMove: 0);
        Assert.Empty(broken);
    }
}
