namespace Emulator.Control.Comparing;

/// <summary>
/// The way of a request through the emulator, for requests that nobody sends: those of a recording are made in the
/// process itself, and nothing is connected to.
/// </summary>
internal sealed class ReplayPipeline
{
    private RequestDelegate? asked;

    /// <summary>The spelling that a path has inside; null where it is that already.</summary>
    public required Func<string, string?> Respelled { get; init; }

    /// <summary>Where the way begins; known once it is built.</summary>
    public void BeginsWith(RequestDelegate first) => asked = first;

    /// <summary>Makes a request.</summary>
    /// <param name="services">Where its scope comes from.</param>
    /// <param name="fill">Fills the request.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Status, content type and body of the answer.</returns>
    public async Task<(int Status, string? Type, byte[] Body)> Ask(
        IServiceProvider services, Action<HttpRequest> fill, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost");
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
        context.Response.Body = body;
        fill(context.Request);
        await asked!(context);
        await context.Response.CompleteAsync();
        return (context.Response.StatusCode, context.Response.ContentType, body.ToArray());
    }
}
