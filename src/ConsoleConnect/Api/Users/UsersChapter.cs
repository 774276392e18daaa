namespace Emulator.Api.Users;

/// <summary>People, and companies as the kind of user that they are (000:783-1434).</summary>
internal static class UsersChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterUser.Map(routes);
        GetUser.Map(routes);
        UpdateUser.Map(routes);
        GetAvatar.Map(routes);
        GetWholeAvatar.Map(routes);
        RequestEmailChange.Map(routes);
        ConfirmEmailChange.Map(routes);
        ReadDailyReview.Map(routes);
        GetPublicStats.Map(routes);
        CheckUsername.Map(routes);
    }
}
