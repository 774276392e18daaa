using System.Net;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Members and invites as later editions have them, and whole pictures (255, 256, 259).</summary>
public sealed class MemberTests
{
    private const string Members = "/v2/companies/557679e2c2e6a1b4d7756472/members";

    private const string Invite = "/api/membership-requests/Acme/invite";

    [Fact]
    public async Task Members_are_listed_with_their_roles_in_full_for_every_member()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var members = (await stan.Get(Members)).MustBeOk().Json.AsArray();
        Assert.Equal(
            (await stan.Get("/api/company/Acme/memberships")).MustBeOk().Json["results"]!.AsArray()
                .Select(user => user!["username"]!.ToString()),
            members.Select(member => member!["username"]!.ToString()));
        var vera = members.Single(member => member!["username"]!.ToString() == "vera")!;
        Assert.Equal("vera@example.com", vera["email"]!.GetValue<string>());
        var role = Assert.Single(vera["roles"]!.AsArray())!;
        Assert.Equal("NETWORKVIEW", role["name"]!.GetValue<string>());
        Assert.Equal("Network Viewer", role["display"]!.GetValue<string>());
        Assert.Equal("-298", role["displayOrder"]!.GetValue<string>());
        Assert.NotNull(vera["joinedDate"]);

        // A plain member sees the same; who is none is refused, and a company that there isn't is not found.
        var max = await emulator.LoggedIn("max@example.com");
        Assert.Equal(members.Count, (await max.Get("/v2/companies/Acme/members")).MustBeOk().Json.AsArray().Count);
        (await (await emulator.Meg()).Get(Members)).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Get(Members)).MustRefuse(401);
        (await stan.Get("/v2/companies/nobody/members")).MustRefuse(
            404,
            "A company can not be found with the given id");
    }

    [Fact]
    public async Task Members_have_pages_only_where_they_are_asked_for()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var all = Usernames((await stan.Get(Members)).MustBeOk());
        Assert.Equal(all.Take(2), Usernames((await stan.Get(Members + "?page=1&pageSize=2")).MustBeOk()));
        Assert.Equal(all.Skip(2).Take(2), Usernames((await stan.Get(Members + "?page=2&pageSize=2")).MustBeOk()));
        Assert.Empty(Usernames((await stan.Get(Members + "?page=2")).MustBeOk()));
        Assert.Empty(Usernames((await stan.Get(Members + "?page=2147483647&pageSize=2147483647")).MustBeOk()));
        foreach (var wrong in new[] { "page=0", "pageSize=0", "page=x", "pageSize=1.5" })
        {
            (await stan.Get($"{Members}?{wrong}")).MustRefuse(400);
        }
    }

    [Fact]
    public async Task A_member_is_listed_from_the_day_they_accept_until_they_are_removed()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Delete("/api/company/Acme/memberships/max")).MustBeOk();
        Assert.DoesNotContain("max", Usernames((await stan.Get(Members)).MustBeOk()));
        await emulator.Pass(60);
        (await stan.Put(Invite, """{"invites":[{"email":"rosa@example.com"}]}""")).MustBeOk();
        Assert.DoesNotContain("rosa", Usernames((await stan.Get(Members)).MustBeOk())); // Not before she accepts.
        (await (await emulator.LoggedIn("rosa@example.com")).Put("/api/membership-requests/Acme/accept")).MustBeOk();
        var rosa = (await stan.Get(Members)).MustBeOk().Json.AsArray().Single(member =>
            member!["username"]!.ToString() == "rosa")!;
        Assert.Equal("2026-03-01T12:01:00.000Z", rosa["joinedDate"]!.GetValue<string>());
        Assert.Equal("USER", rosa["roles"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_invite_under_the_later_path_is_the_older_one()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var invited = (
            await stan.Put(Invite, """{"invites":[{"email":"rosa@example.com"},{"email":"new@example.org"}]}""")
        ).MustBeOk();
        Assert.Equal("{}", invited.Json.ToJsonString());
        var letter = Assert.Single(await emulator.Letters("MembershipInvite", "rosa@example.com"));
        Assert.Equal($"PUT {Invite}", letter["causedBy"]!.GetValue<string>());
        Assert.Equal(2, await emulator.Count());
        (await stan.Put("/membership-requests/Acme/invite", """{"invites":[{"email":"vera@example.com"}]}"""))
            .MustRefuse(409, "The membership can not be requested while its status is ACTIVE");
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'invites'")]
    [InlineData("""{"invites":{}}""", null)]
    [InlineData("""{"invites":"rosa@example.com"}""", null)]
    [InlineData("""{"invites":["rosa@example.com"]}""", null)]
    [InlineData("""{"invites":[{}]}""", "The request/invites/0 must have required property 'email'")]
    [InlineData("""{"invites":[{"email":7}]}""", null)]
    [InlineData("""{"invites":[{"email":"rosa"}]}""", null)]
    [InlineData("""{"invites":[{"email":"rosa@example.com"},{"email":"new@example.org","roles":["CHIEF"]}]}""", null)]
    [InlineData("""{"invites":[{"email":"rosa@example.com","roles":"USER"}]}""", null)]
    [InlineData("""{"invites":[{"email":"rosa@example.com","message":7}]}""", null)]
    public async Task With_one_bad_element_nobody_is_invited(string body, string? message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Put(Invite, body)).MustRefuse(400, message);
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task Only_those_who_moderate_users_invite()
    {
        await using var emulator = new EmulatorUnderTest();
        const string One = """{"invites":[{"email":"rosa@example.com"}]}""";
        foreach (var email in new[] { "user@example.com", "vera@example.com", "max@example.com", "meg@example.com" })
        {
            (await (await emulator.LoggedIn(email)).Put(Invite, One)).MustRefuse(401, "Access denied");
        }

        (await (await emulator.Stan()).Put("/api/membership-requests/nobody/invite", One)).MustRefuse(404);
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task A_whole_picture_is_the_picture_for_anybody()
    {
        await using var emulator = new EmulatorUnderTest();
        using var http = emulator.CreateClient();
        using var one = await http.GetAsync("/api/user/stan/avatar");
        using var whole = await http.GetAsync("/user/stan/avatarNoResize");
        using var company = await http.GetAsync("/api/user/Acme/avatarNoResize");
        Assert.Equal("image/png", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await one.Content.ReadAsByteArrayAsync(), await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, company.StatusCode);
        using var known = new HttpRequestMessage(HttpMethod.Get, "/api/user/stan/avatarNoResize");
        known.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var unchanged = await http.SendAsync(known);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        (await emulator.Nobody().Get("/api/user/nobody/avatarNoResize")).MustRefuse(
            404,
            "A user can not be found with the given username");
    }

    private static List<string> Usernames(Answer answer) =>
        [.. answer.Json.AsArray().Select(member => member!["username"]!.GetValue<string>())];
}
