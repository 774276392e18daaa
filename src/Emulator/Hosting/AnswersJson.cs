using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Emulator.Api;
using Emulator.Control;
using Emulator.Resources;
using Emulator.Wire;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Emulator.Hosting;

/// <summary>
/// How answers are written as JSON. Emulators of one process that answer alike share it, as tests do that start many:
/// what .NET knows of each payload goes with it.
/// </summary>
internal static class AnswersJson
{
    private static readonly ConcurrentDictionary<(bool Indented, Service Service), IOptions<JsonOptions>> Known = new();

    /// <summary>How a service's answers are written.</summary>
    /// <param name="indented">Whether people read them.</param>
    /// <param name="service">The service.</param>
    public static IOptions<JsonOptions> Of(bool indented, Service service) =>
        Known.GetOrAdd((indented, service), static asked => Make(asked.Indented, asked.Service));

    private static IOptions<JsonOptions> Make(bool indented, Service service)
    {
        var options = new JsonOptions();
        var json = options.SerializerOptions;
        json.WriteIndented = indented;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new InstantConverter());
        json.TypeInfoResolverChain.Clear();
        json.TypeInfoResolverChain.Add(ServiceJson.Default);
        json.TypeInfoResolverChain.Add(ControlJson.Default);
        json.TypeInfoResolverChain.Add(ResourceControlJson.Default);
        json.TypeInfoResolverChain.Add(OverviewJson.Default);
        foreach (var answers in service.Answers)
        {
            json.TypeInfoResolverChain.Add(answers);
        }

        return Options.Create(options);
    }
}
