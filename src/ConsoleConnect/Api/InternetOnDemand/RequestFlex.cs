using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Asks for another bandwidth for a while (002:555-613).</summary>
internal static class RequestFlex
{
    private static readonly BodyMember<string?> DiscountCode = Body.Text(
        "discountCode", "A discount code, as the flex's price takes one: the charges for its hours apply it.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .Number("bandwidth", "The service's total bandwidth, Mbps: a whole number from 1.", required: true)
        .With(DiscountCode);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/app-user/{companyId}/gia-service/{giaId}/flex", Handle)
            .Documented("087", "Flex an IO-D service")
            .Tells(
                "Asks for another bandwidth, which is reserved on the port at once: REQUESTED, PROCESSING, then "
                    + "SUCCESS, and from then on the service has it, until the next "
                    + "flex. The contract's own bandwidth ends flexing. "
                    + "UPGRADE where it is more than the service has now, DOWNGRADE otherwise.")
            .Needs(NetworkAction.UpdateIodService, "companyId")
            .With(InternetOnDemandChapter.Company, InternetOnDemandChapter.Service)
            .Takes(Schema, """{"bandwidth": 100}""")
            .Answers<FlexShape>(200)
            .Answers(
                ServiceErrors.IodServiceNotFound,
                ServiceErrors.FlexNotWhole,
                ServiceErrors.FlexTooSmall,
                ServiceErrors.FlexUnavailable,
                ServiceErrors.FlexByInvoiceOnly,
                ServiceErrors.FlexNotActive,
                ServiceErrors.FlexInProgress,
                ServiceErrors.FlexHasNoPrice,
                ServiceErrors.CapacityExceeded,
                ServiceErrors.PortClosed)
            .Assumes(
                "Which services can't be flexed (those not billed payg) and which bandwidths have no price: less than "
                    + "the contract, and more than 10000 Mbps above it. PROCESSING and FAILED. That the port must have "
                    + "room for it. A flex to the bandwidth that the service has already is taken, as a DOWNGRADE. "
                    + "discountCode: the price of a flex takes one, so the flex itself does, too."
            );

    private static async Task<Answer<FlexShape>> Handle(
        Company company,
        string giaId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var service = await turn
            .Db.IodServices.Whole()
            .Include(service => service.AccessPort)
            .OwnedBy(company, giaId, ct);
        service.AccessPort.MustBeOpen();
        var bandwidth = FlexedBandwidth.Of(asked, " (002:579)");
        var flex = service.Request(
            bandwidth,
            asked.Of(DiscountCode),
            Capacity.Of(service.AccessPort, turn.Rows.UseOf(service.AccessPort)),
            turn.Reference.Prices.List,
            turn.Ids.NextUuid,
            turn.Now);
        turn.Db.Add(flex);
        return new FlexShape(flex);
    }
}
