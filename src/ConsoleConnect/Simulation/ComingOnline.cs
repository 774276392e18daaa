using Emulator.Errors;

namespace Emulator.Simulation;

/// <summary>
/// Users come online in a sandbox and go, each in a turn of its own, so that no answer keeps an <c>online</c> that no
/// longer holds.
/// </summary>
internal static class ComingOnline
{
    /// <summary>
    /// Brings a user online for as long as a connection of theirs lasts; end it with <see cref="GoOffline"/>.
    /// </summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="username">Who they say they are, without regard to case.</param>
    /// <param name="credential">A token, or an API key, that must be theirs.</param>
    /// <param name="tell">
    /// Called when others come and go. Must not wait: it is called while the sandbox is at work.
    /// </param>
    /// <param name="instead">
    /// What the same connection was before; it ends in the same turn, so that nobody hears of a user who stays.
    /// </param>
    /// <param name="ct">Ends the waiting for a turn.</param>
    /// <returns>
    /// Null where the credential isn't theirs, or the sandbox is gone: nothing is changed, and nobody is told.
    /// </returns>
    public static async Task<Presence.Listener?> ComeOnline(
        this Sandbox sandbox,
        string username,
        string credential,
        Action<OnlineStatus> tell,
        Presence.Listener? instead,
        CancellationToken ct)
    {
        if (await TurnIn(sandbox, ct) is not { } turn)
        {
            return null;
        }

        try
        {
            if (
                !sandbox.Callers.Holds(credential)
                || sandbox.Callers.With(credential) is not { User: var user }
                || !string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            var listener = sandbox.Presence.Join(user, credential, tell, instead);
            sandbox.Answers.Forget();
            return listener;
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>Ends what <see cref="ComeOnline"/> began; where the sandbox is gone, everybody in it is.</summary>
    public static async Task GoOffline(this Sandbox sandbox, Presence.Listener listener)
    {
        if (await TurnIn(sandbox, CancellationToken.None) is not { } turn)
        {
            return;
        }

        try
        {
            if (sandbox.Presence.Leave(listener))
            {
                sandbox.Answers.Forget();
            }
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>A turn; null where the sandbox was deleted while its users were online.</summary>
    private static async Task<Turn?> TurnIn(Sandbox sandbox, CancellationToken ct)
    {
        try
        {
            return await sandbox.Begin(ct);
        }
        catch (Refusal)
        {
            return null;
        }
        catch (Exception failure) when (sandbox.Unstored(failure) is not null)
        {
            return null; // What is due can't be stored.
        }
    }
}
