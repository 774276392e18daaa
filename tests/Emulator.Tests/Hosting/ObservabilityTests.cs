using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// Metrics and traces: there where they are asked for, as Prometheus and collectors read them, without ids and secrets;
/// and elsewhere not even loaded.
/// </summary>
public sealed partial class ObservabilityTests
{
    private const string AnOrder =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Kept","paymentType":"invoice"}""";

    [Fact]
    public async Task The_numbers_are_there_as_Prometheus_reads_them()
    {
        await using var emulator = new EmulatorUnderTest("metrics=true");
        (await emulator.Nobody().Put("/__admin/sandboxes/secret-name", "{}")).MustBeOk();
        var stan = emulator.With("secret-name.key-stan");
        var order = (await stan.Put("/api/company/Acme/ports/orders", AnOrder)).MustBeOk().TextOf("id");
        (await emulator.Nobody().Post("/sandbox/secret-name/__admin/clock/advance", """{"seconds":60}""")).MustBeOk();
        for (var poll = 0; poll < 3; poll++)
        {
            (await stan.Get($"/api/company/Acme/ports/orders/{order}")).MustBeOk();
        }

        (await emulator.Nobody().Post("/sandbox/secret-name/__admin/faults",
            """{"match":{"path":"/api/company/*/ports/orders"},"when":{"next":1},"then":{"answer":{"status":503}}}"""))
            .MustBeOk();
        await stan.Get("/api/company/Acme/ports/orders");
        await stan.Get("/api/company/Nobody/ports/orders");
        using var odd = new HttpRequestMessage(new HttpMethod("BREW"), "/api/pot");
        await emulator.Nobody().Send(odd);

        var text = await Scraped(emulator);
        var numbers = Read(text);
        Assert.True(Sum(numbers, "emulator_turns_total") >= 3, text);
        Assert.True(Sum(numbers, "emulator_settles_total") >= 1, text);
        Assert.Equal(1, Sum(numbers, "emulator_faults_total"));
        Assert.True(Sum(numbers, "emulator_kept_answers_total") >= 1, text);
        Assert.Contains(numbers, one =>
            one.Key.StartsWith("emulator_moves_total{emulator_machine=\"port-orders\"", StringComparison.Ordinal)
            && one.Key.EndsWith("emulator_state=\"done\"}", StringComparison.OrdinalIgnoreCase)
            && one.Value >= 1);
        Assert.Contains(numbers.Keys, key => key.StartsWith("http_server_request_duration_seconds_bucket{"
            + "http_request_method=\"PUT\",url_scheme=\"http\",http_response_status_code=\"200\","
            + "http_route=\"/api/company/{companyName}/ports/orders\",emulator_operation=\"041\",le=",
            StringComparison.Ordinal));
        Assert.Contains(numbers.Keys, key => key.Contains("\"_OTHER\"", StringComparison.Ordinal));
        Assert.Contains(numbers.Keys, key => key.StartsWith("dotnet_gc_", StringComparison.Ordinal));

        // A histogram's buckets count up to its count.
        Assert.All(numbers.Where(one => one.Key.Contains("le=\"+Inf\"", StringComparison.Ordinal)), one => Assert.Equal(
            one.Value,
            numbers[CountOf(one.Key)]));

        // Nothing that clients choose.
        Assert.All(
            new[] { "secret-name", "key-stan", order, "Nobody", "BREW", "pot" },
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));

        // More of the same requests are no more series.
        var before = numbers.Count;
        for (var number = 0; number < 20; number++)
        {
            await stan.Get($"/api/company/Acme/ports/{number:x24}");
            await stan.Get($"/api/nothing/{number}");
        }

        Assert.InRange(Read(await Scraped(emulator)).Count, before, before + 80);
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_page()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Get("/metrics")).MustRefuse(404);
    }

    [Fact]
    public async Task A_collector_is_sent_spans_and_numbers_where_OpenTelemetrys_variables_say_so()
    {
        using var collector = new Collector();
        var around = new Surroundings(Variables: new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=ci",
        });
        using var emulator = await RunningEmulator.Start(around, ":memory:");
        Assert.True(Loaded(emulator.Id, "OpenTelemetry"));
        Assert.False(Loaded(emulator.Id, "ModelContextProtocol"));
        (await emulator.With("key-stan").Put("/api/company/Acme/ports/orders", AnOrder)).MustBeOk();
        await collector.Told("/v1/traces", "PUT /api/company/{companyName}/ports/orders", "turn",
            "console-connect-emulator", "deployment.environment.name", "emulator.operation");
        await collector.Told("/v1/metrics", "http.server.request.duration", "emulator.turns", "emulator.turn.wait");
        Assert.DoesNotContain("key-stan", collector.Everything, StringComparison.Ordinal);
        Assert.True(await emulator.Stop(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_holds_nobody_up()
    {
        var around = new Surroundings(Variables: new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1",
        });
        using var emulator = await RunningEmulator.Start(around, ":memory:");
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        Assert.True(await emulator.Stop(TimeSpan.FromSeconds(8)));
        Assert.Equal(0, emulator.ExitCode);
    }

    [Fact]
    public async Task Nothing_of_it_is_loaded_where_nobody_asks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc tells what is loaded");
        using var emulator = await RunningEmulator.Start(":memory:");
        (await emulator.With("key-stan").Put("/api/company/Acme/ports/orders", AnOrder)).MustBeOk();
        Assert.True(Loaded(emulator.Id, "Microsoft.EntityFrameworkCore"));
        Assert.False(Loaded(emulator.Id, "OpenTelemetry"));
        Assert.False(Loaded(emulator.Id, "ModelContextProtocol"));
        Assert.False(Loaded(emulator.Id, "Microsoft.Extensions.AI"));
    }

    private static bool Loaded(int process, string assembly) =>
        File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/maps")
            .Contains($"/{assembly}", StringComparison.Ordinal);

    private static async Task<string> Scraped(EmulatorUnderTest emulator)
    {
        using var http = emulator.CreateClient();
        using var answer = await http.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Reads the format: comments, and a series and its number on each other line.</summary>
    private static Dictionary<string, double> Read(string text)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                Assert.True(types.Add(line.Split(' ')[2]), $"{line} is there twice");
            }
            else if (!line.StartsWith('#'))
            {
                var match = Series().Match(line);
                Assert.True(match.Success, line);
                Assert.Contains(types, type => match.Groups[1].Value.StartsWith(type, StringComparison.Ordinal));
                numbers.Add(
                    match.Groups[1].Value + match.Groups[2].Value,
                    double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture));
            }
        }

        return numbers;
    }

    private static double Sum(Dictionary<string, double> numbers, string name) =>
        numbers.Where(one => one.Key.Split('{')[0] == name).Sum(one => one.Value);

    private static string CountOf(string bucket)
    {
        var count = bucket.Replace("_bucket{", "_count{", StringComparison.Ordinal)
            .Replace("le=\"+Inf\"}", "}", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal);
        return count.EndsWith("{}", StringComparison.Ordinal) ? count[..^2] : count;
    }

    [GeneratedRegex(
        """^([a-zA-Z_][a-zA-Z0-9_]*)(\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\.)*",?)+\})? ([0-9.eE+-]+|\+Inf|NaN)$"""
    )]
    private static partial Regex Series();

    /// <summary>A collector: keeps what it is sent, as text. Texts stand in Protobuf as they are.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentDictionary<string, string> told = new();

        public Collector()
        {
            using var finder = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            finder.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)finder.LocalEndpoint).Port}";
            finder.Stop();
            listener.Prefixes.Add(Url + "/");
            listener.Start();
            _ = Listen();
        }

        public string Url { get; }

        public string Everything => string.Concat(told.Values);

        public async Task Told(string path, params string[] words)
        {
            for (var patience = 0; patience < 200; patience++)
            {
                if (told.TryGetValue(path, out var text)
                    && words.All(word => text.Contains(word, StringComparison.Ordinal)))
                {
                    return;
                }

                await Task.Delay(100);
            }

            Assert.All(words, word =>
                Assert.Contains(word, told.GetValueOrDefault(path, ""), StringComparison.Ordinal));
        }

        public void Dispose() => listener.Close();

        private async Task Listen()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                    var text = await reader.ReadToEndAsync();
                    told.AddOrUpdate(context.Request.Url!.AbsolutePath, text, (_, before) => before + text);
                    context.Response.Close();
                }
                catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
