using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Emulator.Control;
using Emulator.Errors;
using Emulator.Hosting.Pipeline;
using Emulator.Simulation;
using Emulator.Wire;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Emulator.Hosting;

/// <summary>
/// The web console at <c>/console/</c>: files that the program has inside, packed. They are static and have nothing of
/// a sandbox in them; all that they show comes through <c>/__admin</c> and the service, guarded as for anybody else. At
/// the start nothing is read of them: a file is when it is first asked for.
/// </summary>
internal static class ConsolePages
{
    /// <summary>What stands in front of a file's path in the names of the program's resources.</summary>
    private const string Inside = "console/";

    private const string Packed = ".gz";

    /// <summary>
    /// Only what is served from here runs and is reached: no script or style in the page itself, nothing from
    /// elsewhere.
    /// </summary>
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
    };

    private static readonly ConcurrentDictionary<string, PageFile?> Files = new(StringComparer.Ordinal);

    public static void MapConsole(this WebApplication app)
    {
        app.MapMethods("/", Reading, Begin);
        app.MapMethods("/console/{**file}", Reading, Page);
    }

    /// <summary>Leads a browser to the console; tells any other client what there is.</summary>
    private static async Task Begin(HttpContext context)
    {
        var request = context.Request;
        Protect(context.Response);
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (WantsPage(request))
        {
            Redirect(context);
            return;
        }

        var services = context.RequestServices;
        var chosen = ChosenSandbox.Of(context);
        var sandbox = await chosen.Opened(context.RequestAborted);
        var made = services.GetRequiredService<Sandboxes>().MadeAs(sandbox);
        var front = services.GetRequiredService<SandboxAddresses>()
            .AskedOf(request, made is null ? null : sandbox.Name);
        var about = services.GetRequiredService<AboutTheProgram>();
        context.Response.Headers.CacheControl = "no-cache";
        await new Answer<ProgramShown>(new ProgramShown(
            about.Name,
            about.Version,
            $"{front}/swagger/index.html",
            $"{front}/console/",
            $"{front}/openapi.json",
            $"{front}/__admin",
            $"{front}/readyz",
            sandbox.Name)).ExecuteAsync(context);
    }

    private static Task Page(HttpContext context)
    {
        var path = context.Request.RouteValues["file"] as string ?? "";
        if (path.Length == 0 && context.Request.Path.Value is not [.., '/'])
        {
            // What the page names is relative to the folder that it is in.
            Protect(context.Response);
            Redirect(context);
            return Task.CompletedTask;
        }

        var name = path.Length == 0 ? "index.html" : path;
        if (Files.GetOrAdd(name, Read) is not { } file)
        {
            Files.TryRemove(name, out _); // Nobody fills the memory with names of files that there aren't.
            throw ServiceErrors.ConsoleFileNotFound.Because(
                "The console begins at /console/, and each of its pages is an address behind its #.", name);
        }

        return Send(context, file);
    }

    private static Task Send(HttpContext context, PageFile file)
    {
        var (request, response) = (context.Request, context.Response);
        Protect(response);
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ETag = file.Tag;
        response.Headers.CacheControl = file.IsForever ? "public, max-age=31536000, immutable" : "no-cache";
        if (Knows(request.Headers.IfNoneMatch, file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = file.Type;
        if (TakesPacked(request.Headers.AcceptEncoding))
        {
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = file.Bytes.Length;
            return response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
        }

        return SendUnpacked(context, file);
    }

    private static async Task SendUnpacked(HttpContext context, PageFile file)
    {
        using var packed = new MemoryStream(file.Bytes, writable: false);
        await using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        await unpacking.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static void Redirect(HttpContext context) =>
        context.Response.Redirect($"{context.Request.PathBase.ToUriComponent()}/console/{context.Request.QueryString}");

    /// <summary>Whether a browser asks for a page: other clients take anything, or name what they take.</summary>
    private static bool WantsPage(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.Quality is not 0
            && string.Equals(type.MediaType.Value, "text/html", StringComparison.OrdinalIgnoreCase));

    private static bool TakesPacked(StringValues sent) =>
        StringWithQualityHeaderValue.TryParseList(sent, out var codings)
        && codings.Any(coding => coding.Quality is not 0
            && string.Equals(coding.Value.Value, "gzip", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the client has the file as it is: the tag is one for every coding, and compared as weak ones
    /// are.
    /// </summary>
    private static bool Knows(StringValues sent, string tag) =>
        EntityTagHeaderValue.TryParseList(sent, out var known)
        && known.Any(one => one.Tag == "*" || tag.EndsWith(one.Tag.Value!, StringComparison.Ordinal));

    private static void Protect(HttpResponse response)
    {
        OwnPages.Protect(response);
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static PageFile? Read(string path)
    {
        if (!Types.TryGetValue(Path.GetExtension(path), out var type))
        {
            return null;
        }

        using var inside = typeof(ConsolePages).Assembly.GetManifestResourceStream(Inside + path + Packed);
        if (inside is null)
        {
            return null;
        }

        var bytes = new byte[inside.Length];
        inside.ReadExactly(bytes);
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";

        // Parts have a digest of what is in them in their names.
        return new PageFile(bytes, type, tag, path.StartsWith("parts/", StringComparison.Ordinal));
    }

    /// <summary>A file.</summary>
    /// <param name="Bytes">What is in it, packed by gzip.</param>
    /// <param name="Type">Its media type.</param>
    /// <param name="Tag">Its entity tag: the same for the same bytes.</param>
    /// <param name="IsForever">Whether another content will have another name.</param>
    private sealed record PageFile(byte[] Bytes, string Type, string Tag, bool IsForever);
}
