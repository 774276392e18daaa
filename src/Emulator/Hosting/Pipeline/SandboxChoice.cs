using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Which sandbox a request is for: the one in its path, <c>/sandbox/{name}/…</c>, in its host,
/// <c>{name}.localhost</c>, in its header <see cref="Header"/>, or in front of its token or key; the default one where
/// none of them names another, unless a choice is required. Two that name different ones are refused: nobody could tell
/// which was meant.
/// </summary>
internal sealed class SandboxChoice(RequestDelegate next, Sandboxes sandboxes, SandboxAddresses addresses,
    EmulatorSettings settings)
{
    public const string Header = "X-Emulator-Sandbox";

    private const string Prefix = SandboxAddresses.PathPrefix;

    private const string WaysToChoose =
        "Name it in the path (/sandbox/NAME/api/...), in the host (NAME.localhost), in the header X-Emulator-Sandbox, "
            + "or by a key or token that it has given out. "
            + "The emulator's own POST /__admin/sandboxes makes one.";

    /// <summary>The same for every request that names none.</summary>
    private readonly ChosenSandbox usual = new(sandboxes.Default);

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        var inPath = NameIn(request.Path.Value, out var rest);
        if (inPath is not null)
        {
            request.PathBase = request.PathBase.Add(Prefix + inPath);
            request.Path = rest;
        }

        var inHeader =
            request.Headers.TryGetValue(Header, out var header) && header is [{ Length: > 0 } sent] ? sent : null;
        var inHost = addresses.NameIn(request.Host.Value);
        var name = Agreed(Agreed(inPath, inHost), inHeader);
        var byCredential =
            sandboxes.HasMade && Credential.Of(request) is { } credential ? sandboxes.OfCredential(credential) : null;
        if (byCredential is not null)
        {
            name = Agreed(name, byCredential.Name);
        }

        if (name is null)
        {
            if (settings.Http.RequireSandbox && !IsOpenToAll(request.Path.Value!))
            {
                throw ServiceErrors.SandboxRequired.Because($"--require-sandbox is set: {WaysToChoose}");
            }

            context.Features.Set(usual);
            return next(context);
        }

        if (inHost is not null && byCredential is null && !sandboxes.Has(name))
        {
            throw ServiceErrors.SandboxNotFound.Because(
                $"The Host is {request.Host}, and what stands in front of its domain chooses a sandbox. "
                    + "The emulator's own POST /__admin/sandboxes at the address without it makes one.", name);
        }

        // Looked up first: a header has the sandbox's own spelling, never what a client made of it.
        var made = byCredential ?? sandboxes.MadeAs(name);
        context.Response.Headers[Header] = made?.Name ?? Sandboxes.DefaultName;
        if (made is null)
        {
            context.Features.Set(usual);
            return next(context);
        }

        var opened = made.Open();
        if (!opened.IsCompletedSuccessfully)
        {
            return GoOnOnceOpen(context, opened);
        }

        context.Features.Set(new ChosenSandbox(opened));
        return next(context);
    }

    /// <summary>
    /// One that is kept in a folder is open before anything looks at it: its fault rules strike at once.
    /// </summary>
    private async Task GoOnOnceOpen(HttpContext context, Task<Sandbox> opening)
    {
        await opening.WaitAsync(context.RequestAborted);
        context.Features.Set(new ChosenSandbox(opening));
        await next(context);
    }

    /// <summary>The path without the sandbox in front of it: what the client would ask the service.</summary>
    public static string WithoutSandbox(string path) => NameIn(path, out var rest) is null ? path : rest;

    /// <summary>Whether a path is the emulator's own, and no route of the service: Socket.IO is one.</summary>
    private static bool IsOpenToAll(string path) => Journaling.IsOfTheEmulator(path)
        && !path.StartsWith("/socket.io", StringComparison.OrdinalIgnoreCase);

    private static string? NameIn(string? path, out string rest)
    {
        rest = path ?? "/";
        if (path is null || !path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var end = path.IndexOf('/', Prefix.Length);
        rest = end < 0 ? "/" : path[end..];
        return end < 0 ? path[Prefix.Length..] : path[Prefix.Length..end];
    }

    private static string? Agreed(string? one, string? other) =>
        one is null || other is null || string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
            ? one ?? other
            : throw ServiceErrors.SandboxUnclear.Because($"Name it once: in the path, in the host, in {Header}, or in "
                + "front of the token or key.", one, other);
}
