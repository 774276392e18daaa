using System.Diagnostics;

namespace Emulator.Benchmarks;

/// <summary>What a round was like.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="ProcessorMicroseconds">What each cost the server's process.</param>
internal readonly record struct Round(double PerSecond, double ProcessorMicroseconds);

/// <summary>A few connections, each asking as soon as it has been answered. The same for both sides.</summary>
internal sealed class Load : IDisposable
{
    private const int Connections = 6;

    private readonly Server server;
    private readonly long? length;
    private readonly (HttpConnection Connection, IQuestions Questions)[] clients;

    public Load(Server server, string path, string credential, bool neverAskedBefore, long length)
        : this(
            server,
            [.. Enumerable.Range(0, Connections).Select(_ => new Questions(path, credential, neverAskedBefore))],
            length)
    {
    }

    /// <param name="server">Who is asked.</param>
    /// <param name="questions">What each connection asks.</param>
    /// <param name="length">How long each answer must be, bytes; null where they differ.</param>
    public Load(Server server, IReadOnlyList<IQuestions> questions, long? length)
    {
        this.server = server;
        this.length = length;
        clients = [.. questions.Select(asked => (new HttpConnection(server.Port), asked))];
    }

    /// <summary>Asks for a while.</summary>
    /// <exception cref="BenchmarkBroken">
    /// An answer that isn't 200, or has another length: an error is no throughput.
    /// </exception>
    public Round Run(TimeSpan duration)
    {
        var counts = new long[clients.Length];
        Exception? failure = null;
        var processorBefore = server.ProcessorTime;
        var begin = Stopwatch.GetTimestamp();
        var threads = clients.Select((client, number) => new Thread(() =>
        {
            try
            {
                while (Stopwatch.GetElapsedTime(begin) < duration)
                {
                    var answer = client.Connection.Ask(client.Questions.Next());
                    if (answer.Status != 200 || (length is { } must && answer.Length != must))
                    {
                        throw new BenchmarkBroken($"An answer was {answer.Status} with {answer.Length} bytes instead "
                            + $"of 200 with {length}.");
                    }

                    counts[number]++;
                }
            }
            catch (Exception broken)
            {
                failure = broken;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var elapsed = Stopwatch.GetElapsedTime(begin);
        var processor = server.ProcessorTime - processorBefore;
        return failure is null
            ? new Round(counts.Sum() / elapsed.TotalSeconds, processor.TotalMicroseconds / counts.Sum())
            : throw new BenchmarkBroken($"A round broke off: {failure.Message}");
    }

    public void Dispose()
    {
        foreach (var (connection, _) in clients)
        {
            connection.Dispose();
        }
    }
}
