using Emulator.Api;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Contract;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Has the answers of documented operations held against the contract. Only from here on it is known which operation is
/// asked, but its refusals are rendered farther out: so here the answer is only marked as one to be checked, and it is
/// checked where answers are sent.
/// </summary>
internal sealed class Conformance(RequestDelegate next, Conformity conformity)
{
    /// <summary>
    /// Says that a rule of the client's own has spoiled the answer: it is no answer of the operation.
    /// </summary>
    private const string FaultHeader = "X-Emulator-Fault";

    public Task Invoke(HttpContext context)
    {
        if (
            conformity.Mode == ConformanceMode.Off
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<OperationFacts>() is null)
        {
            return next(context);
        }

        var streams = endpoint.Metadata.GetMetadata<WorksInSandbox>() is { Waits: true };
        if (conformity.Holds && !streams)
        {
            context.Features.Set(new ToBeHeld(conformity, context.Request.Method, endpoint.RoutePattern.RawText!));
        }
        else if (conformity.Of(context.Request.Method, endpoint.RoutePattern.RawText!) is { } operation)
        {
            context.Features.Set(operation);
            if (streams)
            {
                context.Response.OnStarting(() => Opened(context, operation));
            }
        }

        return next(context);
    }

    /// <summary>Lets the answer go unchecked: it is none of the operation's.</summary>
    public static void Forget(HttpContext context)
    {
        context.Features.Set<CheckedOperation>(null);
        context.Features.Set<ToBeHeld>(null);
    }

    /// <summary>Checks an answer that is there as a whole.</summary>
    /// <param name="context">Whose it is.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="kept">Where it is kept; null where it isn't.</param>
    /// <returns>The body to send: another one where the answer isn't to be sent.</returns>
    public static ReadOnlyMemory<byte> Checked(HttpContext context, ReadOnlyMemory<byte> bytes, KeptAnswer? kept)
    {
        if (OperationOf(context) is not { } operation)
        {
            if (context.Features.Get<ToBeHeld>() is { } held && !context.Response.Headers.ContainsKey(FaultHeader))
            {
                held.Conformity.Hold(
                    new HeldAnswer(
                        held.Method,
                        held.Path,
                        context.Response.StatusCode,
                        context.Response.ContentType,
                        bytes,
                        SandboxOf(context),
                        kept,
                        kept is null ? null : passed => kept.CheckedIn = passed));
            }

            return bytes;
        }

        var conformity = operation.Conformity;
        var era = conformity.Era;
        if (kept?.CheckedIn == era)
        {
            return bytes;
        }

        var response = context.Response;
        var findings = operation.Check(response.StatusCode, response.ContentType, bytes.Span);
        conformity.Note(operation, response.StatusCode, findings, SandboxOf(context));
        if (findings.Count == 0)
        {
            if (kept is not null)
            {
                kept.CheckedIn = era;
            }

            return bytes;
        }

        // A fault of ours stays what it is, and goes on saying so.
        return conformity.Mode == ConformanceMode.Fail && response.StatusCode < StatusCodes.Status500InternalServerError
            ? Instead(context, operation, findings[0])
            : bytes;
    }

    /// <summary>
    /// Sends an answer that is made while it is sent, and checks it meanwhile. With <see cref="ConformanceMode.Fail"/>
    /// it is sent when it has been checked, and so held as a whole: what has been sent can't be taken back.
    /// </summary>
    public static async Task SendLate(HttpContext context, ISentAfterTurn late)
    {
        // A long answer isn't held: it is checked while it is sent.
        var operation = OperationOf(context)
            ?? (context.Features.Get<ToBeHeld>() is { } held ? held.Conformity.Of(held.Method, held.Path) : null);
        if (operation is null || context.Response.Headers.ContainsKey(FaultHeader))
        {
            await late.Send(context);
            return;
        }

        var conformity = operation.Conformity;
        var client = context.Response.Body;
        using var whole = conformity.Mode == ConformanceMode.Fail ? new MemoryStream() : null;
        await using var checking = new CheckingStream(client, operation.SchemaOf(context.Response.StatusCode));
        context.Response.Body = whole ?? (Stream)checking;
        try
        {
            await late.Send(context);
        }
        finally
        {
            context.Response.Body = client;
        }

        if (whole is null)
        {
            var misdeclared = operation.Misdeclared(context.Response.StatusCode, context.Response.ContentType);
            conformity.Note(
                operation,
                context.Response.StatusCode,
                misdeclared is null ? checking.Findings() : [misdeclared],
                SandboxOf(context));
        }
        else
        {
            await WholeAnswer.Send(context, whole.GetBuffer().AsMemory(0, (int)whole.Length));
        }
    }

    /// <summary>
    /// An answer that goes on for as long as the client stays has no body to check; a refusal instead of it is whole,
    /// and is checked as such.
    /// </summary>
    private static Task Opened(HttpContext context, CheckedOperation operation)
    {
        var response = context.Response;
        if (response.ContentLength is null && OperationOf(context) is not null)
        {
            var finding = operation.Misdeclared(response.StatusCode, response.ContentType);
            operation.Conformity.Note(
                operation,
                response.StatusCode,
                finding is null ? [] : [finding],
                SandboxOf(context));
        }

        return Task.CompletedTask;
    }

    /// <summary>That an answer is held until the contract is read.</summary>
    private sealed record ToBeHeld(Conformity Conformity, string Method, string Path);

    private static CheckedOperation? OperationOf(HttpContext context) =>
        context.Features.Get<CheckedOperation>() is { } operation && !context.Response.Headers.ContainsKey(FaultHeader)
            ? operation
            : null;

    private static string SandboxOf(HttpContext context) =>
        ChosenSandbox.Of(context).Opening is { IsCompletedSuccessfully: true } opened ? opened.Result.Name : "";

    private static ReadOnlyMemory<byte> Instead(HttpContext context, CheckedOperation operation, Finding finding)
    {
        var refusal = ServiceErrors.ContractViolated.Because(
            $"Found {finding.Found} (status {context.Response.StatusCode}). Only the answer was replaced "
                + "(--conformance fail): what the operation has changed is saved. "
                + "The emulator's own GET /__admin/conformance lists every violation.",
            operation.Operation.Name,
            finding.Pointer,
            finding.Expected);
        return WholeAnswer.OfRefusal(
            context,
            refusal,
            context.Request.Path.Value!,
            context.RequestServices.GetRequiredService<EmulatorSettings>().Indented);
    }
}
