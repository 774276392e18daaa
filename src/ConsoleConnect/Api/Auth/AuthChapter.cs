namespace Emulator.Api.Auth;

/// <summary>Logging in and out, and passwords (000:168-538).</summary>
internal static class AuthChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        LogIn.Map(routes);
        GetCurrentUser.Map(routes);
        LogOut.Map(routes);
        ForgotPassword.Map(routes);
        ResetPassword.Map(routes);
        ChangePassword.Map(routes);
    }
}
