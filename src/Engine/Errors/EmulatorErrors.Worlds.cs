namespace Emulator.Errors;

/// <summary>What is wrong with a world that a test describes.</summary>
internal abstract partial class EmulatorErrors
{
    public static readonly ServiceError WorldImpossible = new(
        nameof(WorldImpossible),
        400,
        "The world can not be: {0} {1}",
        "the emulator's own");
    public static readonly ServiceError WorldForbidden = new(
        nameof(WorldForbidden),
        409,
        "The world is against a rule of the service at {0}: {1}",
        "the emulator's own");
    public static readonly ServiceError WorldUnreadable = new(
        nameof(WorldUnreadable),
        400,
        "The world can not be read: {0}",
        "the emulator's own");
    public static readonly ServiceError WorldFileUnusable = new(
        nameof(WorldFileUnusable),
        409,
        "The file {0} of --world can not be used: {1}",
        "the emulator's own");
}
