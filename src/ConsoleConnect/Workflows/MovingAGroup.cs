using Emulator.Domain.Connections;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>
/// What is done to a group is done to its subconnections (000:5575): those for which it is legal; the others are there
/// already, or gone.
/// </summary>
internal static class MovingAGroup
{
    /// <summary>Moves a connection, and its subconnections where it is a group.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="connection">The connection, tracked.</param>
    /// <param name="trigger">What is asked of it: decides for which subconnections it is legal.</param>
    /// <param name="move">Does it, to one connection.</param>
    /// <param name="ct">Ends the query.</param>
    /// <exception cref="Refusal">
    /// What the connection's own rules forbid; or a subconnection's, and then nothing is done.
    /// </exception>
    public static async Task Move(
        EmulatorDb db,
        Connection connection,
        ConnectionTrigger trigger,
        Action<Connection> move,
        CancellationToken ct)
    {
        move(connection);
        if (connection.Type != ConnectionType.GroupLayer2)
        {
            return;
        }

        foreach (
            var sub in await db
                .Connections.Whole()
                .Where(sub => sub.ParentId == connection.Id)
                .OrderBy(sub => sub.CreatedAt)
                .ThenBy(sub => sub.Id)
                .ToListAsync(ct))
        {
            if (ConnectionStateMachine.Table.CanFire(sub, trigger))
            {
                move(sub);
            }
        }
    }
}
