using Emulator.Api;

namespace Emulator.Hosting.Pipeline;

/// <summary>Says which documented operation answers, and how sure we are of it, whatever the answer will be.</summary>
internal sealed class OperationNamed(RequestDelegate next)
{
    public const string Header = "X-Emulator-Operation";

    public Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OperationFacts>() is { } facts)
        {
            context.Response.Headers[Header] = facts.InOneLine;
        }

        return next(context);
    }
}
