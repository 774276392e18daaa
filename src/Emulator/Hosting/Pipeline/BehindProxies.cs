using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Has a request look as its client has sent it, where proxies stand between: scheme, host and path prefix. ASP.NET's
/// own middleware reads <c>X-Forwarded-*</c>, from those that <c>--trusted-proxies</c> names only. Nothing of it is
/// there where nothing of it is set.
/// </summary>
internal static class BehindProxies
{
    public static void UseProxies(this IApplicationBuilder app, ProxySettings proxies)
    {
        if (!proxies.TrustsAny && proxies.Prefix.Length == 0)
        {
            return;
        }

        app.Use(next =>
        {
            RequestDelegate prefixed = context => next(WithoutPrefix(context, proxies.Prefix));
            if (!proxies.TrustsAny)
            {
                return prefixed;
            }

            var forwarded = new ForwardedHeadersMiddleware(prefixed,
                app.ApplicationServices.GetRequiredService<ILoggerFactory>(), Options.Create(Forwarded(proxies)));
            return context =>
            {
                context.Features.Set(new SentHost(context.Request.Host.Host));
                Translate(context.Request.Headers);
                return forwarded.Invoke(context);
            };
        });
    }

    private static ForwardedHeadersOptions Forwarded(ProxySettings proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    /// <summary>A prefix is taken off a path that has it: some proxies do so themselves, some leave it.</summary>
    private static HttpContext WithoutPrefix(HttpContext context, string usual)
    {
        var request = context.Request;
        PathString prefix = request.PathBase.Value?.TrimEnd('/') is { Length: > 0 } forwarded ? forwarded : usual;
        if (prefix.HasValue && request.Path.StartsWithSegments(prefix, out var rest))
        {
            request.Path = rest.HasValue ? rest : "/";
        }

        request.PathBase = prefix;
        return context;
    }

    /// <summary>
    /// Says what <c>Forwarded</c> says (RFC 7239) in the headers that are read; those count where both are sent.
    /// </summary>
    private static void Translate(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue("Forwarded", out var sent) || headers.ContainsKey("X-Forwarded-Host")
            || headers.ContainsKey("X-Forwarded-Proto"))
        {
            return;
        }

        var pairs = sent.ToString().Split(',', ';').Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2).ToList();
        Say("host", "X-Forwarded-Host");
        Say("proto", "X-Forwarded-Proto");

        void Say(string name, string header)
        {
            if (pairs.Where(pair => pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(pair => pair[1].Trim('"')).ToArray() is { Length: > 0 } values)
            {
                headers[header] = string.Join(", ", values);
            }
        }
    }
}

/// <summary>
/// The host that was sent in <c>Host</c>, whatever proxies say of it. The guard looks at both: a page can send headers,
/// but no other Host.
/// </summary>
internal sealed record SentHost(string Host);
