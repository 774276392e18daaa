namespace Emulator.Domain.Companies;

/// <summary>
/// What a company says about itself, and a person about the firm they work for: the members <c>company.…</c> that
/// updating a user takes (000:1117-1186). Replaced whole, never changed inside.
/// </summary>
internal sealed record CompanyProfile
{
    /// <summary>Nothing is told.</summary>
    public static readonly CompanyProfile Blank = new();

    public string? Website { get; set; }

    public string? Industry { get; set; }

    public string? BusinessType { get; set; }

    public string? CompanySize { get; set; }

    public string? DateFounded { get; set; }

    /// <summary>In words; the payloads of 2016 print an object without members instead (000:4170).</summary>
    public string? Markets { get; set; }

    /// <summary>ARIN, RIPE and the like.</summary>
    public IReadOnlyList<string> RegionalInternetRegistries { get; set; } = [];

    public string? ClientId { get; set; }

    /// <summary>First name of whom to ask for.</summary>
    public string? First { get; set; }

    /// <summary>Last name of whom to ask for.</summary>
    public string? Last { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? Zip { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Email { get; set; }

    /// <summary>Whether nothing is told.</summary>
    public bool IsBlank() =>
        RegionalInternetRegistries.Count == 0
        && Community.IsBlank()
        && Network.IsBlank()
        && new[]
        {
            Website,
            Industry,
            BusinessType,
            CompanySize,
            DateFounded,
            Markets,
            ClientId,
            First,
            Last,
            Address,
            City,
            State,
            Zip,
            Phone,
            Fax,
            Email,
        }.All(text => text is null);

    /// <summary>Who may see it.</summary>
    public Privacy Community { get; set; } = Privacy.Nobody;

    /// <summary>Who may see its network.</summary>
    public Privacy Network { get; set; } = Privacy.Nobody;
}

/// <summary>
/// Exceptions from who may see a company, by company id. They are kept and shown; nothing is hidden by them.
/// </summary>
internal sealed record Privacy(IReadOnlyList<string> WhiteListIds, IReadOnlyList<string> BlackListIds)
{
    /// <summary>Who may see it, exceptions aside: everybody (<c>PUBLIC</c>) or nobody (<c>PRIVATE</c>).</summary>
    public string Mode { get; init; } = "PUBLIC";

    /// <summary>No exceptions.</summary>
    public static readonly Privacy Nobody = new([], []);

    /// <summary>Nobody is let see it: how a company begins (OpenAPI 1.59.2).</summary>
    public static readonly Privacy Closed = Nobody with { Mode = "PRIVATE" };

    /// <summary>Whether there are none, and everybody may see it.</summary>
    public bool IsBlank() => WhiteListIds.Count == 0 && BlackListIds.Count == 0 && Mode == "PUBLIC";
}
