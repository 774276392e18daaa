using System.Globalization;
using Emulator.Domain;
using Emulator.Domain.People;
using Emulator.Errors;

namespace Emulator.Workflows;

/// <summary>Finds the username of a new user or company: the one they would like, or one made of their name.</summary>
internal static class NamingAnAccount
{
    /// <summary>The username.</summary>
    /// <param name="reference">Who is there already.</param>
    /// <param name="wanted">The one they would like; null for none.</param>
    /// <param name="name">Their name.</param>
    /// <param name="otherwise">What to make it of where nothing of the name can stand in a username.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.UsernameInvalid"/>, <see cref="ServiceErrors.UsernameTaken"/>; never for one that is
    /// made.
    /// </exception>
    public static string Name(ReferenceData reference, string? wanted, string name, string otherwise)
    {
        if (wanted is not null)
        {
            return !Username.IsValid(wanted) ? throw ServiceErrors.UsernameInvalid.Because(
                $"The username asked for is \"{wanted}\". It may contain letters, digits, underscores, hyphens and "
                + "tildes.")
                : reference.IsTaken(wanted) ? throw ServiceErrors.UsernameTaken.Because("A user, a company or a "
                    + $"facility is called {wanted.Named()}; choose another name.")
                : wanted;
        }

        // People share names; the username then gets a number.
        var made = Username.Of(name, otherwise);
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? made : made + number.ToString(CultureInfo.InvariantCulture);
            if (!reference.IsTaken(candidate))
            {
                return candidate;
            }
        }
    }
}
