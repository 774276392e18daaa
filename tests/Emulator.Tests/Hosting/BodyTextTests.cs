using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Bodies as real clients send them: in other charsets, with a byte order mark, packed, with letters that are none. They are taken as a Node.js service takes them.</summary>
public sealed class BodyTextTests
{
    private const string Login = """{"email":"stan@example.com","password":"Password1"}""";

    private const string Orders = "/api/company/Acme/ports/orders";

    [Fact]
    public async Task A_byte_that_is_no_UTF_8_is_a_letter_like_any_other()
    {
        await using var emulator = new EmulatorUnderTest();
        (await Sent(emulator, "/api/auth/token", Bytes("{\"email\":\"caf\u00e9@example.com\",\"password\":\"x\"}", Encoding.Latin1))).MustRefuse(401, "Invalid email or password");
        Assert.Equal("caf\ufffd", await Ordered(emulator, Bytes(Order("caf\u00e9"), Encoding.Latin1)));
    }

    [Theory]
    [InlineData("""a\ud83d""", "a\ufffd")]
    [InlineData("""\udc00b""", "\ufffdb")]
    [InlineData("""\uD83D\uD83D\uDE00\udc00""", "\ufffd\U0001F600\ufffd")]
    [InlineData("""\ud83dx\ude00""", "\ufffdx\ufffd")]
    [InlineData("""\\ud83d""", """\ud83d""")]
    [InlineData("""\\\ud83d""", "\\\ufffd")]
    [InlineData("""\u00e9\ud83d\u0041""", "\u00e9\ufffdA")]
    public async Task Half_of_a_surrogate_pair_becomes_the_replacement_character_and_whole_ones_stay(string written, string name)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(name, await Ordered(emulator, Encoding.ASCII.GetBytes(Order(written))));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_what_nobody_asked_for_breaks_neither_the_request_nor_the_journal()
    {
        await using var emulator = new EmulatorUnderTest();
        var odd = Encoding.ASCII.GetBytes(Order("P").TrimEnd('}') + ""","x":{"token":"\udc00"},"\ud83d":1,"\ud83dpassword":["\ud83d"]}""");
        Assert.Equal("P", await Ordered(emulator, odd));
        await JournalMustBeShown(emulator);
        var kept = (await emulator.Nobody().Get("/__admin/journal/1")).MustBeOk()["requestBody"]!["text"]!.GetValue<string>();
        Assert.Matches("""\{"token":"redacted-[0-9a-f]{8}"\},"\\ud83d":1,"\\ud83dpassword":\["redacted-[0-9a-f]{8}"\]\}$""", kept); // As it was sent.
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
        (await Sent(emulator, "/api/auth/token", [.. of.GetPreamble(), .. of.GetBytes(Login)])).MustBeOk();
        (await Sent(emulator, "/api/auth/token", [.. of.GetPreamble(), .. of.GetBytes("email=stan%40example.com&password=Password1")], type: "application/x-www-form-urlencoded")).MustBeOk();
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
        var name = await Ordered(emulator, Bytes(Order("caf\u00e9"), Encoding.GetEncoding(encoding)), $"application/json; charset={charset}");
        Assert.Equal("caf\u00e9", name);
        (await Sent(emulator, "/api/auth/token", Bytes(Login, Encoding.GetEncoding(encoding)), $"application/json; charset={charset}")).MustBeOk();
        await JournalMustBeShown(emulator);
        Assert.Contains("caf\u00e9", (await emulator.Nobody().Get("/__admin/journal/1")).MustBeOk()["requestBody"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(charset, (await emulator.Nobody().Get("/__admin/journal/export?format=curl")).Text.Replace("utf-8", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-unheard-of")]
    [InlineData("utf-7")]
    public async Task A_charset_that_cannot_be_decoded_is_refused_by_name(string charset)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await Sent(emulator, "/api/auth/token", Encoding.UTF8.GetBytes(Login), $"application/json; charset={charset}")).MustRefuse(415, $"unsupported charset \"{charset}\"");
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
        (await Sent(emulator, "/api/auth/token", Packed(Encoding.UTF8.GetBytes(Login), codings), coding: codings.Replace("raw ", "", StringComparison.Ordinal))).MustBeOk();
        await JournalMustBeShown(emulator);
        Assert.Matches("""\{"email":"stan@example.com","password":"redacted-[0-9a-f]{8}"\}""", (await emulator.Nobody().Get("/__admin/journal/1")).MustBeOk()["requestBody"]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("content-encoding", (await emulator.Nobody().Get("/__admin/journal/export?format=curl")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, compress", "compress")]
    [InlineData("gzip, gzip, gzip, gzip, gzip", "gzip, gzip, gzip, gzip, gzip")]
    public async Task A_packing_that_nobody_can_undo_is_refused_by_name(string codings, string named)
    {
        await using var emulator = new EmulatorUnderTest();
        (await Sent(emulator, "/api/auth/token", Encoding.UTF8.GetBytes(Login), coding: codings)).MustRefuse(415, $"unsupported content encoding \"{named}\"");
        (await Sent(emulator, "/__admin/sandboxes", Encoding.UTF8.GetBytes("{}"), coding: codings, method: "POST")).MustRefuse(415);
        (await Sent(emulator, "/api/company/Acme/ports", Encoding.UTF8.GetBytes("{}"), coding: codings, method: "GET", credential: "key-stan")).MustRefuse(415);
        (await Sent(emulator, "/__admin/snapshots/mine/file", Encoding.UTF8.GetBytes("x"), coding: codings)).MustRefuse(415);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_packed_as_it_says_is_refused(string coding)
    {
        await using var emulator = new EmulatorUnderTest();
        (await Sent(emulator, "/api/auth/token", Encoding.UTF8.GetBytes(Login), coding: coding)).MustRefuse(400, "incorrect header check");
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
        (await Sent(emulator, "/api/auth/token", Encoding.UTF8.GetBytes(Login))).MustBeOk();
        var before = GC.GetTotalAllocatedBytes();
        (await Sent(emulator, "/api/auth/token", bomb, coding: codings)).MustRefuse(413, "request entity too large");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 40 * 1024 * 1024);
    }

    [Fact]
    public async Task A_filter_may_have_half_of_a_surrogate_pair_and_finds_nothing_by_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var filter = Uri.EscapeDataString("""{"where":{"name":"\ud83d"}}""");
        Assert.Empty((await (await emulator.Stan()).Get($"/v2/data-center-facility?filter={filter}")).MustBeOk().Json.AsArray());
        (await (await emulator.Stan()).Get($$"""/v2/data-center-facility?filter={"\udc00":1}""")).MustBeOk();
    }

    /// <summary>The journal's pages, each exchange and each export are answered, and no password is in them.</summary>
    internal static async Task JournalMustBeShown(EmulatorUnderTest emulator, long since = 0)
    {
        var nobody = emulator.Nobody();
        var listed = (await nobody.Get($"/__admin/journal?limit=10000&since={since}")).MustBeOk();
        var paths = listed["exchanges"]!.AsArray().Select(one => $"/__admin/journal/{one!["sequence"]}")
            .Concat(new[] { "har", "http", "curl" }.Select(format => $"/__admin/journal/export?format={format}&since={since}"))
            .Append("/__admin/journal/unmatched");
        foreach (var path in paths)
        {
            var shown = (await nobody.Get(path)).MustBeOk();
            Assert.DoesNotContain("""word":"Password1""", shown.Text.Replace("\\", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).Replace("u0000", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static string Order(string name) => $$"""{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"{{name}}","paymentType":"invoice"}""";

    /// <summary>The name of a port that was ordered by a body.</summary>
    private static async Task<string> Ordered(EmulatorUnderTest emulator, byte[] body, string type = "application/json") =>
        (await Sent(emulator, Orders, body, type, credential: "key-stan")).MustBeOk().TextOf("portName");

    private static byte[] Bytes(string text, Encoding encoding) => encoding.GetBytes(text);

    private static async Task<Answer> Sent(EmulatorUnderTest emulator, string path, byte[] body, string type = "application/json", string? coding = null, string method = "PUT", string? credential = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (coding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        if (credential is not null)
        {
            request.Headers.Add("portal-token", credential);
        }

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
