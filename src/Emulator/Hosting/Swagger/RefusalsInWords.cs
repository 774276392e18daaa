using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// Refusals as a reader of the document meets them: nothing has happened yet, so what a message leaves open is left out
/// or made up.
/// </summary>
internal static partial class RefusalsInWords
{
    /// <summary>What stands for a message's placeholders in examples.</summary>
    private static readonly Dictionary<ServiceError, object[]> Illustrations = new()
    {
        [ServiceErrors.MalformedJson] = [1],
        [ServiceErrors.UnsupportedEncoding] = ["zstd"],
        [ServiceErrors.UnsupportedCharset] = ["x-unknown"],
        [ServiceErrors.MissingProperty] = ["", "name"],
        [ServiceErrors.UnknownProperty] = ["/match", "pth"],
        [ServiceErrors.FaultImpossible] = ["reset goes with latency and after only"],
        [ServiceErrors.BadQuery] = ["page", ">= 1"],
        [ServiceErrors.BadFilter] = ["The filter is not valid JSON"],
        [ServiceErrors.TransactionNotAllowed] = ["plan"],
        [ServiceErrors.CapacityExceeded] = [750],
        [ServiceErrors.OnlyInRequest] = ["portId"],
        [ServiceErrors.MachineNotFound] = ["routers"],
        [ServiceErrors.ResourceNotFound] = ["connections", "000000000000000000000000"],
        [ServiceErrors.IllegalMove] = ["Enable", "ACTIVE"],
        [ServiceErrors.MoveForbidden] = ["Disable", "The port can only be disabled when all attached connections are "
            + "disabled"],
        [ServiceErrors.PortHasConnections] = ["disabled"],
        [ServiceErrors.PortHasServices] = ["disabled"],
        [ServiceErrors.PortHasSites] = ["disabled"],
        [ServiceErrors.RouterBandwidthNotOffered] = ["500MB,1GB,2.5GB,5GB,10GB,>10GB"],
        [ServiceErrors.RouterDurationUnit] = ["d"],
        [ServiceErrors.RouterDurationNotPositive] = [-6],
        [ServiceErrors.RouterBandwidthExceeded] = ["1GB"],
        [ServiceErrors.RateLimitInvalid] = ["{\"unit\": \"Mbps\", \"value\": 200}"],
        [ServiceErrors.SiteAsnRefused] = [64511, "OVHCLOUD"],
        [ServiceErrors.SiteKeyInUse] = ["pairingKey"],
        [ServiceErrors.EdgeNotVerified] = ["invoice", "Edge Port"],
        [ServiceErrors.ForeignHost] = ["example.com"],
        [ServiceErrors.SonataNotFound] = ["product", "000000000000000000000000"],
        [ServiceErrors.SonataOneItemOnly] = ["/productOrderItem"],
        [ServiceErrors.SonataMissing] = ["/productOrderItem/0/product/productConfiguration"],
        [ServiceErrors.SonataNotSupported] =
            ["/productOrderItem/0/product/productConfiguration/bandwidthUnit", "MBPS"],
        [ServiceErrors.SonataReferenceUnknown] = ["/productOrderItem/0/product/place/0/id", "facility"],
        [ServiceErrors.ModelNotFound] = ["000000000000000000000000"],
        [ServiceErrors.ModelNotFoundHere] = ["000000000000000000000000"],
        [ServiceErrors.SimCompanyMismatch] = ["000000000000000000000000"],
        [ServiceErrors.SimPoolFull] = [12],
        [ServiceErrors.SimNotInPool] = ["999700000000001", "4f6f1c7e-8d0b-4f38-9a52-b1c0d4e7a963"],
    };

    /// <summary>A message without what is only known when it happens.</summary>
    public static string Message(ServiceError error) => Placeholder().Replace(error.Message, "…");

    /// <summary>A refusal as it might happen on a route.</summary>
    public static Refusal Illustrated(ServiceError error, string path) =>
        new(error, Filled(error, path), "")
        {
            Values = ValuesFor(error, path),

            // The documents' own example (000:4878).
            Access =
                error == ServiceErrors.AccessDenied
                    ? new AccessRequest("network:ReadPort", "cc-api:network::1234567890:Port/*", "1234567890")
                    : null,
        };

    /// <summary>A message with what might stand in it; braces are its own where nothing is left open.</summary>
    private static string Filled(ServiceError error, string path) => Placeholder().IsMatch(error.Message)
        ? string.Format(CultureInfo.InvariantCulture, error.Message, ValuesFor(error, path))
        : error.Message;

    private static object[] ValuesFor(ServiceError error, string path) =>
        Illustrations.TryGetValue(error, out var values) ? values
        : error != ServiceErrors.WrongState ? ["…", "…", "…"]
        : path.Contains("/iot-sim-pools", StringComparison.Ordinal) ? ["SIM pool", "configured", "PROCESSING"]
        : path.Contains("/orders", StringComparison.Ordinal) ? ["order", "cancelled", "done"]
        : path.Contains("/sites/", StringComparison.Ordinal) ? ["CloudRouter site", "deleted", "DELETING"]
        : path.EndsWith("/site", StringComparison.Ordinal) ? ["CloudRouter", "given a site", "CREATING"]
        : path.Contains("/l3vpns", StringComparison.Ordinal) ? ["CloudRouter", "deleted", "CREATING"]
        : path.Contains("/connections", StringComparison.Ordinal) ? ["connection", "disabled", "DELETED"]
        : ["port", "deleted", "ACTIVE"];

    /// <summary>
    /// What the check of a body finds: the operation's own example, with one thing made wrong at a time.
    /// </summary>
    public static IEnumerable<Refusal> OfTheCheck(Takes takes) =>
        Mistakes(takes.Schema).Select(mistake => Found(takes, mistake.Member, mistake.Wrong)).OfType<Refusal>();

    private static IEnumerable<(Member Member, JsonNode? Wrong)> Mistakes(RequestSchema schema)
    {
        if (First(member => member.Required) is { } required)
        {
            yield return (required, null);
        }

        if (First(_ => true) is { } any)
        {
            yield return (any, new JsonObject());
        }

        if (First(member => member.Kind == MemberKind.Id) is { } id)
        {
            yield return (id, "portId");
        }

        if (First(member => member is { Kind: MemberKind.Text, OneOf.Count: > 0 }) is { } choice)
        {
            yield return (choice, "");
        }

        if (First(member => member is { Kind: MemberKind.Integer, Minimum: not null }) is { } bounded)
        {
            yield return (bounded, bounded.Minimum - 1);
        }

        if (First(member => member.Kind == MemberKind.Email) is { } address)
        {
            yield return (address, "nobody");
        }

        if (First(member => member.MaxLength is not null) is { } text)
        {
            yield return (text, new string('x', text.MaxLength!.Value + 1));
        }

        Member? First(Predicate<Member> such) => schema.Members.FirstOrDefault(member => such(member));
    }

    private static Refusal? Found(Takes takes, Member member, JsonNode? wrong)
    {
        // Of a list the first is made wrong.
        var whole = JsonNode.Parse(takes.Example)!;
        var body = whole is JsonArray list ? list[0]!.AsObject() : whole.AsObject();
        body.Remove(member.Name);
        if (wrong is not null)
        {
            body[member.Name] = wrong;
        }

        try
        {
            using var asked = JsonDocument.Parse(whole.ToJsonString());
            takes.Schema.Check(asked.RootElement);
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal;
        }
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
