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

/// <summary>Orders a redundant connection for an ExpressRoute circuit (OpenAPI 1.0.0, AZURE/layer2/create).</summary>
internal static class OrderFromAzure
{
    private static readonly BodyMember<string> AzureServiceKey = Body.NeededText(
        "azureServiceKey", "The circuit's service key, a uuid.");

    private static readonly BodyMember<int> Speed = Body.NeededInteger(
        "speed",
        "Mbps, of each subconnection: one of the connectionSpeeds of Azure's ports, and no more "
            + "than the key is for.",
        minimum: 1);

    private static readonly BodyMember<string> PortId = Body.NeededId("portId", "The company's, and ACTIVE.");

    public static readonly RequestSchema Schema = new RequestSchema()
        .With(AzureServiceKey)
        .Text("type", "LAYER2.", required: false, "LAYER2", "GROUP_LAYER2")
        .Objects(
            "srcPort",
            "The port both subconnections come from, or the port of each.",
            new RequestSchema().With(PortId),
            required: true)
        .With(CloudOrdering.Name)
        .With(Speed)
        .WithTerms();

    private const string Example = """
        {
          "azureServiceKey": "5f1b8c6e-2d47-4a93-b0e5-9c3d7f2a6e48", "type": "LAYER2", "name": "To Azure",
          "speed": 50, "paymentType": "invoice",
          "srcPort": [{"portId": "576247795c9de0b91e8b8576"}, {"portId": "569fbfdec2e6a1b4d74c2c70"}],
          "srcVlanRequest": [3607, 3608],
          "regionId": "000000000000000000000000", "destRegionId": "111111111111111111111111", "duration": 1,
          "durationUnit": "d", "evergreen": false, "classOfService": "SILVER"
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{username}/connections/directConnectPartner/AZURE/layer2/create", Handle)
        .Published("117", "Order a connection to Azure")
        .Tells(
            "Orders a GROUP_LAYER2 of two subconnections to the primary and the secondary port of the ExpressRoute "
            + "circuit that the service key names, from one port or one each, and reserves the bandwidth of each. The "
            + "key is used up. All three are CREATING, and ACTIVE a moment later; then peerings can be set.")
        .Needs(NetworkAction.CreateConnection, "username")
        .NeedsAgreement(AgreementType.L2Connection)
        .With(CloudsChapter.Username)
        .Takes(Schema, Example)
        .Answers<ConnectionDetails>(200)
        .Answers(CloudOrdering.Refusals)
        .Answers(
            ServiceErrors.SourcePorts,
            ServiceErrors.ServiceKeyInvalid,
            ServiceErrors.ServiceKeyNotFound,
            ServiceErrors.SpeedAboveServiceKey,
            ServiceErrors.CloudKeyUsed)
        .Assumes("The answer, which no edition prints: the group. What a key is for (operation 121), and that it is "
            + "used once, whatever becomes of its connection. Of more than two VLANs, as a sample has them, the first "
            + "two are taken. " + CloudOrdering.Assumed);

    /// <summary>Orders it.</summary>
    public static async Task<Answer<ConnectionDetails>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var azure = turn.CloudOf(PartnerType.Azure);
        List<Port> from = [];
        foreach (var port in asked.Objects("srcPort"))
        {
            from.Add(await turn.CloudSource(company, port.Of(PortId), ct));
        }

        CloudRules.MustBeOneOrTwo(from);
        var key = ServiceKey.Read(asked.Of(AzureServiceKey));
        var circuit = key.CircuitAmong(turn.CloudPorts(azure));
        circuit.MustHold(asked.Of(Speed));

        // Both are read to be changed, as the customer's are.
        var lines = new List<CloudLine>
        {
            new(from[0], await turn.CloudDestination(azure, circuit.Primary.Id, ct), Vlan: null),
            new(from[^1], await turn.CloudDestination(azure, circuit.Secondary.Id, ct), Vlan: null),
        };
        var order = asked.OrderOf(turn, company, azure, lines) with { Account = key.Uuid, Key = key.Uuid };
        return await turn.DetailsOf(await order.Placed(turn, ct), company, ct);
    }
}
