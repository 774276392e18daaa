using Emulator.Domain.Agreements;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Orders a connection to OVHcloud (OpenAPI 1.59.2, POST connections/cloud/OVHCLOUD).</summary>
internal static class OrderFromOvh
{
    private static readonly string[] Needed =
    [
        "partnerAccountId",
        "srcPortId",
        "paymentType",
        "destPortId",
        "name",
        "speed",
        "duration",
        "durationUnit",
        "classOfService",
    ];

    private static readonly BodyMember<string> SrcPortId = CloudOrdering.Argument(
        "srcPortId", "The port it comes from: the company's, and ACTIVE.");

    private static readonly BodyMember<string> DestPortId = CloudOrdering.Argument(
        "destPortId", "OVHcloud's port: the one that POST /v2/ovh-service-key/validate names.");

    private static readonly BodyMember<string> PartnerAccountId = CloudOrdering.Argument(
        "partnerAccountId", "The service key from OVHcloud: a uuid, which may have EU. before it.");

    private static readonly BodyMember<int> Speed = CloudOrdering.NumberArgument(
        "speed", "Mbps: one of the key's bandwidthTiers.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(CloudOrdering.NameArgument, SrcPortId, DestPortId)
        .With(Speed)
        .With(PartnerAccountId)
        .WithTerms();

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{companyId}/connections/cloud/OVHCLOUD", Handle)
        .Published("147", "Order a connection to OVHcloud")
        .Tells(
            "Orders a connection from one of the company's ports to OVHcloud's port that the service key is for, and "
            + "reserves its bandwidth; the key is used up. It is CREATING, and ACTIVE a moment later. The answer names "
            + "it: read it with GET /api/v2/company/{companyName}/connections/{connectionId}.")
        .Needs(NetworkAction.CreateConnection, "companyId")
        .NeedsAgreement(AgreementType.L2Connection)
        .With(CloudsChapter.CompanyId)
        .Takes(
            Schema,
            """
            {"name": "To OVHcloud", "srcPortId": "576247795c9de0b91e8b8576", "destPortId": "5ee79e8ac2e6a1b4d7674c78",
            "speed": 200, "partnerAccountId": "EU.3c7a1f52-6b0e-4d98-8e21-f49c5ad7b603", "paymentType": "invoice",
            "duration": 1, "durationUnit": "d", "classOfService": "SILVER", "evergreen": true}
            """,
            Needed)
        .Answers<OrderTaken>(200)
        .Answers(
            ServiceErrors.ArgumentRequired,
            ServiceErrors.ServiceKeyInvalid,
            ServiceErrors.ServiceKeyNotFound,
            ServiceErrors.CloudKeyUsed)
        .Answers(CloudOrdering.Refusals)
        .Assumes(
            "What a key is for (operation 148), and that it is used once, whatever becomes of its connection. What is "
            + "missing is refused in the words that IBM's route has. The speed is one of the key's bandwidthTiers. "
            + CloudOrdering.Assumed);

    private static async Task<Answer<OrderTaken>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        asked.MustHave(Needed);
        var ovh = turn.CloudOf(PartnerType.Ovhcloud);
        var from = await turn.CloudSource(company, asked.Of(SrcPortId), ct);
        var to = await turn.CloudDestination(ovh, asked.Of(DestPortId), ct);
        var key = ServiceKey.Read(asked.Of(PartnerAccountId));
        key.ServiceAmong(turn.CloudPorts(ovh)).MustHave(to, asked.Of(Speed));
        var order = asked.OrderOf(turn, company, ovh, [new CloudLine(from, to, Vlan: null)]) with
        {
            Account = asked.Text("partnerAccountId"),
            Key = key.Uuid,
        };
        var connection = await order.Placed(turn, ct);
        return new OrderTaken(new ConnectionTaken(
            $"createL2CloudConnection:194:{turn.Ids.NextUuid()}",
            new ConnectionNamed(connection.Id, connection.SrcCompanyId)));
    }

    /// <summary>What was ordered.</summary>
    internal sealed record OrderTaken(ConnectionTaken Results);

    /// <summary>The connection, and the provisioning's id.</summary>
    /// <param name="DefinitionId">The provisioning's id.</param>
    /// <param name="Connection">The connection.</param>
    internal sealed record ConnectionTaken(string DefinitionId, ConnectionNamed Connection);
}
