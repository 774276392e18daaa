using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Emulator.Hosting.Logging;

/// <summary>
/// Prints a line for each request. Requests only leave a note, and never wait: lines are made and printed by one
/// writer, many at a time, and what comes while too many notes wait is counted instead.
/// </summary>
/// <param name="settings">In what form, and how much.</param>
/// <param name="output">Where to; nothing else may write there.</param>
/// <param name="machine">The machine's time.</param>
internal sealed class RequestLog(LogSettings settings, Stream output, TimeProvider machine) : IAsyncDisposable
{
    /// <summary>The most notes that wait.</summary>
    private const int Backlog = 8192;

    /// <summary>How long the writer lets notes gather.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly Channel<LoggedRequest> waiting = Channel.CreateBounded<LoggedRequest>(
        new BoundedChannelOptions(Backlog) { SingleReader = true });
    private readonly ArrayBufferWriter<byte> lines = new(64 * 1024);
    private readonly CancellationTokenSource ending = new();
    private Task? writing;
    private long dropped;

    /// <summary>How much is printed.</summary>
    public LogDetail Detail => settings.Detail;

    /// <summary>Takes a note.</summary>
    public void Note(in LoggedRequest request)
    {
        if (!waiting.Writer.TryWrite(request))
        {
            Interlocked.Increment(ref dropped);
        }
        else if (writing is null)
        {
            Start();
        }
    }

    /// <summary>Prints what waits, for as long as somebody takes it.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await ending.CancelAsync();
        if (writing is { } last)
        {
            await Task.WhenAny(last, Task.Delay(TimeSpan.FromMilliseconds(500), machine));
        }

        ending.Dispose();
    }

    private void Start()
    {
        lock (lines)
        {
            writing ??= Task.Run(Write);
        }
    }

    private async Task Write()
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync())
            {
                await Task.Delay(Gathering, machine, ending.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                while (lines.WrittenCount < 48 * 1024 && waiting.Reader.TryRead(out var request))
                {
                    Append(in request);
                }

                if (Interlocked.Exchange(ref dropped, 0) is > 0 and var many)
                {
                    Line(
                        settings.Form == LogForm.Json
                            ? $"{{\"notLogged\":{many}}}"
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"{many} requests weren't logged: they came faster than this output is read."));
                }

                await output.WriteAsync(lines.WrittenMemory);
                await output.FlushAsync();
                lines.ResetWrittenCount();
            }
        }
        catch (IOException)
        {
            // Nobody reads it any more.
            waiting.Writer.TryComplete();
        }
    }

    private void Append(in LoggedRequest request)
    {
        if (settings.Form == LogForm.Json)
        {
            using (var json = new Utf8JsonWriter(lines))
            {
                request.Write(json);
            }

            lines.Write("\n"u8);
            return;
        }

        Line(request.ToString());
    }

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, lines);
        lines.Write("\n"u8);
    }
}
