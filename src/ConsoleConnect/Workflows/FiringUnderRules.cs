using Emulator.Domain.CloudRouters;
using Emulator.Domain.Clouds;
using Emulator.Domain.Connections;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>
/// The operations' rules for moves that are made from outside: a resource's table says whether its own state allows a
/// move, these whether what stands around it does. Each asks the function that the operation asks, and throws its
/// refusal.
/// </summary>
internal static class FiringUnderRules
{
    /// <summary>
    /// A port isn't taken from what is in service on it, nor from Console Connect where that has brought it in.
    /// </summary>
    public static void OfAPort(EmulatorDb db, Port port, PortTrigger trigger, Moment moment)
    {
        if (trigger is PortTrigger.Disable or PortTrigger.Delete)
        {
            port.MustBeFree(db.Connection.UseOf(port), trigger);
        }
        else if (trigger == PortTrigger.Activate)
        {
            port.MustNotBeOnboarded();
        }
    }

    /// <summary>
    /// A connection is made, and put back into service, between two ACTIVE ports, once both sides have agreed.
    /// </summary>
    public static void OfAConnection(EmulatorDb db, Connection connection, ConnectionTrigger trigger, Moment moment)
    {
        if (trigger == ConnectionTrigger.Accept)
        {
            connection.MustBeApproved();
        }

        if (trigger is ConnectionTrigger.Accept or ConnectionTrigger.Enable)
        {
            connection.MustStandOnActivePorts();
        }
    }

    /// <summary>
    /// A proposal is dealt with while its connection is there, and comes into force once both sides have agreed.
    /// </summary>
    public static void OfAChangeRequest(
        EmulatorDb db,
        ChangeRequest change,
        ChangeRequestTrigger trigger,
        Moment moment)
    {
        if (trigger != ChangeRequestTrigger.Propose)
        {
            change.Connection.MustHaveOpenChange();
        }

        if (trigger == ChangeRequestTrigger.Apply)
        {
            change.MustBeApproved();
        }
    }

    /// <summary>A peering comes into force on a connection that is in service.</summary>
    public static void OfAPeering(EmulatorDb db, AzurePeering peering, AzurePeeringTrigger trigger, Moment moment)
    {
        if (trigger != AzurePeeringTrigger.Delete)
        {
            AzurePeering.MustBePossibleOn(peering.Connection, leadsToAzure: true);
        }
    }

    /// <summary>A company keeps its last Keyholder.</summary>
    public static void OfAMembership(EmulatorDb db, Membership membership, MembershipTrigger trigger, Moment moment)
    {
        if (trigger is MembershipTrigger.Leave or MembershipTrigger.Deny or MembershipTrigger.Suspend)
        {
            membership.MustNotBeLast(db.Reference!.IsLastKeyholder(membership));
        }
    }

    /// <summary>An invitation is used before it expires.</summary>
    public static void OfAnInvitation(EmulatorDb db, Invitation invitation, InvitationTrigger trigger, Moment moment)
    {
        if (trigger == InvitationTrigger.Use)
        {
            invitation.MustBeOpen(moment.At);
        }
    }

    /// <summary>A service runs as long as its contract, and is built on an ACTIVE port.</summary>
    public static void OfAService(EmulatorDb db, IodService service, IodServiceTrigger trigger, Moment moment)
    {
        if (trigger == IodServiceTrigger.Delete)
        {
            service.MustBeOver(moment.At);
        }
        else if (trigger is IodServiceTrigger.Submit or IodServiceTrigger.Retry or IodServiceTrigger.Restore)
        {
            IodRules.MustBeActive(db.Ports.Find(service.AccessPortId)!);
        }
    }

    /// <summary>A CloudRouter is taken down once its sites are gone and its contract is over.</summary>
    public static void OfACloudRouter(EmulatorDb db, CloudRouter router, CloudRouterTrigger trigger, Moment moment)
    {
        if (trigger == CloudRouterTrigger.Delete)
        {
            router.MustBeOver(moment.At);
        }
    }

    /// <summary>A site is built on an ACTIVE port.</summary>
    public static void OfASite(EmulatorDb db, CloudRouterSite site, CloudRouterSiteTrigger trigger, Moment moment)
    {
        if (trigger == CloudRouterSiteTrigger.Retry && site.Port is { } port)
        {
            CloudRouterRules.MustBeActive(port);
        }
    }

    /// <summary>A SIM pool isn't taken from a site, nor from its cards.</summary>
    public static void OfASimPool(EmulatorDb db, SimPool pool, SimPoolTrigger trigger, Moment moment)
    {
        if (trigger == SimPoolTrigger.Delete)
        {
            pool.MustBeUnused(db.Connection.SiteOn(pool), db.Connection.CountSims(pool));
        }
    }

    /// <summary>
    /// What a client asks of a group is asked of its subconnections, too, and so is what support does by hand; what
    /// else happens to a group happens to it alone.
    /// </summary>
    public static Task Together(
        EmulatorDb db, Connection connection, ConnectionTrigger trigger, Action<Connection> move, CancellationToken ct)
    {
        if (trigger is ConnectionTrigger.Disable
            or ConnectionTrigger.Enable
            or ConnectionTrigger.Delete
            or ConnectionTrigger.Create)
        {
            return MovingAGroup.Move(db, connection, trigger, move, ct);
        }

        move(connection);
        return Task.CompletedTask;
    }
}
