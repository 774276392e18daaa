using Stateless;
using Xunit;
using Door = global::Stateless.StateMachine<Emulator.Tests.Stateless.DoorState, Emulator.Tests.Stateless.DoorTrigger>;

namespace Emulator.Tests.Stateless;

public sealed class QueueTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void A_trigger_fired_by_an_action_waits_until_the_current_one_is_done()
    {
        var door = SelfLocking(new Door(DoorState.Open));

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["closed", "has fired", "completed Open to Closed", "locked", "completed Closed to Locked"], _log);
        Assert.Equal(DoorState.Locked, door.State);
    }

    [Fact]
    public void In_immediate_mode_a_trigger_fired_by_an_action_goes_first()
    {
        var door = SelfLocking(new Door(DoorState.Open, FiringMode.Immediate));

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["closed", "locked", "completed Closed to Locked", "has fired", "completed Open to Locked"], _log);
        Assert.Equal(DoorState.Locked, door.State);
    }

    [Fact]
    public void Triggers_fired_by_one_action_keep_their_order()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);
        door.Configure(DoorState.Closed)
            .Permit(DoorTrigger.Lock, DoorState.Locked)
            .OnEntryFrom(DoorTrigger.Close, () =>
            {
                door.Fire(DoorTrigger.Lock);
                door.Fire(DoorTrigger.Unlock);
            })
            .OnEntryFrom(DoorTrigger.Unlock, () => _log.Add("unlocked"));
        door.Configure(DoorState.Locked).Permit(DoorTrigger.Unlock, DoorState.Closed).OnEntry(() => _log.Add("locked"));

        door.Fire(DoorTrigger.Close);

        Assert.Equal(["locked", "unlocked"], _log);
    }

    [Fact]
    public void A_queued_trigger_that_turns_out_unhandled_fails_the_firing_that_caused_it()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);
        door.Configure(DoorState.Closed).OnEntry(() => door.Fire(DoorTrigger.Knock));

        Assert.Throws<InvalidOperationException>(() => door.Fire(DoorTrigger.Close));

        Assert.Equal(DoorState.Closed, door.State);
    }

    [Fact]
    public void What_waited_behind_an_exception_goes_first_at_the_next_firing()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);
        door.Configure(DoorState.Closed).Permit(DoorTrigger.Lock, DoorState.Locked).OnEntryFrom(DoorTrigger.Close, () =>
        {
            door.Fire(DoorTrigger.Lock);
            throw new NotSupportedException("the hinge is stuck");
        });
        door.Configure(DoorState.Locked).Permit(DoorTrigger.Unlock, DoorState.Closed).OnEntry(() => _log.Add("locked"));

        Assert.Throws<NotSupportedException>(() => door.Fire(DoorTrigger.Close));
        Assert.Empty(_log);

        door.Fire(DoorTrigger.Unlock);
        Assert.Equal(["locked"], _log);
        Assert.Equal(DoorState.Closed, door.State);
    }

    [Fact]
    public void An_exit_action_that_throws_keeps_the_state()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open)
            .Permit(DoorTrigger.Close, DoorState.Closed)
            .OnExit(() => throw new NotSupportedException("the hinge is stuck"));

        Assert.Throws<NotSupportedException>(() => door.Fire(DoorTrigger.Close));

        Assert.Equal(DoorState.Open, door.State);
    }

    private Door SelfLocking(Door door)
    {
        door.OnTransitionCompleted(transition => _log.Add($"completed {transition.Source} to {transition.Destination}"));
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);
        door.Configure(DoorState.Closed).Permit(DoorTrigger.Lock, DoorState.Locked).OnEntry(() =>
        {
            _log.Add("closed");
            door.Fire(DoorTrigger.Lock);
            _log.Add("has fired");
        });
        door.Configure(DoorState.Locked).OnEntry(() => _log.Add("locked"));
        return door;
    }
}
