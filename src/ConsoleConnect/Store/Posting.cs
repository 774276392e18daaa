using Emulator.Domain;
using Emulator.Domain.Messages;
using Emulator.Domain.People;

namespace Emulator.Store;

/// <summary>
/// Addresses letters as they go into the outbox: to whom they go, names and cause stay as they were then.
/// </summary>
internal static class Posting
{
    /// <summary>Fills in what only the post knows.</summary>
    /// <param name="letter">A letter that isn't stored yet.</param>
    /// <param name="reference">Who is who.</param>
    /// <param name="db">The tables it will be stored in.</param>
    /// <returns>False where nobody gets it: anyone who would has switched it off.</returns>
    public static bool Address(Letter letter, ReferenceData reference, EmulatorDb db)
    {
        // Anyone who registers or is founded in the same turn is not in the reference data yet.
        var user = letter.UserId is { } userId
            ? db.Users.Local.FirstOrDefault(local => local.Id == userId) ?? reference.User(userId)
            : null;
        var company = letter.CompanyId is { } companyId
            ? db.Companies.Local.FirstOrDefault(local => local.Id == companyId) ?? reference.Company(companyId)
            : null;
        var setting = LetterSettings.Of(letter.Kind);
        letter.Addresses = letter.To switch
        {
            Recipient.Address => [letter.Address!],
            Recipient.User => user is null ? [] : [user.Email],
            _ => company is null
                ? []
                :
                [
                    .. Members()
                        .Where(member => setting is null || member.Wants(setting.Name))
                        .Select(member => member.Email)
                        .Order(StringComparer.Ordinal),
                ],
        };
        letter.Subject = Named(letter.Subject);
        letter.Text = Named(letter.Text);
        return letter.Addresses.Count > 0;

        IEnumerable<User> Members() =>
            reference
                .MembersOf(company!)
                .Where(member =>
                    member.Roles.Any(name =>
                        Role.Of(name)
                            .Allows(
                                letter.To == Recipient.Keyholders ? Permission.UserModeration : Permission.WriteNetwork)
                    ))
                .Select(member => reference.User(member.UserId))
                .OfType<User>();

        string Named(string words) =>
            words
                .Replace("{user}", user?.Name, StringComparison.Ordinal)
                .Replace("{company}", company?.Name, StringComparison.Ordinal);
    }
}
