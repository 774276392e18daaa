using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Plans;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.PortOrders;

/// <summary>Orders a port (000:2806-2840).</summary>
internal static class CreatePortOrder
{
    private static readonly BodyMember<int> Speed = Body.NeededInteger(
        "speed", "Port speed in Mbps: at least 100, and offered by the facility.", minimum: 100);

    private static readonly BodyMember<string> PortName = Body.NeededText("portName", "The port's name.");

    private static readonly BodyMember<string> Facility = Body.NeededText(
        "dataCenterFacility", "The username (or id) of the data center facility.");

    private static readonly BodyMember<string?> PaymentType = Body.Text(
        "paymentType",
        "plan or invoice. Left out, it is plan where a billingId is sent (the user guide's call, 000:80).",
        "plan",
        "invoice",
        "creditcard");

    private static readonly BodyMember<string?> BillingId = Body.Text(
        "billingId", "The id of the plan's subscription; with paymentType plan only.");

    private static readonly BodyMember<string?> TransactionId = Body.Text(
        "paymentTransactionId", "Not with plan or invoice.");

    private static readonly BodyMember<string?> DurationUnit = Body.Text(
        "durationUnit", "y, or m where the facility has the tag monthly-ports.", "y", "m");

    private static readonly BodyMember<bool?> BundleCrossConnect = Body.Flag(
        "bundleCrossConnect",
        "A cross connect with the port, for 12 months, where the facility can bundle one.");

    private static readonly BodyMember<string?> DiscountCode = Body.Text(
        "discountCode", "A promotion or partner code. The order shows the id of its discount.");

    private static readonly BodyMember<string?> Type = Body.Text("type", "The user guide sends PHYSICAL (000:80).");

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Speed, PortName, Facility, PaymentType, BillingId, TransactionId, DurationUnit, BundleCrossConnect,
        DiscountCode, Type);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/company/{companyName}/ports/orders", Handle)
            .Documented("041", "Order a port")
            .Tells(
                "Orders a port in a data center facility, to be paid by a plan or by invoice. The answer is the order "
                    + "as created, and the service moves it on: poll it until it "
                    + "is done; "
                    + "then portId is valid and the port is being activated.")
            .Needs(NetworkAction.CreatePortOrder)
            .NeedsAgreement(AgreementType.ConsolePortServiceTerms)
            .With(Parameters.Company)
            .Takes(
                Schema,
                """
                {"dataCenterFacility": "supernetpa4", "speed": 1000, "portName": "PORT_2", "paymentType": "plan",
                "billingId": "56d691309a90128d55831db2"}
                """,
                "paymentType",
                "billingId")
            .Answers<PortOrderDetails>(200)
            .Answers(
                ServiceErrors.CompanyNotVerified,
                ServiceErrors.FacilityNotFound,
                ServiceErrors.FacilityNotReady,
                ServiceErrors.SpeedNotOffered,
                ServiceErrors.CannotBundleCrossConnect,
                ServiceErrors.MonthlyNotOffered,
                ServiceErrors.BundleNeedsTwelveMonths,
                ServiceErrors.SubscriptionRequired,
                ServiceErrors.SubscriptionNotFound,
                ServiceErrors.EntitlementExceeded,
                ServiceErrors.TransactionNotAllowed,
                ServiceErrors.TransactionRequired,
                ServiceErrors.CreditcardOnlyOnWeb)
            .Assumes("That an unknown discountCode is kept and gives no discount: no source says.");

    private static async Task<Answer<PortOrderDetails>> Handle(
        Company company,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var payment = Payment(asked);
        var facility = turn.Reference.FacilityNamed(asked.Of(Facility));
        var subscription = payment.BillingId is { } billingId
            ? await turn
                .Db.Subscriptions.AsNoTracking()
                .FirstOrDefaultAsync(
                    subscription => subscription.Id == billingId && subscription.CompanyId == company.Id,
                    ct)
                ?? throw ServiceErrors.SubscriptionNotFound.Because(
                    $"{company.Username} has no subscription with " + $"the id {billingId}.")
            : null;
        var order = PlacingAPortOrder.Place(
            new PlacingAPortOrder.Wish(
                company, facility, asked.Of(PortName), asked.Of(Speed), payment.Type, subscription,
                PortsOnIt: subscription is null ? 0 : await turn.Db.PortsOn(subscription.Id, ct),
                Monthly: asked.Of(DurationUnit) == "m",
                BundleCrossConnect: asked.Of(BundleCrossConnect) ?? false,
                DiscountCode: asked.Of(DiscountCode)),
            turn.Ids.Next,
            turn.Now);
        turn.Db.Add(order);
        return turn.DetailsOf(order);
    }

    /// <summary>
    /// How it is paid: "plan" and "invoice" go without a transaction, "creditcard" is for the web application only
    /// (000:2811-2813).
    /// </summary>
    private static (string Type, string? BillingId) Payment(Asked asked)
    {
        var billingId = asked.Of(BillingId);
        var transactionId = asked.Of(TransactionId);
        var type = asked.Of(PaymentType) ?? (billingId is null
            ? throw ServiceErrors.MissingProperty.Because("paymentType is plan or invoice.", "", "paymentType")
            : "plan");
        CreditCards.Refuse(type, transactionId is not null);

        // the documents' own sample repeats the billingId as paymentTransactionId (000:2601), right above the
        // words that forbid one.
        if (transactionId is not null && transactionId != billingId)
        {
            throw ServiceErrors.TransactionNotAllowed.Because("Leave paymentTransactionId out.", type);
        }

        if (type == "plan" && billingId is null)
        {
            throw ServiceErrors.SubscriptionRequired.Because("billingId is the id of one of the company's "
                + "subscriptions.");
        }

        return (type, type == "plan" ? billingId : null);
    }
}
