using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;

namespace SocketIo;

/// <summary>
/// The sessions there are. Made by the first request that wants one; closes them as soon as the process is to stop, so
/// that none keeps it waiting.
/// </summary>
internal sealed class EngineIoSessions : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EngineIoSession> sessions = new(StringComparer.Ordinal);
    private readonly ISocketApplication application;
    private readonly SocketSettings settings;
    private readonly TimeProvider machine;
    private readonly CancellationTokenRegistration stopping;
    private int count;
    private volatile bool isStopping;

    public EngineIoSessions(
        ISocketApplication application,
        SocketSettings settings,
        TimeProvider machine,
        IHostApplicationLifetime process)
    {
        this.application = application;
        this.settings = settings;
        this.machine = machine;
        stopping = process.ApplicationStopping.Register(CloseAll);
    }

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>
    /// An id for a session or a socket. It lets anyone who knows it speak for its client, so it can't be guessed, nor
    /// be the same on every run as other ids are.
    /// </summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));

    /// <summary>The session with an id; null where there is none, or none any more.</summary>
    public EngineIoSession? Find(string id) =>
        sessions.TryGetValue(id, out var session) && !session.Closing.IsCancellationRequested ? session : null;

    /// <summary>Opens a session.</summary>
    /// <returns>Null where there are too many, or the process stops.</returns>
    public EngineIoSession? Open(EngineIoTransport transport, ISocketNamespaces namespaces)
    {
        if (Interlocked.Increment(ref count) > settings.MaxSessions || isStopping)
        {
            Interlocked.Decrement(ref count);
            return null;
        }

        var session = new EngineIoSession(NewId(), transport, namespaces, application, Forget, settings, machine);
        sessions[session.Id] = session;
        if (isStopping)
        {
            session.Close();
        }

        return session;
    }

    /// <summary>Waits until everybody has gone: what they joined must last until then.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.DisposeAsync();
        CloseAll();
        await Task.WhenAll(sessions.Values.Select(session => session.Ended));
    }

    private void Forget(EngineIoSession session)
    {
        if (sessions.TryRemove(session.Id, out _))
        {
            Interlocked.Decrement(ref count);
        }
    }

    private void CloseAll()
    {
        isStopping = true;
        foreach (var session in sessions.Values)
        {
            session.Close();
        }
    }
}
