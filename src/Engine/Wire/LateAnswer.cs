namespace Emulator.Wire;

/// <summary>An answer that is sent after its operation's turn has ended, to the client directly.</summary>
internal interface ISentAfterTurn
{
    /// <summary>Sends it. What it says was read in the turn: the sandbox may have gone on meanwhile.</summary>
    Task Send(HttpContext context);
}

/// <summary>
/// An answer of 200 that is made while it is sent: a payload with a list that may be long and is counted out as the
/// client takes it. Nobody waits for its turn because of it, and no more than a few kilobytes of it are held at a time:
/// the serializer asks a lazy list for the next element only when there is room for it.
/// </summary>
/// <typeparam name="T">The payload. What it has to read must have been read before.</typeparam>
internal sealed class LateAnswer<T>(T payload) : IResult, ISentAfterTurn
{
    public static implicit operator LateAnswer<T>(T payload) => new(payload);

    /// <summary>Within the turn: only says that there is an answer to come.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set<ISentAfterTurn>(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Send(HttpContext context) => new Answer<T>(payload).ExecuteAsync(context);
}
