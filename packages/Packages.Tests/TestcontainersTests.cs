using ConsoleConnect.Emulator.Testcontainers;
using Xunit;

namespace Packages.Tests;

/// <summary>
/// The Testcontainers module: what it makes of its settings, and, where a container engine is, a container.
/// </summary>
public sealed class TestcontainersTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("world-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Unless_told_otherwise_it_keeps_nothing_and_is_published_on_a_free_port()
    {
        var made = Made(Builder());
        Assert.Equal("console-connect-emulator", made.Image.Repository);
        Assert.Equal(":memory:", made.Environments["EMULATOR_DATA"]);
        Assert.Empty(made.PortBindings["9000"]); // None named: the engine takes a free one.
        Assert.Empty(made.Sandboxes);
        Assert.Null(made.AdminToken);
    }

    [Fact]
    public void A_port_of_this_machine_takes_the_place_of_the_free_one() =>
        Assert.Equal("9141", Made(Builder().WithPort(9141)).PortBindings["9000"]);

    [Fact]
    public void Settings_are_the_programs_own_variables()
    {
        var start = new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));
        var made = Made(
            Builder()
                .WithAdminToken("open-sesame")
                .WithSeed(7)
                .WithProgression(ProgressionMode.Manual)
                .WithFrozenClock(start)
                .WithSetting("journal-bytes", "20000"));
        Assert.Equal("open-sesame", made.AdminToken);
        Assert.Equal("open-sesame", made.Environments["EMULATOR_ADMIN_TOKEN"]);
        Assert.Equal("7", made.Environments["EMULATOR_SEED"]);
        Assert.Equal("manual", made.Environments["EMULATOR_PROGRESSION"]);
        Assert.Equal("true", made.Environments["EMULATOR_CLOCK_FROZEN"]);
        Assert.Equal("2030-01-01T00:00:00.000Z", made.Environments["EMULATOR_CLOCK_START"]);
        Assert.Equal("20000", made.Environments["EMULATOR_JOURNAL_BYTES"]);
    }

    [Fact]
    public void Sandboxes_add_up_and_the_token_stays_whatever_is_said_after_it()
    {
        var made = Made(Builder().WithSandbox("first").WithAdminToken("open-sesame").WithSandbox("second").WithSeed(1));
        Assert.Equal(["first", "second"], made.Sandboxes);
        Assert.Equal("open-sesame", made.AdminToken);
    }

    [Fact]
    public async Task A_world_is_copied_into_the_container_and_named_to_the_program()
    {
        var world = new FileInfo(Path.Combine(folder.FullName, "two-companies.json"));
        await File.WriteAllTextAsync(world.FullName, "{}");
        var made = Made(Builder().WithWorld(world));
        Assert.Equal("/worlds/two-companies.json", made.Environments["EMULATOR_WORLD"]);
        var mapping = Assert.Single(made.ResourceMappings);
        Assert.Equal("{}"u8.ToArray(), await mapping.GetAllBytesAsync());
        Assert.StartsWith("/worlds/", mapping.Target, StringComparison.Ordinal);
        var missing = new FileInfo(Path.Combine(folder.FullName, "nowhere.json"));
        Assert.Contains(
            missing.FullName,
            Assert.Throws<FileNotFoundException>(() => Builder().WithWorld(missing)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_until_readyz_answers_200()
    {
        await using var emulator = new FakeEmulator();
        var wait = Made(Builder()).WaitStrategies.Last();
        var container = FakeContainer.At(emulator.Address);
        emulator.IsReady = false;
        Assert.False(await FakeContainer.IsOver(wait, container));
        emulator.IsReady = true;
        Assert.True(await FakeContainer.IsOver(wait, container));
        Assert.All(emulator.Asked, path => Assert.Equal("/readyz", path));
    }

    [Fact]
    public async Task It_starts_in_a_container_and_is_there_with_its_sandboxes()
    {
        var image = Environment.GetEnvironmentVariable("EMULATOR_IMAGE");
        Assert.SkipWhen(
            string.IsNullOrEmpty(image),
            "EMULATOR_IMAGE names no image that the engine at DOCKER_HOST has; tools/image/run --testcontainers does");
        await using var emulator = new ConsoleConnectEmulatorBuilder(image!)
            .WithAdminToken("open-sesame")
            .WithSandbox("orders")
            .WithFrozenClock(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
            .Build();
        await emulator.StartAsync();

        using var client = new HttpClient { BaseAddress = emulator.GetSandboxAddress("orders") };
        client.DefaultRequestHeaders.Add("portal-token", "orders.key-stan");
        Assert.Contains("\"name\"", await client.GetStringAsync("api/company/Acme/ports"), StringComparison.Ordinal);
        using var admin = emulator.CreateAdminClient();
        Assert.Contains("2030-01-01", await admin.GetStringAsync("/__admin/clock"), StringComparison.Ordinal);
        using var nobody = new HttpClient { BaseAddress = emulator.GetBaseAddress() };
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await nobody.GetAsync("/__admin/clock")).StatusCode);
    }

    /// <summary>A builder that asks no engine.</summary>
    private static ConsoleConnectEmulatorBuilder Builder() =>
        new ConsoleConnectEmulatorBuilder("console-connect-emulator").WithDockerEndpoint("tcp://127.0.0.1:9149");

    private static ConsoleConnectEmulatorConfiguration Made(ConsoleConnectEmulatorBuilder builder) =>
        builder.Build().Configuration;
}
