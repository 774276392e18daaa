using Emulator.Domain.Agreements;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Clouds;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Orders a redundant connection of Alibaba Cloud (OpenAPI 1.0.0 and 1.59.2, PUT ALICLOUD/layer2).</summary>
internal static class OrderFromAlibaba
{
    private static readonly BodyMember<string> SrcPortId = Body.NeededId(
        "srcPortId", "The port it comes from: the company's, and ACTIVE.");

    public static readonly RequestSchema Schema = new RequestSchema()
        .Text("type", "LAYER2; LAYER2_GROUP, of the older edition, is taken, too.", required: true, "LAYER2",
            "LAYER2_GROUP", "GROUP_LAYER2")
        .With(CloudOrdering.Name)
        .With(SrcPortId)
        .Id("destPortId", "Alibaba's first port: the first of partner.destPortIds.")
        .Integer("speed", "Mbps, of each subconnection: one of the connectionSpeeds of Alibaba's ports; the slowest "
            + "where it isn't sent.", minimum: 1)
        .Object(
            "partner",
            "What Alibaba has to know.",
            new RequestSchema()
                .Text("account", "The company's account at Alibaba.", maxLength: 255, required: true, minLength: 1)
                .Ids("destPortIds", "The two ports of a pair, A and B, of one region, from "
                    + "GET /api/directConnectPartner/alibaba_cloud/regions.")
                .Id("destPortId", "One port of the pair, as the older edition has it: the other follows.")
                .Ids("srcPortIds", "The company's port of each subconnection, where they differ."),
            required: true)
        .Id("srcCompanyId", "The company, as an older sample sends it: without effect.")
        .Id("destCompanyId", "Alibaba, as an older sample sends it: without effect.")
        .WithTerms();

    private const string Example = """
        {
          "type": "LAYER2", "name": "To Alibaba Hong Kong", "srcPortId": "576247795c9de0b91e8b8576",
          "destPortId": "5b4f0616c2e6a1b4d7a5fdee", "speed": 50,
          "srcCompanyId": "557679e2c2e6a1b4d7756472", "destCompanyId": "5b449f66c2e6a1b4d7c4168e",
          "partner": {"account": "5170842963308412", "destPortId": "5b4f0616c2e6a1b4d7a5fdee",
          "destPortIds": ["5b4f0616c2e6a1b4d7a5fdee", "5b4f0641c2e6a1b4d7a5fe0c"],
          "srcPortIds": ["576247795c9de0b91e8b8576", "569fbfdec2e6a1b4d74c2c70"]},
          "regionId": "000000000000000000000000", "destRegionId": "5a370b34c2e6a1b4d71162d7", "srcVlanRequest": [1225,
          1226],
          "duration": 1, "durationUnit": "y", "classOfService": "SILVER", "evergreen": true, "paymentType": "invoice"
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/connections/directConnectPartner/ALICLOUD/layer2", Handle)
        .Published("115", "Order a connection to Alibaba Cloud")
        .Tells(
            "Orders a GROUP_LAYER2 of two subconnections to the two ports of a pair of Alibaba's, from one of the "
            + "company's ports or from two, and reserves the bandwidth of each. All three are CREATING, and ACTIVE a "
            + "moment later. The answer names the subconnections without showing them.")
        .Needs(NetworkAction.CreateConnection)
        .NeedsAgreement(AgreementType.L2Connection)
        .With(Parameters.Company)
        .Takes(Schema, Example, "destPortId")
        .Answers<AlibabaGroup>(200)
        .Answers(CloudOrdering.Refusals)
        .Answers(ServiceErrors.TwoDestinationPorts, ServiceErrors.SourcePorts)
        .Assumes("That an enterprise, which has BRONZE, may ask for another class without being refused. Any speed "
            + "that Alibaba's ports have, be it a multiple of 10 or not. The pair of a port that is named alone: the "
            + "other ACTIVE port of its region. " + CloudOrdering.Assumed);

    /// <summary>Orders it.</summary>
    public static async Task<Answer<AlibabaGroup>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var partner = asked.Object("partner");
        var alibaba = turn.CloudOf(PartnerType.Alicloud);
        List<Port> from = [await turn.CloudSource(company, asked.Of(SrcPortId), ct)];
        if (partner.Texts("srcPortIds") is { Count: > 0 } named)
        {
            from.Clear();
            foreach (var id in named)
            {
                from.Add(await turn.CloudSource(company, id, ct));
            }
        }

        CloudRules.MustBeOneOrTwo(from);
        var to = await PairOf(asked, partner, alibaba, turn, ct);
        CloudRules.MustBeAPair(to);
        asked.MustNameOneOf(to);
        var lines = new List<CloudLine> { new(from[0], to[0], Vlan: null), new(from[^1], to[1], Vlan: null) };
        var order = asked.OrderOf(turn, company, alibaba, lines) with
        {
            Account = partner.Text("account"),
            ClassOfService = CloudRules.ClassAtAlibaba(company, asked.Text("classOfService")),
        };
        return new AlibabaGroup(await turn.DetailsOf(await order.Placed(turn, ct), company, ct));
    }

    /// <summary>The ports that are named; where it is only one, with the other of its region.</summary>
    private static async Task<List<Port>> PairOf(
        Asked asked,
        Asked partner,
        Company alibaba,
        Turn turn,
        CancellationToken ct)
    {
        List<Port> pair = [];
        foreach (var id in partner.Texts("destPortIds"))
        {
            pair.Add(await turn.CloudDestination(alibaba, id, ct));
        }

        if (pair.Count > 0)
        {
            return pair;
        }

        var first = await turn.CloudDestination(
            alibaba,
            partner.Text("destPortId") ?? asked.Text("destPortId")
                ?? throw ServiceErrors.MissingProperty.Because(
                    "destPortIds: the two ports of a pair of Alibaba's.", "/partner", "destPortIds"),
            ct);
        pair.Add(first);
        if (turn.CloudPorts(alibaba).FirstOrDefault(port =>
            port.Id != first.Id && port.Partner!.RegionName == first.Partner!.RegionName) is { } other)
        {
            pair.Add(await turn.CloudDestination(alibaba, other.Id, ct));
        }

        return pair;
    }
}
