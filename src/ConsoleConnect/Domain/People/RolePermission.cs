namespace Emulator.Domain.People;

/// <summary>A permission that roles are described by (000:1643-1700).</summary>
/// <param name="Name">Its name, <c>ports-read</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Description">What it allows, in English.</param>
/// <param name="Permission">What it is here.</param>
internal sealed record RolePermission(string Name, string Id, string Description, Permission Permission)
{
    /// <summary>Those that the documents describe; they don't say which id is whose.</summary>
    public static readonly IReadOnlyList<RolePermission> All =
    [
        new("ports-read", "5827fcaefa8599a58b0bde32", "Read ports", Permission.ReadNetwork),
        new("company-actions", "5827fcaefa8599a58b0bde2a", "Create content as company", Permission.CompanyActions),
        new("connection-modify", "5827fcaefa8599a58b0bde80", "Modify network connections", Permission.WriteNetwork),
        new("connection-read", "5827fcaefa8599a58b0bde84", "View network connections", Permission.ReadNetwork),
        new("ports-edit", "5827fcaefa8599a58b0bdeaa", "Edit ports", Permission.WriteNetwork),
        new("order-query", "5827fcaefa8599a58b0bdead", "View orders", Permission.ReadNetwork),
        new("order-create", "5827fcaefa8599a58b0bdea8", "Create orders", Permission.WriteNetwork),
        new("user-moderation", "5827fcaefa8599a58b0bde99", "Moderate users in the company", Permission.UserModeration),
        new("order-modify", "5827fcaefa8599a58b0bde7e", "Modify orders", Permission.WriteNetwork),
        new("company-update", "5827fcaefa8599a58b0bde3c", "Edit company profile", Permission.CompanyUpdate),
    ];
}
