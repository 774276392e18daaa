using System.Net;
using System.Text.Json;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The emulator couldn't be started; the message says why, and names the setting where it is one.</summary>
public sealed class EmulatorStartException : Exception
{
    internal EmulatorStartException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>The emulator refused what was asked of it: the message is its own.</summary>
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

    /// <summary>Why it was refused, as the header <c>X-Emulator-Explain</c> tells; null where it doesn't.</summary>
    public string? Explanation { get; }

    /// <summary>The answer's body, with all that it tells: the legal moves, for instance.</summary>
    public string Body { get; }

    /// <summary>Throws where an answer is a refusal.</summary>
    internal static async Task Check(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var explanation = answer.Headers.TryGetValues("X-Emulator-Explain", out var values) ? string.Concat(values) : null;
        throw new EmulatorRefusedException(answer.StatusCode, MessageOf(body) ?? $"{(int)answer.StatusCode} {answer.ReasonPhrase}", explanation, body);
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
