using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds the Console Connect emulator to an app host.</summary>
public static class ConsoleConnectEmulatorBuilderExtensions
{
    /// <summary>The port that the emulator listens on inside its container.</summary>
    private const int EmulatorPort = 9000;

    /// <summary>The image, unless <c>WithImage</c> names another.</summary>
    private const string Image = "console-connect-emulator";

    private const string DataFolder = "/data";

    private const string WorldFolder = "/worlds";

    /// <summary>
    /// Adds the emulator: a container with an HTTP endpoint, healthy once <c>/readyz</c> answers 200. It keeps nothing
    /// unless <see cref="WithDataVolume"/> is called.
    /// </summary>
    /// <param name="builder">The app host's builder.</param>
    /// <param name="name">The resource's name, by which others refer to it.</param>
    /// <param name="port">The port on this machine; null for a free one.</param>
    public static IResourceBuilder<ConsoleConnectEmulatorResource> AddConsoleConnectEmulator(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        return builder
            .AddResource(new ConsoleConnectEmulatorResource(name))
            .WithImage(Image)
            .WithImageTag("latest")
            .WithHttpEndpoint(
                port: port,
                targetPort: EmulatorPort,
                name: ConsoleConnectEmulatorResource.HttpEndpointName)
            .WithHttpHealthCheck("/readyz", endpointName: ConsoleConnectEmulatorResource.HttpEndpointName)
            .WithUrlForEndpoint(
                ConsoleConnectEmulatorResource.HttpEndpointName,
                _ => new ResourceUrlAnnotation { Url = "/swagger", DisplayText = "Swagger UI" })
            .WithSetting("data", ":memory:")
            // Containers of the app host call it by its resource's name.
            .WithSetting("admin-hosts", $"{name},host.docker.internal");
    }

    /// <summary>Sets any setting of the emulator: a flag's name without dashes, as <c>--help</c> lists them.</summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="setting">The name, such as <c>progression</c>.</param>
    /// <param name="value">The value, as the flag takes it.</param>
    public static IResourceBuilder<ConsoleConnectEmulatorResource> WithSetting(
        this IResourceBuilder<ConsoleConnectEmulatorResource> builder,
        string setting,
        string value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(setting);
        return builder.WithEnvironment(VariableOf(setting), value);
    }

    /// <summary>Sets the seed number of ids: the same seed and the same calls give the same ids.</summary>
    public static IResourceBuilder<ConsoleConnectEmulatorResource> WithSeed(
        this IResourceBuilder<ConsoleConnectEmulatorResource> builder,
        long seed) => builder.WithSetting("seed", seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Locks <c>/__admin</c> with a token. Whatever refers to the emulator by <see cref="WithReference"/> is given it.
    /// </summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="token">
    /// A parameter of the app host; null for one called like the resource with <c>-admin-token</c> behind it, with a
    /// value of its own making.
    /// </param>
    public static IResourceBuilder<ConsoleConnectEmulatorResource> WithAdminToken(
        this IResourceBuilder<ConsoleConnectEmulatorResource> builder,
        IResourceBuilder<ParameterResource>? token = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.AdminToken = token?.Resource
            ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(
                builder.ApplicationBuilder,
                $"{builder.Resource.Name}-admin-token",
                special: false);
        return builder.WithEnvironment(VariableOf("admin-token"), builder.Resource.AdminToken);
    }

    /// <summary>Keeps its data in a volume from one run to the next.</summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="volume">The volume's name; null for one that is called after the app host and the resource.</param>
    public static IResourceBuilder<ConsoleConnectEmulatorResource> WithDataVolume(
        this IResourceBuilder<ConsoleConnectEmulatorResource> builder,
        string? volume = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .WithVolume(volume ?? VolumeNameGenerator.Generate(builder, "data"), DataFolder)
            .WithSetting("data", DataFolder + "/emulator.db");
    }

    /// <summary>Starts with the world that a file describes (<c>--world</c>).</summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="file">The file, JSON or YAML; a relative path is relative to the app host's folder.</param>
    public static IResourceBuilder<ConsoleConnectEmulatorResource> WithWorld(
        this IResourceBuilder<ConsoleConnectEmulatorResource> builder,
        string file)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        var inside = $"{WorldFolder}/{Path.GetFileName(file)}";
        return builder.WithBindMount(file, inside, isReadOnly: true).WithSetting("world", inside);
    }

    /// <summary>
    /// Gives a resource the emulator's address, as <c>ConnectionStrings__NAME</c> and for service discovery
    /// (<c>http://NAME</c>), and its admin token, where it has one, as <c>NAME_ADMIN_TOKEN</c>; dashes of the name are
    /// underscores there.
    /// </summary>
    /// <param name="builder">The resource that calls the emulator.</param>
    /// <param name="emulator">The emulator.</param>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder,
        IResourceBuilder<ConsoleConnectEmulatorResource> emulator)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(emulator);
        return builder
            .WithReference((IResourceBuilder<IResourceWithConnectionString>)emulator)
            .WithReference(emulator.Resource.HttpEndpoint)
            .WithEnvironment(context =>
            {
                if (emulator.Resource.AdminToken is { } token)
                {
                    var name = emulator.Resource.Name.Replace('-', '_').ToUpperInvariant();
                    context.EnvironmentVariables[name + "_ADMIN_TOKEN"] = token;
                }
            });
    }

    private static string VariableOf(string setting) => "EMULATOR_" + setting.Replace('-', '_').ToUpperInvariant();
}
