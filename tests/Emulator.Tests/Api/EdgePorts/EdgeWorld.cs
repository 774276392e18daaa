using System.Text.Json.Nodes;

namespace Emulator.Tests.Api.EdgePorts;

/// <summary>What the tests of edge ports share: Acme's seeded search, and orders that work.</summary>
internal static class EdgeWorld
{
    public const string Orders = "/api/company/Acme/ports/edge-orders";

    public const string Quotes = "/v2/edgeports/quotes";

    /// <summary>Of Acme's seeded search in Hong Kong: 180.00 a month, 600.00 once, for 12 months.</summary>
    public const string QuoteKey = "6f1d2c84-93ab-4e57-8b06-2d5a7c90e411";

    /// <summary>An order by a price.</summary>
    public static JsonObject Order(string quoteKey = QuoteKey) => JsonNode.Parse(
        $$"""
        {
          "portName": "Branch", "speed": 100, "paymentType": "invoice",
          "edgePayload": {
            "country": {"iso": "HK", "name": "Hong Kong"}, "formattedAddress": "18 Ferry Street, Hong Kong",
            "interval": "6 weeks", "latitude": "22.3027", "longitude": "114.1772", "quoteKey": "{{quoteKey}}",
            "siteContacts": {
              "primarySiteContactName": "Stan", "primarySitePhonePrefix": "+852", "primarySiteContactPhone": "5550",
              "primarySiteContactEmail": "stan@example.com", "demarcationPoint": "Rack 2", "siteAccess": "Ring"
            }
          }
        }
        """)!.AsObject();

    /// <summary>What a search asks for.</summary>
    public static JsonObject Search(string iso = "HK", string bandwidth = "100", string term = "12") => JsonNode.Parse(
        $$"""
        {
          "country": {"name": "Somewhere", "iso": "{{iso}}"}, "bandwidth": "{{bandwidth}}", "bandwidthUnit": "Mbps",
          "contract-term": "{{term}}", "contractTermUnit": "month", "formatted-address": "1 New Road",
          "postCode": "", "withMetro": true
        }
        """)!.AsObject();

    public static Task<Answer> OrderAtTheEdge(this Client client, JsonObject order, string company = "Acme") =>
        client.Post($"/api/company/{company}/ports/edge-orders", order.ToJsonString());

    /// <summary>A search of a client's that is READY.</summary>
    public static async Task<Answer> Searched(this EmulatorUnderTest emulator, Client client, JsonObject search)
    {
        var id = (await client.Post($"{Quotes}/search", search.ToJsonString())).MustBeOk().TextOf("responseId");
        await emulator.Pass(3);
        return (await client.Get($"{Quotes}/search/{id}")).MustBeOk();
    }

    /// <summary>A draft of Acme's.</summary>
    public static async Task<string> EdgeDraft(this EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Post(
            "/__admin/companies/Acme/edge-drafts", $$"""{"quoteKey":"{{QuoteKey}}","portName":"Maybe"}"""))
            .MustBeOk().TextOf("id");

    /// <summary>A port of Acme's, ordered and delivered.</summary>
    public static async Task<string> EdgePort(this EmulatorUnderTest emulator, Client client)
    {
        var order = (await client.OrderAtTheEdge(Order())).MustBeOk().TextOf("id");
        await emulator.Pass(5);
        return (await client.Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk().TextOf("createdPortId");
    }
}
