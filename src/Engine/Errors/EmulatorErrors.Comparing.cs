namespace Emulator.Errors;

/// <summary>What is wrong with a recording that is to be compared.</summary>
internal abstract partial class EmulatorErrors
{
    public static readonly ServiceError RecordingUnreadable = new(
        nameof(RecordingUnreadable),
        400,
        "The recording can not be read: {0}",
        "the emulator's own");
}
