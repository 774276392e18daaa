using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Gives an operation its turn in the sandbox. The body is read before the turn and the answer is sent after it, so that a slow client keeps nobody
/// waiting; what the operation changed is saved, once, before the answer goes out, so that every acknowledged change survives a crash.
/// </summary>
internal sealed class Turns(RequestDelegate next, EmulatorSettings settings)
{
    public async Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WorksInSandbox>() is not { } works)
        {
            await next(context);
            return;
        }

        var request = context.Request;
        var body = await BufferedBody.Read(request, settings.MaxBody, context.RequestAborted);
        context.Features.Set(body);
        if (works.Waits)
        {
            await Authenticate(context, works);
            Journaling.Listen(context);
            await next(context);
            return;
        }

        // In a method of its own: while the answer is sent, which may take long, nothing but its bytes is held.
        var (bytes, kept) = await Work(context, works, body);
        if (context.Features.Get<ISentAfterTurn>() is { } late)
        {
            Journaling.Listen(context);
            await Conformance.SendLate(context, late);
            return;
        }

        await WholeAnswer.Send(context, bytes, kept);
    }

    /// <summary>Does the operation in its turn.</summary>
    /// <returns>The answer's bytes, and where they are kept.</returns>
    private static async Task<(byte[] Bytes, KeptAnswer? Kept)> Work(
        HttpContext context, WorksInSandbox works, BufferedBody body)
    {
        var request = context.Request;
        var client = context.Response.Body;
        using var answer = new MemoryStream(4096);
        var sandbox = await ChosenSandbox.Of(context).Opened(context.RequestAborted);
        var reading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var turn = await sandbox.Begin(reading, context.RequestAborted);
        turn.Cause = $"{request.Method} {request.Path}";
        byte[] bytes;
        KeptAnswer? kept = null;
        try
        {
            if (works.NeedsCaller)
            {
                turn.Authenticate(Credential.Of(request));
                Journaling.Called(context, turn);
            }

            context.RequestServices.GetRequiredService<TurnHolder>().Turn = turn;
            context.Response.Body = answer;
            await next(context);
            await turn.Save();
            bytes = answer.ToArray();
            if (works.NeedsCaller && HttpMethods.IsGet(request.Method) && context.Response.StatusCode == StatusCodes.Status200OK)
            {
                turn.CountPolls(bytes);
            }

            if (works.AnswerKeeps && HttpMethods.IsGet(request.Method) && context.Response.StatusCode == StatusCodes.Status200OK && body.IsEmpty && turn.Access.LetThrough is null && !sandbox.Polls.Waits
                && context.Features.Get<ISentAfterTurn>() is null && KeptAnswersFirst.QuestionOf(context) is { } question)
            {
                kept = sandbox.Answers.Keep(question, bytes);
            }

            if (turn.Access.LetThrough is { } letThrough)
            {
                context.Response.Headers["X-Emulator-Access"] = $"would be refused: {Errors.RefusalRenderer.Explain(letThrough)}";
            }
        }
        finally
        {
            context.Response.Body = client;
            turn.End();
        }

        return (bytes, kept);
    }

    /// <summary>Takes a turn for no longer than it takes to know who asks.</summary>
    private async Task Authenticate(HttpContext context, WorksInSandbox works)
    {
        if (!works.NeedsCaller)
        {
            return;
        }

        var sandbox = await ChosenSandbox.Of(context).Opened(context.RequestAborted);
        var turn = await sandbox.Begin(reading: true, context.RequestAborted);
        try
        {
            turn.Authenticate(Credential.Of(context.Request));
            Journaling.Called(context, turn);
        }
        finally
        {
            turn.End();
        }
    }
}

/// <summary>Hands the turn from the pipeline to the operation.</summary>
internal sealed class TurnHolder
{
    public Turn? Turn { get; set; }
}
