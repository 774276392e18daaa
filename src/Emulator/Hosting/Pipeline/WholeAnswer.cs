using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>Sends answers whose bytes are all there: what operations answer in their turn, what is kept, and refusals. All of them go through here.</summary>
internal static class WholeAnswer
{
    /// <summary>The content type of the service's answers.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>The most bytes that are given to the server at once: past as many it waits for the client.</summary>
    private const int Piece = 64 * 1024;

    /// <summary>Sends one; its status, content type and headers are set already. It is checked before, where answers are.</summary>
    /// <param name="context">Whose it is.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="kept">Where it is kept; null where it isn't.</param>
    public static Task Send(HttpContext context, ReadOnlyMemory<byte> bytes, KeptAnswer? kept = null)
    {
        bytes = Conformance.Checked(context, bytes, kept);
        Journaling.Answered(context, bytes);
        context.Response.ContentLength = bytes.Length;
        return bytes.Length <= Piece
            ? context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask()
            : SendInPieces(context, bytes);
    }

    /// <summary>
    /// The server copies all that it is given at once, and keeps the copy until the client has taken it: so a long answer,
    /// which many may share, is given to it as the client reads.
    /// </summary>
    private static async Task SendInPieces(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += Piece)
        {
            var piece = bytes.Slice(at, Math.Min(Piece, bytes.Length - at));
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
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
        context.Response.Headers[RefusalRenderer.ExplainHeader] = HeaderText.Of(refusal.Explanation + Advice.On(context, refusal));
        if (refusal.Error.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return RefusalRenderer.Render(refusal, path, indented);
    }
}
