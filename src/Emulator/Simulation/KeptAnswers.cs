using System.Collections.Concurrent;

namespace Emulator.Simulation;

/// <summary>
/// Answers to reads that stay true: nothing in a sandbox changes but through this process, so they hold until its next write or due transition.
/// Polling, the load of this API, is answered from here without a query.
/// </summary>
internal sealed class KeptAnswers
{
    /// <summary>How many bytes are kept, questions and all; past it everything is forgotten.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The longest answer that is kept, bytes: one alone must not crowd out all others.</summary>
    public const int LongestAnswer = MaxBytes / 4;

    /// <summary>The longest question that is remembered, characters: nobody polls with a longer one.</summary>
    public const int LongestQuestion = 2048;

    /// <summary>About what an entry takes beside its question and its answer, bytes.</summary>
    private const int Entry = 200;

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
    public bool TryGet(string question, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KeptAnswer? answer) => Volatile.Read(ref answers).TryGetValue(question, out answer);

    /// <summary>Keeps an answer. Called during the turn that made it, so that no write can come between.</summary>
    /// <param name="question">What it answers.</param>
    /// <param name="answer">Its bytes.</param>
    /// <param name="note">What was noted in answering; null where nothing was.</param>
    /// <returns>The answer as it is kept; null where it is too long for that.</returns>
    public KeptAnswer? Keep(string question, byte[] answer, string? note = null)
    {
        if (answer.Length > LongestAnswer)
        {
            return null;
        }

        var size = answer.Length + (sizeof(char) * question.Length) + Entry;
        if (Interlocked.Add(ref bytes, size) > MaxBytes)
        {
            Forget();
            Interlocked.Add(ref bytes, size);
        }

        return Volatile.Read(ref answers)[question] = new KeptAnswer(answer, note);
    }

    /// <summary>Forgets all: something was written.</summary>
    public void Forget()
    {
        Volatile.Write(ref answers, new ConcurrentDictionary<string, KeptAnswer>(StringComparer.Ordinal));
        Volatile.Write(ref bytes, 0);
    }
}

/// <summary>An answer that is kept: its bytes never change, so that what was found of them stays true.</summary>
internal sealed class KeptAnswer(byte[] bytes, string? note = null)
{
    private int checkedIn;

    public byte[] Bytes => bytes;

    /// <summary>What was noted in answering, as its header has it; null where nothing was.</summary>
    public string? Note => note;

    /// <summary>When it was last checked that it is as the contract says, as its checker counts time; 0 for never.</summary>
    public int CheckedIn
    {
        get => Volatile.Read(ref checkedIn);
        set => Volatile.Write(ref checkedIn, value);
    }
}
