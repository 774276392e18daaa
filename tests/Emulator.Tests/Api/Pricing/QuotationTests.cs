using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UglyToad.PdfPig;
using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>Quotations of prices, as PDF.</summary>
public sealed class QuotationTests
{
    private const string Route = "/pricing/generate-pdf";

    [Fact]
    public async Task A_quotation_has_its_items_their_sums_and_who_it_is_for()
    {
        await using var emulator = new EmulatorUnderTest();
        using var pdf = Opened(await Drawn(emulator, """
            {"discountCode":"discountdemo",
            "ports":[{"location":"Sydney","dcfId":"5a8ba936c2e6a1b4d75132f8","speed":1,"price":300}],
            "portsArray":[{"location":"Tokyo","speed":10000,"price":400.5}],
            "connections":[{"srcLocation":"London","destLocation":"Paris","bandwidth":50,"classOfService":"GOLD",
            "duration":{"value":12,"unit":"m"},"price":1931.2}],
            "internet":[{"location":"Taipei","bandwidth":10,"duration":{"value":1,"unit":"w"},"price":null}],
            "CloudRouter":[{"bandwidth":{"label":"500MB"},"duration":{"value":2,"unit":"y"},"baseL3vpnCost":200,
            "price":4800,"pricedSites":[{"selectedClassOfService":"GOLD","prices":{"GOLD":{"monthlyCost":174.981}},
            "site":{"rateLimit":{"rate":100},"providerInfo":{"city":"Lima"}}}]}]}
            """));
        var text = string.Join('\n', pdf.GetPages().Select(page => string.Join(' ', page.GetWords())));
        Assert.All(
            new[]
            {
                "Price quotation", "1 March 2026", "2026-03-01 12:00 UTC", "Stan <stan@example.com>", "DISCOUNTDEMO",
                "70 %", "Equinix - SY3", "1 Gbps", "10 Gbps", "700.50", "12 months", "1,931.20", "1 week",
                "on application", "2 years", "site: Lima, GOLD", "174.981", "7,431.70", "Page 1 of",
            },
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal("Price quotation", pdf.Information.Title);
    }

    [Fact]
    public async Task Names_in_every_script_and_with_markup_are_drawn_as_they_are_or_as_boxes_that_are_told_of()
    {
        await using var emulator = new EmulatorUnderTest();
        using var pdf = Opened(await Drawn(emulator, JsonSerializer.Serialize(new
        {
            ports = new[]
            {
                "<b>Bold</b> & \"so\" %s {0} \\n", "Київ Ελλάδα Łódź Čačak", "東京 서울", "ירושלים", "القاهرة", "मुंबई",
                "กรุงเทพ", "🚀", "line\nbreak\ttab\u0007bell", "\u202Eturned", new string('x', 5000),
                new string('字', 5000), "", "e\u0301\u0301\u0301\u0301", "\uFEFF\u200B",
            }.Select(name => new { location = name, speed = 1, price = 1 }),
        })));
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        Assert.Contains("<b>Bold</b> & \"so\" %s {0}", text, StringComparison.Ordinal);
        Assert.Contains("Київ", text, StringComparison.Ordinal);
        Assert.Contains("Łódź", text, StringComparison.Ordinal);
        Assert.Contains("line break tab bell", text, StringComparison.Ordinal);
        Assert.Contains("U+6771", text, StringComparison.Ordinal);
        Assert.Contains("15.00", text, StringComparison.Ordinal);
        Assert.True(pdf.NumberOfPages < 3);
    }

    [Fact]
    public async Task A_thousand_rows_take_no_time_and_more_than_two_thousand_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        await Drawn(emulator, "{}");
        var since = Stopwatch.GetTimestamp();
        var drawn = await Drawn(emulator, Rows(1000));
        var took = Stopwatch.GetElapsedTime(since);
        using var pdf = Opened(drawn);
        Assert.InRange(drawn.Length, 1, 1_000_000);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(pdf.NumberOfPages, 20, 40);
        Assert.Contains("1000", string.Join(' ', pdf.GetPages().Last().GetWords()), StringComparison.Ordinal);
        Opened(await Drawn(emulator, Rows(2000))).Dispose();
        (await emulator.With("key-stan").Post(Route, Rows(2001))).MustRefuse(
            400, "A PDF can not have more than 2000 items");

        static string Rows(int count) => $$"""
            {"ports":[{{string.Join(',', Enumerable.Repeat("{\"location\":\"Rome\",\"price\":300}", count))}}]}
            """;
    }

    [Theory]
    [InlineData("""{"ports":5}""", "The request/ports must be array")]
    [InlineData("""{"ports":[5]}""", "The request/ports/0 must be object")]
    [InlineData("""{"ports":[{"location":5}]}""", "The request/ports/0/location must be string")]
    [InlineData("""{"ports":[{"price":"dear"}]}""", "The request/ports/0/price must be number")]
    [InlineData("""{"portsArray":[{"price":-1}]}""", "The request/portsArray/0/price must be >= 0")]
    [InlineData("""{"ports":[{"price":1e13}]}""", "The request/ports/0/price must be <= 1000000000000")]
    [InlineData("""{"ports":[{"speed":"fast"}]}""", "The request/ports/0/speed must be number")]
    [InlineData("""{"connections":[{"duration":3}]}""", "The request/connections/0/duration must be object")]
    [InlineData("""{"connections":[{"duration":{"value":"3"}}]}""",
        "The request/connections/0/duration/value must be number")]
    [InlineData("""{"sendEMail":"perhaps"}""", "The request/sendEMail must be boolean")]
    [InlineData("""{"CloudRouter":[{"pricedSites":[{"prices":{"BRONZE":{"monthlyCost":"x"}}}]}]}""",
        "The request/CloudRouter/0/pricedSites/0/prices/monthlyCost must be number")]
    public async Task What_is_no_price_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Post(Route, body)).MustRefuse(400, message);
    }

    [Theory]
    [InlineData("""{"CloudRouter":[{"pricedSites":[{"prices":7,"site":"x","displayName":3}]}]}""")]
    [InlineData("""{"ports":[{"price":0.0000000000000000000000000000001,"speed":1e11}]}""")]
    [InlineData("""{"internet":[{"duration":{"value":1e11,"unit":"aeons"}}]}""")]
    public async Task Odd_things_are_drawn(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        Opened(await Drawn(emulator, body)).Dispose();
    }

    [Fact]
    public async Task It_is_mailed_where_that_is_asked_and_needs_a_login()
    {
        await using var emulator = new EmulatorUnderTest();
        await Drawn(emulator, """{"ports":[{"price":2}],"sendEMail":false}""");
        Assert.Empty(await Letters());
        await Drawn(emulator, """{"ports":[{"price":2}],"sendEMail":true}""");
        var letter = Assert.Single(await Letters())!;
        Assert.Equal("stan@example.com", letter["to"]![0]!.GetValue<string>());
        Assert.Contains("Its total is USD 2.00.", letter["text"]!.GetValue<string>(), StringComparison.Ordinal);
        (await emulator.Nobody().Post(Route, "{}")).MustRefuse(401);

        async Task<JsonArray> Letters() =>
            (await emulator.Nobody().Get("/__admin/outbox?kind=PriceQuotation")).MustBeOk()["letters"]!.AsArray();
    }

    [Fact]
    public async Task Many_at_once_are_all_drawn()
    {
        await using var emulator = new EmulatorUnderTest();
        static string City(int index) => index % 2 == 0 ? $"Київ {index}" : $"Oslo {index}";
        var drawn = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => Drawn(
            emulator, $$"""{"ports":[{"location":"{{City(index)}}","price":1}]}""")));
        for (var index = 0; index < drawn.Length; index++)
        {
            using var pdf = Opened(drawn[index]);
            Assert.Contains(
                City(index), string.Join(' ', pdf.GetPage(1).GetWords()), StringComparison.Ordinal);
        }
    }

    private static PdfDocument Opened(byte[] pdf) => PdfDocument.Open(pdf);

    private static async Task<byte[]> Drawn(EmulatorUnderTest emulator, string body)
    {
        using var client = emulator.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Route)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("portal-token", "key-stan");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("price-quotation.pdf", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        return await response.Content.ReadAsByteArrayAsync();
    }
}
