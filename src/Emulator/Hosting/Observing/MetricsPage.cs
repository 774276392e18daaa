namespace Emulator.Hosting.Observing;

/// <summary>Answers <c>GET /metrics</c>, where <c>--metrics</c> asks for it.</summary>
internal sealed class MetricsPage(RequestDelegate next, PrometheusText numbers)
{
    /// <summary>Its path.</summary>
    public const string Path = "/metrics";

    public Task Invoke(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value != Path)
        {
            return next(context);
        }

        context.Response.ContentType = PrometheusText.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(numbers.Write(), context.RequestAborted);
    }
}
