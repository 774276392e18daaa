using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Orders a hosted connection of AWS (OpenAPI 1.0.0, PUT AWS/layer2).</summary>
internal static class OrderFromAws
{
    private static readonly BodyMember<string> DestPortId = Body.NeededId(
        "destPortId", "AWS' port, from GET /api/directConnectPartner/amazon/regions.");

    private static readonly BodyMember<string> SrcPortId = Body.NeededId(
        "srcPortId", "The port it comes from: the company's, and ACTIVE.");

    public static readonly RequestSchema Schema = new RequestSchema()
        .Text("type", "LAYER2.", required: true, "LAYER2")
        .With(CloudOrdering.Name)
        .With(SrcPortId, DestPortId)
        .Integer("speed", "Mbps: one of the connectionSpeeds of AWS' port.", required: true, minimum: 1)
        .Object(
            "partner",
            "What AWS has to know.",
            new RequestSchema().Text("account", "The company's account at AWS.", maxLength: 255, required: true,
                minLength: 1),
            required: true)
        .WithTerms(["SILVER"]);

    private const string Example = """
        {
          "type": "LAYER2", "name": "To AWS us-west-1", "srcPortId": "576247795c9de0b91e8b8576",
          "destPortId": "579ec72fa21a602e46f32c30", "speed": 100,
          "partner": {"account": "210987654321"}, "duration": 1, "durationUnit": "y", "paymentType": "invoice",
          "evergreen": true
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyUsername}/connections/directConnectPartner/AWS/layer2", Handle)
        .Published("116", "Order a connection to AWS")
        .Tells(
            "Orders a connection from one of the company's ports to one of AWS', and reserves its bandwidth. It is "
            + "PENDING_ACCEPTANCE until the customer accepts it in AWS' own console, which is firing PartnerAccept at "
            + "/__admin/workflows/connections/{id}, or what /__admin/counterparties has AWS do; then "
            + "CREATING and ACTIVE. partner.connectionId is AWS' own id for it from then on.")
        .Needs(NetworkAction.CreateConnection, "companyUsername")
        .NeedsAgreement(AgreementType.L2Connection)
        .With(CloudsChapter.CompanyUsername)
        .Takes(Schema, Example)
        .Answers<ConnectionDetails>(200)
        .Answers(CloudOrdering.Refusals)
        .Assumes("The answer, which no edition prints: the connection. " + CloudOrdering.Assumed);

    /// <summary>Orders it.</summary>
    public static async Task<Answer<ConnectionDetails>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var aws = turn.CloudOf(PartnerType.Aws);
        var from = await turn.CloudSource(company, asked.Of(SrcPortId), ct);
        var to = await turn.CloudDestination(aws, asked.Of(DestPortId), ct);
        var order = asked.OrderOf(turn, company, aws, [new CloudLine(from, to, Vlan: null)]) with
        {
            Account = asked.Object("partner").Text("account"),
            WaitsForCustomer = true,
            ClassOfService = "SILVER",
        };
        return await turn.DetailsOf(await order.Placed(turn, ct), company, ct);
    }
}
