using Emulator.Api;
using Emulator.Domain.Agreements;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Gives an operation its turn in the sandbox. The body is read before the turn and the answer is sent after it, so
/// that a slow client keeps nobody waiting; what the operation changed is saved, once, before the answer goes out, so
/// that every acknowledged change survives a crash.
/// </summary>
internal sealed class Turns(RequestDelegate next, EmulatorSettings settings, IHostApplicationLifetime host)
{
    public async Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WorksInSandbox>() is not { } works)
        {
            await next(context);
            return;
        }

        var body = await BufferedBody.Read(context.Request, settings.MaxBody, context.RequestAborted);
        context.Features.Set(body);
        if (context.GetEndpoint() is { } operation && operation.Metadata.GetMetadata<OperationFacts>() is not null)
        {
            QueryNotes.Tell(context, operation);
        }

        if (works.Waits)
        {
            await Authenticate(context, works);
            Journaling.Listen(context);
            await WaitInIt(context);
            return;
        }

        // In methods of their own: while the answer is sent, which may take long, nothing but its bytes is held.
        var sandbox = await ChosenSandbox.Of(context).Opened(context.RequestAborted);
        var (bytes, kept) = await Patiently(sandbox, context, works, body);
        if (context.Features.Get<ISentAfterTurn>() is { } late)
        {
            Journaling.Listen(context);
            await Conformance.SendLate(context, late);
            return;
        }

        await WholeAnswer.Send(context, bytes, kept);
    }

    /// <summary>
    /// Works in the sandbox. Where another program holds the database, the whole work is done again, each time in a
    /// turn of its own: others have theirs between.
    /// </summary>
    private async Task<(byte[] Bytes, KeptAnswer? Kept)> Patiently(
        Sandbox sandbox,
        HttpContext context,
        WorksInSandbox works,
        BufferedBody body)
    {
        for (long? since = null; ;)
        {
            try
            {
                return await Work(sandbox, context, works, body);
            }
            catch (Exception failure) when (sandbox.Unstored(failure) is { } refusal)
            {
                since ??= sandbox.Timestamp();
                if (refusal.Error != ServiceErrors.DataHeld || sandbox.Elapsed(since.Value) > Sandbox.HeldFor)
                {
                    throw refusal;
                }
            }

            await sandbox.PauseHeld(context.RequestAborted);
        }
    }

    private async Task<(byte[] Bytes, KeptAnswer? Kept)> Work(
        Sandbox sandbox,
        HttpContext context,
        WorksInSandbox works,
        BufferedBody body)
    {
        var request = context.Request;
        var client = context.Response.Body;
        using var answer = new MemoryStream(4096);
        var reading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        using var span = Telemetry.Spans.StartActivity("turn");
        var turn = await sandbox.Begin(reading, context.RequestAborted);
        turn.Cause = $"{request.Method} {request.Path}";
        turn.Exchange = context.Features.Get<Exchange>();
        KeptAnswer? kept = null;
        try
        {
            if (works.NeedsCaller)
            {
                turn.Authenticate(Credential.Of(request));
                Journaling.Called(context, turn);
            }

            if (context.GetEndpoint()!.Metadata.GetMetadata<PermissionNeeded>() is { } needed)
            {
                turn.Admit((string)request.RouteValues[needed.Of]!, needed.Action, needed.OrCaller);
            }

            if (context.GetEndpoint()!.Metadata.GetMetadata<AgreementNeeded>() is { } agreement
                && await turn.Db.LacksAgreement(turn.Admitted, agreement.Type, context.RequestAborted))
            {
                throw AgreementRules.NotAgreed(turn.Admitted, agreement.Type);
            }

            var reads = works.AnswerKeeps && HttpMethods.IsGet(request.Method) ? turn.NoteReads() : null;
            context.RequestServices.GetRequiredService<TurnHolder>().Turn = turn;
            context.Response.Body = answer;
            await next(context);
            await turn.Save();
            var bytes = answer.ToArray();
            if (
                works.NeedsCaller
                && HttpMethods.IsGet(request.Method)
                && context.Response.StatusCode == StatusCodes.Status200OK)
            {
                turn.CountPolls(bytes);
            }

            if (
                reads is not null
                && context.Response.StatusCode == StatusCodes.Status200OK
                && body.IsEmpty
                && turn.Access.LetThrough is null
                && !sandbox.Polls.Waits
                && context.Features.Get<ISentAfterTurn>() is null
                && KeptAnswersFirst.QuestionOf(context) is { } question)
            {
                kept = sandbox.Answers.Keep(
                    question, bytes, reads, context.Response.Headers[Notes.Header]);
            }

            if (turn.Access.LetThrough is { } letThrough)
            {
                context.Response.Headers["X-Emulator-Access"] = "would be refused: "
                    + $"{RefusalRenderer.Explain(letThrough)}";
            }

            return (bytes, kept);
        }
        finally
        {
            context.Response.Body = client;
            turn.End();
        }
    }

    /// <summary>Lets an operation wait for as long as the process goes on.</summary>
    private async Task WaitInIt(HttpContext context)
    {
        var client = context.RequestAborted;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(client, host.ApplicationStopping);
        context.RequestAborted = ended.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException)
            when (host.ApplicationStopping.IsCancellationRequested && !client.IsCancellationRequested)
        {
            context.RequestAborted = client;
            throw ServiceErrors.Stopping.Because("What was waited for hadn't come when the emulator was asked to "
                + "stop. Ask again when it runs again.");
        }
        finally
        {
            context.RequestAborted = client;
        }
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
        turn.Exchange = context.Features.Get<Exchange>();
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
