using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// Leads ports of this machine into the sandboxes of an emulator that has none to give: one in a container, or one in
/// memory. A forwarder in the test's process; it is started when the first address is asked for.
/// </summary>
internal sealed class SandboxGateway(Uri emulator, Func<HttpMessageHandler> handler) : IAsyncDisposable
{
    private readonly SandboxPorts ports = new();
    private readonly HttpMessageInvoker onwards = new(EmulatorDoor.OwnWorld(emulator, handler()));
    private readonly SemaphoreSlim starting = new(1);
    private WebApplication? app;

    /// <summary>Opens a port for a sandbox.</summary>
    public async Task<Uri> Open(string sandbox, CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            app ??= await Start(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            starting.Release();
        }

        return ports.Open(sandbox, Uri.UriSchemeHttp);
    }

    /// <summary>Closes it.</summary>
    public void Close(Uri address) => ports.Close(address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
        }

        await ports.DisposeAsync().ConfigureAwait(false);
        onwards.Dispose();
        starting.Dispose();
    }

    private async Task<WebApplication> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, TestLifetime>();
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<IConnectionListenerFactory>(ports);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // The emulator refuses what is too large.
        });
        var made = builder.Build();
        var forwarder = made.Services.GetRequiredService<IHttpForwarder>();
        var patience = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromHours(1) };
        made.Run(async context =>
        {
            if (SandboxPorts.Arrived(context) is not { } sandbox)
            {
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest; // Its own port leads nowhere.
                return;
            }

            var failed = await forwarder
                .SendAsync(context, emulator.AbsoluteUri, onwards, patience, new IntoSandbox(sandbox))
                .ConfigureAwait(false);
            if (failed is not ForwarderError.None)
            {
                context.Abort(); // As the emulator's connection was, where it was cut on demand.
            }
        });
        await made.StartAsync(cancellationToken).ConfigureAwait(false);
        return made;
    }

    /// <summary>Sends a request on as it came, with the sandbox named.</summary>
    private sealed class IntoSandbox(string sandbox) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken)
                .ConfigureAwait(false);
            proxyRequest.Headers.Host = null; // The emulator's own, which its admin guard knows.
            if (sandbox != "default" && !proxyRequest.Headers.Contains(EmulatorDoor.SandboxHeader))
            {
                proxyRequest.Headers.TryAddWithoutValidation(EmulatorDoor.SandboxHeader, sandbox);
            }
        }
    }
}
