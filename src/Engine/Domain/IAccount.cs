namespace Emulator.Domain;

/// <summary>Somebody that the emulated service knows by name: a person, or a company.</summary>
internal interface IAccount
{
    /// <summary>The id.</summary>
    string Id { get; }

    /// <summary>The name that routes have.</summary>
    string Username { get; }

    /// <summary>The e-mail address that a person logs in with; null for a company.</summary>
    string? Email { get; }
}
