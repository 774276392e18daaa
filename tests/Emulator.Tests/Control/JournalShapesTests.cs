using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>Secrets in bodies of any shape, and exports that do nothing but what was done, whatever is in
/// them.</summary>
public sealed class JournalShapesTests
{
    private const string Password = "Sw0rdfish!9";

    private const string Esc = "\u001b";

    [Theory]
    [InlineData("""{"data":"{\"email\":\"stan@example.com\",\"password\":\"Sw0rdfish!9\"}"}""")]
    [InlineData("""{"data":"{\"inner\":\"{\\\"password\\\":\\\"Sw0rdfish!9\\\"}\"}"}""")]
    [InlineData("""["{\"a\":{\"apiKey\":\"Sw0rdfish!9\"}}"]""")]
    [InlineData("""
                "{\"password\":\"Sw0rdfish!9\"}"
                """)]
    [InlineData("""{"data":"{\"password\":\"Sw0rdfish!9\"}" """)]
    [InlineData("<login><email>stan@example.com</email><password>Sw0rdfish!9</password></login>")]
    [InlineData("""<?xml version="1.0"?><s:Body><ns:Password type="plain"> Sw0rdfish!9 </ns:Password></s:Body>""")]
    [InlineData("<password><![CDATA[Sw0rdfish!9]]></password>")]
    [InlineData("<password><value>Sw0rdfish!9</value></password>")]
    [InlineData("<login user='stan' password='Sw0rdfish!9'/>")]
    [InlineData("""{"xml":"<password>Sw0rdfish!9</password>"}""")]
    [InlineData("""{"email":"stan@example.com","password":"Sw0rdfish!9",}""")]
    [InlineData("""{"email":"stan@example.com" "password" : "Sw0rdfish!9" """)]
    [InlineData("""{"p\u0061ssword":"Sw0rdfish!9",}""")]
    [InlineData("""{"password":["Sw0rdfish!9"],}""")]
    [InlineData("""{"password":{"old":{"value":"Sw0rdfish!9"}},}""")]
    [InlineData("""{"password":"Sw0rdfish!9","x":"\ud83d"}""")]
    [InlineData("{'password':'Sw0rdfish!9'}")]
    [InlineData("{password:Sw0rdfish!9}")]
    [InlineData("email: stan@example.com\npassword: Sw0rdfish!9\n")]
    [InlineData("[login]\npassword = \"Sw0rdfish!9\"\n")]
    [InlineData("password = Sw0rdfish!9")]
    [InlineData("""{"password"=>"Sw0rdfish!9"}""")]
    [InlineData("GET / HTTP/1.1\r\nAuthorization: Bearer Sw0rdfish!9\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nSw0rdfish!9\r\n--b--\r\n")]
    [InlineData("email=stan%40example.com&password=Sw0rdfish!9")]
    public async Task A_password_is_taken_out_of_a_body_of_any_shape_and_wherever_else_it_stands(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        await emulator.Nobody().Send(HttpMethod.Put, "/api/auth/token?note=of-Sw0rdfish!9", body, "text/plain");
        var shown = new List<string> { (await emulator.Nobody().Get("/__admin/journal/1")).MustBeOk().Text };
        foreach (var format in new[] { "har", "http", "curl" })
        {
            shown.Add((await emulator.Nobody().Get($"/__admin/journal/export?format={format}")).MustBeOk().Text);
        }

        Assert.All(shown, text => Assert.DoesNotContain(Password, text, StringComparison.Ordinal));
        Assert.Contains("redacted-", JsonNode.Parse(shown[0])!["requestBody"]!["text"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Contains("of-redacted-", JsonNode.Parse(shown[0])!["query"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"10:30 = noon > 9","at":"2026-03-01T12:00:00Z","url":"http://x/?a=b"}""")]
    [InlineData("<order><name>token ring</name></order>")]
    [InlineData("a: b\nc = d\n")]
    public async Task What_is_no_secret_stays_as_it_was_sent(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        await emulator.Nobody().Send(HttpMethod.Put, "/api/auth/token", body, "text/plain");
        Assert.Equal(body, (await emulator.Nobody().Get("/__admin/journal/1"))
            .MustBeOk()["requestBody"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("a\n###\nDELETE http://evil/\n")]
    [InlineData("a\n  ### x\n")]
    [InlineData("a\r### x\r")]
    [InlineData("< ./etc/passwd")]
    [InlineData("a\n<@ /etc/passwd\n")]
    [InlineData("<> previous.json")]
    [InlineData("< {% client.global.set('a', 'b') %}")]
    [InlineData("@host = evil.example")]
    [InlineData("a\n> {% client.exit() %}\n")]
    [InlineData(">> ~/.bashrc")]
    [InlineData("a\n>>! out.txt")]
    [InlineData("# @name login")]
    [InlineData("// @no-log")]
    [InlineData("{{$processEnv HOME}}")]
    [InlineData("import ./other.http\nrun #one")]
    [InlineData("a\u2028### x")]
    public async Task A_line_that_an_editor_would_take_for_a_command_is_not_written(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        await emulator.Nobody().Send(HttpMethod.Put, "/api/auth/token", body, "text/plain");
        var file = (await emulator.Nobody().Get("/__admin/journal/export?format=http")).MustBeOk().Text;
        Assert.Contains("# Its body can't be written here", file, StringComparison.Ordinal);
        foreach (var line in body.Split(['\n', '\r', '\u2028'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.Length > 1))
        {
            Assert.DoesNotContain(line, file.Split('\n').Select(written => written.Trim()));
        }
    }

    [Fact]
    public async Task Variables_in_JSON_an_address_or_a_header_are_none_in_an_editor_and_XML_is_written()
    {
        await using var emulator = new EmulatorUnderTest();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/auth/token?a={{$dotenv%20KEY}}")
        {
            Content = new StringContent("""{"name":"{{{$processEnv HOME}}}"}"""),
        };
        request.Headers.TryAddWithoutValidation("X-Trace", "{{secret}}");
        request.Headers.TryAddWithoutValidation("X#y", "1");
        await emulator.Nobody().Send(request);
        await emulator.Nobody().Send(HttpMethod.Put, "/api/auth/token", "<a>\n<b/>\n</a>", "application/xml");
        var file = (await emulator.Nobody().Get("/__admin/journal/export?format=http")).MustBeOk().Text;
        Assert.DoesNotContain("{{", file, StringComparison.Ordinal);
        Assert.DoesNotContain("X#y", file, StringComparison.Ordinal);
        Assert.Contains("# Its header X-Trace can't be written here.\n", file, StringComparison.Ordinal);
        Assert.Contains("<a>\n<b/>\n</a>", file, StringComparison.Ordinal);
        var written = JsonNode.Parse(file.Split('\n').Single(line =>
            line.StartsWith("{\"name\"", StringComparison.Ordinal)));
        Assert.Equal("{{{$processEnv HOME}}}", written!["name"]!.GetValue<string>());
    }

    /// <summary>A terminal takes some characters for keys, even in the midst of what is pasted.</summary>
    [Fact]
    public async Task What_a_terminal_would_take_for_a_key_is_pasted_as_digits()
    {
        await using var emulator = new EmulatorUnderTest();
        var sent = $"it's {Esc}[201~; id #\u0003 \u009b2J back\\slash \u202e tab\tend\nline ü";
        await emulator.Nobody().Send(HttpMethod.Put, "/api/auth/token", sent, "text/plain");
        var lines = (await emulator.Nobody().Get("/__admin/journal/export?format=curl")).MustBeOk().Text;
        Assert.DoesNotContain(lines, letter => letter != '\n' && (char.IsControl(letter) || letter == '\u202e'));
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is what the lines are for");
        var word = lines[(lines.IndexOf("--data-raw ", StringComparison.Ordinal)
            + "--data-raw ".Length)..].TrimEnd('\n');
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", $"printf %s {word}"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        Assert.Equal(sent, await bash.StandardOutput.ReadToEndAsync());
        await bash.WaitForExitAsync();
    }

    [Theory]
    [InlineData("/__admin/clock")]
    [InlineData("/__admin/nothing")]
    [InlineData("/swagger/index.html")]
    [InlineData("/openapi.json")]
    [InlineData("/__admin/journal/export?format=http")]
    public async Task The_emulators_own_pages_are_what_their_type_says_and_in_nobodys_frame(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        var page = await emulator.Nobody().Get(path);
        Assert.Equal(
            ("nosniff", "frame-ancestors 'none'"),
            (page.Headers["X-Content-Type-Options"], page.Headers["Content-Security-Policy"]));
        Assert.False(
            (await emulator.Nobody().Get("/api/company/Acme/ports")).Headers.ContainsKey("Content-Security-Policy"));
    }
}
