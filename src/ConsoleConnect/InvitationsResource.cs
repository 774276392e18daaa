using Emulator.Api.Invites;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.Invitations;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>Invitations to Console Connect, and into companies.</summary>
internal static class InvitationsResource
{
    public static readonly Resource Resource = Resource.Named("invitations")
        .Stored(InvitationTables.Configure)
        .Called("Invitations", "\"Email\"")
        .Owned("Invitations", "\"CompanyId\"")
        .Moved("Invitations", table => new Machine<InvitationStatus, InvitationTrigger, Invitation>(
            "invitations",
            table,
            () => InvitationStateMachine.Table,
            db => db.Invitations,
            rules: FiringUnderRules.OfAnInvitation))
        .Seeded(() => new SeedPart<InvitationRow>("invitations.json", () => SeedJson.Default.InvitationRow)
            .Unique(row => row.Id)
            .Unique(row => row.Token)
            .Refers("user", row => [row.InvitedBy])
            .Refers("company", row => [row.CompanyId])
            .Stored((rows, world) => world.Insert("Invitations", rows.Select(PeopleRows.InvitationOf))))
        .InWorlds(() => new InvitationsInWorlds())
        .Mapped(InvitesChapter.Map)
        .Controlled(InvitationRoutes.Map);
}
