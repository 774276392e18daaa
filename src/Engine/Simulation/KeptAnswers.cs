using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>
/// Answers to reads that stay true: nothing in a sandbox changes but through this process, so each holds until a write
/// touches what it was read from. Polling, the load of this API, is answered from here without a query.
/// </summary>
/// <param name="isPartOfAll">Whether a write changes what is part of every answer, without a query.</param>
internal sealed class KeptAnswers(Func<WriteSet, bool> isPartOfAll) : IDerived
{
    /// <summary>How many bytes are kept, questions and all; past it everything is forgotten.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The longest answer that is kept, bytes: one alone must not crowd out all others.</summary>
    public const int LongestAnswer = MaxBytes / 4;

    /// <summary>The longest question that is remembered, characters: nobody polls with a longer one.</summary>
    public const int LongestQuestion = 2048;

    /// <summary>The most ranges that an answer is kept by: one of more is a list that any write may touch.</summary>
    private const int MostRanges = 64;

    /// <summary>About what an entry takes beside its question and its answer, bytes.</summary>
    private const int Entry = 200;

    /// <summary>About what one of its ranges takes, bytes.</summary>
    private const int Range = 120;

    private readonly Lock gate = new();
    private readonly Dictionary<RowRange, HashSet<KeptAnswer>> byRange = [];
    private readonly HashSet<(string Table, string Member)> members = [];
    private ConcurrentDictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);
    private int bytes;

    /// <summary>What it holds now, bytes.</summary>
    public int Bytes => Volatile.Read(ref bytes);

    /// <summary>A question: who asks (the credential as sent), and what; null where it is too long.</summary>
    public static string? QuestionOf(string? credential, string path, string? query) =>
        (credential?.Length ?? 0) + path.Length + (query?.Length ?? 0) < LongestQuestion
            ? string.Concat(credential, "\n", path, query)
            : null;

    /// <summary>The answer to a question, if it still holds.</summary>
    public bool TryGet(string question, [NotNullWhen(true)] out KeptAnswer? answer) =>
        Volatile.Read(ref answers).TryGetValue(question, out answer);

    /// <summary>Keeps an answer. Called during the turn that made it, so that no write can come between.</summary>
    /// <param name="question">What it answers.</param>
    /// <param name="answer">Its bytes.</param>
    /// <param name="reads">What it was read from.</param>
    /// <param name="note">What was noted in answering; null where nothing was.</param>
    /// <returns>The answer as it is kept; null where it is too long for that.</returns>
    public KeptAnswer? Keep(string question, byte[] answer, ReadSet reads, string? note = null)
    {
        if (answer.Length > LongestAnswer)
        {
            return null;
        }

        IReadOnlyCollection<RowRange> ranges = reads.Ranges.Count <= MostRanges
            ? reads.Ranges
            : [.. reads.Ranges.Select(range => new RowRange(range.Table)).Distinct()];
        var size = answer.Length + (sizeof(char) * question.Length) + Entry + (Range * ranges.Count);
        var kept = new KeptAnswer(question, answer, size, ranges, note);
        lock (gate)
        {
            if (answers.TryGetValue(question, out var before))
            {
                Forget(before);
            }

            if (bytes + size > MaxBytes)
            {
                Forget();
            }

            bytes += size;
            foreach (var range in ranges)
            {
                if (!byRange.TryGetValue(range, out var there))
                {
                    byRange[range] = there = [];
                }

                there.Add(kept);
                if (range.Member is { } member)
                {
                    members.Add((range.Table, member));
                }
            }

            answers[question] = kept;
        }

        return kept;
    }

    /// <summary>Forgets all.</summary>
    public void Forget()
    {
        lock (gate)
        {
            byRange.Clear();
            members.Clear();
            Volatile.Write(ref answers, new ConcurrentDictionary<string, KeptAnswer>(StringComparer.Ordinal));
            Volatile.Write(ref bytes, 0);
        }
    }

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        // The clock and who is who are part of every answer, without a query.
        if (isPartOfAll(written) || written.Rows.Any(MovesTheClock))
        {
            Forget();
            return;
        }

        lock (gate)
        {
            if (byRange.Count == 0)
            {
                return;
            }

            foreach (var change in written.Rows)
            {
                ForgetWhatMeets(change);
            }
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) => Forget();

    private static bool MovesTheClock(RowChange change) =>
        change.Row is SandboxState
        && (change.Has(nameof(SandboxState.ClockOffset)) || change.Has(nameof(SandboxState.FrozenAt)));

    private void ForgetWhatMeets(RowChange change)
    {
        List<string?> touched = [null, .. members
            .Where(one => one.Table == change.Table && change.Has(one.Member)).Select(one => one.Member)];
        foreach (var member in touched)
        {
            ForgetWhatMeets(new RowRange(change.Table, Member: member));
            foreach (var (column, text) in change.Texts)
            {
                ForgetWhatMeets(new RowRange(change.Table, column, text, member));
            }
        }
    }

    private void ForgetWhatMeets(RowRange range)
    {
        if (byRange.TryGetValue(range, out var met))
        {
            foreach (var answer in met.ToList())
            {
                Forget(answer);
            }
        }
    }

    private void Forget(KeptAnswer answer)
    {
        answers.TryRemove(answer.Question, out _);
        Volatile.Write(ref bytes, bytes - answer.Size);
        foreach (var range in answer.Ranges)
        {
            if (byRange.TryGetValue(range, out var there) && there.Remove(answer) && there.Count == 0)
            {
                byRange.Remove(range);
            }
        }
    }
}

/// <summary>An answer that is kept: its bytes never change, so that what was found of them stays true.</summary>
/// <param name="question">What it answers.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="size">About what it takes, bytes.</param>
/// <param name="ranges">What it was read from.</param>
/// <param name="note">What was noted in answering, as its header has it; null where nothing was.</param>
internal sealed class KeptAnswer(
    string question, byte[] bytes, int size, IReadOnlyCollection<RowRange> ranges, string? note = null)
{
    private int checkedIn;

    public string Question => question;

    public byte[] Bytes => bytes;

    public int Size => size;

    public IReadOnlyCollection<RowRange> Ranges => ranges;

    public string? Note => note;

    /// <summary>
    /// When it was last checked that it is as the contract says, as its checker counts time; 0 for never.
    /// </summary>
    public int CheckedIn
    {
        get => Volatile.Read(ref checkedIn);
        set => Volatile.Write(ref checkedIn, value);
    }
}
