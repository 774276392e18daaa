using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>
/// Sixteen tests in parallel against one process of the emulator, as a CI job runs them: each in its own sandbox, each
/// moving its own clock, failing its own requests, putting itself back. Each proves that nothing of the others is seen
/// in it: its journal holds its own requests and no more, its ids are those of a sandbox alone.
/// </summary>
public sealed class SixteenAtOnce
{
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string Order =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Mine","paymentType":"invoice"}""";
    private const string Backbone = "569fbfdec2e6a1b4d74c2c70";
    private const string Connections = "/api/v2/company/Acme/connections";

    private static readonly (string Name, Func<World, Task> Run)[] Tests =
    [
        ("a port is ordered", async world =>
        {
            var order = (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
            await world.Until("port-orders", order, "done");
            Assert.Equal("done", (await world.Stan.Get($"{Orders}/{order}")).TextOf("status"));
        }),
        ("an order is cancelled", async world =>
        {
            var order = (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
            (await world.Stan.Post($"{Orders}/{order}/cancel")).MustBeOk();
            await world.Pass(3600);
            Assert.Equal("cancelled", (await world.Stan.Get($"{Orders}/{order}")).TextOf("status"));
        }),
        ("a service that never gets on", async world =>
        {
            await world.Admin(HttpMethod.Put, "progression", """{"progression":"manual"}""");
            var order = (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
            await world.Pass(86_400);
            Assert.Equal("created", (await world.Stan.Get($"{Orders}/{order}")).TextOf("status"));
        }),
        ("a service that is done at once", async world =>
        {
            await world.Admin(HttpMethod.Put, "progression", """{"progression":"immediate"}""");
            var order = (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
            Assert.Equal("done", (await world.Stan.Get($"{Orders}/{order}")).TextOf("status"));
        }),
        ("a service that goes on as it is polled", async world =>
        {
            await world.Admin(HttpMethod.Put, "progression/port-orders", """{"progression":"polls","polls":2}""");
            var order = (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
            var seen = new List<string>();
            for (var read = 0; read < 9; read++)
            {
                seen.Add((await world.Stan.Get($"{Orders}/{order}")).TextOf("status"));
            }

            Assert.Equal(
                ["created", "created", "pending", "pending", "allocated", "allocated", "loa_sent", "loa_sent", "done"],
                seen);
        }),
        ("the other side approves", world =>
            Connected(world, """{"policy":"approve","delaySeconds":60}""", "ACTIVE")),
        ("the other side rejects", world =>
            Connected(world, """{"policy":"reject","delaySeconds":60}""", "DENIED")),
        ("a connection fails", async world =>
        {
            var connection = await Connect(world, "Link [sim:fail=creating]");
            await world.Pass(60);
            Assert.Equal("ERROR", (await world.Stan.Get($"{Connections}/{connection}")).TextOf("status"));
        }),
        ("the service is down", async world =>
        {
            await world.Admin(
                HttpMethod.Post,
                "faults",
                """{"when":{"next":3},"then":{"answer":{"status":503,"retryAfterSeconds":1}}}"""
            );
            var statuses = new List<HttpStatusCode>();
            for (var call = 0; call < 4; call++)
            {
                statuses.Add((await world.Stan.Get(Orders)).Status);
            }

            Assert.Equal(
                [
                    HttpStatusCode.ServiceUnavailable,
                    HttpStatusCode.ServiceUnavailable,
                    HttpStatusCode.ServiceUnavailable,
                    HttpStatusCode.OK,
                ],
                statuses);
        }), ("the answer is lost and the order is there", async world =>
        {
            await world.Admin(
                HttpMethod.Post,
                "faults",
                """{"match":{"method":"PUT"},"when":{"next":1},"then":{"answer":{"status":502},"after":true}}"""
            );
            Assert.Equal(HttpStatusCode.BadGateway, (await world.Stan.Put(Orders, Order)).Status);
            Assert.Contains("\"Mine\"", (await world.Stan.Get(Orders)).Text, StringComparison.Ordinal);
        }),
        ("too many requests", async world =>
        {
            await world.Admin(HttpMethod.Post, "faults", """{"then":{"rateLimit":{"limit":2,"perSeconds":60}}}""");
            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
                new[]
                {
                    (await world.Stan.Get(Orders)).Status,
                    (await world.Stan.Get(Orders)).Status,
                    (await world.Stan.Get(Orders)).Status,
                });
            await world.Pass(60);
            (await world.Stan.Get(Orders)).MustBeOk();
        }),
        ("a snapshot is gone back to", async world =>
        {
            var before = (await world.Stan.Get(Orders)).Text;
            await world.Admin(HttpMethod.Post, "snapshots", $$"""{"name":"{{world.Name}}-before"}""");
            var order = (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
            await world.Pass(3600);
            await world.Admin(HttpMethod.Post, $"snapshots/{world.Name}-before/restore", "{}");
            Assert.Equal(before, (await world.Stan.Get(Orders)).Text);
            Assert.Equal(order, (await world.Stan.Put(Orders, Order)).MustBeOk().TextOf("id"));
        }),
        ("a password is forgotten", async world =>
        {
            (await world.Nobody.Put("/api/auth/password/forgot/stan@example.com")).MustBeOk();
            var token = (await world.Admin(HttpMethod.Post, "outbox/wait", """{"kind":"PasswordReset"}""")).TextOf(
                "token");
            await world.Pass(86_401);
            (await world.Nobody.Put($"/api/auth/password/reset/{token}", """{"password":"Password2"}""")).MustRefuse(
                409,
                "The token has expired");
        }), ("internet for a while", async world =>
        {
            const string Services = "/app-user/5e4cb418ab1dbe8c8476163b";
            var service = (
                await world
                    .With("key-joe")
                    .Post(
                        Services + "/gia-service",
                        """
                        {"accessPortId":"60059799c2e6a1b4d737f5aa","name":"Internet","type":"DYNAMIC","rateLimit":100,
                        "ipblock":29,"duration":{"quantity":1,"unit":"d"},
                         "billingtype":"payg","paymentType":"invoice","enableIpv6":false,"defaultOriginate":true,
                         "privateAsn":true,"privateAsnAutoAssign":true,"autoAssignBgpKey":true}
                        """
                    )
            ).MustBeOk().TextOf("id");
            await world.Until("iod-services", service, "ACTIVE");
            Assert.Equal(
                "ACTIVE",
                (await world.With("key-joe").Get($"{Services}/gia-services/{service}")).TextOf("status"));
        }), ("the seed comes back", async world =>
        {
            var before = (await world.Stan.Get(Orders)).Text;
            (await world.Stan.Put(Orders, Order)).MustBeOk();
            await world.Admin(HttpMethod.Post, "reset", null);
            Assert.Equal(before, (await world.Stan.Get(Orders)).Text);
            world.ForgetWhatWasSent(but: 1);
        }),
        ("a port is taken down", async world =>
        {
            const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
            (await world.Stan.Post(Port + "/disable")).MustBeOk();
            await world.Until("ports", "55767b5652a693344a015744", "DISABLED");
            (await world.Stan.Delete(Port)).MustBeOk();
        }),
    ];

    [Fact]
    public async Task Sixteen_tests_run_in_parallel_and_see_nothing_of_each_other()
    {
        Assert.Equal(16, Tests.Length);
        using var emulator = await RunningEmulator.Start(":memory:");
        var alone = await World.Make(emulator, "alone", year: 1);
        var firstId = (await alone.Stan.Put(Orders, Order)).MustBeOk().TextOf("id");
        var untouched = (await emulator.With("key-stan").Get(Orders)).MustBeOk().Text;

        await Task.WhenAll(Tests.Select(async (test, number) =>
        {
            var world = await World.Make(emulator, $"test-{number}", year: number + 1);
            try
            {
                await test.Run(world);
                await world.MustHoldOnlyItsOwn();
            }
            catch (Exception failed)
            {
                throw new InvalidOperationException($"\"{test.Name}\" failed: {failed.Message}", failed);
            }
        }));

        // Sixteen more at once, each with the same first call: the same id as in a sandbox that was alone.
        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async number =>
                    (await (await World.Make(emulator, $"again-{number}", year: 1)).Stan.Put(Orders, Order))
                        .MustBeOk()
                        .TextOf("id")));
        Assert.All(ids, id => Assert.Equal(firstId, id));
        Assert.Equal(untouched, (await emulator.With("key-stan").Get(Orders)).MustBeOk().Text);
    }

    private static async Task Connected(World world, string policy, string outcome)
    {
        await world.Admin(HttpMethod.Put, "counterparties/company2", policy);
        var connection = (
            await world.Stan.Put(
                Connections + "/layer2",
                $$"""
                {"type":"LAYER2","name":"Link","portId":"{{Backbone}}","speed":100,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                """
            ))
            .MustBeOk()
            .TextOf("id");
        await world.Pass(59);
        Assert.Equal("PENDING", (await world.Stan.Get($"{Connections}/{connection}")).TextOf("status"));
        await world.Pass(10);
        Assert.Equal(outcome, (await world.Stan.Get($"{Connections}/{connection}")).TextOf("status"));
    }

    private static async Task<string> Connect(World world, string name) => (
            await world.Stan.Put(
                Connections + "/layer2",
                new JsonObject
                {
                    ["type"] = "LAYER2",
                    ["name"] = name,
                    ["portId"] = Backbone,
                    ["speed"] = 10,
                    ["destPortId"] = "5aaaac3bc2e6a1b4d7cc4c6d",
                    ["destCompany"] = "Acme",
                }.ToJsonString())
        ).MustBeOk().TextOf("id");

    /// <summary>One test's sandbox, and what it has sent there.</summary>
    private sealed class World
    {
        private readonly RunningEmulator emulator;
        private readonly Counting sent = new() { InnerHandler = new SocketsHttpHandler() };
        private readonly HttpClient http;

        private World(RunningEmulator emulator, string name, int year)
        {
            (this.emulator, Name, Start) = (
                emulator,
                name,
                new DateTimeOffset(2020 + year, 1, 1, 0, 0, 0, TimeSpan.Zero));
            http = new HttpClient(sent) { BaseAddress = new Uri(emulator.Url) };
        }

        public string Name { get; }

        /// <summary>The instant at which its clock began: a year of its own.</summary>
        public DateTimeOffset Start { get; }

        public Client Stan => With("key-stan");

        public Client Nobody
        {
            get
            {
                var client = new HttpClient(sent, disposeHandler: false) { BaseAddress = http.BaseAddress };
                client.DefaultRequestHeaders.Add("X-Emulator-Sandbox", Name);
                return new Client(client, credential: null);
            }
        }

        public static async Task<World> Make(RunningEmulator emulator, string name, int year)
        {
            (
                await emulator
                    .Nobody()
                    .Post(
                        "/__admin/sandboxes",
                        $$"""
                        {"name":"{{name}}","ttlSeconds":600,"clockStart":"{{2020 + year}}-01-01T00:00:00Z",
                        "clockFrozen":true}
                        """
                    )
            ).MustBeOk();
            return new World(emulator, name, year);
        }

        public Client With(string key) => new(http, $"{Name}.{key}");

        /// <summary>Not counted: what is asked of <c>/__admin</c> is in no journal.</summary>
        public async Task<Answer> Admin(HttpMethod method, string path, string? body) =>
            (await emulator.Nobody().Send(method, $"/sandbox/{Name}/__admin/{path}", body)).MustBeOk();

        public Task Pass(int seconds) => Admin(HttpMethod.Post, "clock/advance", $$"""{"seconds":{{seconds}}}""");

        public Task Until(string machine, string id, string state) =>
            Admin(
                HttpMethod.Post,
                "clock/advance-until",
                $$"""{"machine":"{{machine}}","id":"{{id}}","state":"{{state}}"}""");

        /// <summary>A reset has emptied the journal.</summary>
        public void ForgetWhatWasSent(int but) => sent.Count = but;

        public async Task MustHoldOnlyItsOwn()
        {
            await Admin(HttpMethod.Post, "journal/verify", $$"""{"exactly":{{sent.Count}}}""");
            var now = DateTimeOffset.Parse(
                (await Admin(HttpMethod.Get, "clock", null)).TextOf("now"),
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(now, Start, Start.AddDays(2));
        }
    }

    /// <summary>Counts what is sent.</summary>
    private sealed class Counting : DelegatingHandler
    {
        public int Count { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
