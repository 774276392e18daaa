using System.Collections.Concurrent;

namespace Emulator.Simulation;

/// <summary>What was asked: by whom (the credential as sent), and where.</summary>
internal readonly record struct Question(string Credential, string Path, string Query);

/// <summary>
/// Answers to reads that stay true: nothing in a sandbox changes but through this process, so they hold until its next write or due transition.
/// Polling, the load of this API, is answered from here without a query.
/// </summary>
internal sealed class KeptAnswers
{
    /// <summary>How many bytes are kept; past it everything is forgotten.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    private ConcurrentDictionary<Question, byte[]> answers = new();
    private int bytes;

    /// <summary>The answer to a question, if it still holds.</summary>
    public bool TryGet(Question question, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? answer) => Volatile.Read(ref answers).TryGetValue(question, out answer);

    /// <summary>Keeps an answer. Called during the turn that made it, so that no write can come between.</summary>
    public void Keep(Question question, byte[] answer)
    {
        if (Interlocked.Add(ref bytes, answer.Length) > MaxBytes)
        {
            Forget();
        }

        Volatile.Read(ref answers)[question] = answer;
    }

    /// <summary>Forgets all: something was written.</summary>
    public void Forget()
    {
        Volatile.Write(ref answers, new ConcurrentDictionary<Question, byte[]>());
        Volatile.Write(ref bytes, 0);
    }
}
