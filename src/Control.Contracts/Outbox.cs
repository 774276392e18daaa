namespace ConsoleConnect.Emulator.Admin;

/// <summary>What was found.</summary>
/// <param name="Letters">The e-mails, oldest first.</param>
public sealed record LetterList(IReadOnlyList<OutboxLetter> Letters);

/// <summary>An e-mail.</summary>
/// <param name="Id">Its number, counting up.</param>
/// <param name="To">The addresses it went to.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
/// <param name="Token">The token in it; null where there is none.</param>
/// <param name="Link">
/// What the recipient would click, here as the address of the request that stands behind the service's page; null
/// where there is nothing to click.
/// </param>
/// <param name="LinkMethod">The method to request it with; null where there is no link.</param>
/// <param name="AboutId">The id of the resource it is about.</param>
/// <param name="CausedBy">
/// The request that caused it, method and path; null for what the service did of its own accord.
/// </param>
/// <param name="SentAt">When it was sent, UTC.</param>
public sealed record OutboxLetter(
    long Id,
    IReadOnlyList<string> To,
    string Kind,
    string Subject,
    string Text,
    string? Token,
    Uri? Link,
    string? LinkMethod,
    string AboutId,
    string? CausedBy,
    DateTimeOffset SentAt);
