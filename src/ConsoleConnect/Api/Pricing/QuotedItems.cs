using System.Globalization;
using Emulator.Domain;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>The prices that a quotation is made of, as clients send them: shown as they are.</summary>
internal static class QuotedItems
{
    /// <summary>The most that an amount or a number can be: more is a mistake.</summary>
    private const double Most = 1e12;

    /// <summary>What all kinds have: the state of the calculator's form, which isn't printed.</summary>
    private static readonly BodyMember<string?> Status = Body.Text(
        "status", "Only kept by the client.", "CALCULATED", "EDITING", "INVALID");

    private static readonly RequestSchema Span = new RequestSchema()
        .Number("value", "How many.")
        .Text("unit", "d, w, m or y.");

    private static readonly RequestSchema Option = new RequestSchema()
        .Number("price", "The price.")
        .Object("duration", "For how long.", Span);

    private static readonly RequestSchema Port = Form(new RequestSchema()
        .With(Status, Body.Text("location", "Where."), Body.Text("dcfId", "The facility: its name is printed."))
        .Number("speed", "Gbps; Mbps where it is 100 or more."));

    private static readonly RequestSchema Connection = Form(new RequestSchema()
        .With(
            Status,
            Body.Text("srcLocation", "Where it begins."),
            Body.Text("destLocation", "Where it ends."),
            Body.Text("category", "Not printed."),
            Body.Text("classOfService", "The class of service."),
            Body.Text("srcCode", "Not printed."),
            Body.Text("destCode", "Not printed."))
        .Number("bandwidth", "Mbps.")
        .Object("duration", "For how long.", Span)
        .Objects("priceOptions", "Not printed.", Option));

    private static readonly RequestSchema Internet = Form(new RequestSchema()
        .With(Status, Body.Text("location", "Where."))
        .Number("bandwidth", "Mbps.")
        .Object("duration", "For how long.", Span)
        .Objects("priceOptions", "Not printed.", Option));

    private static readonly RequestSchema Router = Form(new RequestSchema()
        .With(Status)
        .Object("bandwidth", "What its sites may have together.", new RequestSchema()
            .Number("value", "Mbps.")
            .Text("label", "Its name: 500MB, for instance."))
        .Object("duration", "For how long.", Span)
        .Objects("sites", "Not printed: pricedSites are.")
        .Objects("pricedSites", "Its sites, each with its prices, which have a line each.")
        .Number("baseL3vpnCost", "What it costs a month without its sites."));

    /// <summary>Each kind with the names of its list.</summary>
    private static readonly (string InSchema, string InSample, string Meaning, RequestSchema Each)[] Kinds =
    [
        ("ports", "portsArray", "Ports.", Port),
        ("connections", "connectionsArray", "Connections.", Connection),
        ("internet", "iodArray", "Internet On-Demand.", Internet),
        ("CloudRouter", "cloudRouterArray", "CloudRouters.", Router),
    ];

    /// <summary>The lists, by both their names.</summary>
    public static RequestSchema Schema
    {
        get
        {
            var schema = new RequestSchema();
            foreach (var (inSchema, inSample, meaning, each) in Kinds)
            {
                schema.Objects(inSchema, meaning, each).Objects(inSample, $"{meaning} Its other name.", each);
            }

            return schema;
        }
    }

    /// <summary>The tables of a quotation.</summary>
    public static IReadOnlyList<Quotation.Section> Of(Asked asked, ReferenceData reference) =>
    [
        new(
            "Ports",
            [
                new("Location", 38), new("Facility", 28), new("Speed", 14, IsNumber: true),
                new("USD a month", 20, IsNumber: true),
            ],
            [.. Each(asked, 0).Select(port => PortRow(port.Item, port.Path, reference))]),
        new(
            "Connections",
            [
                new("From", 24), new("To", 24), new("Bandwidth", 15, IsNumber: true), new("Class", 11), new("Term", 12),
                new("Price (USD)", 16, IsNumber: true),
            ],
            [.. Each(asked, 1).Select(connection => ConnectionRow(connection.Item, connection.Path))]),
        new(
            "Internet On-Demand",
            [
                new("Location", 46), new("Bandwidth", 20, IsNumber: true), new("Term", 14),
                new("Price (USD)", 20, IsNumber: true),
            ],
            [.. Each(asked, 2).Select(service => InternetRow(service.Item, service.Path))]),
        new(
            "CloudRouters",
            [
                new("CloudRouter or site", 44), new("Bandwidth", 16, IsNumber: true), new("Term", 12),
                new("USD a month", 16, IsNumber: true), new("Price (USD)", 18, IsNumber: true),
            ],
            [.. Each(asked, 3).SelectMany(router => RouterRows(router.Item, router.Path))]),
    ];

    private static RequestSchema Form(RequestSchema item) => item
        .Number("price", "The price; null means price on request.")
        .Object("resetState", "What the calculator's form goes back to; not printed.");

    private static IEnumerable<(Asked Item, string Path)> Each(Asked asked, int kind)
    {
        var (inSchema, inSample, _, _) = Kinds[kind];
        return new[] { inSchema, inSample }.SelectMany(name =>
            asked.Objects(name).Select((item, index) => (item, $"/{name}/{index}")));
    }

    private static Quotation.Row PortRow(Asked port, string path, ReferenceData reference)
    {
        var speed = port.Number("speed", $"{path}/speed", 0, Most);
        return new(
            [
                port.Text("location") ?? "",
                reference.Facility(port.Text("dcfId"))?.Name ?? port.Text("dcfId") ?? "",
                Mbps(speed is < 100 ? speed * 1000 : speed),
            ],
            Amount(port, "price", path));
    }

    private static Quotation.Row ConnectionRow(Asked connection, string path) => new(
        [
            connection.Text("srcLocation") ?? "",
            connection.Text("destLocation") ?? "",
            Mbps(connection.Number("bandwidth", $"{path}/bandwidth", 0, Most)),
            connection.Text("classOfService") ?? "",
            Term(connection.Object("duration"), path),
        ],
        Amount(connection, "price", path));

    private static Quotation.Row InternetRow(Asked service, string path) => new(
        [
            service.Text("location") ?? "",
            Mbps(service.Number("bandwidth", $"{path}/bandwidth", 0, Most)),
            Term(service.Object("duration"), path),
        ],
        Amount(service, "price", path));

    private static IEnumerable<Quotation.Row> RouterRows(Asked router, string path)
    {
        var bandwidth = router.Object("bandwidth");
        yield return new(
            [
                "CloudRouter",
                bandwidth.Text("label") ?? Mbps(bandwidth.Number("value", $"{path}/bandwidth/value", 0, Most)),
                Term(router.Object("duration"), path),
                Quotation.Amount(Amount(router, "baseL3vpnCost", path)),
            ],
            Amount(router, "price", path));
        var index = 0;
        foreach (var site in router.Objects("pricedSites"))
        {
            yield return SiteRow(site, $"{path}/pricedSites/{index++}");
        }
    }

    /// <summary>A site: its price is in the CloudRouter's.</summary>
    private static Quotation.Row SiteRow(Asked priced, string path)
    {
        var prices = Inner(priced, "prices");
        var site = Inner(priced, "site");
        var place = Inner(site, "providerInfo");
        var rate = Inner(site, "rateLimit");
        var chosen = Word(priced, "selectedClassOfService") ?? "BRONZE";
        var mbps = new[] { "rate", "value" }.Select(name => rate.Number(name, $"{path}/site/rateLimit/{name}", 0, Most))
            .FirstOrDefault(number => number is not null);
        var costs = prices.IsObject(chosen) ? prices.Object(chosen) : prices;
        return new(
            [
                $"– site: {Word(place, "dcfName") ?? Word(place, "city") ?? Word(priced, "displayName")}, {chosen}",
                Mbps(mbps),
                "",
                Quotation.Amount(Amount(costs, "monthlyCost", $"{path}/prices")),
            ],
            Price: null,
            IsPart: true);
    }

    /// <summary>An object inside of another; empty where something else stands there.</summary>
    private static Asked Inner(Asked outer, string name) => outer.Object(outer.IsObject(name) ? name : "");

    private static string? Word(Asked asked, string name) => asked.IsText(name) ? asked.Text(name) : null;

    private static string Mbps(double? mbps) => mbps switch
    {
        null => "",
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"{mbps / 1000:#,##0.###} Gbps"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{mbps:#,##0.###} Mbps"),
    };

    private static string Term(Asked duration, string path)
    {
        if (duration.Number("value", $"{path}/duration/value", 0, Most) is not { } value)
        {
            return "";
        }

        var unit = duration.Text("unit") switch
        {
            "d" => "day",
            "w" => "week",
            "m" => "month",
            "y" => "year",
            var other => other ?? "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{value:#,##0.##} {unit}{(value == 1 ? "" : "s")}");
    }

    private static decimal? Amount(Asked asked, string name, string path) =>
        asked.Number(name, $"{path}/{name}", 0, Most) is null ? null
        : asked.Value(name).TryGetDecimal(out var amount) ? amount : 0;
}
