using Emulator.Domain;
using Emulator.Domain.Invitations;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Invitations into a company, and to Console Connect by its people.</summary>
internal sealed class InvitationsInWorlds() : WorldPart(
    Name,
    "The company's invitations, by a name of yours: their tokens come back. Somebody who is on Console Connect is "
    + "invited as a member; all others by e-mail.",
    within: CompaniesInWorlds.Name)
{
    public const string Name = "invitations";

    private static readonly BodyMember<string?> Kind = Body.Text(
        "kind",
        "To what: MEMBERSHIP, to join the company, where left out; USER, to Console Connect; DATA_CENTER, the same, "
        + "once the team approves; COMPANY, one worth inviting, whom nothing is sent.",
        [.. Spelling.All<InvitationKind>().Where(kind => kind != Spelling.Of(InvitationKind.Request))]);

    private static readonly BodyMember<string?> Email = Body.Email(
        "email", "Who is invited; the name given here where it is an address, or one made of it.");

    private static readonly BodyMember<string?> FullName = Body.Text(
        "name", "The person's name.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<IReadOnlyList<string>> Roles = Body.Texts(
        "roles",
        "What the person will be, of MEMBERSHIP: ADMIN (Keyholder), NETWORKCONTROL, NETWORKVIEW, USER; USER where left "
        + "out.",
        [.. Spelling.All<RoleName>()]);

    private static readonly BodyMember<string?> Message = Body.Text(
        "message", "What is written to them.", maxLength: 1000);

    private static readonly BodyMember<string?> State = Body.Text(
        "state",
        "Where it stands; SENT where left out, or REQUESTED where the team has to approve it. USED takes the address "
        + "of somebody who is on Console Connect.",
        Spelling.All<InvitationStatus>());

    public override IReadOnlyList<IBodyMember> Members => [Kind, Email, FullName, Roles, Message, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var kind = Spelling.Read<InvitationKind>(thing.Asked.Of(Kind)) ?? InvitationKind.Membership;
        if (kind != InvitationKind.Membership && thing.Asked.Has(Roles))
        {
            throw thing.Impossible(
                Roles, "is of invitations into the company", "Leave roles out, or make its kind MEMBERSHIP.");
        }

        var email = kind == InvitationKind.Company && !thing.Asked.Has(Email) ? null : AddressOf(thing);
        var user = email is null ? null : making.Reference.UserWithEmail(email);
        var isUsed = thing.Asked.Of(State) == Spelling.Of(InvitationStatus.Used);
        if (user is not null && kind == InvitationKind.Membership && !isUsed)
        {
            await Invited(thing, user, making);
            return;
        }

        await Sent(thing, kind, email, isUsed ? user : null, making);
    }

    private static string AddressOf(WorldThing thing) => thing.Asked.Of(Email)
        ?? (EmailAddress.IsValid(thing.Name) ? thing.Name
            : $"{Username.Of(thing.Name, otherwise: "guest")}@guests."
                + CompaniesInWorlds.Domain(thing.OfCompany.Username));

    private static IReadOnlyList<RoleName> RolesOf(WorldThing thing) => thing.Asked.Of(Roles) is { Count: > 0 } roles
        ? [.. roles.Select(role => Spelling.Read<RoleName>(role)!.Value).Distinct()]
        : [RoleName.User];

    /// <summary>Somebody who is on Console Connect is asked to become a member.</summary>
    private static async Task Invited(WorldThing thing, User user, WorldMaking making)
    {
        if (thing.Asked.Has(State))
        {
            throw thing.Impossible(
                State,
                $"is not of somebody who is on Console Connect: {user.Email}",
                "Such a person is invited as a member, which is INACTIVE until it is answered: leave state out, or "
                + "take another address.");
        }

        var company = thing.OfCompany;
        await InvitingToACompany.Invite(
            making.Db,
            company,
            user,
            RolesOf(thing),
            thing.Asked.Of(Message),
            new(making.Luck.Id, making.Luck.Token),
            making.At(making.DaysAgo(thing, 1, 10), making.PersonOf(company)),
            making.Ct);
        var membership = making.Db.Memberships.Local.First(
            one => one.UserId == user.Id && one.CompanyId == company.Id);
        (thing.Id, thing.Row, thing.Called) = (membership.Id, membership, user.Email);
        await making.SavePeople();
    }

    private static async Task Sent(
        WorldThing thing, InvitationKind kind, string? email, User? user, WorldMaking making)
    {
        var company = thing.OfCompany;
        var sent = Spelling.Of(InvitationStatus.Sent);
        var moderated = kind is InvitationKind.DataCenter or InvitationKind.Company;
        var first = moderated ? Spelling.Of(InvitationStatus.Requested) : sent;
        var state = thing.Asked.Of(State) ?? first;
        var by = making.PersonOf(company);
        var moment = making.At(making.Begun(thing, "invitations", first, sent, state, 3, 20), by);
        if (state == Spelling.Of(InvitationStatus.Used) && user is null)
        {
            throw thing.Impossible(
                State,
                "takes somebody who has registered with it",
                $"Nobody on Console Connect has the address {email}: give it that of a person in users, or of one who "
                + "is there.");
        }

        var invitation = new Invitation
        {
            Id = making.Luck.Id(),
            Kind = kind,
            Token = making.Luck.Token(),
            Name = thing.Asked.Of(FullName),
            Email = email,
            CompanyName = kind == InvitationKind.Company ? thing.Name : null,
            DataCenter = kind == InvitationKind.DataCenter,
            Message = thing.Asked.Of(Message),
            InvitedBy = by == Moment.ServiceItself ? null : by,
            CompanyId = kind is InvitationKind.Membership or InvitationKind.DataCenter ? company.Id : null,
            Roles = kind == InvitationKind.Membership ? RolesOf(thing) : [],
            UsedBy = user?.Id,
            CreatedAt = moment.At,
        }.Begin(moderated, moment);
        (thing.Called, thing.Told["token"]) = (email ?? thing.Name, invitation.Token);
        await making.Bring(thing, invitation, sent, state);
    }
}
