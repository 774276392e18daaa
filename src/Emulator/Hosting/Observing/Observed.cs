using System.Diagnostics;
using Emulator.Api;
using Emulator.Simulation;
using Microsoft.AspNetCore.Http.Features;

namespace Emulator.Hosting.Observing;

/// <summary>
/// Measures each request, and names its span by its route; only there where somebody wants to know. Labels have the
/// route as it is written in the program, never a path: ids and tokens stand in those.
/// </summary>
internal sealed class Observed(RequestDelegate next)
{
    /// <summary>Other methods count as one: a client could make up any number of them.</summary>
    private static readonly string[] Methods =
        ["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT"];

    public async Task Invoke(HttpContext context)
    {
        var since = Stopwatch.GetTimestamp();
        var method = Array.Find(Methods, known => known == context.Request.Method) ?? "_OTHER";
        var scheme = context.Request.Scheme == "https" ? "https" : "http";
        try
        {
            await next(context);
        }
        finally
        {
            var tags = TagsOf(context, method, scheme);
            Telemetry.Requests.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, tags);
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
            {
                Name(span, method, tags);
            }
        }
    }

    private static TagList TagsOf(HttpContext context, string method, string scheme)
    {
        var endpoint = context.GetEndpoint();
        var status = context.Response.StatusCode;
        var tags = new TagList
        {
            { "http.request.method", method },
            { "url.scheme", scheme },
            { "http.response.status_code", status },
        };
        if ((endpoint as RouteEndpoint)?.RoutePattern.RawText is { } route)
        {
            tags.Add("http.route", route);
        }

        if (endpoint?.Metadata.GetMetadata<OperationFacts>() is { } facts)
        {
            tags.Add("emulator.operation", facts.Main.Key);
        }

        if (status >= StatusCodes.Status500InternalServerError)
        {
            tags.Add("error.type", status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return tags;
    }

    /// <summary>The server's span, as the conventions name it: method and route.</summary>
    private static void Name(Activity span, string method, TagList tags)
    {
        foreach (var (name, value) in tags)
        {
            span.SetTag(name, value);
        }

        span.DisplayName = span.GetTagItem("http.route") is string route ? $"{method} {route}" : method;
        if (span.GetTagItem("error.type") is not null)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
