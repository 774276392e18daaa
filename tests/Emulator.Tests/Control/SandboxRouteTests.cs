using Emulator.ConsoleConnect;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// Sandboxes over HTTP: made, found by each of the three ways, put back, deleted; and nothing of one is seen in
/// another.
/// </summary>
public sealed class SandboxRouteTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Fact]
    public async Task A_client_lands_in_a_sandbox_by_path_header_key_or_token()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"blue"}""")).MustBeOk();
        Assert.Equal("http://localhost/sandbox/blue", made.TextOf("pathUrl"));
        var key = made["apiKeys"]!["stan"]!.GetValue<string>();
        (await emulator.With(key).Post(Port, """{"name":"Blue port"}""")).MustBeOk();

        Assert.Equal("Blue port", (await emulator.With(key).Get(Port)).MustBeOk().TextOf("name"));
        Assert.Equal(
            "Blue port",
            (await emulator.With("key-stan").Get("/sandbox/blue" + Port)).MustBeOk().TextOf("name"));
        Assert.Equal(
            "Blue port",
            (await emulator.With("key-stan").Get("/sandbox/BLUE" + Port)).MustBeOk().TextOf("name"));
        Assert.Equal(
            "Blue port",
            (await InHeader(emulator, "blue", HttpMethod.Get, Port, "key-stan")).MustBeOk().TextOf("name"));
        Assert.Equal("Acme Great Oaks", (await emulator.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));

        var login = (
            await InHeader(
                emulator,
                "blue",
                HttpMethod.Put,
                "/api/auth/token",
                credential: null,
                """{"email":"stan@example.com","password":"Password1"}"""
            )
        ).MustBeOk();
        var token = login.TextOf("token");
        Assert.Equal("Blue port", (await emulator.With(token).Get(Port)).MustBeOk().TextOf("name"));
        Assert.Equal(token, (await emulator.With(token).Get("/api/auth/token")).MustBeOk().TextOf("token"));
        Assert.Equal("blue", (await emulator.With(token).Get(Port)).Headers["X-Emulator-Sandbox"]);
        (await emulator.With(token).Delete("/api/auth/token")).MustBeOk();
        (await emulator.With(token).Get(Port)).MustRefuse(401, "The session token been deleted");
    }

    [Fact]
    public async Task A_name_that_nobody_has_or_two_names_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one"}""")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"two"}""")).MustBeOk();
        (await emulator.With("key-stan").Get("/sandbox/three" + Port)).MustRefuse(
            404,
            "There is no sandbox called three");
        (await InHeader(emulator, "three", HttpMethod.Get, Port, "key-stan")).MustRefuse(
            404,
            "There is no sandbox called three");
        (await emulator.With("three.key-stan").Get(Port)).MustRefuse(401);
        (await emulator.With("two.key-stan").Get("/sandbox/one" + Port)).MustRefuse(
            400,
            "The request names two " + "sandboxes: one and two");
        (await InHeader(emulator, "default", HttpMethod.Get, Port, "one.key-stan")).MustRefuse(
            400,
            "The request names two sandboxes: default and one");
        (await emulator.With("one.key-nobody").Get(Port)).MustRefuse(401, "The user is not logged in");

        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"ONE"}""")).MustRefuse(
            409,
            "There is a sandbox called ONE already");
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"default"}""")).MustRefuse(409);
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"a.b"}""")).MustRefuse(
            400,
            "The request/name must match pattern \"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$\"");
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"clockStart":"soon"}""")).MustRefuse(400);
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"ttlSeconds":0}""")).MustRefuse(400);
        (await emulator.Nobody().Delete("/__admin/sandboxes/default")).MustRefuse(
            409,
            "The default sandbox can not be deleted");
        (await emulator.Nobody().Delete("/__admin/sandboxes/none")).MustRefuse(404);
    }

    [Fact]
    public async Task Refusals_speak_the_dialect_of_the_route_inside()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one"}""")).MustBeOk();
        var refused = (await emulator.With("key-joe").Get("/sandbox/one/app-user/bloggs/gia-services/none")).MustRefuse(
            404,
            "GiaService not found: none");
        Assert.Equal("Error", refused["error"]!["name"]!.GetValue<string>());
        (await emulator.With("key-joe").Get("/sandbox/one/nowhere")).MustRefuse(404, "There is no method to handle "
            + "GET /nowhere");
        Assert.Equal("one", (await emulator.With("key-joe").Get("/sandbox/one")).MustBeOk().TextOf("sandbox"));
    }

    [Fact]
    public async Task A_sandbox_has_its_own_clock_ids_progression_and_outbox()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .Nobody()
                .Post(
                    "/__admin/sandboxes",
                    """
                    {"name":"late","clockStart":"2030-01-01T00:00:00Z","clockFrozen":true,"progression":"immediate"}
                    """
                )
        ).MustBeOk();
        (await emulator.Nobody().Post("/sandbox/late/__admin/clock/advance", """{"seconds":3600}""")).MustBeOk();
        Assert.Equal(
            "2030-01-01T01:00:00.000Z",
            (await emulator.Nobody().Get("/sandbox/late/__admin/clock")).MustBeOk().TextOf("now"));
        Assert.Equal(
            "2026-03-01T12:00:00.000Z",
            (await emulator.Nobody().Get("/__admin/clock")).MustBeOk().TextOf("now"));

        const string Order =
            """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"p","paymentType":"invoice"}""";
        var late = (await emulator.With("late.key-stan").Put("/api/company/Acme/ports/orders", Order))
            .MustBeOk()
            .TextOf("id");
        var here = (await emulator.With("key-stan").Put("/api/company/Acme/ports/orders", Order))
            .MustBeOk()
            .TextOf("id");
        Assert.Equal(here, late);
        Assert.Equal(
            "done",
            (await emulator.With("late.key-stan").Get($"/api/company/Acme/ports/orders/{late}"))
                .MustBeOk()
                .TextOf("status"));
        Assert.Equal(
            "created",
            (await emulator.With("key-stan").Get($"/api/company/Acme/ports/orders/{here}")).MustBeOk().TextOf("status")
        );

        (await emulator.Nobody().Put("/sandbox/late/api/auth/password/forgot/user@example.com")).MustBeOk();
        var letter = (await emulator.Nobody().Get("/sandbox/late/__admin/outbox?kind=PasswordReset")).MustBeOk()[
            "letters"
        ]![0]!;
        Assert.StartsWith(
            "http://localhost/sandbox/late/api/auth/password/reset/",
            letter["link"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Empty(
            (await emulator.Nobody().Get("/__admin/outbox?kind=PasswordReset")).MustBeOk()["letters"]!.AsArray());
        (await emulator.Nobody().Put(letter["link"]!.GetValue<string>()["http://localhost".Length..])).MustBeOk();
    }

    [Fact]
    public async Task Sandboxes_are_listed_put_back_and_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var first = (await emulator.Nobody().Post("/__admin/sandboxes", "{}")).MustBeOk().TextOf("name");
        var second = (await emulator.Nobody().Post("/__admin/sandboxes", "{}")).MustBeOk().TextOf("name");
        Assert.Equal(["default", first, second], await Names());
        (await emulator.With($"{first}.key-stan").Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        (await emulator.Nobody().Post($"/__admin/sandboxes/{first}/reset")).MustBeOk();
        Assert.Equal("Acme Great Oaks", (await emulator.With($"{first}.key-stan").Get(Port)).TextOf("name"));
        (await emulator.With($"{second}.key-stan").Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        (await emulator.Nobody().Post($"/sandbox/{second}/__admin/reset")).MustBeOk();
        Assert.Equal("Acme Great Oaks", (await emulator.With($"{second}.key-stan").Get(Port)).TextOf("name"));
        Assert.Equal(
            first,
            (await emulator.Nobody().Delete($"/__admin/sandboxes/{first}")).MustBeOk().TextOf("deleted"));
        Assert.Equal(["default", second], await Names());
        (await emulator.Nobody().Get($"/__admin/sandboxes/{first}")).MustRefuse(404);
        (await emulator.Nobody().Post("/__admin/sandboxes", $$"""{"name":"{{first}}"}""")).MustBeOk();

        async Task<IEnumerable<string>> Names() =>
            (await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!
                .AsArray()
                .Select(sandbox => sandbox!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_many_that_want_a_name_at_once_one_has_it_and_a_name_of_ours_never_clashes()
    {
        await using var emulator = new EmulatorUnderTest();
        var wanted = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => emulator.Nobody().Post("/__admin/sandboxes", """{"name":"sandbox-22"}""")));
        Assert.Single(wanted, answer => (int)answer.Status == 200);
        Assert.All(wanted.Where(answer => (int)answer.Status != 200), answer =>
            answer.MustRefuse(409, "There is a sandbox called sandbox-22 already"));
        var made = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => emulator.Nobody().Post("/__admin/sandboxes", "{}")));
        Assert.Equal(20, made.Select(answer => answer.MustBeOk().TextOf("name")).Distinct().Count());
        await Task.WhenAll(
            made.Select(async answer =>
                (await emulator.Nobody().Post($"/__admin/sandboxes/{answer.TextOf("name")}/reset")).MustBeOk()));
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_can_be_made()
    {
        var usual = EmulatorUnderTest.Usual;
        using var sandboxes = new Sandboxes(
            new SandboxesSettings(
                ":memory:",
                SeedFolder.Path,
                Fresh: false,
                Volume: 0,
                usual,
                Most: 2),
            ConsoleConnectService.Instance,
            TimeProvider.System);
        sandboxes.StartOpening();
        await sandboxes.Make("one", timeToLive: null, usual, CancellationToken.None);
        await sandboxes.Make("two", timeToLive: null, usual, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            sandboxes.Make("three", timeToLive: null, usual, CancellationToken.None));
        Assert.Equal("There are 2 sandboxes, and no more can be made", refused.Message);
        await sandboxes.Delete("one");
        await sandboxes.Make("three", timeToLive: null, usual, CancellationToken.None);
    }

    [Fact]
    public async Task A_user_who_is_online_in_one_that_is_deleted_goes_without_a_fault()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"brief"}""")).MustBeOk();
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Named("brief");
        var online = await sandbox.ComeOnline(
            "stan",
            "brief.key-stan",
            _ => { },
            instead: null,
            CancellationToken.None);
        Assert.NotNull(online);
        (await emulator.Nobody().Delete("/__admin/sandboxes/brief")).MustBeOk();
        await sandbox.GoOffline(online);
        Assert.Null(
            await sandbox.ComeOnline("stan", "brief.key-stan", _ => { }, instead: null, CancellationToken.None));
    }

    [Fact]
    public async Task One_whose_time_is_over_goes_away()
    {
        await using var emulator = new EmulatorUnderTest();
        var made = (
            await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"brief","ttlSeconds":1}""")
        ).MustBeOk();
        Assert.NotNull(made["expiresAt"]);
        var sandboxes = emulator.Services.GetRequiredService<Sandboxes>();
        var patience = TimeProvider.System.GetTimestamp();
        while (sandboxes.AllMade.Count > 0 && TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(50);
        }

        (await emulator.With("key-stan").Get("/sandbox/brief" + Port)).MustRefuse(
            404,
            "There is no sandbox called brief");
    }

    [Fact]
    public async Task What_waits_for_a_sandbox_that_is_deleted_is_told_so()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"gone"}""")).MustBeOk();
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Named("gone");
        var turn = await sandbox.Begin(CancellationToken.None);
        var waiting = Enumerable
            .Range(0, 5)
            .Select(_ => emulator.With("key-stan").Get("/sandbox/gone" + Port))
            .ToList();
        await Task.Delay(200);
        var deleting = emulator.Nobody().Delete("/__admin/sandboxes/gone");
        turn.End();
        (await deleting).MustBeOk();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.True((int)answer.Status is 200 or 404, answer.Text));
        (await emulator.With("key-stan").Get("/sandbox/gone" + Port)).MustRefuse(404);
    }

    /// <summary>
    /// The issue's own measure: tests in parallel on one emulator, each in a sandbox of its own, each with its own
    /// time.
    /// </summary>
    [Fact]
    public async Task Sixteen_tests_at_once_do_not_see_each_other()
    {
        await using var emulator = new EmulatorUnderTest();
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async number =>
                {
                    var name = (
                        await emulator
                            .Nobody()
                            .Post(
                                "/__admin/sandboxes",
                                $$"""
                                {"name":"test-{{number}}","clockStart":"2026-01-{{number + 1:00}}T00:00:00Z",
                                "clockFrozen":true}
                                """
                            ))
                        .MustBeOk()
                        .TextOf("name");
                    var (stan, meg) = (emulator.With($"{name}.key-stan"), emulator.With($"{name}.key-meg"));
                    var order = (
                        await stan.Put(
                            "/api/company/Acme/ports/orders",
                            $$"""
                            {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Port {{number}}",
                            "paymentType":"invoice"}
                            """
                        ))
                        .MustBeOk()
                        .TextOf("id");
                    Assert.Equal(
                        "created",
                        (await stan.Get($"/api/company/Acme/ports/orders/{order}")).TextOf("status"));
                    for (var step = 0; step < 10; step++)
                    {
                        (
                            await emulator
                                .Nobody()
                                .Post($"/sandbox/{name}/__admin/clock/advance", $$"""{"seconds":{{number + 1}}}""")
                        ).MustBeOk();
                    }

                    var done = (await stan.Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk();
                    Assert.Equal(("done", $"Port {number}"), (done.TextOf("status"), done.TextOf("portName")));
                    var connection = (
                        await stan.Put(
                            "/api/v2/company/Acme/connections/layer2",
                            $$"""
                            {"type":"LAYER2","name":"c{{number}}","portId":"{{done.TextOf("portId")}}",
                            "speed":{{100 + number}},"destMetroId":"1232413986c08c061dd8c45f",
                            "destCompany":"company2"}
                            """
                        ))
                        .MustBeOk()
                        .TextOf("id");
                    (
                        await meg.Put(
                            $"/api/v2/company/company2/connections/{connection}/approve",
                            """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}"""
                        )
                    ).MustBeOk();
                    Assert.Equal(
                        "ACCEPTED",
                        (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).TextOf("status"));
                    (
                        await emulator.Nobody().Post($"/sandbox/{name}/__admin/clock/advance", """{"seconds":5}""")
                    ).MustBeOk();
                    var active = (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).MustBeOk();
                    Assert.Equal(
                        ("ACTIVE", 100 + number),
                        (active.TextOf("status"), active["speed"]!["value"]!.GetValue<int>()));
                    Assert.StartsWith(
                        $"2026-01-{number + 1:00}T",
                        active.TextOf("createdAt"),
                        StringComparison.Ordinal);
                }));
        var ports = (await emulator.With("key-stan").Get("/api/company/Acme/ports?deleted=false")).MustBeOk()[
            "results"
        ]!.AsArray();
        Assert.DoesNotContain(ports, port =>
            port!["name"]!.GetValue<string>().StartsWith("Port ", StringComparison.Ordinal));
    }

    private static async Task<Answer> InHeader(
        EmulatorUnderTest emulator,
        string sandbox,
        HttpMethod method,
        string path,
        string? credential,
        string? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body),
        };
        request.Headers.Add("X-Emulator-Sandbox", sandbox);
        if (credential is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {credential}");
        }

        return await emulator.Nobody().Send(request);
    }
}
