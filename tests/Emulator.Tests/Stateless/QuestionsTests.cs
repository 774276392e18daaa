using Xunit;
using Door = global::Stateless.StateMachine<Emulator.Tests.Stateless.DoorState, Emulator.Tests.Stateless.DoorTrigger>;

namespace Emulator.Tests.Stateless;

public sealed class QuestionsTests
{
    [Fact]
    public void A_permitted_trigger_and_an_ignored_one_can_be_fired_and_no_other()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .Permit(DoorTrigger.Open, DoorState.Open)
            .Ignore(DoorTrigger.Knock);

        Assert.True(door.CanFire(DoorTrigger.Open));
        Assert.True(door.CanFire(DoorTrigger.Knock));
        Assert.False(door.CanFire(DoorTrigger.Unlock));
        Assert.Equal(DoorState.Closed, door.State);
    }

    [Fact]
    public void A_trigger_that_can_be_fired_has_no_unmet_guards()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitIf(DoorTrigger.Knock, DoorState.Locked, () => false, "nobody is home")
            .PermitIf(DoorTrigger.Knock, DoorState.Open, () => true, "somebody is home");

        Assert.True(door.CanFire(DoorTrigger.Knock, out var unmetGuards));
        Assert.NotNull(unmetGuards);
        Assert.Empty(unmetGuards);
    }

    [Fact]
    public void A_trigger_that_cannot_be_fired_names_its_unmet_guards()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed).PermitIf(DoorTrigger.Lock, DoorState.Locked, () => false, "has a key");

        Assert.False(door.CanFire(DoorTrigger.Lock, out var unmetGuards));
        Assert.Equal(["has a key"], unmetGuards);
    }

    [Fact]
    public void An_undeclared_trigger_has_no_guards_to_name()
    {
        var door = new Door(DoorState.Closed);

        Assert.False(door.CanFire(DoorTrigger.Lock, out var unmetGuards));
        Assert.Null(unmetGuards);
    }

    [Fact]
    public void The_permitted_triggers_come_in_the_order_they_were_configured_and_once_each()
    {
        var isHome = true;
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitIf(DoorTrigger.Knock, DoorState.Locked, () => !isHome)
            .Permit(DoorTrigger.Lock, DoorState.Locked)
            .PermitIf(DoorTrigger.Unlock, DoorState.Open, () => !isHome)
            .PermitIf(DoorTrigger.Knock, DoorState.Open, () => isHome)
            .Ignore(DoorTrigger.Close);

        Assert.Equal([DoorTrigger.Knock, DoorTrigger.Lock, DoorTrigger.Close], door.PermittedTriggers);
        Assert.Equal([DoorTrigger.Knock, DoorTrigger.Lock, DoorTrigger.Close], door.GetPermittedTriggers());
    }

    [Fact]
    public void Guards_are_asked_when_the_permitted_triggers_are_looked_through()
    {
        var hasKey = false;
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed).PermitIf(DoorTrigger.Lock, DoorState.Locked, () => hasKey);

        var permitted = door.PermittedTriggers;
        hasKey = true;

        Assert.Equal([DoorTrigger.Lock], permitted);
    }

    [Fact]
    public void A_state_without_configuration_permits_nothing()
    {
        var door = new Door(DoorState.Closed);

        Assert.Empty(door.PermittedTriggers);
        Assert.False(door.CanFire(DoorTrigger.Open));
    }

    [Fact]
    public void A_machine_is_in_its_current_state_and_in_no_other()
    {
        var door = new Door(DoorState.Closed);

        Assert.True(door.IsInState(DoorState.Closed));
        Assert.False(door.IsInState(DoorState.Open));
    }

    [Fact]
    public void A_machine_describes_itself()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .Permit(DoorTrigger.Open, DoorState.Open)
            .Permit(DoorTrigger.Lock, DoorState.Locked);

        Assert.Equal("StateMachine { State = Closed, PermittedTriggers = { Open, Lock }}", door.ToString());
    }
}
