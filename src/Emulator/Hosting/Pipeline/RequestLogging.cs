using Emulator.Errors;
using Emulator.Hosting.Logging;
using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>Notes each request for the log, once it is answered.</summary>
internal sealed class RequestLogging(RequestDelegate next, RequestLog log, TimeProvider machine)
{
    public Task Invoke(HttpContext context)
    {
        var since = machine.GetTimestamp();
        var path = context.Request.Path.Value ?? "/"; // As written: it is taken apart further in.
        var answering = next(context);
        if (!answering.IsCompletedSuccessfully)
        {
            return NoteAfter(context, path, since, answering);
        }

        Note(context, path, since);
        return answering;
    }

    private async Task NoteAfter(HttpContext context, string path, long since, Task answering)
    {
        try
        {
            await answering;
        }
        finally
        {
            Note(context, path, since);
        }
    }

    private void Note(HttpContext context, string path, long since)
    {
        var answer = context.Response;
        var id = answer.Headers[Rendering.RequestIdHeader] is [{ } failed] ? failed : null;
        var detail =
            id is not null ? LogDetail.Error
            : answer.StatusCode >= 400 ? LogDetail.Warning
            : IsAside(path) ? LogDetail.Debug
            : LogDetail.Info;
        if (detail < log.Detail)
        {
            return;
        }

        log.Note(new LoggedRequest
        {
            At = machine.GetUtcNow(),
            Detail = detail,
            Method = context.Request.Method,
            Path = path,
            Query = context.Request.QueryString.Value ?? "",
            Status = context.RequestAborted.IsCancellationRequested && !answer.HasStarted ? 0 : answer.StatusCode,
            Took = machine.GetElapsedTime(since),
            User = context.Features.Get<Exchange>()?.User,
            Sandbox = answer.Headers[SandboxChoice.Header] is [{ } sandbox] ? sandbox : null,
            Fault = answer.Headers[FaultInjection.Header] is [{ } fault] ? fault : null,
            Explanation = answer.Headers[RefusalRenderer.ExplainHeader] is [{ } explanation] ? explanation : null,
            RequestId = id,
        });
    }

    /// <summary>What is asked again and again without being work.</summary>
    private static bool IsAside(string path) =>
        OwnPages.IsConsole(path)
        || path.StartsWith("/livez", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/readyz", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/swagger", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/openapi", StringComparison.OrdinalIgnoreCase);
}
