using System.Globalization;
using Emulator.Api;
using Emulator.Hosting.Pipeline;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// What Swashbuckle is told: which operations a document lists, in what order and under which names, and who fills in
/// the rest.
/// </summary>
internal static class DocumentSettings
{
    /// <summary>The scheme for the header <c>portal-token</c>.</summary>
    public const string PortalToken = "portalToken";

    /// <summary>The scheme for <c>Authorization: Bearer</c>.</summary>
    public const string Bearer = "bearer";

    /// <summary>The scheme for the admin token.</summary>
    public const string AdminToken = "adminToken";

    private const string AboutTheService =
        "An emulator of the Console Connect API. Its data are made up; nothing is ordered, built or billed.\n\n**To "
        + "begin**, send *Log in* as it stands: every seeded user has the password `Password1`, and stan@example.com "
        + "may do everything in Acme, company1 and corp.\nPut the answer's `token` behind *Authorize*, or take the API "
        + "key `key-stan`. Every example here works as it stands on the fresh seed;\n`POST /__admin/reset` brings the "
        + "fresh seed back.\n\n**What is known** of each operation stands under its name. Its source is a line of one "
        + "of the vendor's documents: the API\nreference, the layer 2 guide, or the guide to Internet On-Demand; or an "
        + "edition of its OpenAPI document that was published later. Choose one of these above to see\nonly what it "
        + "has. What no source says is marked as assumed. An operation of a later edition that isn't emulated yet "
        + "answers 501.\n\n**Refusals** have the service's own body; the header `X-Emulator-Explain` says which rule "
        + "was broken. The header `X-Emulator-Operation`\nof every answer names the documented operation, and how sure "
        + "we are of it. Bodies are read as JSON whatever their\nContent-Type says, members nobody knows are let "
        + "through, and a whole number may be sent as text: the header\n`X-Emulator-Note` says so where it happens.";

    private const string AboutTheAdmin =
        "What the emulator can do besides emulating: say how it is, go back to the seed, show and drive the state "
        + "machines, move the clock, show the e-mails\n"
        + "that the service would have sent. None of it is part of the service, and none of it asks who calls: where "
        + "`--admin-token` is set, `/__admin` asks for that token\n"
        + "(put it behind *Authorize*), except for `GET /__admin/health`. Web pages of other origins, and Hosts that "
        + "aren't loopback's or named by `--admin-hosts`, are refused.";

    private static OpenApiContact Contact => new() { Name = "The emulator's own maintainers, not Console Connect" };

    /// <summary>Tells it.</summary>
    public static void Apply(SwaggerGenOptions swagger)
    {
        var version = typeof(DocumentSettings).Assembly.GetName().Version!.ToString(3);
        foreach (var document in OpenApiDocuments.All)
        {
            swagger.SwaggerDoc(
                document.Name,
                new OpenApiInfo
                {
                    Title = document.Title,
                    Version = version,
                    Description = document == OpenApiDocuments.Admin ? AboutTheAdmin : AboutTheService,
                    Contact = Contact,
                });
        }

        swagger.AddServer(new OpenApiServer { Url = OpenApiDocuments.UsualAddress });
        swagger.DocInclusionPredicate(
            (name, operation) =>
                OpenApiDocuments.All.Any(document => document.Name == name && document.Lists(operation)));
        swagger.CustomOperationIds(OperationWords.IdOf);
        swagger.OrderActionsBy(InTheDocumentsOrder);
        PayloadSchemas.Apply(swagger); // First: what code remarks on itself makes room for what is said to clients.
        swagger.OperationFilter<OperationWords>();
        swagger.OperationFilter<KnownParameters>();
        swagger.OperationFilter<TakenBodies>();
        swagger.OperationFilter<OtherAnswers>();
        swagger.OperationFilter<RefusedAnswers>();
        swagger.OperationFilter<NotedAnswers>();
        swagger.OperationFilter<AnswerExamples>();
        swagger.DocumentFilter<Chapters>();
        swagger.DocumentFilter<NothingUnused>();
        swagger.DocumentFilter<TypesBesideTypes>();
    }

    /// <summary>Both ways of saying who calls; either is enough.</summary>
    public static IReadOnlyDictionary<string, IOpenApiSecurityScheme> WaysToSayWhoCalls =>
        new Dictionary<string, IOpenApiSecurityScheme>
        {
            [PortalToken] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = Credential.PortalToken,
                Description = "The token that logging in answers, or an API key such as key-stan.",
            },
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The same: a token, or an API key such as key-stan.",
            },
        };

    /// <summary>The way into <c>/__admin</c>, where a token is set.</summary>
    public static IOpenApiSecurityScheme WayIntoAdmin =>
        new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = AdminGuard.TokenHeader,
            Description = "The admin token (--admin-token), where one is set; Authorization: Bearer does as well.",
        };

    /// <summary>
    /// By the documents' lines, so that chapters and operations stand as there; the emulator's own stay as they are
    /// mapped.
    /// </summary>
    public static string InTheDocumentsOrder(ApiDescription operation) =>
        operation.ActionDescriptor.EndpointMetadata.OfType<OperationFacts>().LastOrDefault() is { } facts
            ? ((uint)DocumentedOperations.All.ToList().IndexOf(facts.Main))
                .ToString("D10", CultureInfo.InvariantCulture)
            : "";
}
