using Xunit;
using Door = global::Stateless.StateMachine<Emulator.Tests.Stateless.DoorState, Emulator.Tests.Stateless.DoorTrigger>;

namespace Emulator.Tests.Stateless;

public sealed class RefusalTests
{
    private const string ToItself =
        "Permit() (and PermitIf()) require that the destination state is not equal to the source state. To accept a trigger without changing state, use either Ignore() or PermitReentry().";

    [Fact]
    public void An_undeclared_trigger_is_refused_in_the_words_of_the_package()
    {
        var door = new Door(DoorState.Open);
        door.Configure(DoorState.Open).Permit(DoorTrigger.Close, DoorState.Closed);

        var refusal = Assert.Throws<InvalidOperationException>(() => door.Fire(DoorTrigger.Lock));

        Assert.Equal(
            "No valid leaving transitions are permitted from state 'Open' for trigger 'Lock'. Consider ignoring the trigger.",
            refusal.Message);
        Assert.Equal(DoorState.Open, door.State);
    }

    [Fact]
    public void Guards_that_do_not_agree_are_named_once_each_in_their_order()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitIf(DoorTrigger.Knock, DoorState.Open, () => false, "somebody is home")
            .PermitIf(DoorTrigger.Knock, DoorState.Locked, () => false, "nobody is home")
            .IgnoreIf(DoorTrigger.Knock, () => false, "somebody is home");

        var refusal = Assert.Throws<InvalidOperationException>(() => door.Fire(DoorTrigger.Knock));

        Assert.Equal(
            "Trigger 'Knock' is valid for transition from state 'Closed' but a guard conditions are not met. Guard descriptions: 'somebody is home, nobody is home'.",
            refusal.Message);
    }

    [Fact]
    public void A_guard_without_a_description_goes_by_the_name_of_its_method()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .PermitIf(DoorTrigger.Open, DoorState.Open, SomebodyIsHome)
            .PermitIf(DoorTrigger.Open, DoorState.Locked, () => false);

        door.CanFire(DoorTrigger.Open, out var unmetGuards);

        Assert.Equal([nameof(SomebodyIsHome), "Function"], unmetGuards);
    }

    [Fact]
    public void An_undeclared_trigger_is_reported_to_the_handler()
    {
        var told = new List<string>();
        var door = new Door(DoorState.Open);
        door.OnUnhandledTrigger((state, trigger) => told.Add($"{trigger} in {state}"));

        door.Fire(DoorTrigger.Lock);

        Assert.Equal(["Lock in Open"], told);
        Assert.Equal(DoorState.Open, door.State);
    }

    [Fact]
    public void The_handler_gets_no_list_for_an_undeclared_trigger()
    {
        ICollection<string>? told = ["not called"];
        var door = new Door(DoorState.Open);
        door.OnUnhandledTrigger((_, _, unmetGuards) => told = unmetGuards);

        door.Fire(DoorTrigger.Lock);

        Assert.Null(told);
    }

    [Fact]
    public void The_handler_gets_the_guards_that_do_not_agree()
    {
        ICollection<string>? told = null;
        var door = new Door(DoorState.Closed);
        door.OnUnhandledTrigger((_, _, unmetGuards) => told = unmetGuards);
        door.Configure(DoorState.Closed).PermitIf(DoorTrigger.Lock, DoorState.Locked, () => false, "has a key");

        door.Fire(DoorTrigger.Lock);

        Assert.Equal(["has a key"], told);
    }

    [Fact]
    public void What_the_handler_throws_reaches_whoever_fired()
    {
        var door = new Door(DoorState.Open);
        door.OnUnhandledTrigger((state, _) => throw new NotSupportedException($"not while {state}"));

        var refusal = Assert.Throws<NotSupportedException>(() => door.Fire(DoorTrigger.Lock));

        Assert.Equal("not while Open", refusal.Message);
    }

    [Fact]
    public void The_last_handler_is_the_one_that_is_told()
    {
        var told = new List<string>();
        var door = new Door(DoorState.Open);
        door.OnUnhandledTrigger((_, _) => told.Add("first"));
        door.OnUnhandledTrigger((_, _, _) => told.Add("second"));

        door.Fire(DoorTrigger.Lock);

        Assert.Equal(["second"], told);
    }

    [Fact]
    public void A_handler_that_is_missing_is_refused_at_once()
    {
        var door = new Door(DoorState.Open);

        Assert.Throws<ArgumentNullException>(
            "unhandledTriggerAction", () => door.OnUnhandledTrigger((Action<DoorState, DoorTrigger>)null!));
        Assert.Throws<ArgumentNullException>(
            "unhandledTriggerAction", () => door.OnUnhandledTrigger((Action<DoorState, DoorTrigger, ICollection<string>?>)null!));
    }

    [Fact]
    public void A_trigger_with_two_ways_to_go_is_accepted_when_configured_and_fails_when_fired()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .Permit(DoorTrigger.Knock, DoorState.Open)
            .PermitIf(DoorTrigger.Knock, DoorState.Locked, () => true);

        var refusal = Assert.Throws<InvalidOperationException>(() => door.Fire(DoorTrigger.Knock));

        Assert.Equal(
            "Multiple permitted exit transitions are configured from state 'Closed' for trigger 'Knock'. Guard clauses must be mutually exclusive.",
            refusal.Message);
        Assert.Equal(DoorState.Closed, door.State);
        Assert.Throws<InvalidOperationException>(() => door.CanFire(DoorTrigger.Knock));
        Assert.Equal([DoorTrigger.Knock], door.PermittedTriggers);
    }

    [Fact]
    public void The_same_trigger_permitted_twice_to_the_same_state_fails_too()
    {
        var door = new Door(DoorState.Closed);
        door.Configure(DoorState.Closed)
            .Permit(DoorTrigger.Knock, DoorState.Open)
            .Permit(DoorTrigger.Knock, DoorState.Open);

        Assert.Throws<InvalidOperationException>(() => door.Fire(DoorTrigger.Knock));
    }

    [Fact]
    public void A_state_cannot_be_permitted_to_itself()
    {
        var closed = new Door(DoorState.Closed).Configure(DoorState.Closed);

        Assert.Equal(ToItself, Assert.Throws<ArgumentException>(
            () => closed.Permit(DoorTrigger.Close, DoorState.Closed)).Message);
        Assert.Equal(ToItself, Assert.Throws<ArgumentException>(
            () => closed.PermitIf(DoorTrigger.Close, DoorState.Closed, () => true)).Message);
    }

    private static bool SomebodyIsHome() => false;
}
