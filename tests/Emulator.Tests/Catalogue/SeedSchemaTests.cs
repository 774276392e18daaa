using System.Text.Json.Serialization.Metadata;
using Emulator.Store.Seeding;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seed's schemas fit its files and its code, and the little checker that says so does its work.</summary>
public sealed class SeedSchemaTests
{
    private static readonly Dictionary<string, JsonTypeInfo> RowTypes = new()
    {
        ["regions.json"] = SeedJson.Default.Region,
        ["metros.json"] = SeedJson.Default.Metro,
        ["data-center-facilities.json"] = SeedJson.Default.DataCenterFacility,
        ["companies.json"] = SeedJson.Default.Company,
        ["users.json"] = SeedJson.Default.UserRow,
        ["subscriptions.json"] = SeedJson.Default.Subscription,
        ["ports.json"] = SeedJson.Default.PortRow,
        ["port-orders.json"] = SeedJson.Default.PortOrderRow,
        ["connections.json"] = SeedJson.Default.ConnectionRow,
        ["azure-peerings.json"] = SeedJson.Default.AzurePeeringRow,
        ["invitations.json"] = SeedJson.Default.InvitationRow,
        ["mailed-tokens.json"] = SeedJson.Default.MailedToken,
        ["wanted-connections.json"] = SeedJson.Default.Want,
        ["access-circuits.json"] = SeedJson.Default.AccessCircuit,
        ["addons.json"] = SeedJson.Default.Addon,
        ["asns.json"] = SeedJson.Default.AsnRow,
        ["connection-flexes.json"] = SeedJson.Default.ConnectionFlexRow,
        ["iod-services.json"] = SeedJson.Default.IodServiceRow,
        ["cloudrouters.json"] = SeedJson.Default.CloudRouterRow,
        ["cloudrouter-sites.json"] = SeedJson.Default.CloudRouterSiteRow,
        ["sonata-orders.json"] = SeedJson.Default.SonataOrderRow,
        ["sonata-quotes.json"] = SeedJson.Default.SonataQuoteRow,
        ["price-list.json"] = SeedJson.Default.PriceListRow,
        ["discounts.json"] = SeedJson.Default.Discount,
        ["agreements.json"] = SeedJson.Default.Agreement,
        ["support-tickets.json"] = SeedJson.Default.SupportTicketRow,
        ["edge-offers.json"] = SeedJson.Default.EdgeOffer,
        ["edge-quotes.json"] = SeedJson.Default.EdgeQuoteRow,
        ["imsi-types.json"] = SeedJson.Default.ImsiType,
        ["imsi-profiles.json"] = SeedJson.Default.ImsiProfile,
        ["sim-apns.json"] = SeedJson.Default.SimApnRow,
        ["sim-pools.json"] = SeedJson.Default.SimPoolRow,
        ["sim-orders.json"] = SeedJson.Default.SimOrderRow,
        ["sims.json"] = SeedJson.Default.SimRow,
        ["counterparties.json"] = SeedJson.Default.Counterparty,
    };

    public static TheoryData<string> Files => [.. SeedFolder.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_seed_file_fits_its_schema(string file)
    {
        var schema = new SeedSchema(File.ReadAllText(SeedFolder.SchemaOf(file)));

        Assert.Empty(schema.Faults(File.ReadAllText(Path.Combine(SeedFolder.Path, file))));
    }

    [Fact]
    public void Every_file_in_the_folder_is_one_that_is_read_and_has_a_schema()
    {
        var files = Directory
            .GetFiles(SeedFolder.Path, "*.json")
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);
        var schemas = Directory
            .GetFiles(Path.Combine(SeedFolder.Path, "schemas"))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);

        Assert.Equal(SeedFolder.Files.Order(StringComparer.Ordinal), files);
        Assert.Equal(
            SeedFolder.Files.Select(file => Path.GetFileName(SeedFolder.SchemaOf(file))).Order(StringComparer.Ordinal),
            schemas);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_names_the_members_that_a_row_can_have_and_asks_for_those_that_it_must_have(string file)
    {
        var schema = new SeedSchema(File.ReadAllText(SeedFolder.SchemaOf(file)));
        var row = schema.Definition(
            schema
                .Root.GetProperty("properties")
                .GetProperty("rows")
                .GetProperty("items")
                .GetProperty("$ref")
                .GetString()!);
        var members = RowTypes[file]
            .Properties.Where(member => member.Set is not null || member.AssociatedParameter is not null)
            .ToList();

        Assert.Equal(
            members.Select(member => member.Name).Order(StringComparer.Ordinal),
            row.GetProperty("properties").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            members.Where(member => member.IsRequired).Select(member => member.Name).Order(StringComparer.Ordinal),
            row.GetProperty("required")
                .EnumerateArray()
                .Select(member => member.GetString())
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "type": "string" }""", "\"a\"", "1")]
    [InlineData("""{ "type": ["number", "null"] }""", "1", "true")]
    [InlineData("""{ "type": "integer" }""", "1", "1.5")]
    [InlineData("""{ "type": "number" }""", "1.5", "\"1.5\"")]
    [InlineData("""{ "pattern": "^[0-9a-f]{24}$" }""", "\"55767b5652a693344a015744\"", "\"55767B5652A693344A015744\"")]
    [InlineData("""{ "enum": ["ACTIVE", 1] }""", "1", "\"active\"")]
    [InlineData("""{ "const": "Acme" }""", "\"Acme\"", "\"acme\"")]
    [InlineData("""{ "minimum": 1 }""", "1", "0")]
    [InlineData("""{ "maximum": 4094 }""", "4094", "4095")]
    [InlineData("""{ "required": ["id"] }""", """{ "id": null }""", "{}")]
    [InlineData("""{ "properties": { "id": { "type": "string" } } }""", "{}", """{ "id": 1 }""")]
    [InlineData(
        """{ "properties": { "id": {} }, "additionalProperties": false }""",
        """{ "id": 1 }""",
        """{ "id": 1, "name": 2 }"""
    )]
    [InlineData("""{ "items": { "type": "string" } }""", """["a"]""", """["a", 1]""")]
    [InlineData("""{ "anyOf": [{ "const": 1 }, { "type": "string" }] }""", "\"a\"", "2")]
    [InlineData("""{ "$ref": "#/$defs/id", "$defs": { "id": { "type": "string" } } }""", "\"a\"", "1")]
    public void The_checker_tells_what_fits_from_what_does_not(string schema, string fits, string doesNot)
    {
        Assert.Empty(new SeedSchema(schema).Faults(fits));
        Assert.Single(new SeedSchema(schema).Faults(doesNot));
    }

    [Theory]
    [InlineData("""{ "format": "date-time" }""")]
    [InlineData("""{ "properties": { "id": { "items": { "minLength": 1 } } } }""")]
    [InlineData("""{ "anyOf": [{ "not": {} }] }""")]
    [InlineData("""{ "$defs": { "id": { "if": {} } } }""")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""")]
    [InlineData("""{ "$ref": "https://example.com/id.json" }""")]
    public void The_checker_refuses_a_schema_with_a_rule_it_would_not_check(string schema) =>
        Assert.Throws<NotSupportedException>(() => new SeedSchema(schema));
}
