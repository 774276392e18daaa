using System.Buffers;
using System.Text.Json;

namespace Emulator.Errors;

/// <summary>Writes a refusal in the dialect of the route it was asked on. The only place that does.</summary>
internal static class RefusalRenderer
{
    /// <summary>The header that tells why, so that the body can stay the service's own.</summary>
    public const string ExplainHeader = "X-Emulator-Explain";

    /// <summary>The body's bytes.</summary>
    /// <param name="refusal">What is refused.</param>
    /// <param name="path">
    /// The path as the client wrote it: <c>/v2</c> and <c>/app-user</c> speak the second dialect.
    /// </param>
    /// <param name="indented">Whether answers are written one property a line, as the service's are.</param>
    public static byte[] Render(Refusal refusal, string path, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Indented = indented,
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }))
        {
            if (refusal.Error.LoopBackCode is { } code)
            {
                WriteFlat(json, refusal, code);
                json.Flush();
                return buffer.WrittenSpan.ToArray();
            }

            json.WriteStartObject();
            json.WriteStartObject("error");
            if (refusal.Access is { } access)
            {
                WriteAccessDenied(json, refusal, access);
            }
            else if (SpeaksOfCodes(path))
            {
                json.WriteNumber("code", refusal.Error.Status);
                json.WriteString("message", refusal.Message);
            }
            else if (SpeaksSecondDialect(path))
            {
                json.WriteNumber("statusCode", refusal.Error.Status);
                json.WriteString("name", "Error");
                json.WriteString("message", refusal.Message);
            }
            else
            {
                json.WriteString("message", refusal.Message);
                json.WriteNumber("status", refusal.Error.Status);
                json.WriteNumber("statusCode", refusal.Error.Status);
            }

            foreach (var (name, values) in refusal.Details ?? EmptyDetails)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The explanation as a header's value.</summary>
    public static string Explain(Refusal refusal) => HeaderText.Of(refusal.Explanation);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> EmptyDetails =
        new Dictionary<string, IReadOnlyList<string>>();

    private static bool SpeaksSecondDialect(string path) =>
        path.StartsWith("/v2/", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/app-user/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The clouds that are ordered by a company's id: two members (OpenAPI 1.0.0, POST connections/cloud/IBM).
    /// </summary>
    private static bool SpeaksOfCodes(string path) =>
        path.StartsWith("/app-user/", StringComparison.OrdinalIgnoreCase)
        && path.Contains("/connections/cloud/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A model that isn't there, as LoopBack words it (OpenAPI 1.59.2, tag Edge SIM).</summary>
    private static void WriteFlat(Utf8JsonWriter json, Refusal refusal, string code)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("message", refusal.Message);
        json.WriteNumber("statusCode", refusal.Error.Status);
        json.WriteString("name", "Error");
        json.WriteEndObject();
    }

    private static void WriteAccessDenied(Utf8JsonWriter json, Refusal refusal, AccessRequest access)
    {
        json.WriteStartArray("accessRequests");
        json.WriteStartObject();
        json.WriteString("action", access.Action);
        json.WriteString("resource", access.Resource);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("principalId");
        json.WriteString("id", access.PrincipalId);
        json.WriteEndObject();
        json.WriteString("message", refusal.Message);
        json.WriteNumber("status", refusal.Error.Status);
        json.WriteNumber("statusCode", refusal.Error.Status);
        // The documented body carries the service's own first line of a stack (000:4889); never one of ours.
        json.WriteString("stack", "Error: Access denied\n    at Object.module.exports [as error] ");
    }
}
