namespace Emulator.Tests.Stateless;

public enum DoorState
{
    Open,
    Closed,
    Locked,
}

public enum DoorTrigger
{
    Close,
    Open,
    Lock,
    Unlock,
    Knock,
}
