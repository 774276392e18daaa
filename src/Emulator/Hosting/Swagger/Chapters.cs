using Emulator.Errors;
using Emulator.Wire;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// What a document has besides its operations: the chapters, in the documents' order, the ways to say who calls, and
/// the refusals' header.
/// </summary>
internal sealed class Chapters : IDocumentFilter
{
    /// <summary>What each chapter is about, by document.</summary>
    private static readonly Dictionary<(string Document, string Chapter), string> Meanings = new()
    {
        [("service", "Auth")] = "Logging in and out, and passwords: forgotten, reset with a mailed token, changed.",
        [("service", "Invites")] = "Asking people, data centers and companies to join Console Connect.",
        [("service", "Users")] = "People's accounts, and companies' where a username names one: registering, "
            + "reading, updating, pictures, counters.",
        [("service", "User presence (socket)")] = "Who is online.",
        [("service", "Companies and roles")] = "Companies, their members, and what those may do.",
        [("service", "Company membership requests")] = "Joining a company: a user asks, a company invites, and the "
            + "other side answers.",
        [("service", "Port orders")] = "Ordering a port in a data center, and following the order until the port is "
            + "delivered.",
        [("service", "Ports")] = "Ports: their names, capacity, VLANs and use; taking them in and out of service.",
        [("service", "Partners (DCP, NSP)")] = "The ports and add-ons of cloud partners and network service providers.",
        [("service", "Plans and entitlements")] = "What a company's plans let it have, and what of that is used.",
        [("service", "Connections")] = "Layer 2 connections: asking for one, answering, changing and ending it.",
        [("service", "Connection management")] = "Connections in and out of service, kept in step with a cloud "
            + "partner, and their history.",
        [("service", "Change requests")] = "Another speed for a connection: one that both companies have to want, or a "
            + "flex for a while.",
        [("service", "Wanted connections")] = "Which companies would like to be connected with which.",
        [("service", "Internet On-Demand")] = "Internet through a port, flexed for a while where more is needed: "
            + "services, addresses, private ASNs.",
        [("service", "ASNs")] = "The autonomous system numbers that a company holds: adding them, having them "
            + "verified, using them.",
        [("service", "Heartbeat")] = "Whether the service answers, and since when.",
        [("service", "Pricing")] = "What things cost before they are ordered, by one price list, and quotations.",
        [("service", "CloudRouter")] = "Routed networks of a company's own: CloudRouters, their sites on ports and in "
            + "clouds, and which clouds there are.",
        [("service", "Edge SIM")] = "SIM cards that lead into a CloudRouter: orders, pools, cards, and plans with "
            + "their APNs.",
        [("service", "Cloud connections")] = "Ordering connections of clouds by their own routes, with the keys that "
            + "they give: Alibaba, AWS, Azure and its peerings, Google, IBM, OVHcloud.",
        [("service", "MEF Sonata")] = "MEF's own dialect: addresses, quotes, orders and products of a port (UNI) and a "
            + "layer 2 connection (E-Line). What is ordered here is an ordinary port order or connection everywhere "
            + "else.",
        [("service", "Places")] = "Where a company can be reached, and where ports can be ordered.",
        [("service", "Agreements")] = "The terms that a company has agreed to.",
        [("service", "Support tickets")] = "Tickets with Console Connect's support: opened, noted, followed.",
        [("service", "Regulatory checks")] = "Whether an order would comply with regulations.",
        [("service", "Edge Ports")] = "Ports at a customer's own site: prices, enquiries, drafts, orders.",
        [("service", "Search")] = "Finding people, companies and data center facilities.",
        [("admin", "Health")] = "Whether the emulator is there, and ready.",
        [("admin", "Settings")] = "What it was started with.",
        [("admin", "Certificate")] = "What clients trust where the emulator serves https.",
        [("admin", "Sandboxes")] = "Worlds of their own, each with its data, clock, ids, faults, journal and outbox.",
        [("admin", "Worlds")] = "What a test needs, described in a few lines: companies, people, ports, connections.",
        [("admin", "Compare")] = "The emulator held against a recording of the service: a HAR file.",
        [("admin", "Snapshots")] = "A sandbox's state, saved, put back, compared, fetched and sent as a file.",
        [("admin", "Sandbox")] = "The sandbox that is asked, put back to the seed.",
        [("admin", "Resources")] = "What there is in the sandbox: an index of these tools, an overview, everything "
            + "with a state, what is due, the network, people.",
        [("admin", "Workflows")] = "The state machines: looking at them, and making any legal move.",
        [("admin", "Progression")] = "How fast the service's own moves go on.",
        [("admin", "Clock")] = "The sandbox's time: set, moved, stopped.",
        [("admin", "Outbox")] = "The e-mails that the service would have sent.",
        [("admin", "People and companies")] = "What Console Connect's own team does about people and companies.",
        [("admin", "Counterparties")] = "What other companies answer when something is asked of them.",
        [("admin", "Prices")] = "What a company's orders and services cost.",
        [("admin", "Agreements")] = "Which products need their agreement.",
        [("admin", "Regulatory checks")] = "For which countries orders are regulated.",
        [("admin", "Edge ports")] = "Who may order at the edge, and drafts of orders.",
        [("admin", "Internet On-Demand")] = "What stands behind Internet On-Demand: pools of addresses, companies' "
            + "ASNs.",
        [("admin", "Conformance")] = "Whether answers are as the contract says, and what of the documents is covered.",
        [("admin", "Journal")] = "What was asked, and what was answered.",
        [("admin", "Events")] = "What happens, as it happens.",
        [("admin", "Faults")] = "Failures on demand.",
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        // A part of the service's document is described as the whole is.
        var told = OpenApiDocuments.OfTheService.Any(kind => kind.Name == context.DocumentName)
            ? OpenApiDocuments.Service
            : OpenApiDocuments.Admin;
        swaggerDoc.Tags = context
            .ApiDescriptions.OrderBy(DocumentSettings.InTheDocumentsOrder, StringComparer.Ordinal)
            .SelectMany(operation =>
                operation
                    .ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>()
                    .SelectMany(metadata => metadata.Tags))
            .Distinct()
            .Select(chapter => new OpenApiTag
            {
                Name = chapter,
                Description = Meanings.GetValueOrDefault((told.Name, chapter)),
            })
            .ToHashSet();
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [RefusalRenderer.ExplainHeader] = new OpenApiHeader
            {
                Description = "The emulator's own: which rule was broken, and what would be allowed.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
            [Notes.Header] = NotedAnswers.Header,
        };
        swaggerDoc.Components.SecuritySchemes =
            told == OpenApiDocuments.Service
                ? DocumentSettings.WaysToSayWhoCalls.ToDictionary()
                : new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [DocumentSettings.AdminToken] = DocumentSettings.WayIntoAdmin,
                };
    }
}
