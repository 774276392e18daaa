using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Registering, reading and updating users (000:783-1434).</summary>
public sealed class UserTests
{
    private const string Nadia = """{"email":"nadia@example.net","password":"Password1","name":"Nadia Rahman"}""";

    [Fact]
    public async Task Who_registers_is_logged_in_and_has_a_username_made_of_the_name()
    {
        await using var emulator = new EmulatorUnderTest();
        var account = (await emulator.Nobody().Put("/api/user", Nadia)).MustBeOk();
        Assert.Equal("nadiarahman", account.TextOf("username"));
        Assert.Matches(new Regex("^[0-9a-f]{64}$"), account.TextOf("token"));
        Assert.Equal(
            "nadia@example.net",
            (await emulator.With(account.TextOf("token")).Get("/api/auth/token")).MustBeOk().TextOf("email"));
        await emulator.LoggedIn("NADIA@example.net");
    }

    [Fact]
    public async Task People_who_share_a_name_get_usernames_of_their_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var usernames = new List<string>();
        for (var number = 1; number <= 3; number++)
        {
            usernames.Add(
                (
                    await emulator
                        .Nobody()
                        .Put(
                            "/api/user",
                            $$"""{"email":"stan{{number}}@example.net","password":"Password1","name":"Stan"}"""))
                    .MustBeOk()
                    .TextOf("username"));
        }

        Assert.Equal(["stan2", "stan3", "stan4"], usernames);
    }

    [Theory]
    [InlineData(
        """{"email":"meg@example.com","password":"Password1","name":"Meg"}""",
        409,
        "That email address is already in use."
    )]
    [InlineData(
        """{"email":"MEG@EXAMPLE.COM","password":"Password1","name":"Meg"}""",
        409,
        "That email address is already in use."
    )]
    [InlineData(
        """{"email":"stan@example.com","password":"Password1","name":"Stan"}""",
        409,
        "That email address is already in use."
    )]
    [InlineData(
        """{"email":"new@example.com","password":"Password1","name":"New","username":"Stan"}""",
        409,
        "That username is already taken."
    )]
    [InlineData(
        """{"email":"new@example.com","password":"Password1","name":"New","username":"acme"}""",
        409,
        "That username is already taken."
    )]
    [InlineData("""{"email":"new@example.com","password":"Password1","name":"New","username":"new one"}""", 400, null)]
    [InlineData(
        """{"email":"nobody","password":"Password1","name":"New"}""",
        400,
        "The request/email must match format \"email\""
    )]
    [InlineData(
        """{"email":"a@b","password":"Password1","name":"New"}""",
        400,
        "The request/email must match format \"email\""
    )]
    [InlineData(
        """{"email":"new@example.com","name":"New"}""",
        400,
        "The request must have required property 'password'"
    )]
    [InlineData("""{"email":"new@example.com","password":"Password1","name":""}""", 400, null)]
    [InlineData(
        """{"email":"new@example.com","password":"Password1","name":"New","optIntoMarketingEmail":"maybe"}""",
        400,
        "The request/optIntoMarketingEmail must be boolean"
    )]
    [InlineData(
        """{"email":"new@example.com","password":"Password1","name":"New","invitationToken":"unknown"}""",
        404,
        "An invitation can not be found with the given token"
    )]
    public async Task A_registration_that_is_refused_makes_nobody(string body, int status, string? message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/api/user", body)).MustRefuse(status, message);
        (
            await emulator.Nobody().Put("/api/auth/token", """{"email":"new@example.com","password":"Password1"}""")
        ).MustRefuse(401);
    }

    [Fact]
    public async Task A_name_is_as_long_as_documented_at_most()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .Nobody()
                .Put(
                    "/api/user",
                    $$"""{"email":"long@example.net","password":"Password1","name":"{{new string('x', 1025)}}"}""")
        ).MustRefuse(400, "The request/name must NOT have more than 1024 characters");
        (
            await emulator
                .Nobody()
                .Put(
                    "/api/user",
                    $$"""{"email":"long@example.net","password":"Password1","name":"{{new string('x', 1024)}}"}""")
        ).MustBeOk();
    }

    [Fact]
    public async Task Of_twenty_who_register_one_address_together_exactly_one_wins()
    {
        await using var emulator = new EmulatorUnderTest();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => emulator.Nobody().Put("/api/user", Nadia)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Of_twenty_who_want_one_username_together_exactly_one_wins()
    {
        await using var emulator = new EmulatorUnderTest();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    emulator
                        .Nobody()
                        .Put(
                            "/api/user",
                            $$"""
                            {"email":"n{{number}}@example.net","password":"Password1","name":"N","username":"Wanted"}
                            """
                        )));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
            answer.MustRefuse(409, "That username is already taken."));
    }

    [Fact]
    public async Task Q_011_the_documents_register_whom_they_log_in_once_and_with_the_right_password()
    {
        await using var emulator = new EmulatorUnderTest();
        var printed = await File.ReadAllTextAsync(
            Path.Combine(OperationCatalogue.Samples, "012-put-user.request.json"));
        (await emulator.Nobody().Put("/api/user", printed.Replace("Password1", "Password2"))).MustRefuse(
            409,
            "That email address is already in use.");
        var account = (await emulator.Nobody().Put("/api/user", printed)).MustBeOk();
        Assert.Equal("58980a25a77b4d7bf459d100", account.TextOf("id"));
        Assert.True(account["optIntoMarketingEmail"]!.GetValue<bool>());
        (await emulator.Nobody().Put("/api/user", printed)).MustRefuse(409, "The token has already been used");
    }

    [Fact]
    public async Task A_used_and_an_expired_invitation_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Put("/api/invite/user", """[{"email":"bob@example.com"}]""")).MustBeOk();
        var token = await emulator.TokenTo("bob@example.com", "Invitation");
        await emulator.Pass(29 * 24 * 3600);
        (await emulator.Nobody().Get($"/api/invite/token/{token}")).MustBeOk();
        await emulator.Pass(24 * 3600);
        (await emulator.Nobody().Get($"/api/invite/token/{token}")).MustRefuse(409, "The token has expired");
        (await Register(emulator, "bob@example.com", token)).MustRefuse(409, "The token has expired");
        (await (await emulator.Stan()).Put("/api/invite/user", """[{"email":"bob@example.com"}]""")).MustBeOk();
        token = await emulator.TokenTo("bob@example.com", "Invitation");
        (await Register(emulator, "bob@example.com", token)).MustBeOk();
        (await emulator.Nobody().Get($"/api/invite/token/{token}")).MustRefuse(409, "The token has already been used");
        (await Register(emulator, "bill@example.com", token)).MustRefuse(409, "The token has already been used");
    }

    [Fact]
    public async Task Others_see_what_is_public_and_oneself_the_whole_account()
    {
        await using var emulator = new EmulatorUnderTest();
        var seen = (await (await emulator.Meg()).Get("/api/user/STAN")).MustBeOk();
        Assert.Null(seen["email"]);
        Assert.Null(seen["settings"]);
        Assert.True(seen["isFollowing"]!.GetValue<bool>());
        Assert.True(seen["isFollowee"]!.GetValue<bool>());
        Assert.Equal(3, seen["stats"]!["followers"]!.GetValue<int>());
        var own = (await (await emulator.Stan()).Get("/api/user/stan")).MustBeOk();
        Assert.Equal("stan@example.com", own.TextOf("email"));
        Assert.NotNull(own["settings"]!["alertMeWhenJoinCompany"]);
        Assert.Equal("COMPANY", (await (await emulator.Stan()).Get("/api/user/acmeinc")).MustBeOk().TextOf("type"));
        (await (await emulator.Stan()).Get("/api/user/nobody")).MustRefuse(404, "A user can not be found with the "
            + "given username");
        (await emulator.Nobody().Get("/api/user/stan")).MustRefuse(401);
    }

    [Fact]
    public async Task What_is_updated_is_what_is_read_and_what_is_not_sent_stays()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Post(
                "/api/user/stan",
                """
                {"headline":"Anvils","tags":"rockets, springs","phone":"+1 408 555 0100","role":"Buyer",
                "optIntoMarketingEmail":true,"company.website":"https://acme.example",
                "company.privacy.network.blackListIds":["1"],
                "settings":{"alertMeWhenJoinCompany":{"option":false},"alertWhenKeywordsMentioned":{"enabled":false,
                "option":["acme"]},"emailWhenMessageReceived":{"option":"NONE"},"unheardOf":1}}
                """
            )
        ).MustBeOk();
        (await stan.Post("/api/user/stan", """{"location":"San Jose"}""")).MustBeOk();
        var own = (await stan.Get("/api/user/stan")).MustBeOk();
        Assert.Equal("Anvils", own.TextOf("headline"));
        Assert.Equal("San Jose", own.TextOf("location"));
        Assert.Equal(["rockets", "springs"], own["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));
        Assert.Equal("Buyer", own.TextOf("role"));
        Assert.Equal("https://acme.example", own["company"]!["website"]!.GetValue<string>());
        Assert.Equal("1", own["company"]!["privacy"]!["network"]!["blackListIds"]![0]!.GetValue<string>());
        Assert.False(own["settings"]!["alertMeWhenJoinCompany"]!["option"]!.GetValue<bool>());
        Assert.True(own["settings"]!["alertMeWhenJoinCompanyRequest"]!["option"]!.GetValue<bool>());
        Assert.Equal("NONE", own["settings"]!["emailWhenMessageReceived"]!["option"]!.GetValue<string>());
        Assert.False(own["settings"]!["alertWhenKeywordsMentioned"]!["enabled"]!.GetValue<bool>());
        var seen = (await (await emulator.Meg()).Get("/api/user/stan")).MustBeOk();
        Assert.Equal("Anvils", seen.TextOf("headline"));
        Assert.True(seen["optIntoMarketingEmail"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_empty_text_takes_a_value_away_but_not_the_name()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Post("/api/user/stan", """{"headline":"Anvils","company.website":"https://acme.example"}""")
        ).MustBeOk();
        var printed = await File.ReadAllTextAsync(
            Path.Combine(OperationCatalogue.Samples, "014-post-user-username.request.json"));
        var own = (await stan.Post("/api/user/stan", printed)).MustBeOk();
        Assert.Equal("Stan", own.TextOf("name"));
        Assert.Null(own["headline"]);
        Assert.Null(own["company"]);
    }

    [Theory]
    [InlineData("""{"name":1}""", "The request/name must be string")]
    [InlineData("""{"company.city":false}""", "The request/company.city must be string")]
    [InlineData(
        """{"company.privacy.network.whiteListIds":[1]}""",
        "The request/company.privacy.network.whiteListIds/0 must be string"
    )]
    [InlineData(
        """{"settings":{"alertMeWhenJoinCompany":{"option":"yes"}}}""",
        "The request/settings/alertMeWhenJoinCompany/option must be boolean"
    )]
    [InlineData("""{"settings":[]}""", "The request/settings must be object")]
    public async Task An_update_that_is_refused_changes_nothing(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var before = (await stan.Get("/api/user/stan")).Text;
        (await stan.Post("/api/user/stan", body)).MustRefuse(400, message);
        Assert.Equal(before, (await stan.Get("/api/user/stan")).Text);
    }

    [Fact]
    public async Task Nobody_updates_somebody_else()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await (await emulator.Meg()).Post("/api/user/stan", """{"headline":"Hacked"}""")).MustRefuse(
            401,
            "Access denied");
        Assert.Equal("account:UpdateUser", refused["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>());
        (
            await (await emulator.Meg()).Put("/api/user/stan/email/update/request", """{"email":"mine@example.com"}""")
        ).MustRefuse(401, "Access denied");
    }

    [Fact]
    public async Task A_company_is_updated_by_its_keyholders_and_shown_so_wherever_it_is_embedded()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await (await emulator.LoggedIn("user@example.com")).Post("/api/user/corp", """{"headline":"No"}""")
        ).MustRefuse(401, "Access denied");
        var stan = await emulator.Stan();
        var answer = (
            await stan.Post(
                "/api/user/corp",
                """
                {"name":"Corp International","company.website":"https://corp.example/new","company.markets":"Oceania",
                "company.privacy.community.whiteListIds":["5c07766b3a4c3579f27a4553"]}
                """
            )
        ).MustBeOk();
        Assert.Equal("Oceania", answer["company"]!["markets"]!.GetValue<string>());
        var port = (await stan.Get("/api/company/corp/ports/5762451a82894b9b1b1a5dc2")).MustBeOk();
        Assert.Equal("Corp International", port["company"]!["name"]!.GetValue<string>());
        Assert.Equal("https://corp.example/new", port["company"]!["company"]!["website"]!.GetValue<string>());
        var account = (await stan.Get("/api/auth/token")).MustBeOk();
        var corp = account["companies"]!
            .AsArray()
            .Single(company => company!["username"]!.GetValue<string>() == "corp")!;
        Assert.Equal(
            "5c07766b3a4c3579f27a4553",
            corp["company"]!["privacy"]!["community"]!["whiteListIds"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task An_avatar_is_a_picture_of_ones_own_that_may_be_kept()
    {
        await using var emulator = new EmulatorUnderTest();
        using var http = emulator.CreateClient();
        using var stan = await http.GetAsync("/api/user/stan/avatar");
        using var meg = await http.GetAsync("/user/meg/avatar");
        using var again = await http.GetAsync("/api/user/stan/avatar");
        Assert.Equal("image/png", stan.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(1), stan.Headers.CacheControl!.MaxAge);
        var png = await stan.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.Latin1.GetBytes("\u0089PNG\r\n\u001a\n"), png[..8]);
        Assert.Equal(240, (png[18] << 8) + png[19]);
        Assert.Equal(png, await again.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(png, await meg.Content.ReadAsByteArrayAsync());
        using var known = new HttpRequestMessage(HttpMethod.Get, "/api/user/stan/avatar");
        known.Headers.IfNoneMatch.Add(stan.Headers.ETag!);
        using var unchanged = await http.SendAsync(known);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        (await emulator.Nobody().Get("/api/user/nobody/avatar")).MustRefuse(404, "A user can not be found with the "
            + "given username");
    }

    [Fact]
    public async Task A_new_address_is_confirmed_with_the_token_that_was_mailed_to_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/user/stan/email/update/request", """{"email":"stanley@example.com"}""")).MustBeOk();
        var waiting = (await stan.Get("/api/auth/token")).MustBeOk();
        Assert.Equal("stanley@example.com", waiting.TextOf("newEmail"));
        Assert.Equal("stan@example.com", waiting.TextOf("email"));
        var token = await emulator.TokenTo("stanley@example.com", "EmailChange");
        (await emulator.Nobody().Put($"/api/email/update/request/{token}")).MustBeOk();
        Assert.Equal("stanley@example.com", (await stan.Get("/api/auth/token")).MustBeOk().TextOf("email"));
        await emulator.LoggedIn("stanley@example.com");
        (
            await emulator.Nobody().Put("/api/auth/token", """{"email":"stan@example.com","password":"Password1"}""")
        ).MustRefuse(401);
        (await emulator.Nobody().Put($"/api/email/update/request/{token}")).MustRefuse(
            409,
            "The token has already been used");
    }

    [Fact]
    public async Task Q_012_the_change_of_address_is_taken_as_the_manual_prints_it_there_and_only_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/user/stan/email/update/request", "{\n    email: 'stanley@example.com'\n}")).MustBeOk();
        await emulator.TokenTo("stanley@example.com", "EmailChange");
        (await stan.Post("/api/user/stan", "{ name: 'Stanley' }")).MustRefuse(400);
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_is_refused_and_so_are_expired_and_foreign_tokens()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/user/stan/email/update/request", """{"email":"meg@example.com"}""")).MustRefuse(
            409,
            "That email address is already in use.");
        (await stan.Put("/api/user/stan/email/update/request", """{"email":"nobody"}""")).MustRefuse(
            400,
            "The request/email must match format \"email\"");
        (await stan.Put("/api/user/stan/email/update/request", """{"email":"nadia@example.net"}""")).MustBeOk();
        var token = await emulator.TokenTo("nadia@example.net", "EmailChange");
        (await emulator.Nobody().Put("/api/user", Nadia)).MustBeOk();
        (await emulator.Nobody().Put($"/api/email/update/request/{token}")).MustRefuse(
            409,
            "That email address is already in use.");
        (await stan.Put("/api/user/stan/email/update/request", """{"email":"stanley@example.com"}""")).MustBeOk();
        token = await emulator.TokenTo("stanley@example.com", "EmailChange");
        await emulator.Pass(24 * 3600);
        (await emulator.Nobody().Put($"/api/email/update/request/{token}")).MustRefuse(409, "The token has expired");
        (await emulator.Nobody().Put("/api/auth/password/forgot/stan@example.com")).MustBeOk();
        (
            await emulator
                .Nobody()
                .Put($"/api/email/update/request/{await emulator.TokenTo("stan@example.com", "PasswordReset")}")
        ).MustRefuse(404, "The token is invalid");
    }

    [Theory]
    [InlineData("stan", false, "That username is already taken.")]
    [InlineData("ACME", false, "That username is already taken.")]
    [InlineData("supernetpa4", false, "That username is already taken.")]
    [InlineData("st%20an", false, "Usernames may only contain alpha-numeric, underscore, hyphen or tilde characters.")]
    [InlineData("st.an", false, "Usernames may only contain alpha-numeric, underscore, hyphen or tilde characters.")]
    [InlineData(
        "st%C3%A4n",
        false,
        "Usernames may only contain alpha-numeric, underscore, hyphen or tilde characters."
    )]
    [InlineData("Stan_the-2nd~", true, "That username is available.")]
    public async Task A_username_is_checked_for_its_characters_and_for_being_taken(
        string username,
        bool valid,
        string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var verdict = (await emulator.Nobody().Get($"/api/check-username/{username}")).MustBeOk();
        Assert.Equal(valid, verdict["valid"]!.GetValue<bool>());
        Assert.Equal(message, verdict.TextOf("message"));
    }

    [Fact]
    public async Task Public_counters_follow_the_data()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var before = (await stan.Get("/api/user/company2/stats")).MustBeOk()["interconnections"]!.GetValue<int>();
        (
            await (await emulator.Meg()).Put("/api/company/company2/connections/55783e39519d254d36f6126e/disable")
        ).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal(
            before - 1,
            (await stan.Get("/api/user/company2/stats")).MustBeOk()["interconnections"]!.GetValue<int>());
        var own = (await stan.Get("/api/user/stan/stats")).MustBeOk();
        Assert.Equal((3, 2), (own["followers"]!.GetValue<int>(), own["following"]!.GetValue<int>()));
        (await stan.Get("/api/user/nobody/stats")).MustRefuse(404);
    }

    [Fact]
    public async Task The_daily_review_tells_what_waits_and_what_is_new_and_forgets_it_after_a_day()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        JsonNode Of(Answer answer, string company) => answer["company"]![company]!;
        var before = (await stan.Get("/api/user/stats")).MustBeOk();
        var company2 = (await meg.Get("/api/user/stats")).MustBeOk();
        var connection = await ConnectionTests.Request(stan);
        (await (await emulator.LoggedIn("rosa@example.com")).Put("/api/membership-requests/Acme")).MustBeOk();
        var asked = (await stan.Get("/api/user/stats")).MustBeOk();
        Assert.Equal(
            Of(before, "Acme")["pendingRequests"]!.GetValue<int>() + 1,
            Of(asked, "Acme")["pendingRequests"]!.GetValue<int>());
        Assert.Equal(
            Of(before, "Acme")["actionRequired"]!.GetValue<int>() + 1,
            Of(asked, "Acme")["actionRequired"]!.GetValue<int>());
        Assert.Equal(
            Of(company2, "company2")["actionRequired"]!.GetValue<int>() + 1,
            Of((await meg.Get("/api/user/stats")).MustBeOk(), "company2")["actionRequired"]!.GetValue<int>());
        (
            await meg.Put(
                $"/api/v2/company/company2/connections/{connection}/approve",
                """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}"""
            )
        ).MustBeOk();
        (await stan.Put("/api/membership-requests/Acme/accept/rosa")).MustBeOk();
        var done = (await stan.Get("/api/user/stats")).MustBeOk();
        Assert.Equal(
            Of(before, "Acme")["approvedRequests"]!.GetValue<int>() + 1,
            Of(done, "Acme")["approvedRequests"]!.GetValue<int>());
        Assert.Equal(before["user"]!["newMembers"]!.GetValue<int>() + 1, done["user"]!["newMembers"]!.GetValue<int>());
        await emulator.Pass(25 * 3600);
        var later = (await stan.Get("/api/user/stats")).MustBeOk();
        Assert.Equal(
            Of(before, "Acme")["approvedRequests"]!.GetValue<int>(),
            Of(later, "Acme")["approvedRequests"]!.GetValue<int>());
        Assert.Equal(0, later["user"]!["newMembers"]!.GetValue<int>());
    }

    private static Task<Answer> Register(EmulatorUnderTest emulator, string email, string token) =>
        emulator
            .Nobody()
            .Put(
                "/api/user",
                $$"""{"email":"{{email}}","password":"Password1","name":"Bob","invitationToken":"{{token}}"}""");
}
