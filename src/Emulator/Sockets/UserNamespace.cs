using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using SocketIo;

namespace Emulator.Sockets;

/// <summary>What Socket.IO is for here: the namespace <c>/user</c> of the sandbox that a session begins in.</summary>
internal sealed class UserNamespace : ISocketApplication
{
    /// <inheritdoc/>
    public async Task<ISocketNamespaces> Begin(HttpContext context) =>
        new OfSandbox(await ChosenSandbox.Of(context).Opened(context.RequestAborted));

    /// <inheritdoc/>
    public string Mended(string message) => SentText.Mended(message);

    /// <inheritdoc/>
    public void Explain(HttpContext context, string explanation) =>
        context.Response.Headers[RefusalRenderer.ExplainHeader] = explanation;

    private sealed class OfSandbox(Sandbox sandbox) : ISocketNamespaces
    {
        public ISocket? Join(string name, Action<SocketIoPacket> send) =>
            name == UserSocket.Namespace ? new UserSocket(sandbox, send) : null;
    }
}
