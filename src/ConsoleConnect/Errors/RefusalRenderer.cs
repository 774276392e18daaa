using System.Buffers;
using System.Text.Json;

namespace Emulator.Errors;

/// <summary>Writes a refusal in the dialect of the route it was asked on. The only place that does.</summary>
internal static class RefusalRenderer
{
    /// <summary>The header that says why, so that the body can stay the service's own.</summary>
    public const string ExplainHeader = Refusal.ExplainHeader;

    /// <summary>The body's bytes.</summary>
    /// <param name="refusal">What is refused.</param>
    /// <param name="path">
    /// The path as the client wrote it: <c>/v2</c>, <c>/app-user</c> and support tickets speak the second dialect,
    /// <c>/mefApi</c> MEF's.
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
            if (MefDialect.Speaks(path))
            {
                MefDialect.Write(json, refusal);
                json.Flush();
                return buffer.WrittenSpan.ToArray();
            }

            if (refusal.Error.Code is { } code)
            {
                WriteFlat(json, refusal, code);
                json.Flush();
                return buffer.WrittenSpan.ToArray();
            }

            json.WriteStartObject();
            var flat = IsFlat(path, refusal.Error.Status);
            if (!flat)
            {
                json.WriteStartObject("error");
            }

            if (refusal.Access is { } access)
            {
                WriteAccessDenied(json, refusal, access);
            }
            else if (SpeaksOfCodes(path)
                || (flat && !SpeaksSecondDialect(path) && !(IsAnEdgeOrder(path) && refusal.Error.Status == 400)))
            {
                json.WriteNumber("code", refusal.Error.Status);
                json.WriteString("message", refusal.Message);
            }
            else if (SpeaksSecondDialect(path))
            {
                json.WriteNumber("statusCode", refusal.Error.Status);
                json.WriteString("name", "Error");
                json.WriteString("message", refusal.Message);
                if (refusal.Error == ServiceErrors.EdgeDiscountInvalid)
                {
                    json.WriteStartObject("details");
                    json.WriteEndObject();
                }
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

            if (!flat)
            {
                json.WriteEndObject();
            }

            if (IsToldTwice(path, refusal.Error.Status))
            {
                json.WriteNumber("code", refusal.Error.Status);
                json.WriteString("message", refusal.Message);
            }

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
        || path.StartsWith("/api/v2/support-tickets", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("/app-user/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The clouds that are ordered by a company's id, and the prices of Internet On-Demand: two members (OpenAPI 1.0.0,
    /// POST connections/cloud/IBM, GET pricing/gia).
    /// </summary>
    private static bool SpeaksOfCodes(string path) =>
        (path.StartsWith("/app-user/", StringComparison.OrdinalIgnoreCase)
            && path.Contains("/connections/cloud/", StringComparison.OrdinalIgnoreCase))
        || path.Contains("/pricing/gia/", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/pricing/flex-iod/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the members stand without <c>error</c> round them: prices of ports and connections, and what is wrong
    /// with a site that is priced (OpenAPI 1.0.0). That a login is missing or access denied is worded as everywhere.
    /// </summary>
    public static bool IsFlat(string path, int status) =>
        status != 401
        && (path.StartsWith("/api/pricing/", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("/pricing/calculate/flex", StringComparison.OrdinalIgnoreCase)
            || (status == 400
                && path.StartsWith("/v2/pricing/l3vpn/", StringComparison.OrdinalIgnoreCase)))
        || (IsAnEdgeOrder(path) && status is 400 or 404);

    /// <summary>
    /// Whether what is wrong is both in error and beside it: of port orders OpenAPI 1.0.0 prints the one, 1.59.2 the
    /// other, and a client of either finds its own.
    /// </summary>
    public static bool IsToldTwice(string path, int status) =>
        status == StatusCodes.Status400BadRequest && path.EndsWith("/ports/orders", StringComparison.OrdinalIgnoreCase);

    /// <summary>Orders of edge ports: what is wrong stands alone, as OpenAPI 1.59.2 prints it.</summary>
    private static bool IsAnEdgeOrder(string path) =>
        path.EndsWith("/ports/edge-orders", StringComparison.OrdinalIgnoreCase);

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
