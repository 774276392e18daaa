using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Packages.Tests;

/// <summary>The Aspire integration, by the model that an app host makes of it: nothing is started.</summary>
public sealed class AspireTests
{
    private readonly IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(
        new DistributedApplicationOptions { AssemblyName = typeof(AspireTests).Assembly.GetName().Name });

    [Fact]
    public async Task It_is_a_container_with_an_endpoint_that_keeps_nothing()
    {
        var emulator = builder.AddConsoleConnectEmulator("console-connect", port: 9142);
        var image = Assert.Single(emulator.Resource.Annotations.OfType<ContainerImageAnnotation>());
        Assert.Equal("console-connect-emulator", image.Image);
        var endpoint = Assert.Single(emulator.Resource.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal(
            ("http", "http", 9142, 9000),
            (endpoint.Name, endpoint.UriScheme, endpoint.Port, endpoint.TargetPort));
        var variables = await Variables(emulator.Resource);
        Assert.Equal(":memory:", variables["EMULATOR_DATA"]);
        Assert.StartsWith("console-connect,", variables["EMULATOR_ADMIN_HOSTS"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_healthy_once_readyz_answers_200()
    {
        await using var fake = new FakeEmulator();
        var emulator = builder.AddConsoleConnectEmulator("console-connect");
        Allocate(emulator, fake.Address.Port);
        await using var app = builder.Build();
        var check = Assert.Single(emulator.Resource.Annotations.OfType<HealthCheckAnnotation>());
        var registration = app
            .Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>()
            .Value.Registrations.Single(one => one.Name == check.Key);
        await builder.Eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(emulator.Resource, app.Services));
        await builder.Eventing.PublishAsync(new BeforeResourceStartedEvent(emulator.Resource, app.Services));
        var context = new HealthCheckContext { Registration = registration };

        fake.IsReady = false;
        var health = registration.Factory(app.Services);
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(context)).Status);
        fake.IsReady = true;
        var result = await health.CheckHealthAsync(context);
        Assert.True(result.Status == HealthStatus.Healthy, result.Description + result.Exception);
        Assert.All(fake.Asked, path => Assert.Equal("/readyz", path));
    }

    [Fact]
    public async Task Settings_are_the_programs_own_variables()
    {
        var emulator = builder
            .AddConsoleConnectEmulator("console-connect")
            .WithSeed(7)
            .WithSetting("journal-bytes", "20000")
            .WithDataVolume("kept")
            .WithWorld("two-companies.json");
        var variables = await Variables(emulator.Resource);
        Assert.Equal("7", variables["EMULATOR_SEED"]);
        Assert.Equal("20000", variables["EMULATOR_JOURNAL_BYTES"]);
        Assert.Equal("/data/emulator.db", variables["EMULATOR_DATA"]);
        Assert.Equal("/worlds/two-companies.json", variables["EMULATOR_WORLD"]);
        var mounts = emulator.Resource.Annotations.OfType<ContainerMountAnnotation>().ToList();
        var data = mounts.Single(mount => mount.Target == "/data");
        Assert.Equal(("kept", false), (data.Source, data.IsReadOnly));
        Assert.True(mounts.Single(mount => mount.Target == "/worlds/two-companies.json").IsReadOnly);
    }

    [Fact]
    public async Task Whatever_refers_to_it_is_given_its_address_and_its_token()
    {
        var emulator = builder.AddConsoleConnectEmulator("console-connect").WithAdminToken();
        Allocate(emulator, 9143);
        var client = builder.AddExecutable("client", "true", ".").WithReference(emulator);

        var token = await emulator.Resource.AdminToken!.GetValueAsync(CancellationToken.None);
        Assert.NotNull(token);
        Assert.All(token, letter => Assert.True(letter is > ' ' and <= '~'));
        Assert.Equal(token, (await Variables(emulator.Resource))["EMULATOR_ADMIN_TOKEN"]);
        var variables = await Variables(client.Resource);
        Assert.Equal("http://localhost:9143", variables["ConnectionStrings__console-connect"]);
        Assert.Equal("http://localhost:9143", variables["services__console-connect__http__0"]);
        Assert.Equal(token, variables["CONSOLE_CONNECT_ADMIN_TOKEN"]);
    }

    [Fact]
    public async Task Without_a_token_none_is_given()
    {
        var emulator = builder.AddConsoleConnectEmulator("console-connect");
        Allocate(emulator, 9143);
        var client = builder.AddExecutable("client", "true", ".").WithReference(emulator);
        Assert.DoesNotContain("CONSOLE_CONNECT_ADMIN_TOKEN", (await Variables(client.Resource)).Keys);
        Assert.DoesNotContain("EMULATOR_ADMIN_TOKEN", (await Variables(emulator.Resource)).Keys);
    }

    /// <summary>Gives its endpoint a port of this machine, as the orchestrator does.</summary>
    private static void Allocate(IResourceBuilder<ConsoleConnectEmulatorResource> emulator, int port)
    {
        var endpoint = emulator.Resource.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port);
    }

    /// <summary>What a resource's environment is given.</summary>
    private static async Task<Dictionary<string, string>> Variables(IResource resource)
    {
        var run = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run);
        var configuration = await ExecutionConfigurationBuilder
            .Create(resource)
            .WithEnvironmentVariablesConfig()
            .BuildAsync(run, NullLogger.Instance);
        Assert.Null(configuration.Exception);
        return configuration.EnvironmentVariables.ToDictionary(StringComparer.Ordinal);
    }
}
