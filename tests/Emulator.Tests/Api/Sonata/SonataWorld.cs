using System.Text.Json.Nodes;

namespace Emulator.Tests.Api.Sonata;

/// <summary>What is ordered and quoted in MEF's dialect, with ids of the seed.</summary>
internal static class SonataWorld
{
    public const string Orders = "/mefApi/sonata/productOrderingManagement/v10/productOrder";
    public const string Quotes = "/mefApi/sonata/quoteManagement/v8/quote";
    public const string Products = "/mefApi/sonata/productInventory/v7/product";
    public const string Addresses = "/mefApi/sonata/geographicAddressManagement/v7";

    /// <summary>A facility in Sydney, and what orders call it.</summary>
    public const string Sydney = "5a8ba936c2e6a1b4d75132f8";
    public const string SydneyName = "equinix-sy3";

    /// <summary>Acme's ports in New York and London, and the facilities they are in.</summary>
    public const string NewYorkPort = "5aaaac3bc2e6a1b4d7cc4c6d";
    public const string LondonPort = "5ad8849ac2e6a1b4d7c364cb";
    public const string NewYork = "56bda201c2e6a1b4d7c559f3";
    public const string London = "56bda16ec2e6a1b4d76fd00d";
    public const string LondonMetro = "56bd9f93c2e6a1b4d7481c5a";

    /// <summary>The seeded order of the port in New York, and the seeded E-Line.</summary>
    public const string SeededUniOrder = "c3a6a0f4-6e0d-4b8e-9d59-0f4bfa3a51c7";
    public const string SeededELine = "5b30dc0fc2e6a1b4d7dea069";
    public const string SeededQuote = "6d1a3c1e-0f0b-4a63-8a35-8be1b0b5d9a4";

    /// <summary>An order of a port.</summary>
    public static JsonObject Uni(string name = "Harbour port", int speed = 1000) => Order(new JsonObject
    {
        ["id"] = "UNI",
        ["action"] = "add",
        ["product"] = new JsonObject
        {
            ["id"] = null,
            ["href"] = null,
            ["productOffering"] = new JsonObject { ["id"] = "UNI", ["href"] = null },
            ["productConfiguration"] = new JsonObject
            {
                ["@type"] = "UNI",
                ["bandwidth"] = speed,
                ["bandwidthUnit"] = "MBPS",
                ["name"] = name,
                ["paymentType"] = "invoice",
                ["dcfName"] = SydneyName,
            },
            ["productRelationship"] = new JsonArray(),
            ["place"] = new JsonArray(Place(Sydney)),
        },
        ["requestedItemTerm"] = Term(1, "calendarYears"),
    });

    /// <summary>An order of a layer 2 connection between two ports of Acme's, with every member there is.</summary>
    public static JsonObject ELine(string name = "New York to London, again", int speed = 10) => Order(new JsonObject
    {
        ["id"] = "ELINE",
        ["action"] = "add",
        ["note"] = new JsonArray(),
        ["relatedBuyerPON"] = null,
        ["product"] = ELineProduct(name, speed),
        ["relatedContactInformation"] = new JsonArray(Contact("buyerTechnicalContact", organization: null)),
        ["requestedItemTerm"] = Term(3, "calendarMonths"),
        ["billingAccount"] = new JsonObject { ["id"] = "001" },
        ["productOrderItemRelationship"] = new JsonArray(),
        ["tspRestorationPriority"] = null,
        ["productOfferingQualificationItem"] = Qualification(),
        ["coordinatedAction"] = new JsonArray(),
        ["quoteItem"] = new JsonObject { ["quoteHref"] = null, ["id"] = "ELINE", ["quoteId"] = "null" },
        ["endCustomerName"] = null,
        ["expediteIndicator"] = true,
        ["expediteValue"] = 1,
        ["requestedCompletionDate"] = "2121-11-30T23:00:00Z",
    });

    /// <summary>A quote of the same connection, with every member that there is.</summary>
    public static JsonObject ELineQuote(int speed = 10) => new()
    {
        ["note"] = new JsonArray(),
        ["requestedQuoteCompletionDate"] = "2027-12-31T23:00:00Z",
        ["relatedContactInformation"] = new JsonArray(Contact("buyerContactInformation")),
        ["externalId"] = "QUOTE-2001",
        ["buyerRequestedQuoteLevel"] = "firm",
        ["projectId"] = "Harbour",
        ["instantSyncQuote"] = true,
        ["quoteItem"] = new JsonArray(new JsonObject
        {
            ["id"] = "ELINE",
            ["action"] = "add",
            ["note"] = new JsonArray(),
            ["product"] = ELineProduct("New York to London, again", speed),
            ["productOfferingQualificationItem"] = Qualification(),
            ["relatedContactInformation"] = new JsonArray(Contact("quoteItemTechnicalContact")),
            ["agreementName"] = null,
            ["dealReference"] = null,
            ["quoteItemRelationship"] = new JsonArray(),
            ["quoteItemTerm"] = "",
            ["requestedQuoteItemTerm"] = Term(3, "calendarMonths"),
        }),
    };

    /// <summary>The order that deletes a product.</summary>
    public static JsonObject Deletion(string productId, string item = "ACCESS_E_LINE") => Order(new JsonObject
    {
        ["product"] = new JsonObject { ["id"] = productId },
        ["action"] = "delete",
        ["id"] = item,
    });

    /// <summary>An order's item.</summary>
    public static JsonObject Item(this JsonObject order) => order["productOrderItem"]![0]!.AsObject();

    /// <summary>What an order's product is to be like.</summary>
    public static JsonObject Configuration(this JsonObject order) =>
        order.Item()["product"]!["productConfiguration"]!.AsObject();

    private static JsonObject Order(JsonObject item) => new()
    {
        ["note"] = new JsonArray(),
        ["relatedContactInformation"] = new JsonArray(Contact("productOrderContact")),
        ["externalId"] = "PO-2001",
        ["projectId"] = "Harbour",
        ["productOrderItem"] = new JsonArray(item),
    };

    private static JsonObject ELineProduct(string name, int speed) => new()
    {
        ["id"] = null,
        ["href"] = null,
        ["productOffering"] = new JsonObject { ["href"] = null, ["id"] = "ACCESS_E_LINE" },
        ["productConfiguration"] = new JsonObject
        {
            ["@type"] = "ACCESS_E_LINE",
            ["bandwidth"] = speed,
            ["bandwidthUnit"] = "MBPS",
            ["classOfService"] = "SILVER",
            ["paymentType"] = "invoice",
            ["name"] = name,
            ["buyerCompanyId"] = "Acme",
            ["destUNIMetroId"] = LondonMetro,
            ["type"] = "LAYER2",
        },
        ["productRelationship"] = new JsonArray(
            new JsonObject
            {
                ["relationshipType"] = "CONNECTS_TO_ENNI",
                ["id"] = NewYorkPort,
                ["href"] = null,
                ["groupingKey"] = null,
            },
            new JsonObject { ["relationshipType"] = "CONNECTS_TO_UNI", ["id"] = LondonPort, ["href"] = null }),
        ["place"] = new JsonArray(Place(NewYork), Place(London)),
    };

    private static JsonObject Qualification() => new()
    {
        ["productOfferingQualificationId"] = "",
        ["alternateProductProposalId"] = null,
        ["productOfferingQualificationHref"] = null,
        ["id"] = "ELINE",
    };

    private static JsonObject Place(string id) => new()
    {
        ["role"] = "INSTALL_LOCATION",
        ["href"] = null,
        ["id"] = id,
        ["@type"] = "GeographicAddressRef",
        ["@schemaLocation"] = null,
    };

    private static JsonObject Term(int amount, string units) => new()
    {
        ["name"] = "Term",
        ["description"] = "no description",
        ["duration"] = new JsonObject { ["amount"] = amount, ["units"] = units },
        ["endOfTermAction"] = "roll",
        ["rollInterval"] = new JsonObject { ["amount"] = 1, ["units"] = "calendarMonths" },
    };

    private static JsonObject Contact(string role, string? organization = "Acme") => new()
    {
        ["number"] = "+1 555 0100",
        ["numberExtension"] = null,
        ["emailAddress"] = "stan@acme.example",
        ["role"] = role,
        ["organization"] = organization,
        ["name"] = "Stan",
        ["postalAddress"] = null,
    };
}
