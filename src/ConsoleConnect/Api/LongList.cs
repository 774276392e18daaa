using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api;

/// <summary>Reads some rows of a list, in its order.</summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="turn">The turn.</param>
/// <param name="after">The last one that was read; null for the beginning.</param>
/// <param name="skip">How many are passed over before the first one; 0 after another.</param>
/// <param name="take">How many there are at most.</param>
/// <param name="ct">Ends the reading.</param>
internal delegate Task<List<TRow>> ReadingRows<TRow>(Turn turn, TRow? after, int skip, int take, CancellationToken ct);

/// <summary>
/// Lists of rows that may be as many as there are. Up to <see cref="Whole"/> of them are read in the operation's turn:
/// the answer shows one moment, and is kept. Of more, only the first piece is; the others are read while the client
/// takes the answer, each in a short turn of its own, which shows the moment it is read at. So neither a long list nor
/// a client that doesn't read it holds anybody up, and none takes more memory than a piece does. A list ends without
/// its end where the sandbox is put back or deleted meanwhile.
/// </summary>
internal static class LongList
{
    /// <summary>The most rows that are read at once.</summary>
    public const int Whole = 500;

    /// <summary>How many rows of a longer list are read at a time.</summary>
    public const int Piece = 100;

    /// <summary>The answer.</summary>
    /// <param name="turn">The operation's turn.</param>
    /// <param name="read">Reads rows.</param>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="take">How many there are at most.</param>
    /// <param name="show">Makes rows what is shown of them; all that it needs is read in the turn it is given.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IResult> ListOf<TRow, TShown>(
        this Turn turn,
        ReadingRows<TRow> read,
        int skip,
        int take,
        Func<Turn, List<TRow>, IReadOnlyList<TShown>> show,
        CancellationToken ct)
        where TRow : class
    {
        var rows = await read(turn, null, skip, Math.Min(take, Whole + 1), ct);
        if (rows.Count <= Whole)
        {
            return new Answer<Results<TShown>>(new Results<TShown>(show(turn, rows)));
        }

        rows = rows[..Piece];
        var (shown, last) = (Counted(turn, show(turn, rows)), rows[^1]);

        // The sending's own token comes with the enumerator.
        var all = ReadOn(turn, shown, last, take - Piece, read, show, CancellationToken.None);
        return new LateAnswer<LateResults<TShown>>(new LateResults<TShown>(all));
    }

    private static async IAsyncEnumerable<TShown> ReadOn<TRow, TShown>(
        Turn before,
        IReadOnlyList<TShown> shown,
        TRow last,
        int left,
        ReadingRows<TRow> read,
        Func<Turn, List<TRow>, IReadOnlyList<TShown>> show,
        [EnumeratorCancellation] CancellationToken ct)
        where TRow : class
    {
        while (shown.Count > 0)
        {
            foreach (var one in shown)
            {
                yield return one;
            }

            shown = [];
            if (left > 0)
            {
                var turn = await before.Another(ct);
                try
                {
                    var rows = await read(turn, last, 0, Math.Min(left, Piece), ct);
                    if (rows.Count > 0)
                    {
                        (shown, last) = (Counted(turn, show(turn, rows)), rows[^1]);
                        left -= rows.Count;
                    }
                }
                finally
                {
                    turn.End();
                }
            }
        }
    }

    /// <summary>A piece, once it was looked at by what waits to be read.</summary>
    private static IReadOnlyList<TShown> Counted<TShown>(Turn turn, IReadOnlyList<TShown> shown)
    {
        if (turn.CountsPolls)
        {
            var type = (JsonTypeInfo<Results<TShown>>)ServiceJson.Default.GetTypeInfo(typeof(Results<TShown>))!;
            turn.CountPolls(JsonSerializer.SerializeToUtf8Bytes(new Results<TShown>(shown), type));
        }

        return shown;
    }
}

/// <summary>The answer of a list that is read while it is sent: <see cref="Results{T}"/> on the wire.</summary>
internal sealed record LateResults<T>([property: JsonPropertyName("results")] IAsyncEnumerable<T> Items);
