using System.Globalization;
using Emulator.Api;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Simulation.Faults;
using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Does to a request what the sandbox's fault rules ask for. It stands behind routing, so that it is known what is
/// asked, and in front of kept answers, so that those are struck, too. The emulator's own routes never are: anyone who
/// has shut himself out could not get in again.
/// </summary>
internal sealed class FaultInjection(RequestDelegate next, TimeProvider machine, IHostApplicationLifetime host)
{
    /// <summary>Names the rules that have struck.</summary>
    public const string Header = "X-Emulator-Fault";

    private const string Why = "A fault rule answers this, not the service's rules. The emulator's own GET "
        + "/__admin/faults lists them.";

    /// <summary>Where no rule is asked, even if nothing answers there.</summary>
    private static readonly string[] OwnPaths = ["/__admin", "/livez", "/readyz", "/swagger", "/openapi"];

    public Task Invoke(HttpContext context) =>
        ChosenSandbox.Of(context).Opening is { IsCompletedSuccessfully: true } opened
        && opened.Result.Faults.Current is { IsEmpty: false } rules
        && MayStrike(context, out var facts)
            ? Ask(context, opened.Result, rules, facts)
            : next(context);

    private Task Ask(HttpContext context, Sandbox sandbox, FaultRuleList rules, OperationFacts? facts)
    {
        if (!rules.LookAtUser || Credential.Of(context.Request) is not { } credential)
        {
            return Ask(context, sandbox, rules, facts, caller: null);
        }

        var asking = sandbox.WhoHas(credential, context.RequestAborted);
        return asking.IsCompletedSuccessfully ? Ask(context, sandbox, rules, facts, asking.Result) : Wait();

        async Task Wait() => await Ask(context, sandbox, rules, facts, await asking);
    }

    private Task Ask(
        HttpContext context,
        Sandbox sandbox,
        FaultRuleList rules,
        OperationFacts? facts,
        Domain.People.Caller? caller)
    {
        var company = rules.LookAtCompany ? CompanyOf(context.Request.RouteValues) : null;
        var request = new IncomingRequest
        {
            Operation = facts?.Main.Key,
            Method = HeadAnswers.MethodOf(context),
            Path = context.Request.Path.Value!,
            WrittenPath = WrittenPath.Of(context),
            ByNameOnly = context.GetEndpoint()?.Metadata.GetMetadata<StruckByNameOnly>() is not null,
            Headers = context.Request.Headers,
            CompanyName = company,
            Company = company is null ? null : sandbox.Reference.FindCompany(company),
            User = caller?.User,
        };
        var strike = sandbox.Faults.Ask(rules, in request);
        if (strike.Ids is null)
        {
            return next(context);
        }

        sandbox.Events.FaultFired(strike.Ids, request.Method, request.Path, request.Operation);
        return Struck(context, strike);
    }

    private async Task Struck(HttpContext context, Strike strike)
    {
        context.Response.Headers[Header] = strike.Ids;
        var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        context.Response.RegisterForDispose(ended); // Not here: a refusal is sent, slowly or not, further out.
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(strike.Milliseconds), machine, ended.Token);
            await (strike.Then is { } then ? Do(context, then, strike.RetryAfter, ended.Token) : next(context));
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            context.Abort(); // The emulator stops, and waits for no delay.
        }
    }

    private async Task Do(HttpContext context, FaultEffect then, int retryAfter, CancellationToken ended)
    {
        if (then.After && context.GetEndpoint()?.Metadata.GetMetadata<WorksInSandbox>() is not { Waits: true })
        {
            await UnheardAnswer.Of(next, context);
        }

        if (then.Reset)
        {
            context.Abort(); // Kestrel closes the connection without lingering: the client gets a reset.
            return;
        }

        var hindered = (then.Truncate is null && then.Slow is null) || HeadAnswers.IsHead(context) ? null
            : new HinderedBody(context, then.Truncate, then.Slow, machine, ended);
        if (hindered is not null)
        {
            context.Response.Body = hindered; // It stays: refusals are rendered further out.
        }

        if (then.RateLimit is { } limit)
        {
            context.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
            throw ServiceErrors.TooManyRequests.Because(
                $"The rule lets {limit.Limit} requests through in {limit.PerSeconds} seconds of the sandbox's clock; "
                + $"the next one in {retryAfter} seconds.");
        }

        await (then.Answer is { } answer ? Answer(context, answer) : next(context));
        if (hindered is not null && context.Response.HasStarted)
        {
            await hindered.End();
        }
    }

    private static Task Answer(HttpContext context, FaultAnswer answer)
    {
        var response = context.Response;
        if (answer.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer is { Content: null, Message: { } message })
        {
            throw ServiceErrors.AskedFor(answer.Status, message).Because(Why);
        }

        response.StatusCode = answer.Status;
        if (answer.Status >= StatusCodes.Status400BadRequest)
        {
            response.Headers[RefusalRenderer.ExplainHeader] = Why;
        }

        if (answer.Content is not { } content)
        {
            return Task.CompletedTask; // The server says that there is none.
        }

        response.ContentType ??= answer.Text is null ? WholeAnswer.Json : "text/plain; charset=utf-8";
        return WholeAnswer.Send(context, content);
    }

    /// <summary>Documented operations may be struck, and paths that nothing answers at; nothing else.</summary>
    private static bool MayStrike(HttpContext context, out OperationFacts? facts)
    {
        var endpoint = context.GetEndpoint();
        facts = endpoint?.Metadata.GetMetadata<OperationFacts>();
        return facts is not null || (endpoint is not RouteEndpoint && !IsOwn(context.Request.Path));
    }

    private static bool IsOwn(PathString path)
    {
        if (OwnPages.IsConsole(path.Value ?? ""))
        {
            return true;
        }

        foreach (var own in OwnPaths)
        {
            if (path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? CompanyOf(RouteValueDictionary route) =>
        route.TryGetValue("companyName", out var name)
        || route.TryGetValue("companyId", out name)
        || route.TryGetValue("username", out name)
            ? name as string
            : null;
}
