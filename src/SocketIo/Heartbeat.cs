namespace SocketIo;

/// <summary>
/// Since Engine.IO 4 the server pings and the client answers. It beats by the machine's time: an application's clock
/// may stand still. A poll that is never asked for again needs no timer of its own: the ping isn't fetched, so no pong
/// comes.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly Lock gate = new();
    private readonly SocketSettings settings;
    private readonly Action ping;
    private readonly Action silent;
    private readonly ITimer timer;
    private bool awaitsPong;
    private bool stopped;

    /// <param name="settings">How often, and how long an answer may take.</param>
    /// <param name="machine">The machine's time.</param>
    /// <param name="ping">Sends a ping.</param>
    /// <param name="silent">Called when no answer has come.</param>
    public Heartbeat(SocketSettings settings, TimeProvider machine, Action ping, Action silent)
    {
        this.settings = settings;
        this.ping = ping;
        this.silent = silent;
        timer = machine.CreateTimer(_ => Beat(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(settings.PingInterval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The client has answered.</summary>
    public void Pong()
    {
        lock (gate)
        {
            if (awaitsPong && !stopped)
            {
                awaitsPong = false;
                timer.Change(settings.PingInterval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            timer.Dispose();
        }
    }

    private void Beat()
    {
        bool unanswered;
        lock (gate)
        {
            if (stopped)
            {
                return;
            }

            unanswered = awaitsPong;
            awaitsPong = true;
            if (!unanswered)
            {
                timer.Change(settings.PingTimeout, Timeout.InfiniteTimeSpan);
            }
        }

        (unanswered ? silent : ping)();
    }
}
