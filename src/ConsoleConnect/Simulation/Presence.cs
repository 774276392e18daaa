using Emulator.Domain.People;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>Somebody has come online or gone.</summary>
/// <param name="Username">Whose status changed.</param>
/// <param name="Online">Whether they are online now.</param>
internal readonly record struct OnlineStatus(string Username, bool Online);

/// <summary>
/// Who is online in a sandbox (000:1444-1486): each user whose client has signalled so with a token of theirs, for as
/// long as one of their connections lasts. Changed only within a turn, so that no answer keeps an <c>online</c> that no
/// longer holds.
/// </summary>
/// <param name="callers">Whom credentials stand for.</param>
internal sealed class Presence(Callers callers) : IDerived
{
    private readonly Lock gate = new();
    private readonly List<Listener> listeners = [];

    /// <summary>Whether a user is online.</summary>
    public bool IsOnline(string userId)
    {
        lock (gate)
        {
            return listeners.Exists(listener => listener.User?.Id == userId);
        }
    }

    /// <summary>Listens to others coming and going without coming online.</summary>
    /// <param name="tell">Called on each change. Must not wait: it is called while the sandbox is at work.</param>
    public Listener Listen(Action<OnlineStatus> tell) => Join(user: null, credential: null, tell);

    /// <summary>Brings a user online, and tells the others if they weren't already.</summary>
    /// <param name="user">Who; null where somebody only listens.</param>
    /// <param name="credential">What lets them.</param>
    /// <param name="tell">Called on each change.</param>
    /// <param name="instead">Leaves in the same moment.</param>
    internal Listener Join(User? user, string? credential, Action<OnlineStatus> tell, Listener? instead = null)
    {
        var listener = new Listener(this, user, credential, tell);
        lock (gate)
        {
            var news = user is not null && !IsOnline(user.Id);
            listeners.Add(listener);
            if (instead is not null)
            {
                Leave(instead);
            }

            if (news)
            {
                Tell(user!, online: true);
            }
        }

        return listener;
    }

    /// <summary>Takes a connection away, and tells the others if it was the user's last.</summary>
    /// <returns>False where it was gone already.</returns>
    internal bool Leave(Listener listener)
    {
        lock (gate)
        {
            if (!listeners.Remove(listener))
            {
                return false;
            }

            if (listener.User is { } user && !IsOnline(user.Id))
            {
                Tell(user, online: false);
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (Callers.AreTouchedBy(written))
        {
            Recheck();
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Recheck();

    /// <summary>
    /// Takes away connections whose credential no longer holds: their user logged out, or the sandbox was reset.
    /// </summary>
    private void Recheck()
    {
        lock (gate)
        {
            foreach (var listener in listeners
                .Where(listener => listener.Credential is { } credential && !callers.Holds(credential)).ToList())
            {
                Leave(listener);
            }
        }
    }

    private void Tell(User about, bool online)
    {
        foreach (var listener in listeners.Where(listener => listener.User?.Id != about.Id))
        {
            listener.Tell(new OnlineStatus(about.Username, online));
        }
    }

    /// <summary>One connection that hears of others, and keeps its user online, until it is disposed of.</summary>
    internal sealed class Listener(Presence presence, User? user, string? credential, Action<OnlineStatus> tell)
        : IDisposable
    {
        /// <summary>Whom it keeps online; null where it only listens.</summary>
        public User? User => user;

        internal string? Credential => credential;

        internal Action<OnlineStatus> Tell => tell;

        /// <summary>
        /// Stops listening. A connection that keeps a user online is ended with <see cref="ComingOnline.GoOffline"/>
        /// instead, within a turn.
        /// </summary>
        public void Dispose() => presence.Leave(this);
    }
}
