using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Ports;
using Emulator.Workflows;

namespace Emulator.Api.Ports;

/// <summary>Renames a port, or attaches an ASN (000:4677).</summary>
internal static class UpdatePort
{
    // The schema requires both (000:4404), the user guide's own call sends only a name (000:100): either is enough
    // here.
    private static readonly RequestSchema Schema = new RequestSchema()
        .Text("name", "The port's new name.")
        .ObjectOrText(
            "asn",
            "The ASN to attach: its number as text, or, as OpenAPI 1.0.0 sends it, an object that holds it.",
            new RequestSchema().Text("asn", "The number.", required: true));

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/company/{companyName}/ports/{portId}", Handle)
        .Documented("049", "Update port details")
        .Tells("Renames a port, attaches an ASN to it, or both. Whatever uses the port goes on as before.")
        .Needs(NetworkAction.UpdatePort)
        .With(Parameters.Company, Parameters.Port)
        .Takes(Schema, """{"name": "My new name"}""", "name")
        .Answers<PortDetails>(200)
        .Answers(
            ServiceErrors.PortNotFound,
            ServiceErrors.MissingProperty,
            ServiceErrors.AsnHeldByAnother,
            ServiceErrors.AsnNotVerified)
        .Assumes("That a number which some company holds has to be the port's company's, VERIFIED or PRIVATE; any "
            + "other text is taken as it is, as the documents' own request has one.");

    private static async Task<Answer<PortDetails>> Handle(
        Company company,
        string portId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var port = await turn.Db.Ports.OwnedBy(company, portId, ct);
        var asked = body.Checked(Schema);
        if (!asked.Has("name") && !asked.Has("asn"))
        {
            throw ServiceErrors.MissingProperty.Because("Send a name, an asn, or both.", "", "name");
        }

        var asn = asked.IsObject("asn") ? asked.Object("asn").Text("asn") : asked.Text("asn");
        await AttachingAnAsn.MustBeAllowed(turn.Db, company, asn, ct);
        port.Update(asked.Text("name"), asn, turn.Now);
        return turn.DetailsOf(port);
    }
}
