using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// The seeded requests, invitations and tokens hang together, and those that the documents print are there.
/// </summary>
public sealed class SeedPeopleTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void What_waits_between_a_user_and_a_company_is_open_and_asked_from_both_sides()
    {
        Assert.All(world.Requests, request => Assert.Equal(MembershipStatus.Inactive, request.Status));
        Assert.All(Enum.GetValues<AskedBy>(), side =>
            Assert.Contains(world.Requests, request => request.AskedBy == side));
        Assert.All(world.Requests.Where(request => request.AskedBy == AskedBy.User), request =>
            Assert.Equal([RoleName.User], request.Roles));
    }

    [Fact]
    public void Stan_has_an_invite_to_answer_and_a_request_to_take_back_and_nothing_with_acmeinc()
    {
        var stan = world.UserNamed("stan").Id;
        Assert.Contains(world.Requests, request => request.UserId == stan && request.AskedBy == AskedBy.Company);
        Assert.Contains(world.Requests, request => request.UserId == stan && request.AskedBy == AskedBy.User);
        Assert.DoesNotContain(world.Requests.Concat(world.Memberships), membership =>
            membership.UserId == stan && membership.CompanyId == world.CompanyNamed("acmeinc").Id);
    }

    [Fact]
    public void An_invitation_in_every_kind_but_that_of_users_waits_or_is_sent()
    {
        Assert.Equal(
            Enum.GetValues<InvitationKind>().Where(kind => kind != InvitationKind.User),
            world.Invitations.Select(invitation => invitation.Kind).Distinct().Order());
        Assert.All(world.Invitations, invitation =>
            Assert.Equal(invitation.Status == InvitationStatus.Sent, invitation.SentAt is not null));
        Assert.All(world.Invitations.Where(invitation => invitation.Kind == InvitationKind.Membership), invitation =>
            Assert.True(invitation is { CompanyId: not null, Roles.Count: > 0 }));
        Assert.All(world.Invitations.Where(invitation => invitation.Kind != InvitationKind.Company), invitation =>
            Assert.True(invitation.CanBeMailed));
    }

    [Fact]
    public void The_invitation_that_the_documents_print_is_there_to_the_millisecond()
    {
        var printed = Assert.Single(world.Invitations, invitation =>
            invitation.Token == "ca7a096c9e9d549fffdc2bc01623dc446ac2925040639d6c7dde64d437bd6005");
        Assert.Equal(
            ("Example", "User", "user@example.com", "ExampleCo"),
            (printed.FirstName, printed.LastName, printed.Email, printed.CompanyName));
        Assert.Equal(
            "2015-09-08T10:56:59.442Z 2015-09-08T10:56:59.433Z",
            $"{printed.SentAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {printed.CreatedAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
    }

    [Fact]
    public void The_tokens_that_the_documents_print_are_good_for_ever()
    {
        Assert.Equal(
            Enum.GetValues<MailedTokenKind>(),
            world.MailedTokens.Where(token => token.Token == "1234abcd").Select(token => token.Kind).Order());
        Assert.All(world.MailedTokens, token => Assert.True(token is { ExpiresAt: null, UsedAt: null }));
        Assert.All(world.MailedTokens.Where(token => token.Kind == MailedTokenKind.EmailChange), token =>
            Assert.Equal(token.NewEmail, world.Users[token.UserId].NewEmail));
    }

    [Fact]
    public void Stan_and_corp_are_followed_as_the_documents_count()
    {
        var stan = world.UserNamed("stan").Id;
        Assert.Equal(
            (3, 2),
            (
                world.Follows.Count(follow => follow.FolloweeId == stan),
                world.Follows.Count(follow => follow.FollowerId == stan)));
        Assert.Equal(2, world.Follows.Count(follow => follow.FolloweeId == world.CompanyNamed("corp").Id));
        Assert.DoesNotContain(world.Follows, follow => follow.FollowerId == follow.FolloweeId);
    }

    [Fact]
    public void Every_request_and_invitation_has_a_history_that_ends_with_its_state()
    {
        var last = world
            .Moves.GroupBy(move => (move.Machine, move.ResourceId))
            .ToDictionary(moves => moves.Key, moves => moves.MaxBy(move => move.Sequence)!.To);
        Assert.All(world.Requests.Concat(world.Memberships), membership =>
            Assert.Equal(Spelling.Of(membership.Status), last[("memberships", membership.Id)]));
        Assert.All(world.Invitations, invitation =>
            Assert.Equal(Spelling.Of(invitation.Status), last[("invitations", invitation.Id)]));
    }
}
