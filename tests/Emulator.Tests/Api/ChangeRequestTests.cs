using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Change requests (000:8008-9071): the two parties' dealings over a change of speed.</summary>
public sealed class ChangeRequestTests
{
    private const string Id = "55783e39519d254d36f6126e";
    private const string Acme = $"/api/company/Acme/connections/{Id}";
    private const string Company2 = $"/api/company/company2/connections/{Id}";
    private const string Port = "/api/company/Acme/ports/569fbfdec2e6a1b4d74c2c70";

    [Fact]
    public async Task Proposing_reserves_the_bandwidth_and_withdrawing_gives_it_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var proposed = (await stan.Put(Acme + "/change", """{"speed":250}""")).MustBeOk();
        Assert.Equal("PENDING", proposed["request"]!["status"]!.GetValue<string>());
        Assert.Equal(250, proposed["request"]!["speed"]!.GetValue<int>());
        Assert.NotNull(proposed["request"]!["srcApproval"]);
        Assert.Null(proposed["request"]!["destApproval"]);
        Assert.Equal(200, proposed["speed"]!["value"]!.GetValue<int>());
        Assert.Equal(350, (await stan.Get(Port))["capacity"]!["utilised"]!.GetValue<int>());
        Assert.Equal(
            "WITHDRAWN",
            (await stan.Delete(Acme + "/change")).MustBeOk()["request"]!["status"]!.GetValue<string>());
        Assert.Equal(300, (await stan.Get(Port))["capacity"]!["utilised"]!.GetValue<int>());
        (await stan.Delete(Acme + "/change")).MustRefuse(409, "The connection has no change request");
    }

    [Fact]
    public async Task The_other_sides_proposal_is_REJECTED_and_approving_it_makes_the_change()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        (await stan.Put(Acme + "/change", """{"speed":250}""")).MustBeOk();
        Assert.Equal(
            "REJECTED",
            (await meg.Delete(Company2 + "/change")).MustBeOk()["request"]!["status"]!.GetValue<string>());
        (await stan.Put(Acme + "/change", """{"speed":"260"}""")).MustBeOk();
        Assert.Equal(200, (await stan.Put(Acme + "/change/approve")).MustBeOk()["speed"]!["value"]!.GetValue<int>());
        var applied = (await meg.Put(Company2 + "/change/approve")).MustBeOk();
        Assert.Equal(260, applied["speed"]!["value"]!.GetValue<int>());
        Assert.All(applied["request"]!.AsObject().Where(member => member.Key != "read"), member =>
            Assert.Null(member.Value));
        Assert.False(applied["request"]!["read"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Asking_for_more_than_was_proposed_withdraws_the_approval_and_for_less_makes_the_change_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        (await stan.Put(Acme + "/change", """{"speed":250}""")).MustBeOk();
        var raised = (await meg.Put(Company2 + "/change", """{"speed":400}""")).MustBeOk();
        Assert.Null(raised["request"]!["srcApproval"]);
        Assert.NotNull(raised["request"]!["destApproval"]);
        Assert.Equal(200, raised["speed"]!["value"]!.GetValue<int>());
        var lowered = (await stan.Put(Acme + "/change", """{"speed":300}""")).MustBeOk();
        Assert.Equal(300, lowered["speed"]!["value"]!.GetValue<int>());
        Assert.Null(lowered["request"]!["status"]);
    }

    [Fact]
    public async Task Less_than_the_connection_has_can_be_had_at_any_time()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(
            100,
            (await (await emulator.Meg()).Put(Company2 + "/change", """{"speed":100}""")).MustBeOk()["speed"]![
                "value"
            ]!.GetValue<int>());
    }

    [Fact]
    public async Task Approving_by_both_applies_it_and_then_request_is_an_object_of_nulls_with_read_false()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        (await meg.Put(Company2 + "/change", """{"speed":250}""")).MustBeOk();
        var applied = (await stan.Put(Acme + "/change/approve")).MustBeOk();
        Assert.Equal(250, applied["speed"]!["value"]!.GetValue<int>());
        Assert.Equal(350, (await stan.Get(Port))["capacity"]!["utilised"]!.GetValue<int>());
        var request = applied["request"]!.AsObject();
        Assert.True(request.Count > 5, request.ToJsonString());
        Assert.All(request, member =>
            Assert.Equal(member.Key == "read" ? "false" : null, member.Value?.ToJsonString()));
    }

    [Theory]
    [InlineData(true, "WITHDRAWN")]
    [InlineData(false, "REJECTED")]
    public async Task Deleting_is_WITHDRAWN_by_the_side_that_asked_and_REJECTED_by_the_other(
        bool byTheAsker,
        string status)
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        (await meg.Put(Company2 + "/change", """{"speed":250}""")).MustBeOk();
        var dropped = byTheAsker ? await meg.Delete(Company2 + "/change") : await stan.Delete(Acme + "/change");
        Assert.Equal(status, dropped.MustBeOk()["request"]!["status"]!.GetValue<string>());
        Assert.Equal(200, dropped["speed"]!["value"]!.GetValue<int>());
    }

    [Fact]
    public async Task Read_is_private_to_the_side_that_sets_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        (await stan.Put(Acme + "/change", """{"speed":250}""")).MustBeOk();
        Assert.True((await meg.Put(Company2 + "/change/read")).MustBeOk()["request"]!["read"]!.GetValue<bool>());
        Assert.True(
            (await meg.Get($"/api/v2/company/company2/connections/{Id}"))["request"]!["read"]!.GetValue<bool>());
        Assert.False((await stan.Get($"/api/v2/company/Acme/connections/{Id}"))["request"]!["read"]!.GetValue<bool>());
        (await stan.Put("/api/company/Acme/connections/593e5b5ec2e6a1b4d7eb581c/change/read")).MustRefuse(409);
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"speed":0}""", 400)]
    [InlineData("""{"speed":null}""", 400)]
    [InlineData("""{"speed":1001}""", 400)]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string body, int status)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put(Acme + "/change", body)).MustRefuse(status);
        Assert.Null((await stan.Get($"/api/v2/company/Acme/connections/{Id}"))["request"]!["status"]);
    }

    [Fact]
    public async Task The_other_party_is_alerted()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Put(Acme + "/change", """{"speed":250}""")).MustBeOk();
        var letter = Assert.Single((await emulator.Nobody().Get("/__admin/outbox"))["letters"]!.AsArray());
        Assert.Contains("meg@example.com", letter!["to"]!.AsArray().Select(to => to!.GetValue<string>()));
    }
}
