using System.Collections.Concurrent;

namespace Emulator.Simulation;

/// <summary>
/// Answers to reads that stay true: nothing in a sandbox changes but through this process, so they hold until its next write or due transition.
/// Polling, the load of this API, is answered from here without a query.
/// </summary>
internal sealed class KeptAnswers
{
    /// <summary>How many bytes are kept; past it everything is forgotten.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    private ConcurrentDictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);
    private int bytes;

    /// <summary>A question: who asks (the credential as sent), and what.</summary>
    public static string QuestionOf(string? credential, string path, string? query) => string.Concat(credential, "\n", path, query);

    /// <summary>The answer to a question, if it still holds.</summary>
    public bool TryGet(string question, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KeptAnswer? answer) => Volatile.Read(ref answers).TryGetValue(question, out answer);

    /// <summary>Keeps an answer. Called during the turn that made it, so that no write can come between.</summary>
    /// <param name="question">What it answers.</param>
    /// <param name="answer">Its bytes.</param>
    /// <param name="note">What was noted in answering; null where nothing was.</param>
    /// <returns>The answer as it is kept.</returns>
    public KeptAnswer Keep(string question, byte[] answer, string? note = null)
    {
        if (Interlocked.Add(ref bytes, answer.Length) > MaxBytes)
        {
            Forget();
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
