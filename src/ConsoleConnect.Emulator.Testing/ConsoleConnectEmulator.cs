using System.Net;
using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The Console Connect emulator: one that the test starts (<see cref="StartAsync"/>), or one that runs elsewhere
/// (<see cref="ConnectAsync"/>). It is a world of its own, and contains others: <see cref="NewSandboxAsync"/> gives
/// each test a world, so that many tests can share one emulator and see nothing of each other.
/// </summary>
public sealed class ConsoleConnectEmulator : EmulatorWorld
{
    private readonly InProcessHost? host;
    private readonly SandboxGateway? gateway;
    private readonly Lazy<Uri> address;

    private ConsoleConnectEmulator(InProcessHost? host, SandboxGateway? gateway, EmulatorDoor door)
        : base(door)
    {
        this.host = host;
        this.gateway = gateway;
        address = new Lazy<Uri>(() => Open("default"));
        Sandboxes = new EmulatorSandboxes(door);
        Conformance = new EmulatorConformance(door);
    }

    /// <inheritdoc/>
    public override Uri Address => address.Value;

    /// <summary>The sandboxes there are.</summary>
    public EmulatorSandboxes Sandboxes { get; }

    /// <summary>Whether every answer so far kept to <c>/openapi.json</c>.</summary>
    public EmulatorConformance Conformance { get; }

    /// <summary>
    /// Starts an emulator in this process and waits until it is ready; it ends when the object is disposed of.
    /// </summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorStartException">
    /// A setting is invalid, or the emulator can't start with the seed or the port.
    /// </exception>
    public static async Task<ConsoleConnectEmulator> StartAsync(
        EmulatorOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        var host = await InProcessHost.Start(options, cancellationToken).ConfigureAwait(false);
        var gateway = host.Ports is null ? new SandboxGateway(host.Url, host.Handler) : null;
        var emulator = new ConsoleConnectEmulator(
            host,
            gateway,
            new EmulatorDoor(host.Url, host.Handler, adminToken: null, sandbox: null));
        return await LoggedIn(emulator, options.LogInAs, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Connects to an emulator that runs elsewhere, in a container for instance, and waits until it is ready; it goes
    /// on running when the object is disposed of.
    /// </summary>
    /// <param name="url">Its address, such as <c>http://localhost:9000</c>.</param>
    /// <param name="adminToken">The value of its <c>--admin-token</c>; null if it has none.</param>
    /// <param name="logInAs">
    /// The e-mail address of the user as whom <see cref="EmulatorWorld.Client"/> is logged in.
    /// </param>
    /// <param name="timeout">How long to wait for it; null for 60 seconds.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="EmulatorUnreachableException">
    /// It wasn't ready in time; the message says what was called and what went wrong.
    /// </exception>
    public static async Task<ConsoleConnectEmulator> ConnectAsync(
        Uri url,
        string? adminToken = null,
        string logInAs = SeededUser.Stan,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        var door = new EmulatorDoor(url, () => new SocketsHttpHandler(), adminToken, sandbox: null);
        var gateway = new SandboxGateway(url, () =>
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var emulator = new ConsoleConnectEmulator(host: null, gateway, door);
        try
        {
            await door.Ready(timeout ?? TimeSpan.FromSeconds(60), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return await LoggedIn(emulator, logInAs, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes a sandbox: the seed, or a snapshot, with a clock, ids, faults, a journal and an outbox of its own. It is
    /// deleted when the object is disposed of.
    /// </summary>
    /// <param name="options">How it begins; null for the way in which the emulator was started.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<EmulatorSandbox> NewSandboxAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        var made = await Sandboxes.MakeAsync(options, cancellationToken).ConfigureAwait(false);
        var sandbox = new EmulatorSandbox(Door.Into(made.Name), made, this);
        try
        {
            await sandbox.LogIn(options.LogInAs, cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a port of this machine that leads into a sandbox.</summary>
    internal Uri Open(string sandbox) =>
        host?.Ports is { } ports
            ? ports.Open(sandbox, host.Url.Scheme)
            : Task.Run(() => gateway!.Open(sandbox, CancellationToken.None))
                .GetAwaiter().GetResult(); // The first of them starts the forwarder.

    /// <summary>Closes such a port.</summary>
    internal void Close(Uri opened)
    {
        host?.Ports?.Close(opened);
        gateway?.Close(opened);
    }

    /// <inheritdoc/>
    private protected override async Task End()
    {
        if (gateway is not null)
        {
            await gateway.DisposeAsync().ConfigureAwait(false);
        }

        if (host is not null)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<ConsoleConnectEmulator> LoggedIn(
        ConsoleConnectEmulator emulator,
        string email,
        CancellationToken cancellationToken)
    {
        try
        {
            await emulator.LogIn(email, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch (EmulatorRefusedException refused)
            when (emulator.host is null && refused.Status is not HttpStatusCode.Unauthorized)
        {
            emulator.DoWithout(refused); // It has sandboxes all the same.
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

/// <summary>A sandbox of an emulator; it is deleted when the object is disposed of.</summary>
public sealed class EmulatorSandbox : EmulatorWorld
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(10);

    private readonly ConsoleConnectEmulator emulator;
    private readonly Lazy<Uri> address;

    internal EmulatorSandbox(EmulatorDoor door, SandboxDescription made, ConsoleConnectEmulator emulator)
        : base(door)
    {
        this.emulator = emulator;
        Name = made.Name;
        ApiKeys = made.ApiKeys;
        address = new Lazy<Uri>(() => emulator.Open(Name));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override Uri Address => address.Value;

    /// <inheritdoc/>
    public override Uri Url => Address;

    /// <summary>The API keys that lead into it, by username, for clients of which only the key can be set.</summary>
    public IReadOnlyDictionary<string, string> ApiKeys { get; }

    /// <inheritdoc/>
    private protected override async Task End()
    {
        if (address.IsValueCreated)
        {
            emulator.Close(Address);
        }

        using var patience = new CancellationTokenSource(EndsWithin);
        await new EmulatorSandboxes(Door).DeleteAsync(Name, patience.Token).ConfigureAwait(false);
    }
}
