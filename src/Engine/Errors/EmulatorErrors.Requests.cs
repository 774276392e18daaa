namespace Emulator.Errors;

/// <summary>
/// What is wrong with a request, whatever it asks for. The words are those of the services of this kind, written in
/// Node.js: their schema validator's, their body parser's, their framework's.
/// </summary>
internal abstract partial class EmulatorErrors
{
    private const string NodeWords = "assumed: a Node.js service's words";
    private const string SchemaWords = "the emulated service's schema validator words it like this";

    // What is not there
    public static readonly ServiceError CompanyNotFound = new(
        nameof(CompanyNotFound),
        404,
        "A company can not be found with the given id",
        "the emulated service's own words");
    public static readonly ServiceError UnknownRoute = new(
        nameof(UnknownRoute),
        404,
        "There is no method to handle {0} {1}",
        "the emulated service's own words");

    // How it is written
    public static readonly ServiceError MalformedJson = new(
        nameof(MalformedJson),
        400,
        "Unexpected token in JSON at " + "position {0}",
        "assumed: a Node.js service's words");
    public static readonly ServiceError BodyTooLarge = new(
        nameof(BodyTooLarge),
        413,
        "request entity too large",
        "assumed: a Node.js service's words");
    public static readonly ServiceError UnsupportedEncoding = new(
        nameof(UnsupportedEncoding), 415, "unsupported content encoding \"{0}\"", NodeWords);
    public static readonly ServiceError UnsupportedCharset = new(
        nameof(UnsupportedCharset), 415, "unsupported charset \"{0}\"", NodeWords);
    public static readonly ServiceError BrokenEncoding = new(
        nameof(BrokenEncoding), 400, "incorrect header check", NodeWords);
    public static readonly ServiceError BodyBrokenOff = new(nameof(BodyBrokenOff), 400, "request aborted", NodeWords);
    public static readonly ServiceError BodyTooSlow = new(nameof(BodyTooSlow), 408, "request timeout", NodeWords);
    public static readonly ServiceError MissingProperty = new(
        nameof(MissingProperty),
        400,
        "The request{0} must have required property '{1}'",
        SchemaWords);
    public static readonly ServiceError WrongType = new(
        nameof(WrongType),
        400,
        "The request{0} must be {1}",
        SchemaWords);
    public static readonly ServiceError WrongPattern = new(
        nameof(WrongPattern),
        400,
        "The request{0} must match " + "pattern \"{1}\"",
        SchemaWords);
    public static readonly ServiceError NotAllowedValue = new(
        nameof(NotAllowedValue),
        400,
        "The request{0} must be equal to one of the allowed values",
        SchemaWords);
    public static readonly ServiceError OutOfBounds = new(
        nameof(OutOfBounds),
        400,
        "The request{0} must be {1}",
        SchemaWords);
    public static readonly ServiceError WrongFormat = new(
        nameof(WrongFormat),
        400,
        "The request{0} must match " + "format \"{1}\"",
        SchemaWords);
    public static readonly ServiceError UnknownProperty = new(
        nameof(UnknownProperty),
        400,
        "The request{0} must NOT have the additional property '{1}'",
        "the emulator's own: the service lets members through that it doesn't know");
    public static readonly ServiceError TooLong = new(
        nameof(TooLong),
        400,
        "The request{0} must NOT have more than " + "{1} characters",
        SchemaWords);
    public static readonly ServiceError TooShort = new(
        nameof(TooShort),
        400,
        "The request{0} must NOT have fewer " + "than {1} characters",
        SchemaWords);
    public static readonly ServiceError BadQuery = new(nameof(BadQuery), 400, "The query/{0} must be {1}", SchemaWords);

    // What a rule forbids
    public static readonly ServiceError WrongState = new(
        nameof(WrongState),
        409,
        "The {0} can not be {1} while its " + "status is {2}",
        "assumed: the documents give 409 without words");
}
