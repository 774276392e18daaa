using System.Text.RegularExpressions;
using Emulator.Resources;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Wire.Contract;

namespace Emulator.Control.Comparing;

/// <summary>Holds a recording of the service against the emulator. It connects to nothing.</summary>
internal static partial class Comparison
{
    /// <summary>How long a sandbox for a replay lives at most, where the process ends before it is done.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Compares a recording.</summary>
    /// <param name="file">A HAR file.</param>
    /// <param name="replays">
    /// Whether its requests are made again. What can't be is held against the contract, as all is elsewhere.
    /// </param>
    /// <param name="services">The emulator.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Errors.Refusal"><see cref="Errors.EmulatorErrors.RecordingUnreadable"/>.</exception>
    public static async Task<ComparisonShown> Compare(
        ReadOnlyMemory<byte> file, bool replays, IServiceProvider services, CancellationToken ct)
    {
        var exchanges = HarRecording.Read(file);
        var contract = new ContractComparison(
            services.GetRequiredService<Func<ServiceContract>>()(),
            services.GetRequiredService<Service>());
        List<(RecordedExchange Exchange, ContractOperation? Operation)> asked =
            [.. exchanges.Select(WithoutSandbox).Select(one => (one, contract.OperationOf(one)))];
        List<(RecordedExchange Exchange, ContractOperation Operation)> known =
            [.. asked.Where(one => one.Operation is not null).Select(one => (one.Exchange, one.Operation!))];
        var compared = replays ? await Replayed(known, contract, services, ct)
            : known.ConvertAll(one => Read(one.Exchange, one.Operation, reason: null, contract));
        return ComparisonShown.Of(
            replays, compared, [.. asked.Where(one => one.Operation is null).Select(one => one.Exchange)]);
    }

    private static async Task<List<Compared>> Replayed(
        List<(RecordedExchange Exchange, ContractOperation Operation)> known,
        ContractComparison contract,
        IServiceProvider services,
        CancellationToken ct)
    {
        List<Compared> compared = [];
        var sandboxes = services.GetRequiredService<Sandboxes>();
        var usual = sandboxes.Usual;
        var made = await sandboxes.Make(
            name: null,
            Life,
            usual with
            {
                ClockFrozen = true,
                Pace = usual.Pace with { Progression = Progression.Time },
                Journal = 0,
            },
            ct);
        try
        {
            var replay = new Replay(services.GetRequiredService<OwnCalls>(), contract, await made.Open());
            await replay.LookAt(known.Select(one => one.Exchange), ct);
            foreach (var (exchange, operation) in known)
            {
                ct.ThrowIfCancellationRequested();
                var one = exchange.Unusable is { } unusable
                    ? new Compared(exchange, operation.Name, ComparedHow.NotAtAll, unusable, [])
                    : await replay.Next(exchange, operation, ct);
                compared.Add(
                    one.How == ComparedHow.NotAtAll && exchange.Unusable is null && exchange.Status < 500
                        ? Read(exchange, operation, one.Skipped, contract)
                        : one);
            }
        }
        finally
        {
            await sandboxes.Delete(made.Name);
        }

        return compared;
    }

    private static Compared Read(
        RecordedExchange exchange, ContractOperation operation, string? reason, ContractComparison contract) =>
        exchange.Unusable is { } unusable
            ? new(exchange, operation.Name, ComparedHow.NotAtAll, unusable, [])
        : exchange.Status >= 500
            ? new(exchange, operation.Name, ComparedHow.NotAtAll, $"the service had failed ({exchange.Status})", [])
        : new(exchange, operation.Name, ComparedHow.Read, reason, contract.Compare(exchange, operation));

    /// <summary>
    /// The exchange as the service would have been asked, where the emulator was and a path names a sandbox.
    /// </summary>
    private static RecordedExchange WithoutSandbox(RecordedExchange exchange) =>
        InSandbox().Match(exchange.Path) is { Success: true } prefix
            ? exchange with { Path = exchange.Path[prefix.Length..] }
            : exchange;

    [GeneratedRegex("\\A/sandbox/[^/]+(?=/)", RegexOptions.CultureInvariant)]
    private static partial Regex InSandbox();
}
