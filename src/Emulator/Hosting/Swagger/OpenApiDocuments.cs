using System.Globalization;
using System.Text;
using Emulator.Api;
using Emulator.Control;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Emulator.Hosting.Swagger;

/// <summary>The OpenAPI documents: each is made when it is first asked for, and kept.</summary>
internal sealed class OpenApiDocuments(IServiceProvider services)
{
    /// <summary>What the emulator answers in the service's stead.</summary>
    public static readonly Kind Service = new("service", "/openapi.json", "Console Connect API, emulated", "emulator.json", Has<OperationFacts>);

    /// <summary>The emulator's own routes.</summary>
    public static readonly Kind Admin = new("admin", "/openapi/admin.json", "The emulator's own routes", "admin.json", Has<OfTheEmulator>);

    /// <summary>Both, in the order in which Swagger UI offers them.</summary>
    public static readonly IReadOnlyList<Kind> All = [Service, Admin];

    /// <summary>What stands in front of the server's address.</summary>
    private static ReadOnlySpan<byte> ServerUrl => "\"servers\": [\n    {\n      \"url\": \""u8;

    private readonly Dictionary<Kind, Lazy<byte[]>> kept = All.ToDictionary(kind => kind, kind => new Lazy<byte[]>(() => Write(kind, services)));

    /// <summary>A document's JSON.</summary>
    public byte[] Of(Kind kind) => kept[kind].Value;

    /// <summary>
    /// A document's JSON, whose server is the address that was asked: in front of a proxy, in a sandbox, or as it is.
    /// </summary>
    public byte[] Of(Kind kind, HttpRequest request)
    {
        var json = Of(kind);
        var start = json.AsSpan().IndexOf(ServerUrl) + ServerUrl.Length;
        if (start < ServerUrl.Length)
        {
            return json;
        }

        // As it stands in an address, whatever a Host may have: no quote and no backslash.
        var url = Uri.TryCreate($"{request.Scheme}://{request.Host}{request.PathBase}", UriKind.Absolute,
            out var asked) ? asked.AbsoluteUri.TrimEnd('/') : "/";
        return [.. json.AsSpan(0, start), .. Encoding.UTF8.GetBytes(url),
            .. json.AsSpan(start + json.AsSpan(start).IndexOf((byte)'"'))];
    }

    private static byte[] Write(Kind kind, IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(kind.Name);

        // The same bytes on every machine: openapi/ holds them.
        using var json = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(json));
        return Encoding.UTF8.GetBytes(json.ToString().ReplaceLineEndings("\n") + "\n");
    }

    private static bool Has<T>(ApiDescription operation) => operation.ActionDescriptor.EndpointMetadata.OfType<T>().Any();

    /// <summary>One of the documents.</summary>
    /// <param name="Name">Its name inside Swashbuckle.</param>
    /// <param name="Path">Where it is served.</param>
    /// <param name="Title">How Swagger UI offers it.</param>
    /// <param name="File">The file in <c>openapi/</c> that holds it.</param>
    /// <param name="Lists">Which operations it lists.</param>
    internal sealed record Kind(string Name, string Path, string Title, string File, Func<ApiDescription, bool> Lists);
}
