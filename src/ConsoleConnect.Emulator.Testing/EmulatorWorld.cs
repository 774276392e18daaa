using System.Net.Http.Json;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// A world of its own: the whole emulator, or a sandbox in it. It has clients for the service, and control of time,
/// failures and other companies.
/// </summary>
public abstract class EmulatorWorld : IAsyncDisposable
{
    private const string Token = "portal-token";

    private readonly List<HttpClient> clients = [];
    private HttpClient? client;
    private string user = SeededUser.Stan;
    private EmulatorRefusedException? refusal;
    private int ended;

    private protected EmulatorWorld(EmulatorDoor door)
    {
        Door = door;
        Clock = new EmulatorClock(door);
        Workflows = new EmulatorWorkflows(door);
        Progression = new EmulatorProgression(door);
        Counterparties = new EmulatorCounterparties(door);
        Agreements = new EmulatorAgreements(door);
        Faults = new EmulatorFaults(door);
        Journal = new EmulatorJournal(door);
        Outbox = new EmulatorOutbox(door);
        Snapshots = new EmulatorSnapshots(door);
        Events = new EmulatorEvents(door);
    }

    /// <summary>
    /// What replaces the service's address, for clients whose address can be set: <c>http://127.0.0.1:41234</c>, a port
    /// of this machine that leads into this world only, whatever the path. It is opened when it is first read, and also
    /// works for an emulator in memory or one that runs elsewhere.
    /// </summary>
    public abstract Uri Address { get; }

    /// <summary>
    /// The emulator's address, for its pages and <c>/__admin</c>. For a client of the service use
    /// <see cref="Address"/>; of a sandbox, both are the same.
    /// </summary>
    public virtual Uri Url => Door.Url;

    /// <summary>
    /// A client that is logged in as the user with whom the world was started, Stan by default. Use paths as the
    /// documents print them: <c>/api/company/Acme/ports</c>.
    /// </summary>
    public HttpClient Client =>
        client
        ?? throw (
            refusal is null
                ? new ObjectDisposedException(GetType().Name)
                : new InvalidOperationException(
                    $"Nobody could be logged in to the emulator's own world: {refusal.Message}",
                    refusal));

    /// <summary>The clock: everything follows it.</summary>
    public EmulatorClock Clock { get; }

    /// <summary>The state machines: a resource's state, its next move, any legal move.</summary>
    public EmulatorWorkflows Workflows { get; }

    /// <summary>
    /// How the service's own moves progress: in the whole world, for a machine, for a single resource.
    /// </summary>
    public EmulatorProgression Progression { get; }

    /// <summary>How other companies answer requests.</summary>
    public EmulatorCounterparties Counterparties { get; }

    /// <summary>Which products need the company's agreement.</summary>
    public EmulatorAgreements Agreements { get; }

    /// <summary>Failures on demand.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>The requests, and what was answered.</summary>
    public EmulatorJournal Journal { get; }

    /// <summary>The e-mails that the service would have sent.</summary>
    public EmulatorOutbox Outbox { get; }

    /// <summary>
    /// Saved states, shared by all worlds of one emulator: saving saves this world's state, restoring changes this
    /// world.
    /// </summary>
    public EmulatorSnapshots Snapshots { get; }

    /// <summary>What happens, as it happens.</summary>
    public EmulatorEvents Events { get; }

    internal EmulatorDoor Door { get; }

    /// <summary>
    /// Makes a client that is logged in as another user; it is disposed of with the world. The login isn't in the
    /// journal.
    /// </summary>
    /// <param name="email">The e-mail address, such as <see cref="SeededUser.Meg"/>.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">The login is refused.</exception>
    public async Task<HttpClient> LogInAsync(
        string email,
        string password = SeededUser.Password,
        CancellationToken cancellationToken = default)
    {
        var made = CreateClient();
        await LogIn(made, email, password, cancellationToken).ConfigureAwait(false);
        return made;
    }

    /// <summary>
    /// Makes a client with a token or an API key such as <c>key-meg</c>, or, with null, without a login; it is disposed
    /// of with the world.
    /// </summary>
    /// <param name="credential">The token or key.</param>
    public HttpClient CreateClient(string? credential = null)
    {
        var made = Door.Client();
        if (credential is not null)
        {
            made.DefaultRequestHeaders.Add(Token, credential);
        }

        lock (clients)
        {
            clients.Add(made);
        }

        return made;
    }

    /// <summary>
    /// Makes a handler for a client under test that makes its <see cref="HttpClient"/> itself: the only way to an
    /// emulator in memory, and the shortest way into a sandbox.
    /// </summary>
    public HttpMessageHandler CreateHandler() => Door.Handler();

    /// <summary>
    /// Resets the world to the seed: data, clock and ids as on the first day, no faults, an empty journal.
    /// <see cref="Client"/> is logged in again; other clients have to log in again.
    /// </summary>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        await Door.Do(HttpMethod.Post, "/__admin/reset", cancellationToken).ConfigureAwait(false);
        await LogIn(user, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Disposes of what was made here. It never throws, however often it is called, so that a test's own failure stays
    /// the one that is reported.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return;
        }

        try
        {
            await End().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The emulator has stopped, or the sandbox has been deleted: there is nothing left to end.
        }

        client = null;
        lock (clients)
        {
            clients.ForEach(made => made.Dispose());
            clients.Clear();
        }

        Door.Dispose();
    }

    /// <summary>Ends what only this kind of world has.</summary>
    private protected abstract Task End();

    /// <summary>Logs the world's own client in, for the first time or again.</summary>
    internal async Task LogIn(string email, CancellationToken cancellationToken)
    {
        user = email;
        await LogIn(client ??= CreateClient(), email, SeededUser.Password, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on without a client of its own: the emulator may let nobody into its own world.</summary>
    internal void DoWithout(EmulatorRefusedException refused)
    {
        client = null;
        refusal = refused;
    }

    private static async Task LogIn(
        HttpClient client,
        string email,
        string password,
        CancellationToken cancellationToken)
    {
        client.DefaultRequestHeaders.Remove(Token);
        using var asked = new HttpRequestMessage(HttpMethod.Put, "/api/auth/token")
        {
            Content = JsonContent.Create(new Login(email, password), AdminJson.Default.Login),

            // A test prepares with this: it is no traffic of the client under test.
            Headers = { { "X-Emulator-Journal", "off" } },
        };
        using var answer = await client.SendAsync(asked, cancellationToken).ConfigureAwait(false);
        await EmulatorRefusedException.Check(answer, cancellationToken).ConfigureAwait(false);
        var account = await answer
            .Content.ReadFromJsonAsync(AdminJson.Default.Account, cancellationToken)
            .ConfigureAwait(false);
        client.DefaultRequestHeaders.Add(Token, account!.Token);
    }
}
