using System.Net;
using Emulator.Control;
using Emulator.Hosting.Https;
using Emulator.Wire;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Emulator.Hosting;

/// <summary>Where Kestrel listens, and what it takes.</summary>
internal static class Listening
{
    /// <summary>The longest request line, bytes: filters are long.</summary>
    public const int LongestRequestLine = 64 * 1024;

    /// <summary>
    /// All headers of a request together, bytes; with HTTP/2 the request line's parts are among them.
    /// </summary>
    public const int LongestHeaders = 128 * 1024;

    /// <summary>Sets it up.</summary>
    /// <exception cref="BadSetting">The certificate for https can't be served.</exception>
    public static void ListenAsSet(this WebApplicationBuilder builder, EmulatorSettings settings, TimeProvider machine)
    {
        var urls = settings.Urls.Split(';');
        var isSecure = Array.Exists(urls, url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        builder.WebHost.UseUrls(isSecure ? [] : urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            Limit(kestrel.Limits);
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => SentText.OfHeaders;
        });
        if (isSecure)
        {
            ListenSecurely(builder, urls, settings, machine);
            return;
        }

        builder.Services.AddSingleton(new CertificateAuthority(() => null));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen =>
            listen.UseWordedRefusals(settings.Indented)));
    }

    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null; // BufferedBody refuses what is too large, in the service's words.
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestHeadersTotalSize = LongestHeaders;
        limits.Http2.MaxRequestHeaderFieldSize = LongestRequestLine;
    }

    private static void ListenSecurely(WebApplicationBuilder builder, string[] urls, EmulatorSettings settings,
        TimeProvider machine)
    {
        var certificate = ServedCertificate.Of(settings, machine);
        builder.Services.AddSingleton(new CertificateAuthority(() => certificate.Own?.Pem));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var address in urls.Select(BindingAddress.Parse))
            {
                Listen(kestrel, address, listen =>
                {
                    if (address.Scheme == "https")
                    {
                        listen.UseHttps(certificate.Options);
                    }

                    listen.UseWordedRefusals(settings.Indented); // Behind TLS: it reads what goes out.
                });
            }
        });
    }

    /// <summary>
    /// As Kestrel itself understands addresses: any name but localhost and those under it is bound to all addresses.
    /// </summary>
    private static void Listen(KestrelServerOptions kestrel, BindingAddress address, Action<ListenOptions> configure)
    {
        if (address.IsUnixPipe)
        {
            kestrel.ListenUnixSocket(address.UnixPipePath, configure);
        }
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var number))
        {
            kestrel.Listen(number, address.Port, configure);
        }
        else if (AdminAccess.IsLoopback(address.Host))
        {
            kestrel.ListenLocalhost(address.Port, configure);
        }
        else
        {
            kestrel.ListenAnyIP(address.Port, configure);
        }
    }
}
