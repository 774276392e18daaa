using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// What happens in the world, as it happens: moves of resources, messages, faults that struck, resets, requests.
/// </summary>
public sealed class EmulatorEvents
{
    private readonly EmulatorDoor door;

    internal EmulatorEvents(EmulatorDoor door) => this.door = door;

    /// <summary>
    /// Reads events until the loop is left: those that happen after the first one is asked for, or all that are kept
    /// after <paramref name="since"/>.
    /// </summary>
    /// <param name="kinds">Only these kinds: <c>transition</c>, <c>message</c> and so on; none for all.</param>
    /// <param name="since">The id of an event: those after it come first, 0 for all that are kept; null for new ones
    /// only.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EmulatorRefusedException">There is no such kind.</exception>
    public async IAsyncEnumerable<EmulatorEvent> ReadAsync(
        IReadOnlyList<string>? kinds = null,
        long? since = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = kinds is { Count: > 0 } ? $"kind={EmulatorDoor.Segment(string.Join(',', kinds))}&" : "";
        query += since is { } after ? $"since={after}" : "";
        using var answer = await door
            .Stream($"/__admin/events?{query}".TrimEnd('&', '?'), cancellationToken).ConfigureAwait(false);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            using var data = JsonDocument.Parse(item.Data);
            yield return new EmulatorEvent(
                long.TryParse(item.EventId, out var id) ? id : null, item.EventType, data.RootElement.Clone());
        }
    }

    /// <summary>Waits for the first event that fits.</summary>
    /// <param name="fits">Which one.</param>
    /// <param name="since">The id of an event: those after it count, 0 for all that are kept; null for new ones
    /// only.</param>
    /// <param name="within">How long to wait, of the machine's time; null for ten seconds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="TimeoutException">None came in time; the message says what came.</exception>
    public async Task<EmulatorEvent> WaitAsync(
        Predicate<EmulatorEvent> fits,
        long? since = null,
        TimeSpan? within = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var patience = within ?? TimeSpan.FromSeconds(10);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(patience);
        List<string> others = [];
        try
        {
            await foreach (var happened in ReadAsync(since: since, cancellationToken: ending.Token)
                .ConfigureAwait(false))
            {
                if (fits(happened))
                {
                    return happened;
                }

                others.Add($"{happened.Kind} {happened.Data}");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Told below, with what came.
        }

        throw new TimeoutException(
            $"No event that fits came within {patience.TotalSeconds:0.###} seconds. "
            + (others.Count == 0 ? "None came at all." : $"What came: {string.Join("; ", others.TakeLast(5))}."));
    }
}

/// <summary>Something that happened in a world.</summary>
/// <param name="Id">Its number; null for what is about the stream itself, such as <c>overrun</c>.</param>
/// <param name="Kind">
/// <c>transition</c>, <c>message</c>, <c>fault</c>, <c>reset</c>, <c>request</c>, <c>clock</c> and so on.
/// </param>
/// <param name="Data">Its members, by kind: docs/control/events.md.</param>
public sealed record EmulatorEvent(long? Id, string Kind, JsonElement Data)
{
    /// <summary>A member of its data that is text, such as <c>machine</c>, <c>id</c> or <c>to</c>; null where there is
    /// none.</summary>
    /// <param name="member">The member's name.</param>
    public string? this[string member] =>
        Data.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
