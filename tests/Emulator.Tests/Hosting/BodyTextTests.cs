using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Emulator.Errors;
using Emulator.Wire;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// Bodies as real clients send them: in other charsets, with a byte order mark, packed, with letters that are none.
/// They are taken as a Node.js service takes them.
/// </summary>
public sealed class BodyTextTests
{
    private const string Login = """{"email":"stan@example.com","password":"Password1"}""";

    private const string Json = "application/json";

    private static readonly string[] Formats = ["har", "http", "curl"];

    [Fact]
    public async Task A_byte_that_is_no_UTF_8_is_a_letter_like_any_other()
    {
        await using var emulator = new EmulatorUnderTest();
        var login = Encoding.Latin1.GetBytes("{\"email\":\"caf\u00e9@example.com\",\"password\":\"x\"}");
        (await LoggedIn(emulator, login)).MustRefuse(401, "Invalid email or password");
        Assert.Equal("caf\ufffd", await Ordered(emulator, Encoding.Latin1.GetBytes(Order("caf\u00e9"))));
    }

    [Theory]
    [InlineData("""a\ud83d""", "a\ufffd")]
    [InlineData("""\udc00b""", "\ufffdb")]
    [InlineData("""\uD83D\uD83D\uDE00\udc00""", "\ufffd\U0001F600\ufffd")]
    [InlineData("""\ud83dx\ude00""", "\ufffdx\ufffd")]
    [InlineData("""\\ud83d""", """\ud83d""")]
    [InlineData("""\\\ud83d""", "\\\ufffd")]
    [InlineData("""\u00e9\ud83d\u0041""", "\u00e9\ufffdA")]
    public async Task Half_of_a_surrogate_pair_becomes_the_replacement_character_and_whole_ones_stay(
        string written, string name)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(name, await Ordered(emulator, Encoding.ASCII.GetBytes(Order(written))));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_what_nobody_asked_for_breaks_neither_the_request_nor_the_journal()
    {
        await using var emulator = new EmulatorUnderTest();
        const string Odd = ""","x":{"token":"\udc00"},"\ud83d":1,"\ud83dpassword":["\ud83d"]}""";
        Assert.Equal("P", await Ordered(emulator, Encoding.ASCII.GetBytes(Order("P").TrimEnd('}') + Odd)));
        await JournalMustBeShown(emulator);

        // As it was sent.
        const string Kept = """\{"token":"redacted-\w{8}"\},"\\ud83d":1,"\\ud83dpassword":\["redacted-\w{8}"\]\}$""";
        Assert.Matches(Kept, await FirstBody(emulator));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_is_skipped(string encoding)
    {
        await using var emulator = new EmulatorUnderTest();
        var of = Encoding.GetEncoding(encoding);
        (await LoggedIn(emulator, [.. of.GetPreamble(), .. of.GetBytes(Login)])).MustBeOk();
        byte[] form = [.. of.GetPreamble(), .. of.GetBytes("email=stan%40example.com&password=Password1")];
        (await LoggedIn(emulator, form, type: "application/x-www-form-urlencoded")).MustBeOk();
        await JournalMustBeShown(emulator);
    }

    [Theory]
    [InlineData("utf-16le", "utf-16LE")]
    [InlineData("UTF-16BE", "utf-16BE")]
    [InlineData("iso-8859-1", "iso-8859-1")]
    [InlineData("latin1", "iso-8859-1")]
    [InlineData("\"windows-1252\"", "iso-8859-1")]
    [InlineData("utf8", "utf-8")]
    public async Task The_charset_that_the_content_type_names_counts(string charset, string encoding)
    {
        await using var emulator = new EmulatorUnderTest();
        var (of, type) = (Encoding.GetEncoding(encoding), $"application/json; charset={charset}");
        Assert.Equal("caf\u00e9", await Ordered(emulator, of.GetBytes(Order("caf\u00e9")), type));
        (await LoggedIn(emulator, of.GetBytes(Login), type)).MustBeOk();
        await JournalMustBeShown(emulator);
        Assert.Contains("caf\u00e9", await FirstBody(emulator), StringComparison.Ordinal);
        var lines = (await emulator.Nobody().Get("/__admin/journal/export?format=curl")).MustBeOk().Text;
        Assert.Equal(2, lines.Split("Content-Type: application/json; charset=utf-8'").Length - 1);
    }

    [Theory]
    [InlineData("x-unheard-of")]
    [InlineData("utf-7")]
    public async Task A_charset_that_cannot_be_decoded_is_refused_by_name(string charset)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = await LoggedIn(emulator, Encoding.UTF8.GetBytes(Login), $"application/json; charset={charset}");
        var refused = answer.MustRefuse(415, $"unsupported charset \"{charset}\"");
        Assert.Contains("utf-16le", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("deflate, gzip")]
    [InlineData("gzip, identity, br")]
    public async Task A_packed_body_is_unpacked(string codings)
    {
        await using var emulator = new EmulatorUnderTest();
        var packed = Packed(Encoding.UTF8.GetBytes(Login), codings);
        (await LoggedIn(emulator, packed, coding: codings.Replace("raw ", "", StringComparison.Ordinal))).MustBeOk();
        await JournalMustBeShown(emulator);
        const string Kept = """\{"email":"stan@example.com","password":"redacted-\w{8}"\}""";
        Assert.Matches(Kept, await FirstBody(emulator));
        var lines = (await emulator.Nobody().Get("/__admin/journal/export?format=curl")).MustBeOk().Text;
        Assert.DoesNotContain("content-encoding", lines, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, compress", "compress")]
    [InlineData("gzip, gzip, gzip, gzip, gzip", "gzip, gzip, gzip, gzip, gzip")]
    public async Task A_packing_that_nobody_can_undo_is_refused_by_name(string codings, string named)
    {
        await using var emulator = new EmulatorUnderTest();
        var words = $"unsupported content encoding \"{named}\"";
        (await LoggedIn(emulator, Encoding.UTF8.GetBytes(Login), coding: codings)).MustRefuse(415, words);
        string[] others =
            ["POST /__admin/sandboxes", "GET /api/company/Acme/ports", "PUT /__admin/snapshots/mine/file"];
        foreach (var asked in others)
        {
            (await Sent(emulator, asked, "{}"u8.ToArray(), coding: codings)).MustRefuse(415, words);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_packed_as_it_says_is_refused(string coding)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = await LoggedIn(emulator, Encoding.UTF8.GetBytes(Login), coding: coding);
        answer.MustRefuse(400, "incorrect header check");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task A_body_that_grows_beyond_the_limit_is_refused_before_it_takes_room(string codings)
    {
        await using var emulator = new EmulatorUnderTest();
        var bomb = Packed(new byte[200 * 1024 * 1024], codings);
        Assert.InRange(bomb.Length, 1, 1024 * 1024);
        (await LoggedIn(emulator, bomb, coding: codings)).MustRefuse(413, "request entity too large");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<Refusal>(() => ContentCoding.Inflated(bomb, codings.Split(", "), 1024 * 1024, ""));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public async Task A_filter_may_have_half_of_a_surrogate_pair_and_finds_nothing_by_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var filter = Uri.EscapeDataString("""{"where":{"name":"\ud83d"}}""");
        var stan = await emulator.Stan();
        Assert.Empty((await stan.Get($"/v2/data-center-facility?filter={filter}")).MustBeOk().Json.AsArray());
        (await stan.Get($$"""/v2/data-center-facility?filter={"\udc00":1}""")).MustBeOk();
    }

    /// <summary>The journal's pages, each exchange and each export are answered, and no password is in them.</summary>
    internal static async Task JournalMustBeShown(EmulatorUnderTest emulator, long since = 0)
    {
        var nobody = emulator.Nobody();
        var listed = (await nobody.Get($"/__admin/journal?limit=10000&since={since}")).MustBeOk();
        var paths = listed["exchanges"]!.AsArray().Select(one => $"/__admin/journal/{one!["sequence"]}")
            .Concat(Formats.Select(format => $"/__admin/journal/export?format={format}&since={since}"))
            .Append("/__admin/journal/unmatched");
        foreach (var path in paths)
        {
            var shown = (await nobody.Get(path)).MustBeOk();
            var plain = shown.Text.Replace("\\u0000", "", StringComparison.Ordinal)
                .Replace("\\", "", StringComparison.Ordinal);
            Assert.DoesNotContain("""word":"Password1""", plain, StringComparison.Ordinal);
        }
    }

    private static string Order(string name) =>
        $$"""{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"{{name}}","paymentType":"invoice"}""";

    /// <summary>The name of a port that was ordered by a body.</summary>
    private static async Task<string> Ordered(EmulatorUnderTest emulator, byte[] body, string type = Json) =>
        (await Sent(emulator, "PUT /api/company/Acme/ports/orders", body, type)).MustBeOk().TextOf("portName");

    private static Task<Answer> LoggedIn(
        EmulatorUnderTest emulator, byte[] body, string type = Json, string? coding = null) =>
        Sent(emulator, "PUT /api/auth/token", body, type, coding);

    /// <summary>The body of the first request, as the journal shows it.</summary>
    private static async Task<string> FirstBody(EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Get("/__admin/journal/1")).MustBeOk()["requestBody"]!["text"]!.GetValue<string>();

    private static async Task<Answer> Sent(
        EmulatorUnderTest emulator, string asked, byte[] body, string type = Json, string? coding = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Split(' ')[0]), asked.Split(' ')[1]);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (coding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        request.Headers.Add("portal-token", "key-stan");
        return await emulator.Nobody().Send(request);
    }

    private static byte[] Packed(byte[] body, string codings)
    {
        foreach (var coding in codings.Split(", "))
        {
            var packed = new MemoryStream();
            using (Stream packing = coding.ToLowerInvariant() switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
                "deflate" => new ZLibStream(packed, CompressionLevel.SmallestSize),
                "raw deflate" => new DeflateStream(packed, CompressionLevel.SmallestSize),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                _ => packed,
            })
            {
                packing.Write(body);
            }

            body = packed.ToArray();
        }

        return body;
    }
}
