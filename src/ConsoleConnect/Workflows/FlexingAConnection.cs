using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>A connection's flex comes into force, where the connection still is in service.</summary>
internal static class FlexingAConnection
{
    /// <summary>Brings it into force, in place of the one before; or makes it fail.</summary>
    /// <param name="db">The tables; what was settled before is saved.</param>
    /// <param name="flex">The flex, with its connection.</param>
    /// <param name="moment">The instant it was due.</param>
    public static async Task Settle(EmulatorDb db, ConnectionFlex flex, Moment moment)
    {
        if (flex.Connection.Status != ConnectionStatus.Active)
        {
            flex.Fail($"The connection is {Spelling.Of(flex.Connection.Status)}", moment);
            return;
        }

        var open = await db.OpenFlexesOf(flex.Connection, CancellationToken.None);
        flex.Succeed(open.Where(other => other.ActiveFrom is not null), moment);
    }
}
