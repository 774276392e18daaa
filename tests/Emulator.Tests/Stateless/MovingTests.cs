using Xunit;
using Door = global::Stateless.StateMachine<Emulator.Tests.Stateless.DoorState, Emulator.Tests.Stateless.DoorTrigger>;

namespace Emulator.Tests.Stateless;

public sealed class MovingTests
{
    [Fact]
    public void A_permitted_trigger_moves_the_machine_to_its_destination()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);

        door.Fire(DoorTrigger.Close);

        Assert.Equal(DoorState.Closed, door.State);
    }

    [Fact]
    public void A_machine_around_a_row_reads_and_writes_that_row()
    {
        var row = DoorState.Closed;
        var door = new Door(() => row, state => row = state);
        door.Configure(DoorState.Closed).Permit(DoorTrigger.Lock, DoorState.Locked);

        door.Fire(DoorTrigger.Lock);

        Assert.Equal(DoorState.Locked, row);
        Assert.Equal(DoorState.Locked, door.State);
    }

    [Fact]
    public void A_machine_goes_on_from_where_its_row_was_put_meanwhile()
    {
        var row = DoorState.Open;
        var door = new Door(() => row, state => row = state);
        door.Configure(DoorState.Locked).Permit(DoorTrigger.Unlock, DoorState.Closed);

        row = DoorState.Locked;
        door.Fire(DoorTrigger.Unlock);

        Assert.Equal(DoorState.Closed, row);
    }

    [Fact]
    public void A_transition_writes_its_row_once()
    {
        var written = new List<DoorState>();
        var row = DoorState.Open;
        var door = new Door(() => row, state => written.Add(row = state));
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);

        door.Fire(DoorTrigger.Close);

        Assert.Equal([DoorState.Closed], written);
    }

    [Fact]
    public void A_machine_reads_its_row_when_it_is_made()
    {
        static DoorState NoRow() => throw new InvalidOperationException("no row yet");

        var refusal = Assert.Throws<InvalidOperationException>(() => new Door(NoRow, _ => { }));

        Assert.Equal("no row yet", refusal.Message);
    }

    [Fact]
    public void A_machine_needs_both_ends_of_its_storage()
    {
        Assert.Throws<ArgumentNullException>("stateAccessor", () => new Door(null!, _ => { }));
        Assert.Throws<ArgumentNullException>("stateMutator", () => new Door(() => DoorState.Open, null!));
    }

    [Fact]
    public void A_reentry_leaves_the_state_and_enters_it_again()
    {
        var log = new List<string>();
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitReentry(DoorTrigger.Close)
            .OnEntry(() => log.Add("entered"))
            .OnExit(() => log.Add("left"));

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["left", "entered"], log);
        Assert.Equal(DoorState.Closed, door.State);
    }

    [Fact]
    public void An_ignored_trigger_touches_nothing()
    {
        var log = new List<string>();
        var door = new Door(() => DoorState.Closed, state => log.Add($"written {state}"));
        door.OnTransitioned(_ => log.Add("transitioned"));
        door.OnTransitionCompleted(_ => log.Add("completed"));
        door.OnUnhandledTrigger((_, _) => log.Add("unhandled"));
        door.Configure(DoorState.Closed)
            .Ignore(DoorTrigger.Knock)
            .OnEntry(() => log.Add("entered"))
            .OnExit(() => log.Add("left"));

        door.Fire(DoorTrigger.Knock);

        Assert.Empty(log);
    }

    [Theory]
    [InlineData(true, DoorState.Open)]
    [InlineData(false, DoorState.Locked)]
    public void The_guard_that_agrees_decides_where_a_trigger_leads(bool hasKey, DoorState destination)
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitIf(DoorTrigger.Knock, DoorState.Open, () => hasKey)
            .PermitIf(DoorTrigger.Knock, DoorState.Locked, () => !hasKey);

        door.Fire(DoorTrigger.Knock);

        Assert.Equal(destination, door.State);
    }

    [Fact]
    public void A_guard_decides_between_ignoring_and_moving()
    {
        var isAsleep = true;
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .IgnoreIf(DoorTrigger.Knock, () => isAsleep)
            .PermitIf(DoorTrigger.Knock, DoorState.Open, () => !isAsleep);

        door.Fire(DoorTrigger.Knock);
        Assert.Equal(DoorState.Closed, door.State);

        isAsleep = false;
        door.Fire(DoorTrigger.Knock);
        Assert.Equal(DoorState.Open, door.State);
    }

    [Fact]
    public void Every_guard_of_a_trigger_is_asked_once_when_it_is_fired()
    {
        var asked = new List<string>();
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitIf(DoorTrigger.Knock, DoorState.Open, () => Ask("first", true))
            .PermitIf(DoorTrigger.Knock, DoorState.Locked, () => Ask("second", false))
            .PermitIf(DoorTrigger.Lock, DoorState.Locked, () => Ask("another trigger's", true));

        door.Fire(DoorTrigger.Knock);

        Assert.Equal(["first", "second"], asked);

        bool Ask(string guard, bool answer)
        {
            asked.Add(guard);
            return answer;
        }
    }

    [Fact]
    public void Configuring_a_state_again_adds_to_what_it_has()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed).Permit(DoorTrigger.Open, DoorState.Open);
        door.Configure(DoorState.Closed).Permit(DoorTrigger.Lock, DoorState.Locked);

        Assert.Equal([DoorTrigger.Open, DoorTrigger.Lock], door.PermittedTriggers);
    }

    [Fact]
    public void A_configuration_knows_its_state_and_its_machine()
    {
        var door = new Door(DoorState.Closed);

        var configuration = door.Configure(DoorState.Locked).Permit(DoorTrigger.Unlock, DoorState.Closed);

        Assert.Equal(DoorState.Locked, configuration.State);
        Assert.Same(door, configuration.Machine);
    }

    [Fact]
    public void States_and_triggers_may_be_words()
    {
        var port = new global::Stateless.StateMachine<string, string>("ACTIVE");
        port.Configure("ACTIVE").Permit("disable", "DISABLED");

        port.Fire(string.Concat("dis", "able"));

        Assert.True(port.IsInState("DISABLED"));
    }
}
