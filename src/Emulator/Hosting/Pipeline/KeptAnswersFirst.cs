using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Answers a read from what is kept, where it still holds and nothing is due: no turn, no query, no rendering.
/// </summary>
internal sealed class KeptAnswersFirst(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        return
            HttpMethods.IsGet(request.Method)
            && request.ContentLength is null or 0
            && ChosenSandbox.Of(context).Opening is { IsCompletedSuccessfully: true } opened
            && opened.Result is { SomethingIsDue: false, Polls.Waits: false } sandbox
            && QuestionOf(context) is { } question && sandbox.Answers.TryGet(question, out var answer)
                ? Send(context, answer)
                : next(context);
    }

    /// <summary>What is asked, as answers are kept by it; null where it is too long to be remembered.</summary>
    public static string? QuestionOf(HttpContext context) =>
        KeptAnswers.QuestionOf(
            Credential.Of(context.Request),
            context.Request.Path.Value!,
            context.Request.QueryString.Value);

    private static Task Send(HttpContext context, KeptAnswer answer)
    {
        Telemetry.KeptAnswers.Add(1);
        context.Response.ContentType = WholeAnswer.Json;
        if (answer.Note is { } note)
        {
            context.Response.Headers[Notes.Header] = note;
        }

        return WholeAnswer.Send(context, answer.Bytes, answer);
    }
}
