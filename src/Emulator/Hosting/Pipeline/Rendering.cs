using Emulator.Api;
using Emulator.Control;
using Emulator.Errors;
using Emulator.Hosting.Logging;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Turns whatever goes wrong into the service's own refusal, so that no answer is ever ASP.NET's: not for bad JSON, an
/// unknown path, a wrong method, too large a body or a fault of ours.
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

            if (
                !context.Response.HasStarted
                && context.Response.StatusCode is 404 or 405
                && context.Response.ContentLength is null
                && context.Response.ContentType is null)
            {
                await Answer(context, path, Unrouted(context, path));
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

            await Answer(context, path, InItsPlace(context, path, refusal));
        }
        catch (BadHttpRequestException bad)
        {
            await Answer(context, path, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ServiceErrors.BodyTooLarge.Because($"Bodies of up to {settings.MaxBody} bytes are taken "
                    + "(--max-body).")
                : ServiceErrors.MalformedJson.Because("The request breaks off, or its body is framed otherwise than "
                    + "HTTP/1.1 asks: see its Content-Length or its chunks.", 0));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is there to be answered.
        }
        catch (Exception failure) when (Unstored(context, failure) is { } refusal)
        {
            await Answer(context, path, refusal);
        }
        catch (Exception fault)
        {
            var id = context.TraceIdentifier;
            Faulted(log, id, LogText.Escaped(context.Request.Method), LogText.OfPath(path), fault);
            if (!context.Response.HasStarted)
            {
                context.Response.Headers[RequestIdHeader] = id;
            }

            await Answer(context, path, ServiceErrors.InternalError.Because("The emulator's own fault, not the "
                + $"service's: its standard error says more, under the request id {id}."));
        }
    }

    /// <summary>Says under what name a failure of ours is in the log.</summary>
    public const string RequestIdHeader = "X-Emulator-Request-Id";

    private static readonly Action<ILogger, string, string, string, Exception?> Faulted = LoggerMessage.Define<
        string,
        string,
        string
    >(LogLevel.Error, new EventId(1, nameof(Faulted)), "Request {RequestId} failed: {Method} {Path}");

    /// <summary>Why nothing takes a request: there is no such operation, or it isn't emulated yet.</summary>
    private static Refusal Unrouted(HttpContext context, string path)
    {
        var method = context.Request.Method;
        return NotYetEmulated.Refused(method, path)
            ?? ServiceErrors.UnknownRoute.Because(
                context.RequestServices.GetRequiredService<NearestOperations>()
                    .Explain(method, PathSpelling.Of(path) ?? path),
                method,
                path);
    }

    /// <summary>
    /// What is answered for a refusal: another one where the request meant an operation that isn't emulated yet, and a
    /// word of its path was taken for a parameter's value.
    /// </summary>
    private static Refusal InItsPlace(HttpContext context, string path, Refusal refusal)
    {
        if (refusal.Error.Status is not (StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound)
            || context.GetEndpoint() is not RouteEndpoint routed
            || NotYetEmulated.Refused(context.Request.Method, path, routed.RoutePattern) is not { } meant)
        {
            return refusal;
        }

        Conformance.Forget(context); // It isn't the routed operation that answers.
        return meant;
    }

    /// <summary>What the sandbox's database couldn't do; null where that isn't what has failed.</summary>
    private static Refusal? Unstored(HttpContext context, Exception failure) =>
        context.Features.Get<ChosenSandbox>()?.Opening is { IsCompletedSuccessfully: true } opened
            ? opened.Result.Unstored(failure)
            : null;

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

        if (MefDialect.Speaks(path))
        {
            refusal = MefDialect.Said(refusal, context.Request.Method, Credential.Of(context.Request) is not null);
        }

        await WholeAnswer.Send(context, WholeAnswer.OfRefusal(context, refusal, path, settings.Indented));
    }
}
