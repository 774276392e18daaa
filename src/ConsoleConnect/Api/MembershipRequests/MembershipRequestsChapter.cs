namespace Emulator.Api.MembershipRequests;

/// <summary>Users ask to join companies, companies ask users (000:1867-2355).</summary>
internal static class MembershipRequestsChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        InviteToCompany.Map(routes);
        RequestToJoin.Map(routes);
        ListRequestsOfCompany.Map(routes);
        UpdateCompanyInvite.Map(routes);
        ListRequestsOfUser.Map(routes);
        AcceptInvite.Map(routes);
        DeclineInvite.Map(routes);
        CancelRequest.Map(routes);
        AnswerUser.Map(routes);
        DeleteCompanyInvite.Map(routes);
        AnswerRequest.Map(routes);
        InviteMembers.Map(routes);
    }
}
