using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Orders an IBM Cloud Direct Link (OpenAPI 1.0.0, POST connections/cloud/IBM).</summary>
internal static class OrderFromIbm
{
    private static readonly string[] Needed = ["partnerAccountId", "srcPortId", "destPortId", "speed", "name"];

    private static readonly BodyMember<string> SrcPortId = CloudOrdering.Argument(
        "srcPortId", "The port it comes from: the company's, and ACTIVE.");

    private static readonly BodyMember<string> DestPortId = CloudOrdering.Argument(
        "destPortId", "IBM's port, from GET /api/directConnectPartner/ibm/regions.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(CloudOrdering.NameArgument, SrcPortId, DestPortId)
        .Integer("speed", "Mbps: one of the connectionSpeeds of IBM's port.", minimum: 1)
        .Text("partnerAccountId", "The company's account at IBM.")
        .WithTerms();

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{companyId}/connections/cloud/IBM", Handle)
        .Published("122", "Order an IBM Cloud Direct Link")
        .Tells(
            "Orders a connection from one of the company's ports to one of IBM's, and reserves its bandwidth. It is "
            + "PENDING_ACCEPTANCE until the customer accepts it in IBM's own console, which is firing PartnerAccept at "
            + "/__admin/workflows/connections/{id}, or what /__admin/counterparties has IBM do; then "
            + "CREATING and ACTIVE. The answer names it: read it with GET "
            + "/api/v2/company/{companyName}/connections/{connectionId}.")
        .Needs(NetworkAction.CreateConnection, "companyId")
        .NeedsAgreement(AgreementType.L2Connection)
        .With(CloudsChapter.CompanyId)
        .Takes(
            Schema,
            """
            {"name": "To IBM us-south", "srcPortId": "5aaaac3bc2e6a1b4d7cc4c6d",
            "destPortId": "5bfc3342c2e6a1b4d74429ef", "speed": 50, "partnerAccountId": "9c4d7e1f0b6a4d52",
            "paymentType": "plan", "duration": 6, "durationUnit": "d"}
            """,
            Needed)
        .Answers<OrderTaken>(200)
        .Answers(ServiceErrors.ArgumentRequired)
        .Answers(CloudOrdering.Refusals)
        .Assumes(
            "That it waits for the customer, as the words about deleting one have an approval in IBM's console. That "
            + "what else is missing is refused in the words for partnerAccountId. invoice beside plan: the words have "
            + "plan only, the schema has invoice. connectionProvisioningId: the last eight digits of the connection's "
            + "id. " + CloudOrdering.Assumed);

    private static async Task<Answer<OrderTaken>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        asked.MustHave(Needed);
        var ibm = turn.CloudOf(PartnerType.Ibm);
        var from = await turn.CloudSource(company, asked.Of(SrcPortId), ct);
        var to = await turn.CloudDestination(ibm, asked.Of(DestPortId), ct);
        var order = asked.OrderOf(turn, company, ibm, [new CloudLine(from, to, Vlan: null)]) with
        {
            Account = asked.Text("partnerAccountId"),
            WaitsForCustomer = true,
        };
        var connection = await order.Placed(turn, ct);
        return new OrderTaken(new DirectLinkTaken(connection));
    }

    /// <summary>What was ordered.</summary>
    internal sealed record OrderTaken(DirectLinkTaken Results);

    /// <summary>The connection, and the provisioning's id.</summary>
    internal sealed class DirectLinkTaken(Connection connection)
    {
        public string ConnectionProvisioningId => connection.Id[^8..];
        public ConnectionNamed Connection => new(connection.Id, connection.SrcCompanyId);
    }
}

/// <summary>A connection that was ordered by a company's id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SrcCompanyId">The company.</param>
internal sealed record ConnectionNamed(string Id, string SrcCompanyId);
