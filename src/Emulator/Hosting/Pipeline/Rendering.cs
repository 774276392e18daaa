using Emulator.Control;
using Emulator.Errors;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Turns whatever goes wrong into the service's own refusal, so that no answer is ever ASP.NET's: not for bad JSON, an unknown path, a wrong method, too large a body
/// or a fault of ours.
/// </summary>
internal sealed class Rendering(RequestDelegate next, EmulatorSettings settings, ILogger<Rendering> log)
{
    /// <summary>What is refused while a body is read, even by operations that take none.</summary>
    private static readonly ServiceError[] BeforeAnyOperation =
    [
        ServiceErrors.BodyBrokenOff, ServiceErrors.BodyTooSlow,
        ServiceErrors.UnsupportedEncoding, ServiceErrors.UnsupportedCharset, ServiceErrors.BrokenEncoding,
    ];

    public async Task Invoke(HttpContext context)
    {
        var path = SandboxChoice.WithoutSandbox(context.Request.Path.Value ?? "/");
        try
        {
            await next(context);
            if (IsAskedForMethods(context))
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            if (!context.Response.HasStarted && context.Response.StatusCode is 404 or 405 && context.Response.ContentLength is null && context.Response.ContentType is null)
            {
                await Answer(context, path, ServiceErrors.UnknownRoute.Because(
                    context.RequestServices.GetRequiredService<NearestOperations>().Explain(context.Request.Method, PathSpellings.Respelled(path) ?? path),
                    context.Request.Method, path));
            }
        }
        catch (Refusal refusal)
        {
            if (BeforeAnyOperation.Contains(refusal.Error))
            {
                Conformance.Forget(context);
            }

            if (refusal.Error == ServiceErrors.BodyBrokenOff || refusal.Error == ServiceErrors.BodyTooSlow)
            {
                Journaling.BrokenOff(context);
            }

            await Answer(context, path, refusal);
        }
        catch (BadHttpRequestException bad)
        {
            await Answer(context, path, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ServiceErrors.BodyTooLarge.Because($"Bodies of up to {settings.MaxBody} bytes are taken (--max-body).")
                : ServiceErrors.MalformedJson.Because("The request breaks off, or its body is framed otherwise than HTTP/1.1 asks: see its Content-Length or its chunks.", 0));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is there to be answered.
        }
        catch (Exception fault)
        {
            Faulted(log, context.Request.Method, path, fault);
            await Answer(context, path, ServiceErrors.InternalError.Because("The emulator's own fault, not the service's: see its log."));
        }
    }

    private static readonly Action<ILogger, string, string, Exception?> Faulted =
        LoggerMessage.Define<string, string>(LogLevel.Error, new EventId(1, nameof(Faulted)), "{Method} {Path} failed");

    /// <summary>
    /// Whether OPTIONS was asked on a path that has other methods: routing has named them in <c>Allow</c>, to which
    /// those are added that every path has.
    /// </summary>
    private static bool IsAskedForMethods(HttpContext context)
    {
        if (context.Response is not { HasStarted: false, StatusCode: 405 } response
            || !HttpMethods.IsOptions(context.Request.Method) || response.Headers.Allow is not [{ } methods])
        {
            return false;
        }

        var names = methods.Split(", ").ToList();
        response.Headers.Allow = string.Join(", ", names.Concat(names.Contains(HttpMethods.Get)
            ? [HttpMethods.Head, HttpMethods.Options] : [HttpMethods.Options]).Distinct());
        return true;
    }

    private async Task Answer(HttpContext context, string path, Refusal refusal)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await WholeAnswer.Send(context, WholeAnswer.OfRefusal(context, refusal, path, settings.Indented));
    }
}
