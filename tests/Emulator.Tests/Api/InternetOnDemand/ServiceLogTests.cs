using Xunit;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>A service's log. Q-016: its page is asked for in the body of a GET or a POST, or in the query.</summary>
public sealed class ServiceLogTests
{
    private const string Path = $"{IodWorld.Company}/gia-service/{IodWorld.Seeded}/logs";

    [Fact]
    public async Task It_tells_what_happened_and_who_did_it_oldest_first()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (await joe.Flex(IodWorld.Seeded, "100")).MustBeOk();
        await emulator.Pass(2);
        (await joe.Delete($"/v2/gia-services/{IodWorld.Seeded}")).MustBeOk();
        var log = (await joe.Post(Path, """{"limit":100,"skip":0}""")).MustBeOk();
        var entries = log["results"]!
            .AsArray()
            .Select(entry =>
                (
                    entry!["summary"]!.GetValue<string>(),
                    entry["data"]!["user"]!["name"]!.GetValue<string>(),
                    entry["level"]!.GetValue<string>()))
            .ToList();
        var joeName = (await joe.Get("/api/auth/token")).MustBeOk().TextOf("name");
        Assert.Equal(("Service ordered", joeName, "INFO"), entries[0]);
        Assert.Equal(("Flex requested: DOWNGRADE to 100 Mbps", joeName, "INFO"), entries[^3]);
        Assert.Equal("Flex is done: DOWNGRADE to 100 Mbps", entries[^2].Item1);
        Assert.NotEqual(joeName, entries[^2].Item2);
        Assert.Equal(("Deletion requested", joeName, "INFO"), entries[^1]);
        Assert.Equal(entries.Count, log["total"]!.GetValue<int>());
        Assert.Equal("2026-03-01T12:00:00.000Z", log["results"]![entries.Count - 3]!["created_at"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_is_asked_for_in_every_way_there_is()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var whole = (await joe.Post(Path, """{"limit":"100","skip":"0"}""")).MustBeOk();
        Assert.True(whole["total"]!.GetValue<int>() >= 4);
        const string Page = """{"limit":2,"skip":1}""";
        var pages = new[]
        {
            await joe.Send(HttpMethod.Get, Path, Page),
            await joe.Post(Path, Page),
            await joe.Get(Path + "?limit=2&skip=1"),
            await joe.Post(Path + "?limit=2", """{"skip":1}"""),
            await joe.Send(HttpMethod.Get, Path + "?limit=50&skip=0", Page),
        };
        Assert.All(pages, page =>
        {
            Assert.Equal(whole["total"]!.GetValue<int>(), page.MustBeOk()["total"]!.GetValue<int>());
            Assert.Equal(
                whole["results"]!.AsArray().Skip(1).Take(2).Select(entry => entry!.ToJsonString()),
                page["results"]!.AsArray().Select(entry => entry!.ToJsonString()));
        });
        Assert.Empty(
            (await joe.Post(Path, """{"limit":1000000000,"skip":1000000}""")).MustBeOk()["results"]!.AsArray());
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'limit'")]
    [InlineData("""{"limit":10}""", "The request must have required property 'skip'")]
    [InlineData("""{"skip":0}""", "The request must have required property 'limit'")]
    [InlineData("""{"limit":0,"skip":0}""", "The request/limit must be >= 1")]
    [InlineData("""{"limit":10,"skip":-1}""", "The request/skip must be >= 0")]
    [InlineData("""{"limit":"ten","skip":0}""", "The request/limit must be integer")]
    public async Task A_page_that_makes_no_sense_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Post(Path, body)).MustRefuse(400, message);
        (await emulator.With("key-joe").Send(HttpMethod.Get, Path, body)).MustRefuse(400, message);
    }

    [Fact]
    public async Task In_the_query_too()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Get(Path + "?limit=0&skip=0")).MustRefuse(400, "The query/limit must be >= 1");
        (
            await emulator
                .With("key-joe")
                .Get(Path.Replace(IodWorld.Seeded, "nothing", StringComparison.Ordinal) + "?limit=1&skip=0")
        ).MustRefuse(404, "GiaService not found: nothing");
    }
}
