using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Emulator.Hosting.Logging;

/// <summary>What is noted of a request: nothing is made of it before it is printed.</summary>
internal readonly record struct LoggedRequest
{
    /// <summary>The most characters of an explanation: what it says first.</summary>
    private const int Short = 160;

    /// <summary>When it was answered, by the machine's clock, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required LogDetail Detail { get; init; }

    public required string Method { get; init; }

    /// <summary>Its path as the client wrote it.</summary>
    public required string Path { get; init; }

    /// <summary>Its query with the question mark; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>The answer's status; 0 where the client had gone.</summary>
    public required int Status { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Who asked; null where nobody is known.</summary>
    public string? User { get; init; }

    /// <summary>The sandbox, where it isn't the default one.</summary>
    public string? Sandbox { get; init; }

    /// <summary>The fault rules that struck.</summary>
    public string? Fault { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Explanation { get; init; }

    /// <summary>What it is called in standard error, where the emulator itself has failed.</summary>
    public string? RequestId { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var line = new StringBuilder(200);
        line.Append(At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
            .Append(' ')
            .Append(LogText.Escaped(Method))
            .Append(' ')
            .Append(LogText.OfPath(Path))
            .Append(LogText.OfQuery(Query));
        line.Append(
            CultureInfo.InvariantCulture,
            $" {(Status == 0 ? "aborted" : Status)} " + $"{Took.TotalMilliseconds:0.0} ms");
        Add(" user=", User);
        Add(" sandbox=", Sandbox);
        Add(" fault=", Fault);
        Add(" request=", RequestId);
        Add(" : ", Shortened);
        return line.ToString();

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                line.Append(name).Append(LogText.Escaped(text));
            }
        }
    }

    /// <summary>Writes it as an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("time", At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        json.WriteString(
            "level",
            Detail switch
            {
                LogDetail.Debug => "debug",
                LogDetail.Info => "info",
                LogDetail.Warning => "warning",
                _ => "error",
            });
        json.WriteString("method", LogText.Escaped(Method));
        json.WriteString("path", LogText.OfPath(Path));
        Add("query", LogText.OfQuery(Query) is { Length: > 0 } query ? query : null);
        json.WriteNumber("status", Status);
        json.WriteNumber("milliseconds", Math.Round(Took.TotalMilliseconds, 1));
        Add("user", User);
        Add("sandbox", Sandbox);
        Add("fault", Fault);
        Add("requestId", RequestId);
        Add("explanation", Shortened);
        json.WriteEndObject();

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                json.WriteString(name, LogText.Escaped(text));
            }
        }
    }

    private string? Shortened =>
        Explanation is null
            ? null
            : LogText.OfPath(Explanation.Length > Short ? Explanation[..Short] + "..." : Explanation);
}
