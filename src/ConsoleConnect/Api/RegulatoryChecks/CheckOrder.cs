using System.Text.Json;
using Emulator.Domain.People;
using Emulator.Domain.RegulatoryChecks;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.RegulatoryChecks;

/// <summary>Checks whether an order complies with regulations (OpenAPI 1.59.2).</summary>
internal static class CheckOrder
{
    private static readonly BodyMember<string> CompanyId = Body.NeededText(
        "companyId", "The company that would order, by its id.", 64, 1);

    private static readonly BodyMember<string> OfferingId = Body.NeededText(
        "productOfferingId", "What would be ordered: the id of its offering.", 64, 1);

    private static readonly BodyMember<string> SpecificationId = Body.NeededText(
        "productSpecificationId", "The id of its specification.", 64, 1);

    private static readonly BodyMember<JsonElement> Attributes = Body.NeededFreeObject(
        "attributes",
        "What was chosen of the product, by the names of its specification. Texts whose names say country name the "
        + "countries that it is for; regulatoryCheckReason gives a reason where one is needed.");

    private static readonly BodyMember<IReadOnlyList<Asked>> Addons = Body.Objects(
        "addons", "The add-ons that would come with it.", OfferingId, SpecificationId, Attributes);

    private static readonly BodyMember<Asked> Order = Body.NeededObject(
        "order",
        "The order.",
        CompanyId,
        OfferingId,
        SpecificationId,
        Attributes,
        Body.Text("name", "The order's name.", 255),
        Body.Text("customerReference", "The customer's own reference.", 255),
        Body.Text("orderAction", "CREATE, as where it isn't sent.", "CREATE"),
        Addons);

    private static readonly RequestSchema Schema = new RequestSchema().With(Order);

    private const string Example = """
        {
          "order": {
            "companyId": "557679e2c2e6a1b4d7756472", "name": "Branch in Lyon", "customerReference": "PO-3391",
            "orderAction": "CREATE", "productOfferingId": "2f6d3c51-8b1e-4d0a-9c77-5e0b1a44d2c9",
            "productSpecificationId": "b8c1f0de-47a5-4f5b-8d36-0a9e6c21f713",
            "attributes": { "siteCountry": "FR", "bandwidth": "1000" },
            "addons": [
              {
                "productOfferingId": "90ad7e36-1c58-4b7f-a2e4-63f9d8b5c017",
                "productSpecificationId": "c53e9b12-6f08-4a8d-b917-f2d4e7a06b85", "attributes": { "color": "green" }
              }
            ]
          }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/marketplace-orders/regulatory-check", Handle)
        .Published("158", "Check an order against regulations")
        .Tells("Says whether an order could be placed, and places none: 200 without a body where it complies. Nothing "
            + "is regulated unless PUT /__admin/regulatory-check says which countries are, or an attribute says "
            + "[sim:deny] or [sim:reason].")
        .ItselfNeeds(NetworkAction.CheckMarketplaceOrder)
        .Takes(Schema, Example)
        .AnswersNothing(200)
        .Answers(
            ServiceErrors.CompanyNotFound,
            ServiceErrors.AccessDenied,
            ServiceErrors.RegulatoryDenied,
            ServiceErrors.RegulatoryReasonMissing,
            ServiceErrors.RegulatoryReasonNotNeeded)
        .Assumes("What is regulated, that the reason is an attribute, and which of the three refusals is said when: "
            + "denied for good, denied for want of a reason, a reason for nothing. Ids of offerings and specifications "
            + "are any text: no operation lists them.");

    private static async Task<IResult> Handle(RequestBody body, Turn turn, CancellationToken ct)
    {
        var order = body.Checked(Schema).Of(Order);
        turn.Company(order.Of(CompanyId), NetworkAction.CheckMarketplaceOrder);
        List<(string Name, string Value)> texts = [];
        foreach (var attributes in order.Of(Addons).Select(addon => addon.Of(Attributes)).Prepend(order.Of(Attributes)))
        {
            Collect("", attributes, texts);
        }

        RegulatoryCheck.MustPass(
            texts, await turn.Db.RegulatedCountries.AsNoTracking().ToListAsync(ct), turn.Now.Pacing.Directives);
        return Results.Ok();
    }

    /// <summary>The texts in attributes, however deep, each with the name of the member that it stands in.</summary>
    private static void Collect(string name, JsonElement value, List<(string Name, string Value)> texts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add((name, value.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(name, item, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Collect(member.Name, member.Value, texts);
                }

                break;
        }
    }
}
