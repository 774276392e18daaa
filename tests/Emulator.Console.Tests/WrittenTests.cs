using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Playwright;
using Xunit;

namespace Emulator.Console.Tests;

/// <summary>
/// What the console writes of a request runs: the curl lines, and the tests for .NET, Node and a shell.
/// </summary>
public class WrittenTests(Browsing browsing)
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    /// <summary>What shells, scripts and C# each take for something else than a letter.</summary>
    private const string Awkward =
        """@ O'Hara said "no" \ back\n $HOME `id` !1 %d {{x}} """ + "\n\t\u2028 ünï 🚀 مرحبا ' ''";

    private static readonly string[] Languages = [".NET", "Node", "Shell"];

    /// <summary>Kinds of requests, each sent by the test and then repeated by what the page writes of it.</summary>
    private static IEnumerable<(string Kind, string? As, Func<HttpRequestMessage> Make)> Requests()
    {
        yield return ("a GET", "key-stan", () => new(HttpMethod.Get, "/api/company/Acme/ports?deleted=false"));
        yield return ("a filter with brackets", "key-stan", () =>
            new(HttpMethod.Get, "/v2/companies?filter={%22where%22:{%22isCloudProvider%22:true},%22limit%22:[2]}"));
        yield return ("a POST with awkward letters", "key-stan", () =>
            new(HttpMethod.Post, Port) { Content = JsonContent.Create(new { name = Awkward }) });
        yield return ("a body that begins as a file's name does", "key-stan", () =>
            new(HttpMethod.Post, Port) { Content = new StringContent("@/etc/hosts", Encoding.UTF8, "text/plain") });
        yield return ("a body that is no text", "key-stan", () =>
            new(HttpMethod.Post, Port) { Content = new ByteArrayContent([0x89, 0xc0, 0x00, 0x27, 0x0a]) });
        yield return ("a refusal", null, () => new(HttpMethod.Get, "/api/company/Acme/ports"));
        yield return ("a HEAD", "key-stan", () => new(HttpMethod.Head, "/api/company/Acme/ports"));
        yield return ("a login", null, () => new(HttpMethod.Put, "/api/auth/token")
        {
            Content = JsonContent.Create(new { email = "stan@example.com", password = "Password1" }),
        });
        yield return ("somebody without a key", "vera@example.com", () =>
            new(HttpMethod.Get, "/api/company/Acme/ports"));
    }

    [Fact]
    public async Task The_lines_for_each_language_run_and_check()
    {
        await using var visit = await browsing.InASandbox("requests");
        var written = new List<(string Kind, int Status, byte[] Body, Dictionary<string, string> Texts)>();
        foreach (var (kind, who, make) in Requests())
        {
            using var request = make();
            var body = request.Content is { } content ? await content.ReadAsByteArrayAsync() : [];
            var client = who is null ? visit.World!.CreateClient()
                : who.Contains('@') ? await visit.World!.LogInAsync(who)
                : visit.World!.CreateClient(who);
            using var answer = await client.SendAsync(request);
            written.Add((kind, (int)answer.StatusCode, body, await Written(visit)));
        }

        visit.HasNoComplaints();
        await using var between = new Between(browsing.Emulator.Url);
        var folder = Directory.CreateTempSubdirectory("written-");
        try
        {
            foreach (var (kind, _, body, texts) in written)
            {
                var shell = await Run(folder, between, "sh", "test.sh", texts["Shell"]);
                Assert.True(shell.Ended == 0, $"Shell, {kind}: {shell.Said}\n{texts["Shell"]}");
                Assert.True(body.AsSpan().SequenceEqual(between.Bodies()[^1]), $"Shell, {kind}: another body was sent");
            }

            // Node runs all files one after the other, in one process.
            var before = between.Bodies().Count;
            for (var index = 0; index < written.Count; index++)
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder.FullName, $"{index}.mjs"), written[index].Texts["Node"]);
            }

            var all = string.Concat(written.Select((_, index) => $"import './{index}.mjs';\n"));
            var node = await Run(folder, between, "node", "all.mjs", all);
            Assert.True(
                node.Ended == 0,
                $"Node: {node.Said}\n{string.Join('\n', written.Select(each => each.Texts["Node"]))}");
            Assert.Equal(
                written.Select(each => Convert.ToBase64String(each.Body)),
                between.Bodies().Skip(before).Select(Convert.ToBase64String));

            // They check: told to expect something else, they fail.
            var first = written[0];
            foreach (var (language, run, file) in new[] { ("Shell", "sh", "test.sh"), ("Node", "node", "test.mjs") })
            {
                var other = first.Texts[language].Replace($"{first.Status}", "418", StringComparison.Ordinal);
                Assert.NotEqual(0, (await Run(folder, between, run, file, other)).Ended);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        // The first starts an emulator, as it stands; the others are led to the one that runs.
        await RunInDotnet([.. written.Select((each, index) => (each.Kind, index == 0
            ? each.Texts[".NET"]
            : each.Texts[".NET"].Replace(
                "StartAsync()",
                $"ConnectAsync(new Uri(\"{browsing.Emulator.Url}\"))",
                StringComparison.Ordinal), each.Body))]);
    }

    [Fact]
    public async Task The_curl_line_sends_the_request_once_more()
    {
        await using var visit = await browsing.InASandbox("requests");
        var folder = Directory.CreateTempSubdirectory("curl-");
        try
        {
            await using var between = new Between(browsing.Emulator.Url);
            foreach (var (kind, who, make) in Requests())
            {
                using var request = make();
                var client = who is null ? visit.World!.CreateClient()
                    : who.Contains('@') ? await visit.World!.LogInAsync(who)
                    : visit.World!.CreateClient(who);
                using var answer = await client.SendAsync(request);
                var sequence = await Last(visit);
                await visit.Go($"requests/{sequence}");
                await visit.Page.EvaluateAsync(
                    "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
                await visit.Main.Locator(".request-acts button", new() { HasText = "Copy" }).ClickAsync();
                var line = await visit.Page.EvaluateAsync<string>("window.copied");
                var ran = await Run(folder, between, "bash", "again.sh", line);
                Assert.True(ran.Ended == 0, $"{kind}: {ran.Said}\n{line}");
                var (before, after) = (await Exchange(visit, sequence), await Exchange(visit, await Last(visit)));
                foreach (var member in new[] { "method", "path", "query", "status", "user" })
                {
                    Assert.Equal($"{before[member]}", $"{after[member]}");
                }

                Assert.Equal($"{before["requestBody"]?["text"]}", $"{after["requestBody"]?["text"]}");
                Assert.NotEqual(sequence, after["sequence"]!.GetValue<long>());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        visit.HasNoComplaints();
    }

    /// <summary>What the page writes of the last request, by language.</summary>
    private static async Task<Dictionary<string, string>> Written(Visit visit)
    {
        await visit.Go($"requests/{await Last(visit)}");
        await visit.Press("Make a test of this");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        var texts = new Dictionary<string, string>();
        foreach (var language in Languages)
        {
            await dialog.GetByRole(AriaRole.Tab, new() { Name = language }).ClickAsync();
            var shown = dialog.GetByLabel($"{language} test", new() { Exact = true });
            texts[language] = await shown.Locator("code").EvaluateAsync<string>("code => code.textContent");
        }

        return texts;
    }

    private static async Task<JsonNode> Exchange(Visit visit, long sequence) =>
        (await visit.World!.CreateClient().GetFromJsonAsync<JsonNode>($"/__admin/journal/{sequence}"))!;

    private static async Task<long> Last(Visit visit) =>
        (await visit.World!.CreateClient().GetFromJsonAsync<JsonNode>("/__admin/journal?limit=1"))!["last"]!
            .GetValue<long>();

    private static async Task<(int Ended, string Said)> Run(
        DirectoryInfo folder, Between between, string program, string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        await File.WriteAllTextAsync(path, text);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(path);
        start.Environment["CONSOLE_CONNECT_URL"] = between.Address;
        start.Environment.Remove("NODE_OPTIONS");
        Process running;
        try
        {
            running = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not here: what the page writes for it was not run.");
            throw;
        }

        using (running)
        {
            var said = await Task.WhenAll(
                running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
            await running.WaitForExitAsync();
            return (running.ExitCode, string.Concat(said));
        }
    }

    /// <summary>Compiles all of them once, as a test project would, and runs each.</summary>
    private static async Task RunInDotnet(IReadOnlyList<(string Kind, string Text, byte[] Body)> written)
    {
        const string implied = "global using System; global using System.Collections.Generic; global using System.IO; "
            + "global using System.Linq; global using System.Net.Http; global using System.Threading; "
            + "global using System.Threading.Tasks;";
        var trees = written
            .Select((each, index) => CSharpSyntaxTree.ParseText($"namespace Written{index};\n{each.Text}"))
            .Prepend(CSharpSyntaxTree.ParseText(implied))
            .ToList();
        for (var index = 0; index < written.Count; index++)
        {
            // A StringContent's text is the body that is sent.
            var content = trees[index + 1].GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
                .FirstOrDefault(made => made.Type.ToString() == "StringContent");
            if (content is not null)
            {
                var literal = (LiteralExpressionSyntax)content.ArgumentList!.Arguments[0].Expression;
                Assert.Equal(Encoding.UTF8.GetString(written[index].Body), literal.Token.ValueText);
            }
        }

        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compiled = CSharpCompilation.Create(
            "Written", trees, references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var bytes = new MemoryStream();
        var result = compiled.Emit(bytes);
        Assert.True(result.Success && result.Diagnostics.All(each => each.Severity < DiagnosticSeverity.Warning),
            string.Join('\n', result.Diagnostics));
        var assembly = System.Reflection.Assembly.Load(bytes.ToArray());
        for (var index = 0; index < written.Count; index++)
        {
            var type = assembly.GetTypes().Single(each => each.Namespace == $"Written{index}" && each.IsPublic);
            var fact = type.GetMethods().Single(method => method.IsDefined(typeof(FactAttribute), inherit: false));
            try
            {
                await (Task)fact.Invoke(Activator.CreateInstance(type), [])!;
            }
            catch (Exception failure)
            {
                Assert.Fail($".NET, {written[index].Kind}: {failure.Message}\n{written[index].Text}");
            }
            finally
            {
                var emulator = (Task<ConsoleConnect.Emulator.Testing.ConsoleConnectEmulator>)type.GetField(
                    "Emulator", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                    .GetValue(obj: null)!;
                await (await emulator).DisposeAsync();
            }
        }
    }
}
