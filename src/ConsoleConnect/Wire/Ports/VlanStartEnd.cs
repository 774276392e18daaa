using Emulator.Domain.Ports;

namespace Emulator.Wire.Ports;

/// <summary>Q-005: a list says vlanRanges, start and end (001:82).</summary>
internal sealed class VlanStartEnd(VlanRange range)
{
    public int Start => range.First;
    public int End => range.Last;
}
