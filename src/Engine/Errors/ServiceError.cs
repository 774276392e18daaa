using System.Globalization;

namespace Emulator.Errors;

/// <summary>One entry of the catalogue of refusals: what the service answers when a rule is broken.</summary>
/// <param name="Name">How the entry is called in the OpenAPI document and in tests.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">
/// The service's words; <c>{0}</c>, <c>{1}</c> stand for what is only known when it happens.
/// </param>
/// <param name="Source">Where the words or the status come from: document and line, or <c>assumed</c> and why.</param>
internal sealed record ServiceError(string Name, int Status, string Message, string Source)
{
    /// <summary>
    /// After how many seconds asking again may go better, for <c>Retry-After</c>; null where the request itself has to
    /// be another one.
    /// </summary>
    public int? RetryAfter { get; init; }

    /// <summary>
    /// Its word: MEF's under <c>/mefApi</c>, LoopBack's where it is printed flat with one; null for all
    /// others.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The refusal to throw.</summary>
    /// <param name="explanation">
    /// Which rule, what state the resource is in, what would be allowed: goes into <c>X-Emulator-Explain</c>.
    /// </param>
    /// <param name="values">What the message's placeholders stand for.</param>
    public Refusal Because(string explanation, params object?[] values) => new(
        this,
        values.Length == 0 ? Message : string.Format(CultureInfo.InvariantCulture, Message, values),
        explanation)
    {
        Values = values,
    };
}
