namespace Emulator.Wire;

/// <summary>
/// What was overlooked, or chosen for the client, in answering one request: a status that nobody knows, a member that
/// is nothing, a number sent as text. The body stays the service's; this stands in a header, so that a mistake the
/// service would have let pass is seen. An answer that is kept keeps it.
/// </summary>
internal sealed class Notes
{
    /// <summary>The header.</summary>
    public const string Header = "X-Emulator-Note";

    /// <summary>The most notes that are sent; of more it is only said that there are.</summary>
    private const int MostTold = 8;

    /// <summary>The most characters of a note.</summary>
    private const int LongestNote = 240;

    /// <summary>The most characters that are repeated of what a client has sent.</summary>
    private const int LongestQuote = 40;

    private readonly IHeaderDictionary headers;
    private readonly List<string> told = [];

    private Notes(IHeaderDictionary headers) => this.headers = headers;

    /// <summary>Those of a request.</summary>
    public static Notes Of(HttpContext context)
    {
        if (context.Features.Get<Notes>() is not { } notes)
        {
            context.Features.Set(notes = new Notes(context.Response.Headers));
        }

        return notes;
    }

    /// <summary>Binds them to an operation's parameter.</summary>
    public static ValueTask<Notes?> BindAsync(HttpContext context) => ValueTask.FromResult<Notes?>(Of(context));

    /// <summary>What a client has sent, shortened, in quotes.</summary>
    public static string Quoted(string sent) =>
        sent.Length > LongestQuote ? $"\"{sent.AsSpan(0, LongestQuote)}...\"" : $"\"{sent}\"";

    /// <summary>Adds one. The same note is sent once.</summary>
    /// <param name="note">A sentence without its full stop.</param>
    public void Add(string note)
    {
        var line = OnOneLine(note);
        if (told.Count > MostTold || told.Contains(line))
        {
            return;
        }

        told.Add(told.Count == MostTold ? "and more" : line);
        headers[Header] = string.Join("; ", told);
    }

    /// <summary>A header has printable ASCII only: whatever else a client has sent becomes a question mark.</summary>
    private static string OnOneLine(string note) => string.Create(
        Math.Min(note.Length, LongestNote),
        note,
        static (line, text) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = text[i] is >= ' ' and <= '~' ? text[i] : '?';
            }
        });
}
