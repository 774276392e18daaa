using System.Net.Sockets;
using Emulator.Errors;
using Emulator.Hosting.StartUp;
using Emulator.Simulation.Keeping;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.Hosting;

/// <summary>Why it can't start, in one line that names the setting, what is wrong and what to do.</summary>
internal static class StartRefused
{
    /// <summary>Whether it isn't a failure, but how a host of tests takes the application out of the program.</summary>
    public static bool IsOfAHost(Exception thrown) =>
        thrown.GetType().Name is "HostAbortedException" or "StopTheHostException";

    /// <summary>The line.</summary>
    /// <param name="refused">What was thrown.</param>
    /// <param name="urls">Where it was to listen, for what doesn't say it itself.</param>
    public static string Words(Exception refused, string urls) => OneLine(refused switch
    {
        BadSetting => refused.Message,
        SeedBroken => $"--seed-data (EMULATOR_SEED_DATA): {refused.Message}",
        Refusal { Error: var error } wrong when error == ServiceErrors.WorldFileUnusable =>
            $"--world (EMULATOR_WORLD): {wrong.Message}. {wrong.Explanation}",
        DatabaseRefused => $"--data (EMULATOR_DATA): {refused.Message}",
        FolderRefused => $"--sandboxes (EMULATOR_SANDBOXES): {refused.Message}",
        StartUpFileFailed => $"--init (EMULATOR_INIT): {refused.Message}",
        AggregateException { InnerExceptions: [var only] } => Words(only, urls),
        _ when Socket(refused) is { } socket => socket.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => $"--urls (EMULATOR_URLS): {Address(refused, urls)} is in use by "
                + "another program. Stop that one, or choose another port with --port.",
            SocketError.AccessDenied => $"--urls (EMULATOR_URLS): {Address(refused, urls)} may not be listened on by "
                + "this user. Choose a port above 1023 with --port.",
            SocketError.AddressNotAvailable => $"--urls (EMULATOR_URLS): {Address(refused, urls)} is no address of "
                + "this machine. Listen on localhost, or on all addresses with http://0.0.0.0:9000.",
            _ => $"--urls (EMULATOR_URLS): {refused.Message}",
        },
        IOException when refused.Message.StartsWith("Failed to bind to address", StringComparison.Ordinal) =>
            $"--urls (EMULATOR_URLS): {Address(refused, urls)} is in use by another program, or can't be listened "
            + "on. Stop that one, or choose another port with --port.",
        _ => $"{refused.GetType().Name}: {refused.Message}",
    });

    private static SocketException? Socket(Exception refused)
    {
        for (var cause = refused; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return socket;
            }
        }

        return null;
    }

    /// <summary>
    /// The address in the words of Kestrel's: <c>Failed to bind to address http://127.0.0.1:9000: address already in
    /// use.</c>
    /// </summary>
    private static string Address(Exception refused, string urls)
    {
        const string Before = "Failed to bind to address ";
        return
            refused.Message.StartsWith(Before, StringComparison.Ordinal)
            && refused.Message.LastIndexOf(": ", StringComparison.Ordinal) is var end
            && end > Before.Length
            ? refused.Message[Before.Length..end]
            : urls;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
