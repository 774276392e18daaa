using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Forgotten, reset and changed passwords (000:484-538).</summary>
public sealed class PasswordTests
{
    private const string Forgot = "/api/auth/password/forgot/";
    private const string Reset = "/api/auth/password/reset/";

    [Fact]
    public async Task A_forgotten_password_is_reset_with_the_token_from_the_mail_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var before = await emulator.LoggedIn("user@example.com");
        (await emulator.Nobody().Put(Forgot + "USER@example.com")).MustBeOk();
        var token = await emulator.TokenTo("user@example.com", "PasswordReset");
        Assert.Matches(new Regex("^[0-9a-f]{64}$"), token);
        (await emulator.Nobody().Put(Reset + token, """{"password":"Another1"}""")).MustBeOk();
        await WrongLogin(emulator, "user@example.com", "Password1");
        await Login(emulator, "user@example.com", "Another1");
        (await before.Get("/api/auth/token")).MustRefuse(401, "The session token been deleted");
        (await emulator.Nobody().Put(Reset + token, """{"password":"Third3"}""")).MustRefuse(
            409,
            "The token has already been used");
        await Login(emulator, "user@example.com", "Another1");
    }

    [Fact]
    public async Task The_letter_tells_the_token_the_link_and_the_request_that_caused_it()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put(Forgot + "user@example.com")).MustBeOk();
        var letter = Assert.Single(await emulator.Letters("PasswordReset", "user@example.com"));
        Assert.Equal("PUT /api/auth/password/forgot/user@example.com", letter["causedBy"]!.GetValue<string>());
        Assert.Equal("PUT", letter["linkMethod"]!.GetValue<string>());
        Assert.Equal(
            $"http://localhost/api/auth/password/reset/{letter["token"]!.GetValue<string>()}",
            letter["link"]!.GetValue<string>());
        Assert.Contains("Example User", letter["text"]!.GetValue<string>(), StringComparison.Ordinal);
        (await emulator.Nobody().Put(new Uri(letter["link"]!.GetValue<string>()).AbsolutePath)).MustBeOk();
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_letter()
    {
        await using var emulator = new EmulatorUnderTest();
        var known = (await emulator.Nobody().Put(Forgot + "user@example.com")).MustBeOk();
        var unknown = (await emulator.Nobody().Put(Forgot + "nobody@example.com")).MustBeOk();
        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(1, await emulator.Count());
    }

    [Fact]
    public async Task Without_a_password_in_the_body_one_is_made_and_mailed()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put(Reset + "1234abcd")).MustBeOk();
        var text = Assert.Single(await emulator.Letters("NewPassword", "user@example.com"))["text"]!.GetValue<string>();
        await Login(emulator, "user@example.com", text.Split(' ')[^1]);
    }

    [Fact]
    public async Task A_token_expires_on_the_sandboxs_clock()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put(Forgot + "user@example.com")).MustBeOk();
        var token = await emulator.TokenTo("user@example.com", "PasswordReset");
        await emulator.Pass(24 * 3600);
        (await emulator.Nobody().Put(Reset + token, """{"password":"Another1"}""")).MustRefuse(
            409,
            "The token has expired");
        await Login(emulator, "user@example.com", "Password1");
    }

    [Fact]
    public async Task A_newer_token_makes_an_older_one_useless()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put(Forgot + "meg@example.com")).MustBeOk();
        var older = await emulator.TokenTo("meg@example.com", "PasswordReset");
        (await emulator.Nobody().Put(Forgot + "meg@example.com")).MustBeOk();
        (await emulator.Nobody().Put(Reset + older)).MustRefuse(409);
        (await emulator.Nobody().Put(Reset + await emulator.TokenTo("meg@example.com", "PasswordReset"))).MustBeOk();
    }

    [Fact]
    public async Task A_token_for_something_else_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await (await emulator.Stan()).Put(
                "/api/user/stan/email/update/request",
                """{"email":"stanley@example.com"}"""
            )
        ).MustBeOk();
        var foreign = await emulator.TokenTo("stanley@example.com", "EmailChange");
        (await emulator.Nobody().Put(Reset + foreign)).MustRefuse(404, "The token is invalid");
        (await emulator.Nobody().Put(Reset + "nonsense")).MustRefuse(404, "The token is invalid");
    }

    [Fact]
    public async Task A_changed_password_ends_every_session_and_no_api_key()
    {
        await using var emulator = new EmulatorUnderTest();
        var here = await emulator.Stan();
        var there = await emulator.Stan();
        (await here.Put("/api/auth/password", """{"oldPassword":"Password1","newPassword":"Password2"}""")).MustBeOk();
        (await here.Get("/api/auth/token")).MustRefuse(401, "The session token been deleted");
        (await there.Get("/api/auth/token")).MustRefuse(401, "The session token been deleted");
        var account = (await emulator.With("key-stan").Get("/api/auth/token")).MustBeOk();
        Assert.Equal("2026-03-01T12:00:00.000Z", account.TextOf("passwordUpdatedAt"));
        await WrongLogin(emulator, "stan@example.com", "Password1");
        await Login(emulator, "stan@example.com", "Password2");
    }

    [Theory]
    [InlineData("""{"oldPassword":"password1","newPassword":"Password2"}""", "The old password is incorrect")]
    [InlineData("""{"oldPassword":"Password1"}""", "The request must have required property 'newPassword'")]
    [InlineData(
        """{"oldPassword":"Password1","newPassword":""}""",
        "The request/newPassword must NOT have fewer than 1 characters"
    )]
    [InlineData("""{"oldPassword":"Password1","newPassword":7}""", "The request/newPassword must be string")]
    public async Task A_change_that_is_refused_changes_nothing(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/auth/password", body)).MustRefuse(400, message);
        (await stan.Get("/api/auth/token")).MustBeOk();
        await Login(emulator, "stan@example.com", "Password1");
    }

    private static async Task Login(EmulatorUnderTest emulator, string email, string password) =>
        (
            await emulator.Nobody().Put("/api/auth/token", $$"""{"email":"{{email}}","password":"{{password}}"}""")
        ).MustBeOk();

    private static async Task WrongLogin(EmulatorUnderTest emulator, string email, string password) =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (
                await emulator.Nobody().Put("/api/auth/token", $$"""{"email":"{{email}}","password":"{{password}}"}""")
            ).Status);
}
