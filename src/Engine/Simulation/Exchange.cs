using System.Runtime.InteropServices;
using Microsoft.Extensions.Primitives;

namespace Emulator.Simulation;

/// <summary>
/// A request and its answer, as the journal keeps them. While it is being recorded nothing is copied, written out or
/// looked up that can be found out when somebody looks: a read that is answered from memory costs hardly more than the
/// exchange does.
/// </summary>
internal sealed class Exchange
{
    /// <summary>Its number in its sandbox, from 1; 0 until it is recorded.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When it began, by the machine's clock, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The same as a time stamp of the machine's, for the duration.</summary>
    public required long StartedStamp { get; init; }

    /// <summary>How long it took until the answer went out.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>When it was answered, by the sandbox's clock, UTC.</summary>
    public DateTimeOffset At { get; internal set; }

    public required string Method { get; init; }

    public required string Scheme { get; init; }

    /// <summary>What a proxy has put in front of the path; empty for nothing.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// The path as the client wrote it, unescaped, with the sandbox in front of it if it was named there.
    /// </summary>
    public required string WrittenPath { get; init; }

    /// <summary>The query as the client wrote it, with its question mark; empty where there is none.</summary>
    public required string Query { get; init; }

    public required KeyValuePair<string, StringValues>[] RequestHeaders { get; init; }

    /// <summary>The part of the path that names the sandbox; empty where it doesn't.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>The path as the emulator spells it: without the sandbox, and as the documents print it.</summary>
    public string Path { get; set; } = "";

    /// <summary>The path as the client wrote it, without the sandbox in front of it.</summary>
    public string AskedPath => PathBase.Length > 0
        && WrittenPath.StartsWith(PathBase, StringComparison.OrdinalIgnoreCase)
        ? WrittenPath.Length == PathBase.Length ? "/" : WrittenPath[PathBase.Length..]
        : WrittenPath.Length == 0 ? "/" : WrittenPath;

    public ReadOnlyMemory<byte> RequestBody { get; set; }

    /// <summary>How long the request's body was, bytes: longer than what is kept where that was cut.</summary>
    public long RequestLength { get; set; }

    /// <summary>The answer's status; 0 where nothing was answered.</summary>
    public int Status { get; set; }

    /// <summary>The answer's headers, except for those that the server itself adds.</summary>
    public KeyValuePair<string, StringValues>[] AnswerHeaders { get; set; } = [];

    public ReadOnlyMemory<byte> AnswerBody { get; set; }

    /// <summary>How long the answer's body was, bytes: longer than what is kept where that was cut.</summary>
    public long AnswerLength { get; set; }

    /// <summary>What routing made of it; null where it was refused before, or no route has its path.</summary>
    public Endpoint? Endpoint { get; set; }

    /// <summary>The username of the caller; null where nobody was logged in.</summary>
    public string? User { get; set; }

    /// <summary>Whether it ended without a whole answer: the client went away, or the connection was cut.</summary>
    public bool Aborted { get; set; }

    /// <summary>What was saved in its turn; null for nothing.</summary>
    public RecordedChanges? Changes { get; set; }

    /// <summary>The documented operation that it asked for; null where it matched none.</summary>
    public KnownOperation? Operation => Endpoint?.Metadata.GetMetadata<KnownOperation>();

    /// <summary>How sure we are of that operation; null where it matched none.</summary>
    public string? Assurance => Endpoint?.Metadata.GetMetadata<IAssured>()?.Assurance;

    /// <summary>Whether it is in the journal: from then on it stays as it is.</summary>
    public bool IsRecorded => Sequence > 0;

    /// <summary>What it takes of the journal's bytes, without its answer's body, which several may share.</summary>
    internal int Weight { get; private set; }

    /// <summary>Cuts bodies that are too long to be kept whole, and weighs it.</summary>
    internal void Settle(int longest)
    {
        RequestBody = Cut(RequestBody, longest);
        AnswerBody = Cut(AnswerBody, longest);
        Changes?.Fit(longest);
        Weight =
            400
            + (2 * (WrittenPath.Length + Query.Length))
            + Of(RequestHeaders)
            + Of(AnswerHeaders)
            + RequestBody.Length
            + (Changes?.Weight ?? 0);
    }

    /// <summary>
    /// A body that is too long, or lies in an array with much more room, is copied as far as it is kept, so that the
    /// rest can go.
    /// </summary>
    private static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> body, int longest)
    {
        if (body.Length > longest)
        {
            return body[..Math.Min(longest, Journal.KeptOfLong)].ToArray();
        }

        return MemoryMarshal.TryGetArray(body, out var segment) && segment.Array!.Length - body.Length > 1024
            ? body.ToArray()
            : body;
    }

    private static int Of(KeyValuePair<string, StringValues>[] headers)
    {
        var weight = 0;
        foreach (var (name, value) in headers)
        {
            weight += 40 + (2 * (name.Length + (value.Count == 1 ? value[0]?.Length ?? 0 : value.ToString().Length)));
        }

        return weight;
    }
}
