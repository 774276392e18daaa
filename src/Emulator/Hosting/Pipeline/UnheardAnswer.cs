using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Has an operation done without anybody hearing of it: what it changes is saved, what it answers is lost.
/// </summary>
internal static class UnheardAnswer
{
    /// <summary>Does it; the response is as it was before.</summary>
    public static async Task Of(RequestDelegate next, HttpContext context)
    {
        var response = context.Response;
        var (status, client, headers) = (response.StatusCode, response.Body, response.Headers.ToList());
        var exchange = context.Features.Get<Exchange>();
        response.Body = Stream.Null;
        context.Features.Set<Exchange>(null); // The journal hears what the client hears.
        try
        {
            await next(context);
        }
        catch (Exception refused) when (refused is Refusal or BadHttpRequestException)
        {
            // Lost, too.
        }
        finally
        {
            response.Body = client;
            context.Features.Set(exchange);
        }

        response.StatusCode = status;
        response.Headers.Clear();
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }
    }
}
