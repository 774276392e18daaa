using System.Text.Json.Serialization;
using Emulator.Domain.Asns;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.PrivateAsn;

/// <summary>Says whether a service could ask for a private ASN, and if not, why (002:106-135).</summary>
internal static class ValidatePrivateAsn
{
    private static readonly BodyMember<long> Asn = Body.NeededLongInteger("asn", "The private ASN to look at.");

    private static readonly RequestSchema Schema = new RequestSchema().With(Asn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/private-asn/validate", Handle)
        .Documented("080", "Validate a private ASN")
        .Tells(
            "Checks whether a private ASN is available: valid, or the reason why not, which is one of "
            + $"{AsnObjection.OutOfRange}; {AsnObjection.Reserved}; {AsnObjection.InUse}. "
            + "X-Emulator-Explain says more.")
        .Takes(Schema, """{"asn": 3200000055}""")
        .Answers<AsnVerdict>(200)
        .Assumes("The words for reserved ASNs and for those in use, and that a valid one has no reason. The words for "
            + "one out of range are the sample's, also in OpenAPI 1.59.2, whose schema words an example differently.");

    private static async Task<Answer<AsnVerdict>> Handle(
        RequestBody body,
        HttpResponse response,
        Turn turn,
        CancellationToken ct)
    {
        var number = body.Checked(Schema).Of(Asn);
        var objection = PrivateAsns.Objection(number, await turn.Db.Asns.IsTaken(number, ct));
        if (objection is not null)
        {
            response.Headers[RefusalRenderer.ExplainHeader] = HeaderText.Of(Citations.Readable(objection.Explanation));
        }

        return new AsnVerdict(number, objection is null, objection?.Reason);
    }
}

/// <summary>What is found (002:131).</summary>
internal sealed record AsnVerdict(
    long Asn,
    bool Valid,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);
