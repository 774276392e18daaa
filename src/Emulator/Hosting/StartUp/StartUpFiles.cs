using System.Text;
using Emulator.Control;
using Emulator.Errors;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulator.Hosting.StartUp;

/// <summary>A file of the start-up folder that failed; the message names it, and what went wrong.</summary>
internal sealed class StartUpFileFailed(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// What a folder has for the start: <c>.http</c> files, <c>.sh</c> scripts and worlds (<c>.json</c>, <c>.yaml</c>).
/// They run in the order of their names once the emulator can be called, and before it says that it is ready; the first
/// that fails stops the start.
/// </summary>
/// <param name="own">How the emulator is asked.</param>
/// <param name="server">Where it listens, for scripts.</param>
/// <param name="settings">The settings.</param>
internal sealed class StartUpFiles(OwnCalls own, IServer server, EmulatorSettings settings)
{
    private static readonly Dictionary<string, string> Worlds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".json"] = "application/json",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
    };

    /// <summary>Runs them.</summary>
    /// <exception cref="StartUpFileFailed">One that failed, or a folder that can't be read.</exception>
    public async Task Run(string folder, CancellationToken ct)
    {
        foreach (var file in FilesOf(folder))
        {
            var name = Path.GetFileName(file);
            try
            {
                switch (Path.GetExtension(file).ToLowerInvariant())
                {
                    case ".http":
                        await Send(await File.ReadAllTextAsync(file, ct), ct);
                        break;
                    case ".sh":
                        await ShellScript.Run(file, Url(), ct);
                        break;
                    case var world when Worlds.TryGetValue(world, out var type):
                        await Make(file, type, ct);
                        break;
                }
            }
            catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
            {
                throw new StartUpFileFailed(
                    $"{name}: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", failure);
            }
        }
    }

    private static List<string> FilesOf(string folder)
    {
        try
        {
            return [.. Directory.GetFiles(folder).OrderBy(Path.GetFileName, StringComparer.Ordinal)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartUpFileFailed(
                $"{folder} can't be read: {refused.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", refused);
        }
    }

    private string Url() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal)
        ?? settings.Urls.Split(';')[0];

    private async Task Send(string text, CancellationToken ct)
    {
        var file = HttpFile.Read(text);
        foreach (var request in file.Requests)
        {
            var (line, headers) = (request.Line, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
            foreach (var (name, value) in request.Headers)
            {
                headers[name] = file.Filled(value, line);
            }

            var address = file.Filled(request.Address, line);
            if (Uri.TryCreate(address, UriKind.Absolute, out var whole)
                && whole.Scheme.StartsWith("http", StringComparison.Ordinal))
            {
                // A sandbox may be in the host; where the address leads doesn't matter else.
                headers.TryAdd("Host", whole.Authority);
                address = whole.PathAndQuery;
            }
            else if (!address.StartsWith('/'))
            {
                throw new FormatException($"line {line}: {address} is no address: it begins with http:// or with /");
            }

            var answer = await own.Ask(
                new OwnCall(request.Method, address, headers, Encoding.UTF8.GetBytes(file.Filled(request.Body, line))),
                ct);
            if (answer.Status >= 400 && !request.Allowed.Contains(answer.Status))
            {
                throw new FormatException($"line {line}: {request.Method} {address} was answered {answer.Status}"
                    + Why(answer));
            }

            file.Answered(request, answer.Text);
        }
    }

    private async Task Make(string file, string type, CancellationToken ct)
    {
        var answer = await own.Ask(
            new OwnCall(
                "POST",
                "/__admin/worlds",
                new Dictionary<string, string> { ["Content-Type"] = type },
                await File.ReadAllBytesAsync(file, ct)),
            ct);
        if (answer.Status >= 400)
        {
            throw new FormatException($"the world was answered {answer.Status}{Why(answer)}");
        }
    }

    private static string Why(OwnAnswer answer) =>
        answer.Headers.TryGetValue(RefusalRenderer.ExplainHeader, out var why) ? $": {why}" : "";
}
