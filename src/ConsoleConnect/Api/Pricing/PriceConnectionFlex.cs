using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Says what more bandwidth for a connection costs (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class PriceConnectionFlex
{
    private static readonly BodyMember<string?> ConnectionId = Body.Text("connectionId", "The connection's id.");

    private static readonly BodyMember<long> FlexBandwidth = Body.NeededLongInteger(
        "flexBandwidth", "What is added, Mbps, as a number or as text.", minimum: 1);

    private static readonly BodyMember<string?> DiscountCode = Body.Text("discountCode", "A discount's code.");

    private static readonly RequestSchema Schema = new RequestSchema().With(ConnectionId, FlexBandwidth, DiscountCode);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/company/{username}/pricing/calculate/flex", Handle)
        .Published("099", "Price a connection's flex")
        .Tells("Says what it costs to add bandwidth to a connection: flexBandwidth is what is added, not the total. A "
            + "flex that wouldn't be accepted has no price: the answer is 204, without content, and a note says why.")
        .Needs(NetworkAction.ReadConnection, "username")
        .With(new ParameterExample("username", "Acme", Parameters.Company.Meaning))
        .Takes(
            Schema,
            """
            {"connectionId": "5b30dc0fc2e6a1b4d7dea069", "flexBandwidth": 200, "discountCode": "FIRSTCONNECTION"}
            """,
            "connectionId")
        .Answers<FlexPriced>(200)
        .AnswersNothing(204)
        .Answers(
            ServiceErrors.FlexConnectionRequired,
            ServiceErrors.FlexCodeInvalid,
            ServiceErrors.ConnectionNotFound)
        .Assumes("That each Mbps costs the same: one figure is printed, 97 for 100 Mbps. Which connections have no "
            + "price: those that aren't ACTIVE, groups, and whatever the flex itself would be refused for. The 404.");

    private static async Task<IResult> Handle(
        Company company, RequestBody body, Notes notes, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var id = asked.Of(ConnectionId) is { Length: > 0 } sent
            ? sent
            : throw ServiceErrors.FlexConnectionRequired.Because(
                "connectionId is the id of one of the company's connections.");
        var discount = turn.DiscountFor(asked.Of(DiscountCode), ServiceErrors.FlexCodeInvalid);
        var connection = await turn.Db.Connections.OfParty(company, id, ct);
        var added = asked.Of(FlexBandwidth);
        try
        {
            ConnectionFlex.MustBePossible(
                connection,
                connection.SideOf(company.Id),
                (double)connection.Speed + added,
                turn.Rows.CapacityOf(connection.SrcPort, without: connection));
        }
        catch (Refusal why)
        {
            notes.Add($"no price: {why.Message} {why.Explanation}");
            return TypedResults.NoContent();
        }

        return FlexPricing.OfConnection(
            turn.Reference.Prices.List, added, discount, connection.Spots) is { } charge
            ? new Answer<FlexPriced>(new(connection.Id, added, charge))
            : TypedResults.NoContent();
    }

    /// <summary>What adding it costs.</summary>
    internal sealed record FlexPriced(string ConnectionId, long FlexBandwidth, decimal FlexCharge);
}
