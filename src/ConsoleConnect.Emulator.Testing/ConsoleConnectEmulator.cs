namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The Console Connect emulator: one of the test's own (<see cref="StartAsync"/>), or one that runs elsewhere (<see cref="ConnectAsync"/>). It is a world of its own, and
/// has others in it: <see cref="NewSandboxAsync"/> gives each test one, so that many tests can share one emulator and see nothing of each other.
/// </summary>
public sealed class ConsoleConnectEmulator : EmulatorWorld
{
    private readonly InProcessHost? host;

    private ConsoleConnectEmulator(InProcessHost? host, EmulatorDoor door)
        : base(door)
    {
        this.host = host;
        Sandboxes = new EmulatorSandboxes(door);
        Conformance = new EmulatorConformance(door);
    }

    /// <summary>The sandboxes there are.</summary>
    public EmulatorSandboxes Sandboxes { get; }

    /// <summary>Whether every answer so far was as <c>/openapi.json</c> says.</summary>
    public EmulatorConformance Conformance { get; }

    /// <summary>Starts one in this process and waits until it is ready; it ends with the object.</summary>
    /// <param name="options">How; null for as usual.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EmulatorStartException">A setting that can't be, a seed or a port that it can't start with.</exception>
    public static async Task<ConsoleConnectEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        var host = await InProcessHost.Start(options, cancellationToken).ConfigureAwait(false);
        return await LoggedIn(host, new EmulatorDoor(host.Url, host.Handler, adminToken: null, sandbox: null), options.LogInAs, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reaches one that runs elsewhere, in a container for instance, and waits until it is ready; it goes on running when the object ends.</summary>
    /// <param name="url">Its address, such as <c>http://localhost:9000</c>.</param>
    /// <param name="adminToken">What it was given as <c>--admin-token</c>; null where it has none.</param>
    /// <param name="logInAs">The e-mail address of the user that <see cref="EmulatorWorld.Client"/> is logged in as.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<ConsoleConnectEmulator> ConnectAsync(
        Uri url, string? adminToken = null, string logInAs = SeededUser.Stan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        var door = new EmulatorDoor(url, () => new SocketsHttpHandler(), adminToken, sandbox: null);
        await door.Ready(cancellationToken).ConfigureAwait(false);
        return await LoggedIn(null, door, logInAs, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A sandbox of its own: the seed, or a snapshot, with its own clock, ids, faults, journal and outbox. It is deleted when the object ends.</summary>
    /// <param name="options">How it begins; null for as the emulator did.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EmulatorSandbox> NewSandboxAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        var made = await Sandboxes.MakeAsync(options, cancellationToken).ConfigureAwait(false);
        var sandbox = new EmulatorSandbox(Door.Into(made.Name), made);
        await sandbox.LogIn(options.LogInAs, cancellationToken).ConfigureAwait(false);
        return sandbox;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        if (host is not null)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<ConsoleConnectEmulator> LoggedIn(InProcessHost? host, EmulatorDoor door, string email, CancellationToken cancellationToken)
    {
        var emulator = new ConsoleConnectEmulator(host, door);
        try
        {
            await emulator.LogIn(email, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

/// <summary>A sandbox of an emulator; it is deleted when the object ends.</summary>
public sealed class EmulatorSandbox : EmulatorWorld
{
    internal EmulatorSandbox(EmulatorDoor door, Sandbox made)
        : base(door)
    {
        Name = made.Name;
        ApiKeys = made.ApiKeys;
        Address = made.Url;
    }

    /// <summary>What it goes by.</summary>
    public string Name { get; }

    /// <summary>What the service's address is to be replaced by, for clients whose address can be set: <c>http://127.0.0.1:9000/sandbox/mine</c>.</summary>
    public Uri Address { get; }

    /// <summary>The keys that lead into it, by username, for clients of which only the key can be set.</summary>
    public IReadOnlyDictionary<string, string> ApiKeys { get; }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await new EmulatorSandboxes(Door).DeleteAsync(Name).ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
