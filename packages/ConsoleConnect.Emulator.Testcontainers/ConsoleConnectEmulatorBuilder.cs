using System.Globalization;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace ConsoleConnect.Emulator.Testcontainers;

/// <summary>
/// Says how the emulator's container is to be, and makes it. It keeps nothing: its data is in memory unless
/// <c>data</c> is set otherwise.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = new ConsoleConnectEmulatorBuilder("console-connect-emulator").WithSeed(7).Build();
/// await emulator.StartAsync();
/// using var client = new HttpClient { BaseAddress = emulator.GetBaseAddress() };
/// </code>
/// </example>
public sealed class ConsoleConnectEmulatorBuilder
    : ContainerBuilder<
        ConsoleConnectEmulatorBuilder,
        ConsoleConnectEmulatorContainer,
        ConsoleConnectEmulatorConfiguration>
{
    /// <summary>The port that the emulator listens on inside its container.</summary>
    public const ushort EmulatorPort = 9000;

    /// <summary>Where the file of <see cref="WithWorld"/> is inside the container.</summary>
    private const string WorldFolder = "/worlds/";

    /// <summary>Begins with an image.</summary>
    /// <param name="image">The image's name, with a registry and a tag where it has them.</param>
    public ConsoleConnectEmulatorBuilder(string image)
        : this(new ConsoleConnectEmulatorConfiguration()) =>
        DockerResourceConfiguration = Init().WithImage(image).DockerResourceConfiguration;

    private ConsoleConnectEmulatorBuilder(ConsoleConnectEmulatorConfiguration configuration)
        : base(configuration) => DockerResourceConfiguration = configuration;

    /// <inheritdoc/>
    protected override ConsoleConnectEmulatorConfiguration DockerResourceConfiguration { get; }

    /// <summary>Sets any setting of the emulator: a flag's name without dashes, as <c>--help</c> lists them.</summary>
    /// <param name="name">The name, such as <c>journal-bytes</c>.</param>
    /// <param name="value">The value, as the flag takes it.</param>
    public ConsoleConnectEmulatorBuilder WithSetting(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return WithEnvironment("EMULATOR_" + name.Replace('-', '_').ToUpperInvariant(), value);
    }

    /// <summary>Publishes it on a port of this machine, instead of on a free one.</summary>
    /// <param name="port">The port, from 1 to 65535.</param>
    public ConsoleConnectEmulatorBuilder WithPort(ushort port) => WithPortBinding(port, EmulatorPort);

    /// <summary>
    /// Locks <c>/__admin</c>. Without a token it is open to loopback's names only: set one where the Docker engine is
    /// on another machine.
    /// </summary>
    /// <param name="token">Printable ASCII without blanks.</param>
    public ConsoleConnectEmulatorBuilder WithAdminToken(string token) =>
        Merge(DockerResourceConfiguration, new ConsoleConnectEmulatorConfiguration(adminToken: token))
            .WithSetting("admin-token", token);

    /// <summary>Sets the seed number of ids: the same seed and the same calls give the same ids.</summary>
    public ConsoleConnectEmulatorBuilder WithSeed(long seed) =>
        WithSetting("seed", seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets how the service's own moves progress.</summary>
    public ConsoleConnectEmulatorBuilder WithProgression(ProgressionMode progression) =>
        WithSetting("progression", progression.ToString().ToLowerInvariant());

    /// <summary>Starts with a clock that stands still, until a test moves it.</summary>
    /// <param name="start">Where it stands; null for now.</param>
    public ConsoleConnectEmulatorBuilder WithFrozenClock(DateTimeOffset? start = null)
    {
        var frozen = WithSetting("clock-frozen", "true");
        return start is { } instant
            ? frozen.WithSetting(
                "clock-start",
                instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
            : frozen;
    }

    /// <summary>
    /// Starts with the world that a file describes (<c>--world</c>). The file is copied into the container.
    /// </summary>
    /// <param name="world">The file, JSON or YAML.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public ConsoleConnectEmulatorBuilder WithWorld(FileInfo world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Exists)
        {
            throw new FileNotFoundException($"There is no world file {world.FullName}.", world.FullName);
        }

        return WithResourceMapping(world, WorldFolder).WithSetting("world", WorldFolder + world.Name);
    }

    /// <summary>
    /// Makes a sandbox once the emulator is ready: its own data, clock, ids, faults, journal and outbox, at
    /// <see cref="ConsoleConnectEmulatorContainer.GetSandboxAddress"/>. May be said several times.
    /// </summary>
    /// <param name="name">Its name.</param>
    public ConsoleConnectEmulatorBuilder WithSandbox(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Merge(DockerResourceConfiguration, new ConsoleConnectEmulatorConfiguration(sandboxes: [name]));
    }

    /// <inheritdoc/>
    public override ConsoleConnectEmulatorContainer Build()
    {
        Validate();
        return new ConsoleConnectEmulatorContainer(DockerResourceConfiguration);
    }

    /// <inheritdoc/>
    protected override ConsoleConnectEmulatorBuilder Init() =>
        base.Init()
            .WithPortBinding(EmulatorPort, assignRandomHostPort: true)
            .WithSetting("data", ":memory:")
            .WithWaitStrategy(
                Wait.ForUnixContainer()
                    .UntilHttpRequestIsSucceeded(request => request.ForPath("/readyz").ForPort(EmulatorPort)));

    /// <inheritdoc/>
    protected override ConsoleConnectEmulatorBuilder Clone(
        IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new ConsoleConnectEmulatorConfiguration(resourceConfiguration));

    /// <inheritdoc/>
    protected override ConsoleConnectEmulatorBuilder Clone(IContainerConfiguration resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new ConsoleConnectEmulatorConfiguration(resourceConfiguration));

    /// <inheritdoc/>
    protected override ConsoleConnectEmulatorBuilder Merge(
        ConsoleConnectEmulatorConfiguration oldValue,
        ConsoleConnectEmulatorConfiguration newValue) =>
        new(new ConsoleConnectEmulatorConfiguration(oldValue, newValue));
}
