namespace Emulator.Errors;

/// <summary>
/// The catalogue of refusals that any emulated service has, and of what the emulator says of itself. A service's own
/// goes on from here.
/// </summary>
internal abstract partial class EmulatorErrors
{
    public static readonly ServiceError InternalError = new(
        nameof(InternalError),
        500,
        "Internal Server Error",
        "the emulator's own fault: please report it");
    public static readonly ServiceError ContractViolated = new(
        nameof(ContractViolated),
        500,
        "The answer to {0} is not as the contract says. At \"{1}\" is expected: {2}",
        "the emulator's own: --conformance fail");
    public static readonly ServiceError MachineNotFound = new(
        nameof(MachineNotFound),
        404,
        "There is no workflow called {0}",
        "the emulator's own");
    public static readonly ServiceError ResourceNotFound = new(
        nameof(ResourceNotFound),
        404,
        "There is no {0} with the id {1}",
        "the emulator's own");
    public static readonly ServiceError IllegalMove = new(
        nameof(IllegalMove),
        409,
        "{0} is not legal in the state {1}",
        "the emulator's own");
    public static readonly ServiceError MoveForbidden = new(
        nameof(MoveForbidden),
        409,
        "{0} is against a rule of the service: {1}",
        "the emulator's own");
    public static readonly ServiceError NotPaced = new(
        nameof(NotPaced),
        409,
        "The service moves no {0} on at a pace",
        "the emulator's own");
    public static readonly ServiceError NothingDue = new(
        nameof(NothingDue),
        409,
        "Nothing is due: the service moves " + "nothing on by itself",
        "the emulator's own");
    public static readonly ServiceError NeverReached = new(
        nameof(NeverReached),
        409,
        "{0} will not get to {1} by itself",
        "the emulator's own");
    public static readonly ServiceError LetterNotFound = new(
        nameof(LetterNotFound),
        404,
        "There is no message with the id {0} in the outbox",
        "the emulator's own");
    public static readonly ServiceError BodyNotTaken = new(
        nameof(BodyNotTaken),
        400,
        "The request must NOT have a body",
        "the emulator's own");
    public static readonly ServiceError NoLetterInTime = new(
        nameof(NoLetterInTime),
        408,
        "No matching message was sent within {0} seconds",
        "the emulator's own");
    public static readonly ServiceError ConsoleFileNotFound = new(
        nameof(ConsoleFileNotFound),
        404,
        "There is no file {0} in the console",
        "the emulator's own");
    public static readonly ServiceError SandboxNotFound = new(
        nameof(SandboxNotFound),
        404,
        "There is no sandbox called {0}",
        "the emulator's own");
    public static readonly ServiceError SandboxNotOpened = new(
        nameof(SandboxNotOpened),
        503,
        "The sandbox {0} can not be opened: {1}",
        "the emulator's own");
    public static readonly ServiceError SandboxExists = new(
        nameof(SandboxExists),
        409,
        "There is a sandbox called {0} already",
        "the emulator's own");
    public static readonly ServiceError SandboxUnclear = new(
        nameof(SandboxUnclear),
        400,
        "The request names two sandboxes: {0} and {1}",
        "the emulator's own");
    public static readonly ServiceError SandboxRequired = new(
        nameof(SandboxRequired),
        400,
        "The request chooses no sandbox",
        "the emulator's own: --require-sandbox");
    public static readonly ServiceError SandboxStays = new(
        nameof(SandboxStays),
        409,
        "The default sandbox can not be deleted",
        "the emulator's own");
    public static readonly ServiceError TooManySandboxes = new(
        nameof(TooManySandboxes),
        409,
        "There are {0} sandboxes, and no more can be made",
        "the emulator's own");
    public static readonly ServiceError AdminTokenNeeded = new(
        nameof(AdminTokenNeeded),
        401,
        "The admin token is missing or wrong",
        "the emulator's own");
    public static readonly ServiceError TooManyWrongTokens = new(
        nameof(TooManyWrongTokens),
        429,
        "Too many requests with a wrong admin token",
        "the emulator's own");
    public static readonly ServiceError ForeignPage = new(
        nameof(ForeignPage),
        403,
        "A web page of another origin " + "can not use /__admin",
        "the emulator's own");
    public static readonly ServiceError ForeignHost = new(
        nameof(ForeignHost),
        403,
        "/__admin is not open to the host {0}",
        "the emulator's own");
    public static readonly ServiceError OriginRefused = new(
        nameof(OriginRefused),
        403,
        "A web page of {0} can not use the service",
        "the emulator's own: --cors");
    public static readonly ServiceError NoAuthority = new(
        nameof(NoAuthority),
        404,
        "The emulator has no certificate authority of its own",
        "the emulator's own");
    public static readonly ServiceError SnapshotNotFound = new(
        nameof(SnapshotNotFound),
        404,
        "There is no snapshot called {0}",
        "the emulator's own");
    public static readonly ServiceError SnapshotExists = new(
        nameof(SnapshotExists),
        409,
        "There is a snapshot called {0} already",
        "the emulator's own");
    public static readonly ServiceError SnapshotNameTaken = new(
        nameof(SnapshotNameTaken),
        409,
        "No snapshot can be called {0}",
        "the emulator's own");
    public static readonly ServiceError TooManySnapshots = new(
        nameof(TooManySnapshots),
        409,
        "There are {0} snapshots, and no more can be kept",
        "the emulator's own");
    public static readonly ServiceError NoRoomForSnapshot = new(
        nameof(NoRoomForSnapshot),
        409,
        "There is no room for a snapshot of {0} bytes: the others have {1} of {2} bytes",
        "the emulator's own");
    public static readonly ServiceError SnapshotTooLarge = new(
        nameof(SnapshotTooLarge),
        413,
        "A snapshot of {0} bytes is too large: the most is {1}",
        "the emulator's own");
    public static readonly ServiceError SnapshotRefused = new(
        nameof(SnapshotRefused),
        400,
        "The file is not a snapshot: {0}",
        "the emulator's own");
    public static readonly ServiceError SnapshotOutdated = new(
        nameof(SnapshotOutdated),
        409,
        "The file was saved by another version of the emulator: its schema is {0}, this one's is {1}",
        "the emulator's own");
    public static readonly ServiceError JournalOff = new(
        nameof(JournalOff),
        409,
        "The journal is switched off",
        "the emulator's own");
    public static readonly ServiceError ExchangeNotFound = new(
        nameof(ExchangeNotFound),
        404,
        "There is no exchange with the number {0} in the journal",
        "the emulator's own");
    public static readonly ServiceError NotAsExpected = new(
        nameof(NotAsExpected),
        409,
        "Expected {0} with {1}, found {2}",
        "the emulator's own");
    public static readonly ServiceError NoExchangeInTime = new(
        nameof(NoExchangeInTime),
        408,
        "No exchange with {1} arrived within {0} seconds{2}",
        "the emulator's own");
    public static readonly ServiceError FaultNotFound = new(
        nameof(FaultNotFound),
        404,
        "There is no fault rule called {0}",
        "the emulator's own");
    public static readonly ServiceError FaultExists = new(
        nameof(FaultExists),
        409,
        "There is a fault rule called " + "{0} already",
        "the emulator's own");
    public static readonly ServiceError FaultImpossible = new(
        nameof(FaultImpossible),
        400,
        "The fault rule can not be: {0}",
        "the emulator's own");
    public static readonly ServiceError TooManyFaults = new(
        nameof(TooManyFaults),
        409,
        "There are {0} fault rules, " + "and no more can be made",
        "the emulator's own");
    public static readonly ServiceError OperationUnknown = new(
        nameof(OperationUnknown),
        400,
        "There is no operation called {0}",
        "the emulator's own");
    public static readonly ServiceError NothingStored = new(
        nameof(NothingStored),
        503,
        "The emulator can not store " + "anything: {0}",
        "the emulator's own")
    {
        RetryAfter = 1,
    };
    public static readonly ServiceError DataHeld = new(
        nameof(DataHeld),
        503,
        "Another program holds the emulator's " + "data file",
        "the emulator's own")
    {
        RetryAfter = 1,
    };
    public static readonly ServiceError Stopping = new(
        nameof(Stopping),
        503,
        "The emulator is stopping",
        "the emulator's own")
    {
        RetryAfter = 1,
    };
    public static readonly ServiceError NotReady = new(
        nameof(NotReady),
        503,
        "The emulator is not ready yet",
        "the emulator's own")
    {
        RetryAfter = 1,
    };

    // What a fault rule asks for
    public static readonly ServiceError TooManyRequests = new(
        nameof(TooManyRequests),
        429,
        "Too Many Requests",
        "assumed: no source prints one; the status' own words");

    /// <summary>What the server refuses before there is a request.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="words">The status' own words.</param>
    public static ServiceError Unreadable(int status, string words) =>
        new(nameof(Unreadable), status, words, "assumed: no source prints one; the status' own words");

    /// <summary>A refusal that a test wants to see.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="message">Its words.</param>
    public static ServiceError AskedFor(int status, string message) =>
        new(nameof(AskedFor), status, message, "a fault rule of /__admin/faults");
}
