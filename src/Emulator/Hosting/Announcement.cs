using Emulator.Control;
using Emulator.Control.Worlds;
using Emulator.Simulation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulator.Hosting;

/// <summary>
/// What the program says once it is ready: where it listens, and who else could reach it there. Anyone who hosts it in
/// a process of their own isn't talked to.
/// </summary>
internal static class Announcement
{
    /// <summary>
    /// Whether it listens in a process of its own: tests that run the whole program have another server.
    /// </summary>
    public static bool ListensItself(WebApplication app) =>
        app
            .Services.GetRequiredService<IServer>()
            .GetType()
            .Namespace!.StartsWith("Microsoft.AspNetCore.Server", StringComparison.Ordinal);

    /// <summary>
    /// Says what is to be said before the start: variables that are no settings, and why it takes a while.
    /// </summary>
    public static async Task Prepare(WebApplication app)
    {
        if (!ListensItself(app))
        {
            return;
        }

        if (SettingSources.Warning(EmulatorSettings.All) is { } warning)
        {
            await Console.Error.WriteLineAsync(warning);
        }

        var services = app.Services;
        services.GetRequiredService<Sandboxes>().Tells = Console.Out.WriteLine;
        _ = SayWhatTakesLong(
            services.GetRequiredService<Sandboxes>(),
            services.GetRequiredService<EmulatorSettings>().Sandboxes,
            services.GetRequiredService<TimeProvider>());
    }

    /// <summary>Says that it works, where it isn't ready after a moment.</summary>
    private static async Task SayWhatTakesLong(
        Sandboxes sandboxes,
        SandboxesSettings settings,
        TimeProvider machine)
    {
        if (await Task.WhenAny(sandboxes.Default, Task.Delay(TimeSpan.FromSeconds(1), machine)) != sandboxes.Default)
        {
            await Console.Out.WriteLineAsync(
                sandboxes.OpensWhatWasLeft ? $"Opening and checking {settings.Data} ..."
                : settings.Volume > 0 ? $"Making the database from the seed, with {settings.Volume} ports beside it ..."
                : "Making the database from the seed ...");
        }
    }

    /// <summary>
    /// Says of each world's file how it stands to data that was there already, which stays as it is.
    /// </summary>
    private static async Task TellOfWorlds(Sandboxes sandboxes, EmulatorSettings settings)
    {
        if (!settings.Worlds.Any || !sandboxes.OpensWhatWasLeft)
        {
            return;
        }

        foreach (var file in settings.Worlds.Shown((await sandboxes.Default).BegunWith))
        {
            var isAsWanted = file.Standing is WorldFileStanding.Applied or WorldFileStanding.Former;
            await (isAsWanted ? Console.Out : Console.Error).WriteLineAsync(
                $"--world (EMULATOR_WORLD): {file.File}: {file.Told} The data is in {settings.Sandboxes.Data}");
        }
    }

    public static async Task Make(WebApplication app)
    {
        // Only where it listens: tests that run the whole program have another server.
        var server = app.Services.GetRequiredService<IServer>();
        if (!ListensItself(app) || server.Features.Get<IServerAddressesFeature>()?.Addresses is not { } addresses)
        {
            return;
        }

        var settings = app.Services.GetRequiredService<EmulatorSettings>();
        if (Exposure.Warning(addresses, settings.Admin) is { } warning)
        {
            await Console.Error.WriteLineAsync(warning);
        }

        app.Services.GetRequiredService<Sandboxes>().ListensOn(string.Join(", ", addresses));
        if (app.Services.GetRequiredService<Sandboxes>().KeptBefore is { } kept)
        {
            await Console.Out.WriteLineAsync($"{settings.Sandboxes.Data} was an earlier version's and has been brought "
                + $"over; as it was, it is kept as {kept}");
        }

        await TellOfWorlds(app.Services.GetRequiredService<Sandboxes>(), settings);
        await Console.Out.WriteLineAsync($"Console Connect emulator, ready on {string.Join(", ", addresses)} "
            + $"(Swagger UI at /swagger); data in {settings.Sandboxes.Data}");
        if (app.Services.GetRequiredService<CertificateAuthority>().Pem() is not null)
        {
            var url = addresses.First(address => address.StartsWith("https:", StringComparison.Ordinal));
            await Console.Out.WriteLineAsync("For https, let clients trust the emulator's authority: curl -sk "
                + $"{url}/__admin/certificate-authority > emulator-ca.pem (curl --cacert, NODE_EXTRA_CA_CERTS)");
        }
    }
}
