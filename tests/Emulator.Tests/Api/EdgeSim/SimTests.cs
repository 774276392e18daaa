using Xunit;

namespace Emulator.Tests.Api.EdgeSim;

/// <summary>SIM cards: reading, pausing and labelling them.</summary>
public sealed class SimTests
{
    [Fact]
    public async Task A_card_is_paused_activated_and_labelled()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var paused = (await Change(stan, """{"status":"PAUSED"}""")).MustBeOk();
        Assert.Equal("PAUSED", paused.TextOf("status"));
        Assert.Equal("Van 1", paused.TextOf("label"));
        Assert.Equal("2026-03-01T12:00:00.000Z", paused.TextOf("updatedAt"));
        Assert.Equal("PAUSED", (await Change(stan, """{"status":"PAUSED"}""")).MustBeOk().TextOf("status"));
        var both = (await Change(stan, """{"status":"ACTIVE","label":"Van one"}""")).MustBeOk();
        Assert.Equal("ACTIVE", both.TextOf("status"));
        Assert.Equal("Van one", both.TextOf("label"));
        var read = (await stan.Get($"{SimWorld.Acme}/iot-sims-cache/{SimWorld.Van1}")).MustBeOk();
        Assert.Equal(both.Text, read.Text);
        Assert.Null((await Change(stan, """{"label":null}""")).MustBeOk()["label"]);
        Assert.Null((await Change(stan, "{}")).MustBeOk()["label"]);
        var history = (await emulator.Nobody().Get($"/__admin/workflows/sims/{SimWorld.Van1}"))["history"]!.AsArray();
        Assert.Equal(["Pause", "Activate"], history.TakeLast(2).Select(move => move!["trigger"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"status":"LOST"}""", "The request/status must be equal to one of the allowed values")]
    [InlineData("""{"status":1}""", "The request/status must be string")]
    [InlineData("""{"label":7}""", "The request/label must be string")]
    [InlineData("[]", "The request must be object")]
    public async Task A_bad_change_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await Change(emulator.With("key-stan"), body)).MustRefuse(400, message);
    }

    [Fact]
    public async Task A_label_may_be_as_long_as_it_may_and_no_longer()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await Change(stan, $$"""{"label":"{{new string('x', 255)}}"}""")).MustBeOk();
        (await Change(stan, $$"""{"label":"{{new string('x', 256)}}"}""")).MustRefuse(400);
    }

    [Fact]
    public async Task Cards_are_filtered_by_what_they_have()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var some = (await stan.Get(
            SimWorld.Acme + """/iot-sims-cache?filter={"where":{"status":"PAUSED"},"fields":["label"]}""")).MustBeOk();
        Assert.Equal("""[{"label":"Van 3, in repair"}]""", some.Json.ToJsonString());
        var last = (await stan.Get(
            SimWorld.Acme + """/iot-sims-cache?filter={"order":"imsi DESC","limit":1,"fields":["imsi"]}""")).MustBeOk();
        Assert.Equal($$"""[{"imsi":"{{SimWorld.Imsi(4)}}"}]""", last.Json.ToJsonString());
    }

    [Fact]
    public async Task Another_companys_cards_and_those_that_are_not_there_are_not_found()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        foreach (var id in new[] { SimWorld.Container1, "nothing" })
        {
            (await stan.Get($"{SimWorld.Acme}/iot-sims-cache/{id}")).MustMiss(404, id);
            (await Change(stan, """{"status":"PAUSED"}""", id)).MustMiss(400, id);
        }

        (await stan.Get($"{SimWorld.Meridian}/iot-sims-cache/{SimWorld.Container1}")).MustRefuse(401, "Access denied");
        var sims = await emulator.With("key-daan").Sims(of: SimWorld.Meridian);
        Assert.Equal(2, sims.Count);
        Assert.Equal("10.192.32.2", sims[0]["ipAddress"]!.GetValue<string>());
    }

    /// <summary>The digits that check ICCIDs, as Luhn's sum has them.</summary>
    [Fact]
    public async Task An_ICCID_is_checked_by_its_last_digit()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.All(await emulator.With("key-stan").Sims(), sim =>
        {
            var digits = sim["iccid"]!.GetValue<string>().Select(digit => digit - '0').Reverse().ToList();
            var sum = digits
                .Select((digit, index) => index % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10))
                .Sum();
            Assert.Equal(19, digits.Count);
            Assert.Equal(0, sum % 10);
        });
    }

    private static Task<Answer> Change(Client client, string body, string sim = SimWorld.Van1) =>
        client.Put($"{SimWorld.Acme}/iot-sims-cache/{sim}", body);
}
