using Emulator.Control.Comparing;
using Emulator.Errors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Emulator.Hosting.Commands;

/// <summary>
/// <c>compare recording.har</c>: holds the emulator against a recording of the service. It listens nowhere and connects
/// to nothing.
/// </summary>
internal static class CompareCommand
{
    private const int Same = 0, Different = 1, Unreadable = 2;

    private const string Usage = "compare FILE.har [--mode replay|read] [--format text|json|junit] [--output FILE]";

    public static readonly Command Command = new(
        "compare",
        $"{Usage}\n             holds the emulator against a recording of the service; exit code 0 same, 1 different, "
        + "2 unreadable",
        Run);

    private static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            var asked = Asked.Of(args);
            if (new FileInfo(asked.File) is { Exists: true, Length: > HarRecording.MostBytes })
            {
                throw new BadSetting($"{asked.File} has more than {HarRecording.MostBytes} bytes: export only the "
                    + "service's requests.");
            }

            var file = await File.ReadAllBytesAsync(asked.File);
            var builder = EmulatorApp.Begin(asked.Settings);
            var settings = EmulatorSettings.Read(asked.Settings, builder.Configuration);
            builder.Services.AddSingleton<IServer, NoServer>();
            await using var app = EmulatorApp.Build(builder, settings);
            await app.StartAsync();
            var shown = await Comparison.Compare(file, asked.Mode == "replay", app.Services, CancellationToken.None);
            var report = asked.Format switch
            {
                "json" => Json(shown, app.Services),
                "junit" => ComparisonText.JUnit(shown),
                _ => ComparisonText.Plain(shown),
            };
            await (asked.Output is { } path ? File.WriteAllTextAsync(path, report) : output.WriteAsync(report));
            return shown.Verdict switch
            {
                "same" => Same,
                "different" => Different,
                _ => Unreadable,
            };
        }
        catch (Refusal refused)
        {
            await errors.WriteLineAsync($"{refused.Message}. {refused.Explanation}");
            return Unreadable;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(unread.Message);
            return Unreadable;
        }
        catch (Exception refused) when (refused is BadSetting or Store.Seeding.SeedBroken or Store.DatabaseRefused
            or Simulation.Keeping.FolderRefused or StartUp.StartUpFileFailed or AggregateException)
        {
            await errors.WriteLineAsync(StartRefused.Words(refused, urls: ""));
            return Unreadable;
        }
    }

    private static string Json(ComparisonShown shown, IServiceProvider services) =>
        System.Text.Json.JsonSerializer.Serialize(
            shown,
            services
                .GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>()
                .Value.SerializerOptions) + "\n";

    /// <summary>What the arguments ask for.</summary>
    /// <param name="File">The recording.</param>
    /// <param name="Mode">replay or read.</param>
    /// <param name="Format">text, json or junit.</param>
    /// <param name="Output">Where the report goes; null for standard output.</param>
    /// <param name="Settings">Settings of the emulator: which seed, which world.</param>
    private sealed record Asked(string File, string Mode, string Format, string? Output, string[] Settings)
    {
        /// <exception cref="BadSetting">They ask for nothing that can be.</exception>
        public static Asked Of(string[] args)
        {
            // Of an emulator that runs beside it, by the same environment, nothing is taken or touched.
            var asked = new Asked(
                "", "replay", "text", null, ["--data=:memory:", "--log=off", "--sandboxes=", "--init="]);
            for (var index = 0; index < args.Length; index++)
            {
                var (name, value) = args[index].Split('=', 2) is [var left, var right]
                    ? (left, right)
                    : (args[index], null);
                asked = name switch
                {
                    "--mode" => asked with { Mode = OneOf("--mode", Value(), "replay", "read") },
                    "--format" => asked with { Format = OneOf("--format", Value(), "text", "json", "junit") },
                    "--output" => asked with { Output = Value() },
                    ['-', '-', ..] => asked with { Settings = [.. asked.Settings, $"{name}={OfASetting(name)}"] },
                    _ when asked.File.Length == 0 => asked with { File = args[index] },
                    _ => throw new BadSetting($"{args[index]} is one file too many. Usage: {Usage}"),
                };

                string OfASetting(string flag)
                {
                    var setting = EmulatorSettings.All.FirstOrDefault(setting => $"--{setting.Name}" == flag)
                        ?? throw new BadSetting(
                            $"There is no option and no setting {flag}; see --help. Usage: {Usage}");
                    return value is null && setting.IsSwitch ? "true" : Value();
                }

                string Value() => value ?? (index + 1 < args.Length ? args[++index]
                    : throw new BadSetting($"{name} has no value. Usage: {Usage}"));
            }

            return asked.File.Length > 0 ? asked : throw new BadSetting($"Name the recording. Usage: {Usage}");
        }

        private static string OneOf(string name, string value, params string[] allowed) =>
            allowed.Contains(value) ? value
                : throw new BadSetting($"{name} is {string.Join(" or ", allowed)}, not \"{value}\". Usage: {Usage}");
    }

    /// <summary>A server that listens nowhere.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
