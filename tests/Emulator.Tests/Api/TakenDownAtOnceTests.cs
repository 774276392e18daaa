using Xunit;

namespace Emulator.Tests.Api;

/// <summary>
/// Clients that take things down don't wait in between: a deletion is taken while what comes before it is still under
/// way.
/// </summary>
public sealed class TakenDownAtOnceTests
{
    private const string Link = "/api/company/Acme/connections/55783e39519d254d36f6126e";
    private const string Source = "576247795c9de0b91e8b8576";
    private const string Create = "/api/v2/company/Acme/connections/layer2";

    [Theory]
    [InlineData("time")]
    [InlineData("immediate")]
    [InlineData("polls")]
    [InlineData("manual")]
    public async Task A_connection_that_was_disabled_just_now_can_be_deleted_at_once(string progression)
    {
        await using var emulator = new EmulatorUnderTest($"progression={progression}");
        var stan = await emulator.Stan();
        Assert.Equal("DISABLING", (await stan.Put(Link + "/disable")).MustBeOk().TextOf("status"));
        var deleted = (await stan.Delete("/api/v2/company/Acme/connections/55783e39519d254d36f6126e")).MustBeOk();
        Assert.Equal("DELETING", deleted.TextOf("status"));
        if (progression is "manual")
        {
            await Advance(emulator, "connections", "55783e39519d254d36f6126e");
        }

        await emulator.Pass(1);
        foreach (var _ in Enumerable.Range(0, progression is "polls" ? 5 : 0))
        {
            (await stan.Get(Link)).MustBeOk();
        }

        Assert.Equal("DELETED", (await stan.Get(Link)).MustBeOk().TextOf("status"));
    }

    /// <summary>From ACCEPTED on there is something that can be deleted, before it ever was in service too.</summary>
    [Theory]
    [InlineData("ACCEPTED", 1)]
    [InlineData("CREATING", 2)]
    [InlineData("ACTIVE", 3)]
    public async Task A_connection_can_be_deleted_on_its_way_into_service(string status, int seconds)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put(Create, ToSelf("Short"))).MustBeOk().TextOf("id");
        await emulator.Pass(seconds);
        var path = $"/api/v2/company/Acme/connections/{id}";
        Assert.Equal(status, (await stan.Get(path)).MustBeOk().TextOf("status"));
        Assert.Equal("DELETING", (await stan.Delete(path)).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        Assert.Equal("DELETED", (await stan.Get(path)).MustBeOk().TextOf("status"));
        (await stan.Delete(path)).MustRefuse(409, "The connection can not be deleted while its status is DELETED");
    }

    [Theory]
    [InlineData("ENABLING", 0)]
    [InlineData("ACTIVATING", 1)]
    public async Task A_connection_can_be_deleted_on_its_way_back_into_service(string status, int seconds)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put(Link + "/disable")).MustBeOk();
        await emulator.Pass(1);
        (await stan.Put(Link + "/enable")).MustBeOk();
        await emulator.Pass(seconds);
        Assert.Equal(status, (await stan.Get(Link)).MustBeOk().TextOf("status"));
        Assert.Equal("DELETING", (await stan.Delete(Link)).MustBeOk().TextOf("status"));
    }

    [Theory]
    [InlineData("time")]
    [InlineData("immediate")]
    [InlineData("manual")]
    public async Task A_port_that_was_disabled_just_now_can_be_deleted_at_once(string progression)
    {
        await using var emulator = new EmulatorUnderTest($"progression={progression}");
        var stan = await emulator.Stan();
        const string Port = $"/api/company/Acme/ports/{Source}";
        (await stan.Delete(Port)).MustRefuse(409, "The port can not be deleted while its status is ACTIVE");
        Assert.Equal("DISABLING", (await stan.Post(Port + "/disable")).MustBeOk().TextOf("status"));
        (await stan.Delete(Port)).MustBeOk();
        if (progression is "manual")
        {
            await Advance(emulator, "ports", Source);
        }

        await emulator.Pass(1);
        Assert.True((await stan.Get(Port)).MustBeOk()["deleted"]!.GetValue<bool>());
    }

    /// <summary>The whole of it without a pause: what is being deleted doesn't keep its port.</summary>
    [Fact]
    public async Task A_connection_and_its_port_go_one_right_after_the_other()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = await emulator.Stan();
        var id = (await stan.Put(Create, ToSelf("Both"))).MustBeOk().TextOf("id");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await Advance(emulator, "connections", id);
        }

        const string Port = $"/api/company/Acme/ports/{Source}";
        (await stan.Post(Port + "/disable")).MustRefuse(409);
        (await stan.Put($"/api/company/Acme/connections/{id}/disable")).MustBeOk();
        (await stan.Delete($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
        (await stan.Post(Port + "/disable")).MustBeOk();
        (await stan.Delete(Port)).MustBeOk();
        await Advance(emulator, "ports", Source);
        await Advance(emulator, "connections", id);
        Assert.Equal("DELETED", (await stan.Get($"/api/company/Acme/connections/{id}")).MustBeOk().TextOf("status"));
    }

    private static string ToSelf(string name) =>
        $$"""
        {"type":"LAYER2","name":"{{name}}","portId":"{{Source}}","speed":10,
         "destPortId":"5aaaac3bc2e6a1b4d7cc4c6d","destCompany":"Acme"}
        """;

    private static async Task Advance(EmulatorUnderTest emulator, string machine, string id) =>
        (await emulator.Nobody().Post($"/__admin/workflows/{machine}/{id}/advance")).MustBeOk();
}
