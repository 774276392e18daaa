using System.Net;

namespace Emulator.Hosting;

/// <summary>
/// <c>--health</c>: asks a running emulator whether it is ready, so that a container needs no other program for it. It
/// is all that ever connects to anything, and only to this machine.
/// </summary>
internal static class HealthCheck
{
    /// <summary>0 if it is ready, 1 if not.</summary>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            var url = AddressOf(EmulatorSettings.Read(args, EmulatorApp.Begin(args).Configuration).Urls);
            using var client = new HttpClient(Handler(url)) { Timeout = TimeSpan.FromSeconds(5) };
            using var answer = await client.GetAsync(new Uri(url, "/readyz"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or BadSetting)
        {
            await Console.Error.WriteLineAsync(unreachable.Message);
            return 1;
        }
    }

    private static SocketsHttpHandler Handler(Uri url)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (url.Scheme == Uri.UriSchemeHttps)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true; // Its own, on this machine.
        }

        return handler;
    }

    /// <summary>
    /// Where an emulator that listens there is reached from here: any name but localhost is bound to all addresses,
    /// loopback's too, and asks no name server.
    /// </summary>
    private static Uri AddressOf(string urls)
    {
        var bound = BindingAddress.Parse(urls.Split(';')[0]);
        if (bound.IsUnixPipe)
        {
            throw new BadSetting("--health asks http addresses only, not a socket in the file system.");
        }

        var isOne =
            IPAddress.TryParse(bound.Host.Trim('[', ']'), out var address)
            && !address.Equals(IPAddress.Any)
            && !address.Equals(IPAddress.IPv6Any);
        var host = isOne || bound.Host == "localhost" ? bound.Host : "127.0.0.1";
        return new Uri($"{bound.Scheme}://{host}:{bound.Port}");
    }
}
