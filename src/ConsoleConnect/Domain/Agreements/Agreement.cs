namespace Emulator.Domain.Agreements;

/// <summary>What an agreement is about (OpenAPI 1.0.0): it corresponds to a product's operations.</summary>
internal enum AgreementType
{
    /// <summary>Ports.</summary>
    ConsolePortServiceTerms,

    /// <summary>Layer 2 connections, to clouds too.</summary>
    L2Connection,

    /// <summary>CloudRouters and their sites.</summary>
    ConsoleCloudrouterSpecificTerms,

    /// <summary>Internet On-Demand.</summary>
    GiaService,
}

/// <summary>That a company has agreed to the terms of a product.</summary>
internal sealed class Agreement
{
    /// <summary>The version that is current where none is named: the one that the editions' sample has.</summary>
    public const string CurrentVersion = "1.0";

    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>Who agreed on the company's behalf.</summary>
    public required string UserId { get; init; }

    public required AgreementType Type { get; init; }

    /// <summary>The terms' version, as sent.</summary>
    public required string Version { get; init; }

    /// <summary>When it was agreed to, UTC.</summary>
    public required DateTimeOffset Date { get; init; }
}

/// <summary>That ordering a product needs the company's agreement: a sandbox's setting.</summary>
internal sealed class RequiredAgreement
{
    public required AgreementType Type { get; init; }
}
