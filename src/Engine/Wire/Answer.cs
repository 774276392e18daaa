using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Emulator.Wire;

/// <summary>
/// An operation's answer of 200, written as JSON. What a handler returns becomes one by itself. The framework would
/// look up how to write every answer there is before the first request is answered; this looks up the one that is
/// written.
/// </summary>
/// <typeparam name="T">The payload.</typeparam>
/// <param name="payload">The payload.</param>
/// <param name="created">Whether its status is 201.</param>
internal sealed class Answer<T>(T payload, bool created = false) : IResult
{
    public static implicit operator Answer<T>(T payload) => new(payload);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        if (created)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(
            httpContext.Response.Body,
            payload,
            (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T)),
            httpContext.RequestAborted);
    }
}
