using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Worlds in files, <c>--world</c>: every sandbox that begins with the seed has what they describe.</summary>
public sealed class WorldFileTests : IDisposable
{
    private const string Yaml = """
        companies:
          buyer:
            ports:
              hk: { metro: Hong Kong, speed: 10000 }
        """;

    private const string Ports = "/api/company/buyer/ports";

    private readonly string folder = Directory.CreateTempSubdirectory("worlds").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_sandbox_begins_with_it_and_a_reset_brings_it_back()
    {
        var more = Written("more.json", """{"companies":{"buyer":{"ports":{"sg":{"metro":"Singapore"}}}}}""");
        await using var emulator = new EmulatorUnderTest($"world={Written("world.yaml", Yaml)}, {more}");
        var buyer = emulator.With("key-buyer-keyholder");
        Assert.Equal(["hk", "sg"], await Names(buyer));

        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"own"}""")).MustBeOk();
        Assert.Equal(["hk", "sg"], await Names(emulator.With("own.key-buyer-keyholder")));

        (await buyer.Post($"{Ports}/{await Id(buyer)}", """{"name":"Renamed"}""")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(["hk", "sg"], await Names(buyer));
    }

    [Fact]
    public async Task A_data_file_that_is_there_stays_as_it_is()
    {
        var data = Path.Combine(folder, "emulator.db");
        await using (var first = new EmulatorUnderTest($"data={data}"))
        {
            (await first.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        }

        await using (var second = new EmulatorUnderTest($"data={data}", $"world={Written("world.yml", Yaml)}"))
        {
            (await second.With("key-buyer-keyholder").Get(Ports)).MustRefuse(401);
        }

        await using var fresh = new EmulatorUnderTest(
            $"data={data}", "fresh=true", $"world={Written("world.yml", Yaml)}");
        Assert.Equal(["hk"], await Names(fresh.With("key-buyer-keyholder")));
    }

    [Theory]
    [InlineData("world.yaml", "companies: { buyer: { ports: { hk: { metro: Hongkong } } } }", "companies.buyer.ports.hk.metro")]
    [InlineData("world.json", "{", "no JSON")]
    public async Task One_that_cannot_be_stops_the_start_and_leaves_the_data_alone(string name, string world, string words)
    {
        var data = Path.Combine(folder, "emulator.db");
        var file = Written(name, world);
        var (code, errors) = await RunningEmulator.Fail("--urls=http://127.0.0.1:9131", $"--data={data}", $"--world={file}");
        Assert.Equal(1, code);
        Assert.Contains("--world (EMULATOR_WORLD)", errors, StringComparison.Ordinal);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Contains(name, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(data) && new FileInfo(data).Length > 0);
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<IEnumerable<string>> Names(Client client) =>
        (await client.Get(Ports)).MustBeOk()["results"]!.AsArray().Select(port => port!["name"]!.GetValue<string>())
            .Order();

    private static async Task<string> Id(Client client) =>
        (await client.Get(Ports)).MustBeOk()["results"]![0]!["id"]!.GetValue<string>();
}
