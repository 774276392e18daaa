using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConsoleConnect.Emulator.Admin;

/// <summary>What was found.</summary>
/// <param name="Found">How many match, over all pages.</param>
/// <param name="Kept">How many exchanges the journal has.</param>
/// <param name="Forgotten">How many older ones had to make room since it was last cleared.</param>
/// <param name="Last">The number of the last one that was recorded; 0 for none.</param>
/// <param name="Exchanges">Those that match, without headers and bodies, as many as were requested.</param>
public sealed record ExchangeList(
    int Found,
    int Kept,
    long Forgotten,
    long Last,
    IReadOnlyList<JournalExchange> Exchanges);

/// <summary>What was counted.</summary>
/// <param name="Count">How many match.</param>
/// <param name="Forgotten">
/// How many older exchanges had to make room since the journal was last cleared: they are not counted.
/// </param>
public sealed record Counted(int Count, long Forgotten);

/// <summary>An exchange, as it is shown: secrets redacted.</summary>
/// <param name="Sequence">Its number in the sandbox's journal, from 1.</param>
/// <param name="At">When it was answered, by the sandbox's clock, UTC.</param>
/// <param name="StartedAt">When it began, by the machine's clock, UTC.</param>
/// <param name="DurationMs">How long it took until the answer went out, milliseconds.</param>
/// <param name="Method">The method.</param>
/// <param name="SandboxPath">
/// The part in front of the path that names the sandbox, such as <c>/sandbox/mine</c>; null where the path doesn't name
/// it.
/// </param>
/// <param name="Path">The path as the client wrote it, without the sandbox.</param>
/// <param name="Query">The query with its question mark; empty where there is none.</param>
/// <param name="Status">The answer's status; null where nothing was answered.</param>
/// <param name="Operation">The documented operation that it asked for; null where it matched none.</param>
/// <param name="User">The username of the caller; null where nobody was logged in.</param>
/// <param name="Assurance">
/// How sure we are of that operation: documented, observed, published or assumed; none where it matched none.
/// </param>
/// <param name="Fault">The fault rule that struck it; null where none did.</param>
/// <param name="Aborted">
/// Whether it ended without a whole answer: the client went away, or the connection was cut.
/// </param>
/// <param name="RequestBytes">How long the request's body was, bytes.</param>
/// <param name="AnswerBytes">How long the answer's body was, bytes.</param>
/// <param name="Changed">
/// How many rows the request changed, itself: what had fallen due and happened before it is not counted.
/// </param>
/// <param name="Explanation">Why it was refused, as <c>X-Emulator-Explain</c> said; null where it wasn't.</param>
public sealed record JournalExchange(
    long Sequence,
    DateTimeOffset At,
    DateTimeOffset StartedAt,
    double DurationMs,
    string Method,
    string? SandboxPath,
    string Path,
    string Query,
    int? Status,
    JournalOperation? Operation,
    string Assurance,
    string? User,
    string? Fault,
    bool Aborted,
    long RequestBytes,
    long AnswerBytes,
    int Changed,
    string? Explanation)
{
    /// <summary>The request's headers; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JournalHeader>? RequestHeaders { get; init; }

    /// <summary>The request's body; left out in lists, and where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JournalBody? RequestBody { get; init; }

    /// <summary>The answer's headers, except for those that the server itself adds; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JournalHeader>? AnswerHeaders { get; init; }

    /// <summary>The answer's body; left out in lists, and where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JournalBody? AnswerBody { get; init; }

    /// <summary>What was changed in its turn: first what time had brought; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JournalChange>? Changes { get; init; }

    /// <summary>How many rows more were changed, of which nothing is kept; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ChangesLeftOut { get; init; }
}

/// <summary>A row that was changed in the turn of an exchange: secrets redacted.</summary>
/// <param name="By">
/// <c>request</c> for what the operation did, <c>time</c> for what had fallen due and happened before it.
/// </param>
/// <param name="Kind"><c>added</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="Resource">What it is: its state machine, or its table's name where it has none.</param>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it; null where it has no name.</param>
/// <param name="Members">
/// What is different; in a row that was added or removed, all that it has.
/// </param>
public sealed record JournalChange(
    string By,
    string Kind,
    string Resource,
    string Table,
    string Id,
    string? Name,
    IReadOnlyList<JournalMember> Members);

/// <summary>A member that is different.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it is; null for nothing.</param>
public sealed record JournalMember(string Name, JsonElement? Before, JsonElement? After);

/// <summary>A documented operation.</summary>
/// <param name="Key">Its key, as the exchange search and the documents' samples have it.</param>
/// <param name="Path">Its path, as the documents print it.</param>
/// <param name="Title">What it does.</param>
public sealed record JournalOperation(string Key, string Path, string Title);

/// <summary>A header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record JournalHeader(string Name, string Value);

/// <summary>A body.</summary>
/// <param name="Text">What it says, as far as it is kept.</param>
/// <param name="Encoding">
/// How <c>text</c> writes it: <c>utf-8</c> as it is; <c>base64</c> for what is no text and has no secret in it.
/// </param>
/// <param name="Truncated">Whether there was more of it than is kept.</param>
public sealed record JournalBody(string Text, string Encoding, bool Truncated);
