using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Control;

/// <summary>
/// What the Console Connect team and its web application do about edge ports: the feature is switched on and off by
/// company, and drafts of orders are begun.
/// </summary>
internal static class EdgeRoutes
{
    private const string Group = "Edge ports";

    private static readonly ParameterExample Company = new("companyName", "Acme", "The company's username.");

    private static readonly BodyMember<bool?> Enabled = Body.Flag(
        "enabled", "Whether the company may use it; true by default.");

    private static readonly RequestSchema ModuleSchema = new RequestSchema().With(Enabled);

    private static readonly BodyMember<string> QuoteKey = Body.NeededText(
        "quoteKey", "A price of the company's, of a search that is READY.", 64, 1);

    private static readonly BodyMember<string?> PortName = Body.Text(
        "portName", "The port's name; Draft where it isn't sent.", 255, 1);

    private static readonly RequestSchema DraftSchema = new RequestSchema().With(QuoteKey, PortName);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/__admin/companies/{companyName}/edge-module", Switch)
            .OnTheSandbox(Group, "Turn edge ports on or off for a company")
            .Tells("Does what the Console Connect team does: without the feature EnableEdgeModule a company can "
                + "neither search for prices nor order. What it has stays as it is.")
            .With(Company)
            .Takes(ModuleSchema, """{"enabled": true}""")
            .Produces<EdgeModuleShown>().Answers(ServiceErrors.CompanyNotFound);
        routes.MapPost("/__admin/companies/{companyName}/edge-drafts", Draft)
            .OnTheSandbox(Group, "Begin a draft of an edge port's order")
            .Tells("Does what the web application does: no published route makes a draft. It is in GET "
                + "/v2/edgeports/orders for 30 days; firing Confirm at /__admin/workflows/port-orders/{id} orders it.")
            .With(Company)
            .Takes(DraftSchema, """{"quoteKey": "6f1d2c84-93ab-4e57-8b06-2d5a7c90e411", "portName": "Maybe"}""")
            .Produces<EdgeDraftShown>().Answers(ServiceErrors.CompanyNotFound, ServiceErrors.EdgeQuoteInvalid);
    }

    private static async Task<Answer<EdgeModuleShown>> Switch(
        string companyName, RequestBody body, Turn turn, CancellationToken ct)
    {
        var company = await turn.ToChange(turn.Reference.CompanyNamed(companyName), ct);
        company.EdgeModule = body.Checked(ModuleSchema).Of(Enabled) ?? true;
        company.UpdatedAt = turn.Now.At;
        return new EdgeModuleShown(company.Username, company.EdgeModule);
    }

    private static async Task<Answer<EdgeDraftShown>> Draft(
        string companyName, RequestBody body, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var asked = body.Checked(DraftSchema);
        var (quote, solution) = await turn.Db.EdgeSolutionWith(asked.Of(QuoteKey), [company], turn.Now.At, ct)
            ?? throw ServiceErrors.EdgeQuoteInvalid.Because("quoteKey is one that GET "
                + "/v2/edgeports/quotes/search/{responseId} shows the company, while it is good.");
        var person = turn.Reference.User(turn.Reference.MembersOf(company)
            .First(member => member.Roles.Contains(RoleName.Admin)).UserId)!;
        var order = PlacingAnEdgeOrder.Place(
            new(
                company,
                turn.Reference.Facility(solution.FacilityId)!,
                asked.Of(PortName) ?? "Draft",
                solution.Mbps,
                new EdgeTerms(
                    quote.Id,
                    solution,
                    quote.Place,
                    new SiteContacts(
                        person.Name, "+", person.Phone ?? "-", person.Email, null, null, null, null, "-", "-", null))),
            PortOrderStatus.Draft,
            turn.Ids.Next,
            turn.Now with { By = person.Id });
        turn.Db.Add(order);
        return new EdgeDraftShown(order.Id, company.Username, Spelling.Of(order.Status));
    }

    /// <summary>How it is now.</summary>
    internal sealed record EdgeModuleShown(string Company, bool Enabled);

    /// <summary>A draft.</summary>
    /// <param name="Id">The order's id.</param>
    /// <param name="Company">Whose it is.</param>
    /// <param name="Status">draft.</param>
    internal sealed record EdgeDraftShown(string Id, string Company, string Status);
}
