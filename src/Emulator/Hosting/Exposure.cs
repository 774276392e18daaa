namespace Emulator.Hosting;

/// <summary>What is said, loudly, where it listens to more than this machine.</summary>
internal static class Exposure
{
    private static readonly string Line = new('*', 100);

    /// <summary>The warning; null where every address is loopback's.</summary>
    /// <param name="addresses">The addresses it is bound to.</param>
    /// <param name="admin">Who may use <c>/__admin</c>.</param>
    public static string? Warning(IEnumerable<string> addresses, AdminAccess admin)
    {
        var open = addresses.Where(address => !IsLoopback(address)).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var warning =
            $"""
            WARNING: the emulator listens on {string.Join(", ", open)}, which isn't loopback.
            Anyone who reaches this machine there can use it: its passwords and API keys are public.
            """;
        warning += admin.NeedsToken
            ? "\n/__admin asks for the admin token."
            :
            """

            /__admin HAS NO LOCK: anyone who reaches this machine there can read, change and reset everything.
            (Web pages are kept out by their Origin and Host; a program can send any Host it likes.)
            Set --admin-token (EMULATOR_ADMIN_TOKEN) to lock it.
            """;
        warning +=
            """

            To listen to this machine only: --urls=http://localhost:9000 (EMULATOR_URLS); in a container, which has
            to listen on all addresses, by publishing the port on loopback only: 127.0.0.1:9000:9000.
            """;
        return admin.NeedsToken ? warning : $"{Line}\n{warning}\n{Line}";
    }

    /// <summary>Any name but localhost, and any pattern, is bound to all addresses of the machine.</summary>
    private static bool IsLoopback(string address) =>
        BindingAddress.Parse(address) is var bound
        && (bound.IsUnixPipe || bound.IsNamedPipe || AdminAccess.IsLoopback(bound.Host));
}
