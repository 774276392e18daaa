using Emulator.Control;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulator.Hosting;

/// <summary>What the program says once it is ready: where it listens, and who else could reach it there. Whoever hosts it in a process of their own isn't talked to.</summary>
internal static class Announcement
{
    public static async Task Make(WebApplication app)
    {
        // Only where it listens: tests that run the whole program have another server.
        var server = app.Services.GetRequiredService<IServer>();
        if (!server.GetType().Namespace!.StartsWith("Microsoft.AspNetCore.Server", StringComparison.Ordinal) || server.Features.Get<IServerAddressesFeature>()?.Addresses is not { } addresses)
        {
            return;
        }

        var settings = app.Services.GetRequiredService<EmulatorSettings>();
        if (Exposure.Warning(addresses, settings.Admin) is { } warning)
        {
            await Console.Error.WriteLineAsync(warning);
        }

        await Console.Out.WriteLineAsync($"Console Connect emulator, ready on {string.Join(", ", addresses)} (Swagger UI at /swagger); data in {settings.Sandboxes.Data}");
        if (app.Services.GetRequiredService<CertificateAuthority>().Pem() is not null)
        {
            var url = addresses.First(address => address.StartsWith("https:", StringComparison.Ordinal));
            await Console.Out.WriteLineAsync("For https, let clients trust the emulator's authority: curl -sk "
                + $"{url}/__admin/certificate-authority > emulator-ca.pem (curl --cacert, NODE_EXTRA_CA_CERTS)");
        }
    }
}
