using Emulator.Domain.Agreements;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Orders a redundant connection of Google's Partner Interconnect (OpenAPI 1.0.0, PUT GCE/layer2).</summary>
internal static class OrderFromGoogle
{
    private static readonly BodyMember<string> SrcPortId = Body.NeededId(
        "srcPortId", "The port it comes from: the company's, and ACTIVE.");

    private static readonly BodyMember<string> Region = Body.NeededText("region", "Google's region.");

    public static readonly RequestSchema Schema = new RequestSchema()
        .Text("type", "LAYER2.", required: false, "LAYER2", "LAYER_2", "GROUP_LAYER2")
        .With(CloudOrdering.Name)
        .With(SrcPortId)
        .Id("destPortId", "Google's first port: the first of partner.destPortIds.")
        .Integer("speed", "Mbps, of each subconnection: one of the connectionSpeeds of Google's ports.",
            required: true, minimum: 1)
        .Object(
            "partner",
            "What Google has to know.",
            new RequestSchema()
                .Ids("destPortIds", "Two of Google's ports of one region, from "
                    + "GET /api/directConnectPartner/google_cloud/regions.", required: true)
                .Texts("pairingKeys", "Two pairing keys of that region, one of each availability domain: "
                    + "uuid/region/1 and uuid/region/2. The first is for the first port.", required: true)
                .With(Region),
            required: true)
        .WithTerms();

    private const string Example = """
        {
          "type": "LAYER2", "name": "To Google us-east4", "srcPortId": "576247795c9de0b91e8b8576",
          "destPortId": "5accdeddc2e6a1b4d7902d6d", "speed": 100, "paymentType": "invoice",
          "partner": {
            "destPortIds": ["5accdeddc2e6a1b4d7902d6d", "5accdeefc2e6a1b4d7902d91"], "region": "us-east4",
            "pairingKeys": ["4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/1",
            "a01d5f7c-3e48-4b96-b2f8-6c94e7d2130f/us-east4/2"]
          }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/directConnectPartner/GCE/layer2", Handle)
        .Published("124", "Order a connection to Google Cloud")
        .Tells(
            "Orders a GROUP_LAYER2 of two subconnections from one of the company's ports to two of Google's, of one "
            + "region, and reserves the bandwidth of each. Each uses up one of the two pairing keys, which no answer "
            + "shows. All three are CREATING, and ACTIVE a moment later.")
        .Needs(NetworkAction.CreateConnection)
        .NeedsAgreement(AgreementType.L2Connection)
        .With(Parameters.Company)
        .Takes(Schema, Example)
        .Answers<ConnectionDetails>(200)
        .Answers(CloudOrdering.Refusals)
        .Answers(
            ServiceErrors.TwoDestinationPorts,
            ServiceErrors.TwoPairingKeys,
            ServiceErrors.PairingKeyInvalid,
            ServiceErrors.CloudKeyUsed)
        .Assumes("That a key is used once, whatever becomes of its connection, and that the two are of the two "
            + "availability domains. " + CloudOrdering.Assumed);

    /// <summary>Orders it.</summary>
    public static async Task<Answer<ConnectionDetails>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var partner = asked.Object("partner");
        var google = turn.CloudOf(PartnerType.Gce);
        var from = await turn.CloudSource(company, asked.Of(SrcPortId), ct);
        List<Port> to = [];
        foreach (var id in partner.Texts("destPortIds"))
        {
            to.Add(await turn.CloudDestination(google, id, ct));
        }

        CloudRules.MustBeAPair(to);
        asked.MustNameOneOf(to);
        var keys = PairingKey.ReadTwo(partner.Texts("pairingKeys"), partner.Of(Region));
        CloudRules.MustBeIn(to, keys[0].Region);
        var lines = to.Zip(keys, (port, key) => new CloudLine(from, port, Vlan: null, key.Text)).ToList();
        var order = asked.OrderOf(turn, company, google, lines) with { KeyNoun = PairingKey.Noun };
        return await turn.DetailsOf(await order.Placed(turn, ct), company, ct);
    }
}
