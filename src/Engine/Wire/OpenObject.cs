namespace Emulator.Wire;

/// <summary>
/// An object of which the documents print nothing but null, or whose members they leave open. Nothing here makes one.
/// </summary>
internal sealed class OpenObject;
