using System.Globalization;
using System.Net;
using System.Text.Json;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// The emulator couldn't be started; the message says why, and names the setting if a setting is to blame.
/// </summary>
public sealed class EmulatorStartException : Exception
{
    internal EmulatorStartException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>
/// An emulator that runs elsewhere wasn't ready in time; the message has the address that was called, and the last
/// failure.
/// </summary>
public sealed class EmulatorUnreachableException : Exception
{
    internal EmulatorUnreachableException(Uri address, TimeSpan waited, string cause, Exception? last)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The emulator wasn't ready within {waited.TotalSeconds:0.###} seconds: GET {address} failed, the last "
            + $"time with: {cause}"),
            last) => Address = address;

    /// <summary>The address that was called.</summary>
    public Uri Address { get; }
}

/// <summary>The emulator refused a call; the message is the emulator's.</summary>
public sealed class EmulatorRefusedException : Exception
{
    private EmulatorRefusedException(HttpStatusCode status, string message, string? explanation, string body)
        : base(explanation is null ? message : $"{message} ({explanation})")
    {
        Status = status;
        Explanation = explanation;
        Body = body;
    }

    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Why it was refused, as the header <c>X-Emulator-Explain</c> says; null where it doesn't.</summary>
    public string? Explanation { get; }

    /// <summary>The answer's body, which may say more: the legal moves, for instance.</summary>
    public string Body { get; }

    /// <summary>Throws where an answer is a refusal.</summary>
    internal static async Task Check(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var explanation = answer.Headers.TryGetValues("X-Emulator-Explain", out var values)
            ? string.Concat(values)
            : null;
        throw new EmulatorRefusedException(
            answer.StatusCode,
            MessageOf(body) ?? $"{(int)answer.StatusCode} " + $"{answer.ReasonPhrase}",
            explanation,
            body);
    }

    /// <summary>What an answer that isn't a success says, on one line.</summary>
    internal static async Task<string> Told(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var explanation = answer.Headers.TryGetValues("X-Emulator-Explain", out var values)
            ? $" ({string.Concat(values)})"
            : "";
        return $"{(int)answer.StatusCode} {MessageOf(body) ?? answer.ReasonPhrase}{explanation}";
    }

    private static string? MessageOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("error").GetProperty("message").GetString();
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // Not of the emulator's: a proxy's in between, say.
        }
    }
}
