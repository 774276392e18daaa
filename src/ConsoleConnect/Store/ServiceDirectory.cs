using Emulator.Domain;
using Emulator.Domain.Messages;
using Emulator.Domain.People;

namespace Emulator.Store;

/// <inheritdoc cref="IDirectory"/>
/// <param name="Reference">Companies, people, facilities, metros and regions.</param>
/// <param name="ApiKeys">The API keys, oldest first.</param>
internal sealed record ServiceDirectory(ReferenceData Reference, IReadOnlyList<ApiKey> ApiKeys) : IDirectory
{
    /// <inheritdoc/>
    public IAccount? Company(string name) => Reference.FindCompany(name);

    /// <inheritdoc/>
    public IAccount? Person(string name) => Reference.FindUser(name);

    /// <inheritdoc/>
    public IAccount? PersonWithEmail(string email) => Reference.UserWithEmail(email);

    /// <inheritdoc/>
    public bool Fits(IAccount person, string password) => ((User)person).Fits(password);

    /// <inheritdoc/>
    public IAccount? ActorFor(string companyId) => Reference.NetworkPersonOf(Reference.Company(companyId));

    /// <inheritdoc/>
    /// <remarks>
    /// Of those who manage the company, the first who has a key or the password of the seed.
    /// </remarks>
    public string? ReaderFor(string companyId)
    {
        var keys = ApiKeys.Select(key => key.UserId).ToHashSet(StringComparer.Ordinal);
        return Reference.MembersOf(Reference.Company(companyId))
            .Where(member => member.Roles.Any(role => role is RoleName.Admin or RoleName.Networkcontrol))
            .OrderByDescending(member => keys.Contains(member.UserId))
            .ThenByDescending(member => member.IsKeyholder)
            .ThenBy(member => member.Since)
            .ThenBy(member => member.Id, StringComparer.Ordinal)
            .Select(member => Reference.User(member.UserId))
            .FirstOrDefault(user => user is not null
                && (keys.Contains(user.Id) || user.Fits(Passwords.OfTheSeed)))
            ?.Username;
    }

    /// <inheritdoc/>
    public string NameOfDoer(string by) => Reference.Doer(by)?.Username ?? by;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> KeysByUsername(Func<string, string> shown)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in ApiKeys)
        {
            if (Reference.User(key.UserId) is { } user)
            {
                keys.TryAdd(user.Username, shown(key.Key));
            }
        }

        return keys;
    }

    /// <inheritdoc/>
    public bool Address(Letter letter, EmulatorDb db) => Posting.Address(letter, Reference, db);
}

/// <summary>Who is who, for what has the tables and no turn.</summary>
internal static class DirectoryOfTables
{
    extension(EmulatorDb db)
    {
        /// <summary>Companies, people, facilities, metros and regions; null where nobody has said.</summary>
        public ReferenceData? Reference => (db.Directory as ServiceDirectory)?.Reference;
    }
}
