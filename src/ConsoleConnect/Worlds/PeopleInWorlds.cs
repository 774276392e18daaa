using Emulator.Domain;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>People of a company: new ones, logged in and with a key, and those that there are.</summary>
internal sealed class PeopleInWorlds() : WorldPart(
    Name,
    "The company's people, by a name of yours. An e-mail address or a username that somebody has makes that person a "
    + "member. Each is logged in and has an API key. Where nobody is Keyholder, one called keyholder is added.",
    within: CompaniesInWorlds.Name)
{
    public const string Name = "users";

    /// <summary>The password of people of whom none is said: that of everybody in the seed.</summary>
    private const string UsualPassword = "Password1";

    private const string NameOfKeyholder = "keyholder";

    private static readonly BodyMember<IReadOnlyList<string>> Roles = Body.Texts(
        "roles",
        "ADMIN (Keyholder), NETWORKCONTROL, NETWORKVIEW, USER; Keyholder where left out.",
        [.. Spelling.All<RoleName>()]);

    private static readonly BodyMember<string?> Email = Body.Email("email", "What the person logs in with.");

    private static readonly BodyMember<string?> FullName = Body.Text(
        "name", "The person's name; made up where left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> Password = Body.Text(
        "password", "The password; Password1 where left out.", maxLength: 100, minLength: 1);

    private static readonly string[] Surnames =
    [
        "Ashworth", "Bianchi", "Chan", "Delgado", "Eriksen", "Fontaine", "Gupta", "Hayashi", "Ivanova", "Jensen",
        "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov", "Quinn", "Rossi", "Sato", "Tanaka",
    ];

    private static readonly string[] FirstNames = ["Alex", "Kim", "Robin", "Sasha", "Jamie", "Noor", "Toni", "Yuki"];

    public override IReadOnlyList<IBodyMember> Members => [Roles, Email, FullName, Password];

    /// <summary>Whether somebody is to manage the company.</summary>
    public static bool IsKeyholder(WorldThing user) =>
        user.Asked.Of(Roles) is var roles && (roles.Count == 0 || roles.Contains(Spelling.Of(RoleName.Admin)));

    /// <summary>Somebody who manages a company of which nobody else is said to.</summary>
    public static WorldThing Keyholder(WorldThing company) =>
        new(Name, NameOfKeyholder, company.Asked.Object(""), company);

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var company = thing.OfCompany;
        var user = making.Reference.FindUser(thing.Name) ?? making.Reference.UserWithEmail(thing.Name);
        if (user is not null)
        {
            MustStay(thing, user);
            if (making.Reference.MembershipsOf(user).Any(membership => membership.CompanyId == company.Id))
            {
                throw WorldThing.Impossible(
                    thing.Path, $"is a member of {company.Username} already", "Leave the person out of the world.");
            }
        }

        var moment = making.At(company.CreatedAt + ((making.Now.At - company.CreatedAt) / 100), Moment.ServiceItself);
        user ??= Added(thing, making, moment);
        making.Db.Add(Membership.Joined(making.Luck.Id(), user.Id, company.Id, RolesOf(thing), moment));
        var key = await making.Db.ApiKeys.Where(key => key.UserId == user.Id).OrderBy(key => key.CreatedAt)
            .Select(key => key.Key).FirstOrDefaultAsync(making.Ct);
        if (key is null)
        {
            key = $"key-{user.Username}";
            making.Db.Add(new ApiKey { Key = key, UserId = user.Id, CreatedAt = moment.At });
        }

        var session = new Session { Token = making.Luck.Token(), UserId = user.Id, CreatedAt = making.Now.At };
        making.Db.Add(session);
        await making.SavePeople();
        (thing.Id, thing.Called) = (user.Id, user.Name);
        thing.Told["username"] = user.Username;
        thing.Told["email"] = user.Email;
        thing.Told["roles"] = string.Join(' ', RolesOf(thing).Select(Spelling.Of));
        thing.Told["key"] = making.Luck.Shown(key);
        thing.Told["token"] = making.Luck.Shown(session.Token);
    }

    private static User Added(WorldThing thing, WorldMaking making, Moment moment)
    {
        var password = thing.Asked.Of(Password) ?? UsualPassword;
        var local = Username.Of(thing.Name.Split('@')[0], otherwise: "user");
        var email = thing.Asked.Of(Email)
            ?? (EmailAddress.IsValid(thing.Name) ? thing.Name
                : $"{local}@{CompaniesInWorlds.Domain(thing.OfCompany.Username)}");
        if (making.Reference.UserWithEmail(email) is { } other)
        {
            throw thing.Impossible(
                Email, $"is {other.Username}'s already: {email}", "Name the person by it to make them a member.");
        }

        var first = thing.Name == NameOfKeyholder
            ? making.Luck.OneOf(thing, FirstNames, about: 7)
            : string.Concat(thing.Name[..1].ToUpperInvariant(), thing.Name.Split('@')[0].AsSpan(1));
        var name = thing.Asked.Of(FullName) ?? $"{first} {making.Luck.OneOf(thing, Surnames, about: 8)}";
        var user = new User
        {
            Id = making.Luck.Id(),
            Username = making.Reference.IsTaken(local) || thing.Name == NameOfKeyholder
                ? NamingAnAccount.Name(making.Reference, null, $"{thing.OfCompany.Username}-{local}", "user")
                : local,
            Email = email,
            Name = name,
            PasswordHash = making.Luck.Hash(password),
            Verified = true,
            CreatedAt = moment.At,
            UpdatedAt = moment.At,
        };
        making.Db.Add(user);
        thing.Told["password"] = password;
        return user;
    }

    private static IReadOnlyList<RoleName> RolesOf(WorldThing thing) =>
        thing.Asked.Of(Roles) is { Count: > 0 } roles
            ? [.. roles.Select(role => Spelling.Read<RoleName>(role)!.Value).Distinct()]
            : [RoleName.Admin];

    private static void MustStay(WorldThing thing, User user)
    {
        foreach (var member in new IBodyMember[] { Email, FullName, Password })
        {
            if (thing.Asked.Has(member))
            {
                throw thing.Impossible(
                    member,
                    $"is about {user.Username}, who is there already",
                    "A person who is there stays as they are: leave the member out, or give another name.");
            }
        }
    }
}
