namespace Emulator.Errors;

/// <summary>What is wrong with a recording that is to be compared.</summary>
internal static partial class ServiceErrors
{
    public static readonly ServiceError RecordingUnreadable = new(
        nameof(RecordingUnreadable),
        400,
        "The recording can not be read: {0}",
        "the emulator's own");
}
