namespace Emulator.Api.Invites;

/// <summary>Invitations to the platform (000:545-782).</summary>
internal static class InvitesChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RequestInvite.Map(routes);
        InviteUsers.Map(routes);
        SendInvite.Map(routes);
        ReadInvite.Map(routes);
        InviteCompanies.Map(routes);
    }
}
