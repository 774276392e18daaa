using System.Buffers.Text;
using System.Text;

namespace Emulator.Benchmarks;

/// <summary>Requests as bytes.</summary>
internal static class Request
{
    public const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
    public const string Ports = "/api/company/Acme/ports";

    /// <summary>
    /// The first of them an emulator can answer without anything being done before: a key that is in the seed.
    /// </summary>
    public static readonly byte[] FirstOfAll = Get(Port, "Authorization: Bearer key-stan");

    public static byte[] Get(string path, string credential) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: "
            + $"application/json\r\n{credential}\r\n\r\n");

    public static byte[] With(string method, string path, string? credential, string body) => Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
        + $"{body.Length}\r\n{(credential is null ? "" : credential + "\r\n")}\r\n{body}");
}

/// <summary>What one connection asks, one after the other. Not to be shared between connections.</summary>
internal interface IQuestions
{
    /// <summary>The next request.</summary>
    ReadOnlySpan<byte> Next();
}

/// <summary>
/// The same request again and again; or one that was never asked before, so that no answer to it can have been kept.
/// </summary>
internal sealed class Questions(string path, string credential, bool neverAskedBefore) : IQuestions
{
    private readonly byte[] bytes = Request.Get(
        neverAskedBefore ? $"{path}{(path.Contains('?') ? '&' : '?')}n=0000000000" : path,
        credential);
    private readonly int at = "GET ".Length + path.Length + "?n=".Length;

    private static int asked = 1_000_000_000;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Next()
    {
        if (neverAskedBefore)
        {
            Utf8Formatter.TryFormat(Interlocked.Increment(ref asked), bytes.AsSpan(at), out _);
        }

        return bytes;
    }
}
