using Emulator.Wire;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Api;
using Emulator.Errors;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Emulator.Hosting.Swagger;

/// <summary>The OpenAPI documents: each is made when it is first asked for, and kept.</summary>
internal sealed partial class OpenApiDocuments(IServiceProvider services)
{
    /// <summary>
    /// The address in the documents' files: that of an emulator as it starts without settings. Generators of clients
    /// need a whole one.
    /// </summary>
    public const string UsualAddress = "http://localhost:9000";

    /// <summary>What the emulator answers in the service's stead.</summary>
    public static readonly Kind Service = new(
        "service",
        "/openapi.json",
        "Console Connect API, emulated",
        "emulator.json",
        Has<OperationFacts>);

    /// <summary>The emulator's own routes.</summary>
    public static readonly Kind Admin = new(
        "admin",
        "/openapi/admin.json",
        "The emulator's own routes",
        "admin.json",
        Has<OfTheEmulator>);

    /// <summary>Parts of what the emulator answers in the service's stead: what the three documents have.</summary>
    public static readonly Kind Documents = new(
        "documents",
        "/openapi/documents.json",
        "Console Connect API, emulated: the three documents",
        File: null,
        operation => Facts(operation) is { Main.Edition: null });

    /// <summary>The same for what each published edition has.</summary>
    public static readonly IReadOnlyList<Kind> Editions =
    [
        .. DocumentedOperations.Editions.Select(edition => new Kind(
            edition,
            $"/openapi/{edition}.json",
            $"Console Connect API, emulated: OpenAPI {edition}",
            File: null,
            operation => Facts(operation)?.Operations.Any(one => one.Editions.Contains(edition)) == true)),
    ];

    /// <summary>What is said of the service's operations: all of them, or some.</summary>
    public static readonly IReadOnlyList<Kind> OfTheService = [Service, Documents, .. Editions];

    /// <summary>All, in the order in which Swagger UI offers them.</summary>
    public static readonly IReadOnlyList<Kind> All = [.. OfTheService, Admin];

    private readonly Dictionary<Kind, Lazy<(byte[] Before, byte[] After)>> kept = All.ToDictionary(
        kind => kind,
        kind => new Lazy<(byte[], byte[])>(() => Write(kind, services)));

    /// <summary>A document's JSON for a client that has asked at an address, and so reaches the routes there.</summary>
    /// <param name="kind">Which document.</param>
    /// <param name="address">The address, without a slash at its end.</param>
    public byte[] Of(Kind kind, string address)
    {
        var (before, after) = kept[kind].Value;
        return
        [
            .. before,
            .. JsonEncodedText.Encode(address, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes,
            .. after,
        ];
    }

    /// <summary>The document before and after its address.</summary>
    private static (byte[] Before, byte[] After) Write(Kind kind, IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(kind.Name);

        // The same bytes on every machine: openapi/ holds them.
        using var json = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(json));
        var text = QuirkNumber()
            .Replace(Citations.Readable(json.ToString().ReplaceLineEndings("\n") + "\n"), number =>
                char.ToUpperInvariant(number.Value[^1]).ToString());
        var address = text.IndexOf(UsualAddress + "\"", StringComparison.Ordinal);
        return (
            Encoding.UTF8.GetBytes(text[..address]),
            Encoding.UTF8.GetBytes(text[(address + UsualAddress.Length)..]));
    }

    /// <summary>
    /// Our number of a quirk in front of its description, with that one's first letter: readers of the document
    /// know no such list.
    /// </summary>
    [GeneratedRegex(@"(?<="")Q-\d{3}: .")]
    private static partial Regex QuirkNumber();

    private static OperationFacts? Facts(ApiDescription operation) =>
        operation.ActionDescriptor.EndpointMetadata.OfType<OperationFacts>().LastOrDefault();

    private static bool Has<T>(ApiDescription operation) =>
        operation.ActionDescriptor.EndpointMetadata.OfType<T>().Any();

    /// <summary>One of the documents.</summary>
    /// <param name="Name">Its name inside Swashbuckle.</param>
    /// <param name="Path">Where it is served.</param>
    /// <param name="Title">How Swagger UI offers it.</param>
    /// <param name="File">The file in <c>openapi/</c> that holds it; null for a part of another one.</param>
    /// <param name="Lists">Which operations it lists.</param>
    internal sealed record Kind(string Name, string Path, string Title, string? File, Func<ApiDescription, bool> Lists);
}
