using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The e-mails that the service would have sent, with the tokens in them. Nothing is mailed.</summary>
public sealed class EmulatorOutbox
{
    private readonly EmulatorDoor door;

    internal EmulatorOutbox(EmulatorDoor door) => this.door = door;

    /// <summary>Lists the e-mails, oldest first.</summary>
    /// <param name="to">Only those to this address; null for any.</param>
    /// <param name="kind">Only those of this kind, such as <c>PasswordReset</c>; null for any.</param>
    /// <param name="after">Only those with a greater id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<OutboxLetter>> ListAsync(
        string? to = null,
        string? kind = null,
        long after = 0,
        CancellationToken cancellationToken = default) =>
        (
            await door.Get(
                    $"/__admin/outbox?to={EmulatorDoor.Segment(to ?? "")}&kind={EmulatorDoor.Segment(kind ?? "")}"
                        + $"&after={after}",
                    AdminJson.Default.LetterList,
                    cancellationToken)
                .ConfigureAwait(false)
        ).Letters;

    /// <summary>Waits for a matching e-mail, and returns the newest one.</summary>
    /// <param name="to">The address it goes to; null for any.</param>
    /// <param name="kind">What it is for, such as <c>Invitation</c>; null for any.</param>
    /// <param name="after">Only those with a greater id.</param>
    /// <param name="within">
    /// How long to wait, of the machine's time, in whole seconds, two minutes at most; null for ten seconds.
    /// </param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">None came in time.</exception>
    public Task<OutboxLetter> WaitAsync(
        string? to = null,
        string? kind = null,
        long after = 0,
        TimeSpan? within = null,
        CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/outbox/wait",
            new LetterWanted(to, kind, after, (int?)within?.TotalSeconds),
            AdminJson.Default.LetterWanted,
            AdminJson.Default.OutboxLetter,
            cancellationToken);

    /// <summary>Deletes all e-mails.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, "/__admin/outbox", cancellationToken);
}
