using Emulator.Domain.Companies;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Agreements;

/// <summary>What agreements are about, and what can't be ordered without one.</summary>
internal static class AgreementRules
{
    /// <summary>What is ordered under an agreement, in words.</summary>
    public static string Product(AgreementType type) => type switch
    {
        AgreementType.ConsolePortServiceTerms => "ports",
        AgreementType.L2Connection => "layer 2 connections",
        AgreementType.ConsoleCloudrouterSpecificTerms => "CloudRouters and their sites",
        _ => "Internet On-Demand services",
    };

    /// <summary>The refusal of an order whose agreement the sandbox requires and the company hasn't made.</summary>
    public static Refusal NotAgreed(Company company, AgreementType type) =>
        ServiceErrors.NotAgreed.Because(
            $"{company.Username} has not agreed to {Spelling.Of(type)}, which this sandbox requires for "
            + $"{Product(type)}. POST /app-user/{company.Id}/agreements agrees.");
}
