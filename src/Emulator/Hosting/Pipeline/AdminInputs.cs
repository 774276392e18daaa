using System.Text.Json;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Refuses what a call of <c>/__admin</c> would ignore: a parameter that its route doesn't know, and a body where none
/// is taken. What is in a body that is taken, its schema says.
/// </summary>
internal sealed class AdminInputs(RequestDelegate next, EmulatorSettings settings)
{
    /// <summary>What it refuses on a route, for the OpenAPI document.</summary>
    public static IEnumerable<ServiceError> RefusalsOn(string path, bool takesBody) =>
        !AdminGuard.IsGuarded(path) ? [] : takesBody ? [ServiceErrors.BadQuery]
            : [ServiceErrors.BadQuery, ServiceErrors.BodyNotTaken];

    public Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } declared || declared.GetMetadata<OfTheEmulator>() is null
            || !AdminGuard.IsGuarded(context.Request.Path.Value ?? "/"))
        {
            return next(context);
        }

        CheckQuery(context.Request, declared);
        return declared.GetMetadata<Takes>() is null && declared.GetMetadata<TakesFile>() is null ? CheckBody(context)
            : next(context);
    }

    private static void CheckQuery(HttpRequest request, EndpointMetadataCollection declared)
    {
        if (request.Query.Count == 0)
        {
            return;
        }

        var known = declared.GetOrderedMetadata<ParameterExamples>().SelectMany(examples => examples.All)
            .Where(parameter => parameter.InQuery)
            .Select(parameter => parameter.Name).ToList();
        foreach (var name in request.Query.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw ServiceErrors.BadQuery.Because(
                    known.Count == 0 ? "This call takes no parameters."
                        : $"{Edits.Suggestion(name, known)}The query may have {string.Join(", ", known)}.", name,
                        "left out");
            }
        }
    }

    private async Task CheckBody(HttpContext context)
    {
        // Where a turn is taken, the body has been read before it.
        var body = context.Features.Get<BufferedBody>() ?? await BufferedBody.Read(context.Request, settings.MaxBody,
            context.RequestAborted);
        if (!IsEmpty(body.Bytes))
        {
            throw ServiceErrors.BodyNotTaken.Because("What this call does is said by its address alone: nothing of "
                + "the body would be heeded. Leave it out, or send {}.");
        }

        await next(context);
    }

    private static bool IsEmpty(ReadOnlyMemory<byte> body)
    {
        if (body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Null
                || (json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.EnumerateObject().Any());
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
