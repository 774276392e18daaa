using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>A party names the port its side of a connection request ends on (000:5611), or changes it.</summary>
internal static class NamingAPort
{
    /// <summary>Names a port for a side.</summary>
    /// <returns>
    /// Whether the other party must agree again: a named port was replaced, or how it is billed has changed (000:5886).
    /// </returns>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortNotFound"/>, <see cref="ServiceErrors.SamePortTwice"/>,
    /// <see cref="ServiceErrors.NoActiveSourcePort"/>, <see cref="ServiceErrors.NoActiveDestinationPort"/>,
    /// <see cref="ServiceErrors.PortIsSingleService"/>, <see cref="ServiceErrors.PortMustBeEmpty"/>,
    /// <see cref="ServiceErrors.CapacityExceeded"/>, <see cref="ServiceErrors.EntitlementExceeded"/>, and those of
    /// <see cref="VlanChoice"/>.
    /// </exception>
    public static async Task<bool> Name(
        EmulatorDb db,
        Connection connection,
        Company owner,
        Side side,
        string portId,
        bool? untagged,
        ReferenceData reference,
        CancellationToken ct)
    {
        var port = await db.Ports.OwnedBy(owner, portId, ct);
        connection.MustLeadElsewhere(side, port.Id);
        ConnectionRules.MustBeActive(
            port,
            side == Side.Src ? ServiceErrors.NoActiveSourcePort : ServiceErrors.NoActiveDestinationPort);
        var named = side == Side.Src ? connection.SrcPortId : connection.DestPortId;
        if (named == port.Id)
        {
            if (untagged is { } changed)
            {
                Untag(db, connection, side, changed);
            }

            return false;
        }

        var billed = connection.CdrBillingType;
        var isUntagged = untagged ?? (side == Side.Src ? connection.SrcUntagged : connection.DestUntagged);
        OpeningAConnection.TakeSide(new(port, Others(db, port, connection)), isUntagged);
        Release(connection, side);
        Set(connection, side, port, isUntagged, reference.Metro(port.MetroId).RegionIds.FirstOrDefault());
        TakeVlan(db, connection, side, port, isUntagged);
        connection.MustFit(connection.Speed, db.Connection.CapacityOf(connection.SrcPort, without: connection));
        UsingAPlan.MustCover(db, connection, reference);
        return named is not null || billed != connection.CdrBillingType;
    }

    /// <summary>Makes a side untagged, or tagged again.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortMustBeEmpty"/>.</exception>
    public static void Untag(EmulatorDb db, Connection connection, Side side, bool untagged)
    {
        if (connection.PortOf(side) is { } port)
        {
            Release(connection, side);
            OpeningAConnection.TakeSide(new(port, Others(db, port, connection)), untagged);
        }

        if (side == Side.Src)
        {
            connection.SrcUntagged = untagged;
        }
        else
        {
            connection.DestUntagged = untagged;
        }

        if (connection.PortOf(side) is { } on)
        {
            TakeVlan(db, connection, side, on, untagged);
        }
    }

    /// <summary>
    /// The port a bare approval stands for: the destination's oldest ACTIVE port in the requested metro that can carry
    /// the connection.
    /// </summary>
    public static async Task<string?> Obvious(EmulatorDb db, Connection connection, CancellationToken ct) =>
        await db
            .Ports.Where(port =>
                port.CompanyId == connection.DestCompanyId
                && port.MetroId == connection.DestMetroId
                && port.DeliveredAt != null
                && port.Status == PortStatus.Active
                && !port.SingleService
                && port.Speed >= connection.Speed
                && port.Id != connection.SrcPortId)
            .OrderBy(port => port.CreatedAt)
            .ThenBy(port => port.Id)
            .Select(port => port.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>Whether a company has a port in a metro that a connection could end on.</summary>
    public static Task<bool> HasOneIn(EmulatorDb db, Company company, Metro metro, CancellationToken ct) =>
        db.Ports.AnyAsync(
            port => port.CompanyId == company.Id && port.MetroId == metro.Id && port.DeliveredAt != null
                && port.Status == PortStatus.Active,
            ct);

    private static PortUse Others(EmulatorDb db, Port port, Connection connection) =>
        db.Connection.UseOf(port).Without(connection.Id);

    /// <summary>
    /// What the source asked for on its own port it must get; on the other company's it couldn't know what is free.
    /// </summary>
    private static void TakeVlan(EmulatorDb db, Connection connection, Side side, Port port, bool untagged)
    {
        var others = Others(db, port, connection);
        connection.SetVlan(side, untagged ? null
            : side == Side.Src ? VlanChoice.Choose(port, others, connection.SrcVlanRequest ?? connection.Tag)
            : VlanChoice.ChooseNear(port, others, connection.DestVlanRequest));
    }

    private static void Release(Connection connection, Side side)
    {
        var wasUntagged = side == Side.Src ? connection.SrcUntagged : connection.DestUntagged;
        if (wasUntagged && connection.PortOf(side) is { } port)
        {
            port.SingleService = false;
        }
    }

    private static void Set(Connection connection, Side side, Port port, bool untagged, string? regionId)
    {
        if (side == Side.Src)
        {
            (
                connection.SrcPort,
                connection.SrcPortId,
                connection.SrcMetroId,
                connection.SrcRegionId,
                connection.SrcUntagged
            ) = (port, port.Id, port.MetroId, regionId, untagged);
        }
        else
        {
            (
                connection.DestPort,
                connection.DestPortId,
                connection.DestMetroId,
                connection.DestRegionId,
                connection.DestUntagged
            ) = (port, port.Id, port.MetroId, regionId, untagged);
        }
    }
}
