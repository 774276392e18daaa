using Emulator.Api;
using Emulator.Control;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>What to send instead: added to an explanation where the operation that was asked tells more than the rule that was broken.</summary>
internal static class Advice
{
    /// <summary>The advice, with a space in front of it; empty where there is none.</summary>
    /// <param name="context">Whose request it was.</param>
    /// <param name="refusal">What is refused.</param>
    public static string On(HttpContext context, Refusal refusal)
    {
        if (refusal.Error.Status is not (StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound) || context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return "";
        }

        if (endpoint.Metadata.GetMetadata<OperationFacts>() is not null
            && context.RequestServices.GetRequiredService<NearestOperations>().WordForWord(context.Request.Path.Value ?? "", endpoint) is { Count: > 0 } others)
        {
            var taken = $"{context.Request.Method} {endpoint.RoutePattern.RawText}";
            var creating = HttpMethods.IsPost(context.Request.Method) && others.Any(other => other.StartsWith("PUT ", StringComparison.Ordinal)) ? " To create, use PUT." : "";
            return $" The request was taken for {taken}; the path is also that of {string.Join(" and ", others)}.{creating}";
        }

        return refusal.Error == ServiceErrors.MissingProperty && endpoint.Metadata.GetMetadata<Takes>() is { } takes
            ? $" The shortest body that is taken: {ShortestBody.Of(takes)}"
            : "";
    }
}
