using Emulator.Domain;
using Emulator.Domain.Messages;

namespace Emulator.Store;

/// <summary>
/// Who is who in a sandbox, as the service's rows say. Read once and kept until one of them changes, so that no
/// request joins them. Unchanging: a change makes a new one.
/// </summary>
internal interface IDirectory
{
    /// <summary>A company by its username, without regard to case, or its id; null where there is none.</summary>
    IAccount? Company(string name);

    /// <summary>A person by username, without regard to case, or id; null where there is none.</summary>
    IAccount? Person(string name);

    /// <summary>
    /// The person who logs in with an e-mail address, without regard to case; null where nobody does.
    /// </summary>
    IAccount? PersonWithEmail(string email);

    /// <summary>Whether a password is the person's.</summary>
    bool Fits(IAccount person, string password);

    /// <summary>Who acts for a company where nobody in particular does; null where nobody may.</summary>
    IAccount? ActorFor(string companyId);

    /// <summary>
    /// The username of someone who may read what is a company's, and whose key or password is known; null where
    /// nobody's is.
    /// </summary>
    string? ReaderFor(string companyId);

    /// <summary>The username of the one who has done something, or what stands for it.</summary>
    /// <param name="by">The id of a person, or <see cref="Domain.Staging.Moment.ServiceItself"/>.</param>
    string NameOfDoer(string by);

    /// <summary>The oldest key of each person who has one, by username.</summary>
    /// <param name="shown">A key as clients hold it.</param>
    IReadOnlyDictionary<string, string> KeysByUsername(Func<string, string> shown);

    /// <summary>Fills in what of a letter is only known when it is posted: to whom it goes, names and cause.</summary>
    /// <param name="letter">A letter that isn't stored yet.</param>
    /// <param name="db">The tables it will be stored in.</param>
    /// <returns>False where nobody gets it: anyone who would has switched it off.</returns>
    bool Address(Letter letter, EmulatorDb db);
}
