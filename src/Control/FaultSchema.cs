using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// What a fault rule looks like. A member that nobody knows is refused: a misspelt rule would strike everything, or
/// nothing.
/// </summary>
internal static class FaultSchema
{
    /// <summary>The longest delay, milliseconds.</summary>
    public const int LongestDelay = 600_000;

    /// <summary>The longest time to live, seconds: a week.</summary>
    private const int LongestLife = 604_800;

    private static readonly RequestSchema Header = new RequestSchema()
        .Text("name", "The header's name.", maxLength: 100, required: true, minLength: 1)
        .Text("value", "Its value, with regard to case; without it, the header only has to be there.", maxLength: 1000)
        .AndNothingElse();

    private static readonly RequestSchema Match = new RequestSchema()
        .Text("operation", "A documented operation: its method and path, such as GET "
            + "/api/company/{companyName}/ports, where it stands in the documents (000:3807), or the number of its "
            + "samples (047).", maxLength: 200)
        .Text("method", "The method.", required: false, "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
        .Text(
            "path",
            "The path without the sandbox, as the client writes it or as the operation is documented: * "
                + "stands for any characters within a segment, ** for any at all, /**/ for any number of segments.",
            maxLength: 500)
        .Text("company", "The username or id of the company that the route names.", maxLength: 200, minLength: 1)
        .Text("user", "The username, e-mail address or id of the caller.", maxLength: 200, minLength: 1)
        .Object("header", "A header that the request has.", Header)
        .AndNothingElse();

    private static readonly RequestSchema When = new RequestSchema()
        .Integer("next", "The next N of them.", minimum: 1)
        .Integer("every", "Every nth: 3 strikes the third, the sixth, the ninth.", minimum: 1)
        .Integer("from", "From the nth on.", minimum: 1)
        .Number("probability", "Each with this probability, from 0 to 1: the same seed strikes the same requests.")
        .AndNothingElse();

    /// <summary>The status of an answer in the operation's place.</summary>
    public static readonly BodyMember<int> Status = Body.NeededInteger(
        "status", "The status.", minimum: 200, maximum: 599);

    /// <summary>How many requests a rate limit lets through.</summary>
    public static readonly BodyMember<int> Limit = Body.NeededInteger(
        "limit", "How many requests are let through in a window; the others are answered 429.", minimum: 0);

    /// <summary>The window of a rate limit, seconds.</summary>
    public static readonly BodyMember<int> PerSeconds = Body.NeededInteger(
        "perSeconds",
        "How long a window is, seconds of the sandbox's clock. It begins with the first "
            + "request after the one before.",
        minimum: 1,
        maximum: LongestLife);

    private static readonly RequestSchema Answer = new RequestSchema()
        .With(Status)
        .Text("message", "The message, in the form that refusals have on the route.", maxLength: 2000)
        .Any("body", "A JSON body, sent as it is given. With neither body nor text, a status from 400 on gets an error "
            + "in the service's form, and any other has no body.")
        .Text("text", "A body that isn't JSON, as proxies in front of a service send it; text/plain unless headers say "
            + "otherwise.", maxLength: FaultReading.MostContent)
        .Integer("retryAfterSeconds", "Retry-After, seconds.", minimum: 0)
        .Object("headers", "Headers, by name.")
        .AndNothingElse();

    private static readonly RequestSchema Latency = new RequestSchema()
        .Integer("milliseconds", "Always this long.", minimum: 0, maximum: LongestDelay)
        .Integer("from", "At least this long, milliseconds.", minimum: 0, maximum: LongestDelay)
        .Integer("to", "At most this long, milliseconds.", minimum: 0, maximum: LongestDelay)
        .AndNothingElse();

    private static readonly RequestSchema Truncate = new RequestSchema()
        .Integer("bytes", "After this many bytes; a body that isn't longer loses its last byte.", minimum: 0)
        .Number("share", "After this share of the body, from 0 to 1.")
        .AndNothingElse();

    private static readonly RequestSchema Slow = new RequestSchema()
        .Integer("bytesPerSecond", "Bytes of the body per second.", minimum: 1)
        .Integer("milliseconds", "How long the whole body takes.", minimum: 1, maximum: LongestDelay)
        .AndNothingElse();

    private static readonly RequestSchema RateLimit = new RequestSchema()
        .With(Limit, PerSeconds)
        .Text("by", "Who shares the limit; everybody by default.", required: false, "everybody", "user", "company")
        .AndNothingElse();

    private static readonly RequestSchema Then = new RequestSchema()
        .Object("answer", "This is the answer, and the operation isn't carried out.", Answer)
        .Object("latency", "The answer takes longer, in real time. It can be combined with every other "
            + "effect.", Latency)
        .Boolean("reset", "The connection is reset in place of an answer, and the operation isn't carried out.")
        .Object("truncate", "The answer is cut off; its Content-Length is that of the whole.", Truncate)
        .Object("slow", "The body arrives slowly.", Slow)
        .Object("rateLimit", "Only this many requests are let through.", RateLimit)
        .Boolean("after", "With answer or reset: the operation is carried out, and only its own answer is lost.")
        .AndNothingElse();

    /// <summary>A rule.</summary>
    public static readonly RequestSchema Rule = Of(new RequestSchema()
        .Text("id", "The rule's name: letters, digits, hyphens, underscores and dots; by default fault-1, fault-2 and "
            + "so on.", maxLength: 63)
        .Boolean("first", "Whether it is tried before the other rules, rather than after them."));

    /// <summary>A rule in another's place: with its name, where it stood.</summary>
    public static readonly RequestSchema Replacement = Of(new RequestSchema());

    private static RequestSchema Of(RequestSchema beginning) =>
        beginning
            .Object("match", "Which requests: those that match all members. By default, all requests.", Match)
            .Object("when", "Which of the matching requests, counted from 1: one of these members. By default, all of "
                + "them.", When)
            .Object("then", "What happens.", Then, required: true)
            .LongInteger(
                "seed",
                "The seed of its probability and latencies; by default the sandbox's.")
            .Integer(
                "ttlSeconds",
                "After how many seconds of the sandbox's clock the rule is removed; by default it stays.",
                minimum: 1,
                maximum: LongestLife)
            .Boolean("enabled", "False keeps the rule without applying it.")
            .AndNothingElse();
}
