using Emulator.Domain.Agreements;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>Orders a CloudRouter (OpenAPI 1.0.0).</summary>
internal static class CreateRouter
{
    private static readonly BodyMember<long> Quantity = Body.NeededLongInteger(
        "quantity", "How many: 1 at least, and 36 months or 3 years at most.");

    private static readonly BodyMember<string> Unit = Body.NeededText("unit", "m for months, y for years.");

    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "The CloudRouter's name.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string> PaymentMethod = Body.NeededText(
        "paymentMethod", "invoice; creditcard is taken too.", "invoice", "creditcard");

    private static readonly BodyMember<string> Bandwidth = Body.NeededText(
        "bandwidth", $"What all its sites may have together: {string.Join(", ", RouterBandwidth.Names)}.");

    private static readonly BodyMember<Asked> Duration = Body.NeededObject(
        "duration", "How long the contract runs; then it goes on by the month.", Quantity, Unit);

    private static readonly BodyMember<string?> DiscountCode = Body.TextOrNull(
        "discountCode", "A discount code; the CloudRouter keeps it, and its charges apply it.", maxLength: null);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Name, PaymentMethod, Bandwidth, Duration, DiscountCode);

    private const string Example = """
        {
          "name": "Acme backup", "paymentMethod": "invoice", "bandwidth": "1GB", "duration": { "quantity": 1,
          "unit": "m" }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{companyId}/l3vpns", Handle)
        .Published("125", "Order a CloudRouter")
        .Tells("Orders a routed network for the company's sites. The CloudRouter is CREATING, then CREATED; then it "
            + "takes sites. Its contract runs from then.")
        .Needs(NetworkAction.CreateCloudRouter, "companyId")
        .NeedsAgreement(AgreementType.ConsoleCloudrouterSpecificTerms)
        .With(CloudRouterChapter.Company)
        .Takes(Schema, Example)
        .Answers<RouterOrdered>(200)
        .Answers(
            ServiceErrors.CompanyNotVerifiedForCloudRouter,
            ServiceErrors.RouterBandwidthNotOffered,
            ServiceErrors.RouterDurationUnit,
            ServiceErrors.RouterDurationNotPositive,
            ServiceErrors.DurationTooLong)
        .Assumes(
            "Every refusal: the editions print none of this operation's; bandwidth and duration are worded as the "
            + "operation that prices a CloudRouter words them. paymentMethod creditcard is taken, as a later sample "
            + "has a CloudRouter that is paid so. >10GB stands for 100000 Mbps. requestSource is CONSOLE_API. The "
            + "statuses after CREATING and CREATED. That a discountCode nobody knows is kept and gives no discount. "
            + "Unless the sandbox requires the agreement, nothing is refused where the terms aren't signed.");

    private static Answer<RouterOrdered> Handle(Company company, RequestBody body, Turn turn)
    {
        CloudRouterRules.MustBeVerified(company);
        var asked = body.Checked(Schema);
        var bandwidth = asked.Of(Bandwidth);
        CloudRouterRules.MustBeOffered(bandwidth);
        var duration = asked.Of(Duration);
        var (quantity, unit) = (duration.Of(Quantity), duration.Of(Unit));
        CloudRouterRules.MustBeOffered(quantity, unit);
        var router = new CloudRouter
        {
            Id = turn.Ids.Next(),
            Uuid = turn.Ids.NextUuid(),
            CompanyId = company.Id,
            Name = asked.Of(Name),
            PaymentMethod = asked.Of(PaymentMethod),
            Bandwidth = bandwidth,
            Duration = (int)quantity,
            DurationUnit = unit,
            DiscountCode = asked.Of(DiscountCode),
            CreatedAt = turn.Now.At,
        };
        CloudRouterStateMachine.Table.Begin(router, CloudRouterStatus.Creating, turn.Now);
        turn.Db.Add(router);
        return new RouterOrdered(router);
    }
}
