namespace Emulator.Wire.Filters;

/// <summary>
/// A filter the service refuses; the message is in the service's own words where LoopBack has words for it.
/// </summary>
internal sealed class BadFilterException(string message) : Exception(message);
