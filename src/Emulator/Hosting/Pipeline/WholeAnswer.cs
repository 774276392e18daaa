namespace Emulator.Hosting.Pipeline;

/// <summary>Sends answers whose bytes are all there: what operations answer in their turn, what is kept, and refusals. All of them go through here.</summary>
internal static class WholeAnswer
{
    /// <summary>The content type of the service's answers.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>Sends one; its status, content type and headers are set already.</summary>
    public static Task Send(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
