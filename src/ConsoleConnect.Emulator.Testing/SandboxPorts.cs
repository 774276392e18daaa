using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// Ports of the loopback address beside a server's own, one for each sandbox: whatever arrives at one is for its
/// sandbox. An address with a path can't do that: a client that asks for <c>/api/…</c> drops the path, and would land
/// in the emulator's own world.
/// </summary>
internal sealed class SandboxPorts : IConnectionListenerFactory, IAsyncDisposable
{
    private readonly SocketTransportFactory own = new(
        Options.Create(new SocketTransportOptions()),
        NullLoggerFactory.Instance);
    private readonly SocketConnectionContextFactory connections = new(
        new SocketConnectionFactoryOptions(),
        NullLogger<SandboxPorts>.Instance);
    private readonly Channel<ConnectionContext> arrived = Channel.CreateUnbounded<ConnectionContext>();
    private readonly ConcurrentDictionary<Uri, Socket> open = new();
    private IConnectionListener? first;

    /// <summary>The sandbox that a request is for; null where it came in by the server's own port.</summary>
    public static string? Arrived(HttpContext context)
    {
        var sandbox = context.Features.Get<Arrival>()?.Sandbox;
        if (
            sandbox is not null
            && context.Request.Path.Value is { } path
            && path.StartsWith("//", StringComparison.Ordinal)
        )
        {
            // An address ends with a slash, and clients put their paths behind it as a text.
            context.Request.Path = path[1..];
        }

        return sandbox;
    }

    /// <summary>Opens a port.</summary>
    /// <param name="sandbox">Whose.</param>
    /// <param name="scheme">What the server speaks at its own port.</param>
    /// <returns>Its address, with no path.</returns>
    public Uri Open(string sandbox, string scheme)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        var address = new UriBuilder(scheme, "127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port).Uri;
        open[address] = socket;
        _ = Accept(socket, sandbox);
        return address;
    }

    /// <summary>Closes a port; connections that it has let in end when their clients end them.</summary>
    public void Close(Uri address)
    {
        if (open.TryRemove(address, out var socket))
        {
            socket.Dispose();
        }
    }

    /// <summary>The server binds its own port. What arrives at those of sandboxes comes in there, too.</summary>
    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken = default)
    {
        var bound = await own.BindAsync(endpoint, cancellationToken).ConfigureAwait(false);
        if (Interlocked.CompareExchange(ref first, bound, comparand: null) is not null)
        {
            return bound; // localhost is two addresses.
        }

        _ = AcceptOwn(bound);
        return new Both(bound, this);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        CloseAll();
        connections.Dispose();
        return ValueTask.CompletedTask;
    }

    private void CloseAll()
    {
        foreach (var address in open.Keys)
        {
            Close(address);
        }
    }

    private async Task AcceptOwn(IConnectionListener listener)
    {
        while (await listener.AcceptAsync().ConfigureAwait(false) is { } connection)
        {
            await arrived.Writer.WriteAsync(connection).ConfigureAwait(false);
        }

        arrived.Writer.TryComplete();
    }

    private async Task Accept(Socket listening, string sandbox)
    {
        while (true)
        {
            try
            {
                var socket = await listening.AcceptAsync().ConfigureAwait(false);
                socket.NoDelay = true;
                var connection = connections.Create(socket);
                connection.Features.Set(new Arrival(sandbox));
                if (!arrived.Writer.TryWrite(connection))
                {
                    await connection.DisposeAsync().ConfigureAwait(false); // The server has stopped.
                }
            }
            catch (SocketException gone) when (gone.SocketErrorCode == SocketError.ConnectionReset)
            {
                // The client left before it was let in.
            }
            catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    /// <summary>By which sandbox's port a connection came in.</summary>
    private sealed record Arrival(string Sandbox);

    /// <summary>The server's own port, and those of sandboxes.</summary>
    private sealed class Both(IConnectionListener own, SandboxPorts ports) : IConnectionListener
    {
        public EndPoint EndPoint => own.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                return await ports.arrived.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            ports.CloseAll();
            return own.UnbindAsync(cancellationToken);
        }

        public ValueTask DisposeAsync() => own.DisposeAsync();
    }
}
