using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Workflows;

/// <summary>Asks for a layer 2 connection from a port to a company (000:6499-6515): the ports of both sides and the connection move together.</summary>
internal static class OpeningAConnection
{
    /// <summary>One side's port, and what stands on it already.</summary>
    internal sealed record Standing(Port Port, Capacity Capacity, IReadOnlyList<AttachedConnection> Attached);

    /// <summary>What is asked for.</summary>
    internal sealed record Wish(string Name, int Speed, Company Src, Company Dest, Standing From, Standing? To, Metro SrcMetro, Metro DestMetro)
    {
        /// <summary>Further wishes, as the request names them.</summary>
        public required Connection Draft { get; init; }
    }

    /// <summary>Opens the request.</summary>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static void Open(Wish wish, Moment moment)
    {
        ConnectionRules.MustBeActive(wish.From.Port, ServiceErrors.NoActiveSourcePort);
        if (wish.To is { } to)
        {
            ConnectionRules.MustBeActive(to.Port, ServiceErrors.NoActiveDestinationPort);
        }

        wish.Draft.SrcPort = wish.From.Port;
        wish.Draft.DestPort = wish.To?.Port;
        TakeSide(wish.From, wish.Draft.SrcUntagged);
        if (wish.To is { } other && other.Port.Id != wish.From.Port.Id)
        {
            TakeSide(other, wish.Draft.DestUntagged);
        }

        wish.Draft.MustFit(wish.Speed, wish.From.Capacity);
        wish.Draft.Open(waitsForPartner: wish.Dest.IsCloudProvider && !wish.Draft.IsToSelf, moment);
    }

    /// <summary>Puts one more connection on a port: one in single service mode takes no more, and an untagged one wants a port for itself (000:3805, 000:6507).</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortIsSingleService"/>, <see cref="ServiceErrors.PortMustBeEmpty"/>.</exception>
    public static void TakeSide(Standing standing, bool untagged)
    {
        if (standing.Port.SingleService && standing.Attached.Count > 0)
        {
            throw ServiceErrors.PortIsSingleService.Because($"Port {standing.Port.Id} is in single service mode and has its connection (000:3805).");
        }

        if (untagged)
        {
            if (standing.Attached.Count > 0)
            {
                throw ServiceErrors.PortMustBeEmpty.Because($"Port {standing.Port.Id} has {standing.Attached.Count} connections (000:6507).");
            }

            standing.Port.SingleService = true;
        }
    }
}
