using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Clouds;
using Emulator.Wire.Connections;

namespace Emulator.Api.Clouds;

/// <summary>Orders a connection of any cloud by the spelling with v2, which only clients have.</summary>
internal static class OrderFromACloud
{
    /// <summary>Told only: what is sent is held against the cloud's own.</summary>
    private static readonly RequestSchema Schema = new RequestSchema()
        .Text("type", "LAYER2; AZURE and GCE do without.")
        .With(CloudOrdering.Name)
        .Id("srcPortId", "The port it comes from; of AZURE, srcPort.")
        .Id("destPortId", "The cloud's port; of AZURE, it follows from the key.")
        .Integer("speed", "Mbps.", minimum: 1)
        .Object("partner", "What the cloud has to know; nothing of AZURE.")
        .Text("azureServiceKey", "Of AZURE: the circuit's service key.")
        .Objects("srcPort", "Of AZURE: the port both subconnections come from, or the port of each.")
        .WithTerms();

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/v2/company/{companyName}/connections/directConnectPartner/{partner}/layer2", Handle)
        .Published("258", "Order a cloud connection, spelled with v2")
        .Tells(
            "Is what PUT /api/company/{companyName}/connections/directConnectPartner/{partner}/layer2 is, for AWS, GCE "
            + "and ALICLOUD, and AZURE/layer2/create for AZURE: body, answer and refusals are the cloud's own.")
        .Needs(NetworkAction.CreateConnection)
        .NeedsAgreement(AgreementType.L2Connection)
        .With(
            Parameters.Company,
            new ParameterExample("partner", "AWS", "The cloud.") { OneOf = ["AWS", "GCE", "ALICLOUD", "AZURE"] })
        .Takes(
            Schema,
            """
            {"type": "LAYER2", "name": "To AWS, spelled with v2", "srcPortId": "569fbfdec2e6a1b4d74c2c70",
            "destPortId": "579ec72fa21a602e46f32c30", "speed": 50, "partner": {"account": "210987654321"}}
            """,
            "type",
            "srcPortId",
            "destPortId",
            "speed",
            "partner")
        .Answers<ConnectionDetails>(200).OrAnswers<AlibabaGroup>()
        .Answers(ServiceErrors.UnknownRoute)
        .Answers(CloudOrdering.Refusals)
        .Assumes("All that is assumed of the clouds' own routes. That AZURE answers here, too; other clouds don't.");

    private static async Task<IResult> Handle(
        Company company, string partner, RequestBody body, HttpRequest request, Turn turn, CancellationToken ct) =>
        partner.ToUpperInvariant() switch
        {
            "AWS" => await OrderFromAws.Handle(company, body, turn, ct),
            "GCE" => await OrderFromGoogle.Handle(company, body, turn, ct),
            "ALICLOUD" => await OrderFromAlibaba.Handle(company, body, turn, ct),
            "AZURE" => await OrderFromAzure.Handle(company, body, turn, ct),
            _ => throw ServiceErrors.UnknownRoute.Because(
                "AWS, GCE, ALICLOUD and AZURE are ordered here; IBM and OVHCLOUD with POST "
                + "/app-user/{companyId}/connections/cloud/{cloud}; others with PUT "
                + "/api/v2/company/{companyName}/connections/layer2.",
                request.Method,
                request.Path.Value!),
        };
}
