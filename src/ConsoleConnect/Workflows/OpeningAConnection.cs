using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Workflows;

/// <summary>
/// Asks for a layer 2 connection from a port to a company (000:6499-6515): the ports of both sides and the connection
/// move together.
/// </summary>
internal static class OpeningAConnection
{
    /// <summary>One side's port, and what stands on it already.</summary>
    internal sealed record Standing(Port Port, PortUse Use);

    /// <summary>Opens the request.</summary>
    /// <param name="connection">What is asked for.</param>
    /// <param name="from">The source port.</param>
    /// <param name="to">The destination port; null where the other company is to name it.</param>
    /// <param name="dest">The company it leads to.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static void Open(Connection connection, Standing from, Standing? to, Company dest, Moment moment)
    {
        ConnectionRules.MustBeActive(from.Port, ServiceErrors.NoActiveSourcePort);
        TakeSide(from, connection.SrcUntagged);
        connection.SrcPort = from.Port;
        if (connection.QinQ && (connection.SrcUntagged || connection.DestUntagged))
        {
            throw ServiceErrors.UntaggedQinQ.Because("QinQ adds a tag to the frames: leave out qinQ or untagged.");
        }

        connection.SrcVlan = connection.SrcUntagged
            ? null
            : VlanChoice.Choose(from.Port, from.Use, connection.SrcVlanRequest ?? connection.Tag);
        if (to is not null)
        {
            connection.MustLeadElsewhere(Side.Dest, to.Port.Id);
            ConnectionRules.MustBeActive(to.Port, ServiceErrors.NoActiveDestinationPort);
            TakeSide(to, connection.DestUntagged);
            connection.DestPort = to.Port;
            connection.DestVlan = connection.DestUntagged || to.Port.Partner is not null
                ? null
                : VlanChoice.Choose(to.Port, to.Use, connection.DestVlanRequest);
        }

        connection.MustFit(connection.Speed, Capacity.Of(from.Port, from.Use));
        connection.Open(
            waitsForPartner: dest is { IsCloudProvider: true, ApprovesBySupport: false } && !connection.IsToSelf,
            moment);
    }

    /// <summary>
    /// Puts one more connection on a port: one in single service mode takes no more, and an untagged one wants a port
    /// for itself (000:3805, 000:6507).
    /// </summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortIsSingleService"/>, <see cref="ServiceErrors.PortMustBeEmpty"/>.
    /// </exception>
    public static void TakeSide(Standing standing, bool untagged)
    {
        if (standing.Port.SingleService && standing.Use.Count > 0)
        {
            throw ServiceErrors.PortIsSingleService.Because($"Port {standing.Port.Id} is in single service mode and "
                + "has its connection (000:3805).");
        }

        if (untagged)
        {
            if (standing.Use.Count > 0)
            {
                throw ServiceErrors.PortMustBeEmpty.Because($"Port {standing.Port.Id} has {standing.Use.Count} "
                    + "connections (000:6507).");
            }

            standing.Port.SingleService = true;
        }
    }
}
