using Emulator.Api;
using Emulator.Control;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// What to send instead: added to an explanation where the operation that was asked says more than the broken rule.
/// </summary>
internal static class Advice
{
    /// <summary>The advice, with a space in front of it; empty where there is none.</summary>
    /// <param name="context">Whose request it was.</param>
    /// <param name="refusal">What is refused.</param>
    public static string On(HttpContext context, Refusal refusal)
    {
        if (refusal.Error.Status is not (StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound
                or StatusCodes.Status422UnprocessableEntity)
            || context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return "";
        }

        var request = context.Request;
        var meant = endpoint.Metadata.GetMetadata<OperationFacts>() is null ? ""
            : context.RequestServices.GetRequiredService<NearestOperations>()
                .WordForWord(request.Method, request.Path.Value ?? "", endpoint);
        return meant.Length > 0 ? meant
            : refusal.Error.Name == ServiceErrors.MissingProperty.Name
                && endpoint.Metadata.GetMetadata<Takes>() is { } takes
                ? $" The shortest body that is taken: {ShortestBody.Of(takes)}"
            : "";
    }
}
