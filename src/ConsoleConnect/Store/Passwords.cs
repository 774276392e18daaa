using Emulator.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Emulator.Store;

/// <summary>
/// Passwords, hashed by the framework's hasher; with few rounds, so that tests are fast: everything here is public
/// anyway.
/// </summary>
internal static class Passwords
{
    /// <summary>The password of every seeded account.</summary>
    public const string OfTheSeed = "Password1";

    private static readonly PasswordHasher<User> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 100 }));

    /// <summary>What is stored of a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Whether it is the user's password.</summary>
    public static bool Fits(this User user, string password) =>
        Hasher.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed;
}
