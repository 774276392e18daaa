namespace Emulator.Domain.Staging;

/// <summary>
/// Something that goes through stages and remembers since when it is in one and when the service moves it on.
/// </summary>
internal interface IStaged
{
    /// <summary>The resource's id: 24 hexadecimal digits, except where the documents print another.</summary>
    string Id { get; }

    /// <summary>When the service's own next move is due, UTC; null where it waits for someone.</summary>
    DateTimeOffset? Due { get; }

    /// <summary>
    /// After how many more reads the service's own next move is due; null where it isn't a matter of reads.
    /// </summary>
    int? PollsLeft { get; }

    /// <summary>Whether only its pace, or a directive, keeps the service from moving it on.</summary>
    bool Held { get; }

    /// <summary>What happened and isn't stored yet; taken by the store when it saves.</summary>
    List<Move> NewMoves { get; }

    /// <summary>Letters written and not posted yet; taken by the store when it saves.</summary>
    List<Messages.Letter> NewLetters { get; }
}

/// <inheritdoc cref="IStaged"/>
internal abstract class Staged<TState> : IStaged
    where TState : struct, Enum
{
    /// <inheritdoc/>
    public string Id { get; init; } = "";

    /// <summary>The present stage.</summary>
    public TState Status { get; set; }

    /// <summary>Since when, UTC: the due time of the move that led here, not the time somebody looked.</summary>
    public DateTimeOffset Since { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? Due { get; set; }

    /// <inheritdoc/>
    public int? PollsLeft { get; set; }

    /// <inheritdoc/>
    public bool Held { get; set; }

    /// <summary>When anything last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public List<Move> NewMoves { get; } = [];

    /// <inheritdoc/>
    public List<Messages.Letter> NewLetters { get; } = [];

    /// <summary>The name of the table it follows, as <c>/__admin/workflows</c> lists it.</summary>
    protected abstract string Machine { get; }

    /// <summary>The name its owner gave it, in which directives may stand; null for what has none.</summary>
    public virtual string? GivenName => null;

    /// <summary>Sets the stage and its times. Called by the table only.</summary>
    public void Enter(TState state, Moment moment, Wait wait)
    {
        Status = state;
        Since = moment.At;
        UpdatedAt = moment.At;
        Await(wait);
    }

    /// <summary>Sets when the service moves it on.</summary>
    public void Await(Wait wait) => (Due, PollsLeft, Held) = (wait.Due, wait.Polls, wait.Held);

    /// <summary>Its pace.</summary>
    public Pace PaceIn(Pacing pacing) => pacing.Of(Machine, Id);

    /// <summary>The pace that was set for it alone; null where none was.</summary>
    public Pace? OwnPaceIn(Pacing pacing) => pacing.OwnOf(Machine, Id);

    /// <summary>
    /// Writes the history. Called by the table, and by rules that change something without leaving the stage.
    /// </summary>
    public void Record(Moment moment, string? from, string trigger, string to, string? reason) =>
        NewMoves.Add(
            Describe(
                new Move
                {
                    Machine = Machine,
                    ResourceId = Id,
                    At = moment.At,
                    By = moment.By,
                    From = from,
                    Trigger = trigger,
                    To = to,
                    Reason = reason,
                }));

    /// <summary>What entering a stage brings with it: other resources, letters, instants.</summary>
    public virtual void Entered(TState state, Moment moment, string? reason)
    {
    }

    /// <summary>Adds what this kind of resource wants remembered of the moment.</summary>
    protected virtual Move Describe(Move move) => move;
}

/// <summary>One line of a resource's history.</summary>
internal sealed class Move
{
    /// <summary>The order in which things happened.</summary>
    public long Sequence { get; init; }

    public required string Machine { get; init; }

    public required string ResourceId { get; init; }

    /// <summary>When it happened, UTC: for the service's own moves the instant it was due.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The id of the user, or <see cref="Moment.ServiceItself"/>.</summary>
    public required string By { get; init; }

    public string? From { get; init; }

    public required string Trigger { get; init; }

    public required string To { get; init; }

    public string? Reason { get; init; }

    /// <summary>The connection's speed after it, Mbps; null for other resources.</summary>
    public int? Speed { get; set; }
}
