using Xunit;
using Door = global::Stateless.StateMachine<Emulator.Tests.Stateless.DoorState, Emulator.Tests.Stateless.DoorTrigger>;

namespace Emulator.Tests.Stateless;

public sealed class ActionsTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void A_transition_leaves_then_writes_then_tells_then_enters_then_completes()
    {
        var door = Recorded(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed).OnExit(() => _log.Add("left"));
        door.Configure(DoorState.Closed).OnEntry(() => _log.Add("entered"));

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["left", "written Closed", "transitioned", "entered", "completed"], _log);
    }

    [Fact]
    public void A_reentry_writes_last()
    {
        var door = Recorded(DoorState.Open);
        door.Configure(DoorState.Open)
            .PermitReentry(DoorTrigger.Open)
            .OnEntry(() => _log.Add("entered"))
            .OnExit(() => _log.Add("left"));

        door.Fire(DoorTrigger.Open);

        Assert.Equal(["left", "transitioned", "entered", "completed", "written Open"], _log);
    }

    [Fact]
    public void Every_action_learns_what_happened()
    {
        var told = new List<Door.Transition>();
        var door = new Door(DoorState.Open);
        door.OnTransitioned(told.Add);
        door.OnTransitionCompleted(told.Add);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed).OnExit(told.Add);
        door.Configure(DoorState.Closed).OnEntry(told.Add).OnEntryFrom(DoorTrigger.Close, told.Add);

        door.Fire(DoorTrigger.Close);

        Assert.Equal(5, told.Count);
        Assert.All(told, transition =>
        {
            Assert.Equal(DoorState.Open, transition.Source);
            Assert.Equal(DoorState.Closed, transition.Destination);
            Assert.Equal(DoorTrigger.Close, transition.Trigger);
            Assert.False(transition.IsReentry);
            Assert.Empty(transition.Parameters);
        });
    }

    [Fact]
    public void A_reentry_says_that_it_is_one()
    {
        var told = new List<Door.Transition>();
        var door = new Door(DoorState.Open);
        door.OnTransitioned(told.Add);
        door.Configure(DoorState.Open).PermitReentry(DoorTrigger.Open);

        door.Fire(DoorTrigger.Open);

        Assert.True(Assert.Single(told).IsReentry);
    }

    [Fact]
    public void An_entry_action_for_one_trigger_leaves_the_others_alone()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);
        door.Configure(DoorState.Locked).Permit(DoorTrigger.Unlock, DoorState.Closed);
        door.Configure(DoorState.Closed)
            .Permit(DoorTrigger.Lock, DoorState.Locked)
            .OnEntryFrom(DoorTrigger.Unlock, () => _log.Add("the key turned"))
            .OnEntry(() => _log.Add("closed"));

        door.Fire(DoorTrigger.Close);
        Assert.Equal(["closed"], _log);

        door.Fire(DoorTrigger.Lock);
        door.Fire(DoorTrigger.Unlock);
        Assert.Equal(["closed", "the key turned", "closed"], _log);
    }

    [Fact]
    public void Actions_run_in_the_order_they_were_added()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open)
            .Permit(DoorTrigger.Close, DoorState.Closed)
            .OnExit(() => _log.Add("exit 1"))
            .OnExit(_ => _log.Add("exit 2"));
        door.Configure(DoorState.Closed)
            .OnEntry(() => _log.Add("entry 1"))
            .OnEntryFrom(DoorTrigger.Close, () => _log.Add("entry 2"))
            .OnEntry(_ => _log.Add("entry 3"), "the last one");
        door.OnTransitioned(_ => _log.Add("told 1"));
        door.OnTransitioned(_ => _log.Add("told 2"));

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["exit 1", "exit 2", "told 1", "told 2", "entry 1", "entry 2", "entry 3"], _log);
    }

    [Fact]
    public void A_state_needs_no_configuration_to_be_entered()
    {
        var door = Recorded(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["written Closed", "transitioned", "completed"], _log);
    }

    [Fact]
    public void A_row_that_an_entry_action_writes_past_the_machine_is_put_back()
    {
        var row = DoorState.Open;
        var door = new Door(() => row, state => row = state);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);
        door.Configure(DoorState.Closed).OnEntry(() => row = DoorState.Locked);

        door.Fire(DoorTrigger.Close);

        Assert.Equal(DoorState.Closed, row);
    }

    [Fact]
    public void An_action_that_is_missing_is_refused_at_once()
    {
        var door = new Door(DoorState.Open);
        var open = door.Configure(DoorState.Open);

        Assert.Throws<ArgumentNullException>("entryAction", () => open.OnEntry((Action)null!));
        Assert.Throws<ArgumentNullException>("entryAction", () => open.OnEntry((Action<Door.Transition>)null!));
        Assert.Throws<ArgumentNullException>("entryAction", () => open.OnEntryFrom(DoorTrigger.Open, (Action)null!));
        Assert.Throws<ArgumentNullException>("exitAction", () => open.OnExit((Action)null!));
        Assert.Throws<ArgumentNullException>("onTransitionAction", () => door.OnTransitioned(null!));
        Assert.Throws<ArgumentNullException>("onTransitionAction", () => door.OnTransitionCompleted(null!));
    }

    private Door Recorded(DoorState row)
    {
        var door = new Door(() => row, state =>
        {
            row = state;
            _log.Add($"written {state}");
        });
        door.OnTransitioned(_ => _log.Add("transitioned"));
        door.OnTransitionCompleted(_ => _log.Add("completed"));
        return door;
    }
}
