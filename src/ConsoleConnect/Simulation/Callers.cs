using System.Collections.Concurrent;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Simulation;

/// <summary>Who credentials stand for in a sandbox, remembered until somebody logs out or roles change.</summary>
/// <param name="find">Reads who a credential stands for; only within a turn.</param>
internal sealed class Callers(Func<string, Caller?> find) : IDerived
{
    /// <summary>
    /// How many credentials are remembered; past it all are forgotten. One may be spelled in many ways, with the
    /// sandbox's name in front of it.
    /// </summary>
    private const int Most = 10_000;

    private ConcurrentDictionary<string, Caller> known = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Who a credential stands for; null where it stands for nobody. Only within a turn.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SessionDeleted"/>.</exception>
    public Caller? With(string credential)
    {
        if (Known(credential) is { } caller)
        {
            return caller;
        }

        caller = find(credential);
        if (caller is not null)
        {
            if (Interlocked.Increment(ref count) > Most)
            {
                Forget();
            }

            known[credential] = caller;
        }

        return caller;
    }

    /// <summary>
    /// Whether a credential stands for somebody: a session that was ended doesn't any more. Only within a turn.
    /// </summary>
    public bool Holds(string credential)
    {
        try
        {
            return With(credential) is not null;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    /// <summary>
    /// Who a credential was last known to stand for; null where that isn't known. Costs no query, and needs no turn.
    /// </summary>
    public Caller? Known(string credential) => Volatile.Read(ref known).GetValueOrDefault(credential);

    /// <summary>Forgets all.</summary>
    public void Forget()
    {
        Volatile.Write(ref known, new ConcurrentDictionary<string, Caller>(StringComparer.Ordinal));
        Volatile.Write(ref count, 0);
    }

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (AreTouchedBy(written))
        {
            Forget();
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Forget();

    /// <summary>Whether a write changes who may ask what: not where somebody only logs in.</summary>
    public static bool AreTouchedBy(WriteSet written) => written.Rows.Any(change =>
        change.Row is User or Membership or ApiKey
        || (change.Row is Session && change.State != EntityState.Added));
}

/// <summary>Asking who calls, for anyone who has no turn.</summary>
internal static class AskingWhoCalls
{
    /// <summary>Who a credential stands for; null where it stands for nobody, or not any more.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="credential">The token or API key, as sent.</param>
    /// <param name="ct">
    /// Ends the waiting for a turn, which is taken only where the credential hasn't been seen lately.
    /// </param>
    public static ValueTask<Caller?> WhoHas(this Sandbox sandbox, string credential, CancellationToken ct)
    {
        return sandbox.Callers.Known(credential) is { } known ? new(known) : LookUp();

        async ValueTask<Caller?> LookUp()
        {
            var turn = await sandbox.Begin(reading: true, ct);
            try
            {
                return sandbox.Callers.Holds(credential) ? sandbox.Callers.With(credential) : null;
            }
            finally
            {
                turn.End();
            }
        }
    }
}
