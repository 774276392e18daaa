using System.Net;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>Two clients at once is the normal case.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task Two_hundred_requests_at_once_never_sell_more_than_the_port_has()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Body =
            """
            {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":30,
            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
            """;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ => Task.Run(() => stan.Put("/api/v2/company/Acme/connections/layer2", Body))));
        Assert.Equal(33, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(167, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest));
        Assert.Equal(
            33,
            answers
                .Where(answer => answer.Status == HttpStatusCode.OK)
                .Select(answer => answer.TextOf("id"))
                .Distinct()
                .Count());
        var capacity = (await stan.Get("/api/company/Acme/ports/576247795c9de0b91e8b8576"))["capacity"]!;
        Assert.Equal(990, capacity["utilised"]!.GetValue<int>());
        Assert.Equal(10, capacity["remaining"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_hundred_requests_at_once_use_exactly_what_is_left_of_a_plan()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Body =
            """
            {"type":"LAYER2","name":"N","portId":"5aaaac3bc2e6a1b4d7cc4c6d","speed":20,
            "destMetroId":"56bd9f93c2e6a1b4d7481c5a","destCompany":"kestrelbank"}
            """;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(_ => Task.Run(() => stan.Put("/api/v2/company/Acme/connections/layer2", Body))));
        Assert.Equal(30, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
            answer.MustRefuse(
                400,
                "The subscription does not have sufficient entitlements available to complete the request"));
        var rate = (await stan.Get("/api/company/Acme/ports/5aaaac3bc2e6a1b4d7cc4c6d/entitlement"))["entitlement"]![
            "cdrGlobal"
        ]!["000000000000000000000000-111111111111111111111111"]!;
        Assert.Equal((900, 0), (rate["used"]!.GetValue<int>(), rate["available"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Approving_at_once_creates_one_connection()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        var id = await Api.ConnectionTests.Request(stan);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => Task.Run(() => meg.Put($"/api/v2/company/company2/connections/{id}/approve"))));
        Assert.All(answers, answer => answer.MustBeOk());
        await emulator.Pass(10);
        var history = (await emulator.Nobody().Get($"/__admin/workflows/connections/{id}")).MustBeOk()[
            "history"
        ]!.AsArray();
        Assert.Equal(
            ["Begin", "Accept", "Create", "Created"],
            history.Select(move => move!["trigger"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_proposal_and_a_new_connection_at_once_never_share_bandwidth()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var work = Enumerable
            .Range(0, 100)
            .Select(i =>
                Task.Run(() =>
                    i % 2 == 0
                        ? stan.Put(
                            "/api/v2/company/Acme/connections/layer2",
                            """
                            {"type":"LAYER2","name":"N","portId":"569fbfdec2e6a1b4d74c2c70","speed":900,
                            "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                            """
                        )
                        : stan.Put(
                            "/api/company/Acme/connections/55783e39519d254d36f6126e/change",
                            $$"""{"speed":{{500 + i}}}""")));
        var answers = await Task.WhenAll(work);
        Assert.All(answers, answer => Assert.True((int)answer.Status is 200 or 400, answer.Text));
        var capacity = (await stan.Get("/api/company/Acme/ports/569fbfdec2e6a1b4d74c2c70"))["capacity"]!;
        Assert.True(capacity["utilised"]!.GetValue<int>() <= 10000, capacity.ToJsonString());
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_what_is_and_never_half_of_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var port = (await stan.Get(Port)).MustBeOk();
                Assert.Equal(port.TextOf("name"), port["asn"]?["asn"]?.GetValue<string>() ?? port.TextOf("name"));
            }
        })).ToList();
        for (var i = 0; i < 50; i++)
        {
            (await stan.Post(Port, $$"""{"name":"{{i}}","asn":"{{i}}"}""")).MustBeOk();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }
}
