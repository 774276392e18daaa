using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Sends answers whose bytes are all there: what operations answer in their turn, what is kept, and refusals. All of
/// them go through here.
/// </summary>
internal static class WholeAnswer
{
    /// <summary>The content type of the service's answers.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>
    /// How much of a long answer is given to the server at a time where many are on their way, bytes.
    /// </summary>
    private const int Piece = 64 * 1024;

    /// <summary>
    /// How much the server may be given of long answers before it gets them piece by piece, bytes. Whole, one takes
    /// half the processor time.
    /// </summary>
    private const long GivenWhole = 16 * 1024 * 1024;

    private static long given;

    /// <summary>
    /// Sends one; its status, content type and headers are set already. It is checked before, where answers are.
    /// </summary>
    /// <param name="context">Whose it is.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="kept">Where it is kept; null where it isn't.</param>
    public static Task Send(HttpContext context, ReadOnlyMemory<byte> bytes, KeptAnswer? kept = null)
    {
        bytes = Conformance.Checked(context, bytes, kept);
        Journaling.Answered(context, bytes);
        if (context.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            return Task.CompletedTask; // Kestrel takes no body of it, not even an empty one.
        }

        context.Response.ContentLength = bytes.Length;
        return bytes.Length <= Piece
            ? context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask()
            : SendLong(context, bytes);
    }

    /// <summary>
    /// The server copies all that it is given at once, and keeps the copy until the client has taken it. So where many
    /// long answers, which share their bytes, wait for clients, the next one is given to it as its client reads.
    /// </summary>
    private static async Task SendLong(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var (body, gone) = (context.Response.Body, context.RequestAborted);
        var piece = Interlocked.Add(ref given, bytes.Length) <= GivenWhole ? bytes.Length : Piece;
        try
        {
            for (var at = 0; at < bytes.Length; at += piece)
            {
                await body.WriteAsync(bytes.Slice(at, Math.Min(piece, bytes.Length - at)), gone);
            }
        }
        finally
        {
            Interlocked.Add(ref given, -bytes.Length);
        }
    }

    /// <summary>The body of a refusal; its status, content type and explanation are set.</summary>
    /// <param name="context">Whose it is.</param>
    /// <param name="refusal">What is refused.</param>
    /// <param name="path">The path in whose dialect it is told.</param>
    /// <param name="indented">Whether it is written one property a line.</param>
    public static byte[] OfRefusal(HttpContext context, Refusal refusal, string path, bool indented)
    {
        context.Response.StatusCode = refusal.Error.Status;
        context.Response.ContentType = Json;
        context.Response.Headers[RefusalRenderer.ExplainHeader] = HeaderText.Of(
            refusal.Explanation + Advice.On(context, refusal));
        if (refusal.Error.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return RefusalRenderer.Render(refusal, path, indented);
    }
}
