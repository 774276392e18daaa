using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Api.EdgeSim;

/// <summary>
/// Which company a body means: the one of the path, or, where the path has the caller's own id, any in which the caller
/// may.
/// </summary>
internal static class CompanyAsked
{
    /// <summary>The company.</summary>
    /// <param name="sent">What the body has; null where it has nothing.</param>
    /// <param name="inPath">What the path has.</param>
    /// <param name="admitted">The company that the path stands for.</param>
    /// <param name="action">What the caller must be allowed to there.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SimCompanyMismatch"/>, <see cref="EmulatorErrors.CompanyNotFound"/>,
    /// <see cref="ServiceErrors.AccessDenied"/>.
    /// </exception>
    public static Company Of(string? sent, string inPath, Company admitted, CompanyAction action, Turn turn)
    {
        if (sent is null or "" || turn.Reference.FindCompany(sent)?.Id == admitted.Id)
        {
            return admitted;
        }

        if (turn.Reference.FindCompany(inPath) is not null || turn.Reference.FindCompany(sent) is null)
        {
            throw ServiceErrors.SimCompanyMismatch.Because(
                $"The path stands for {admitted.Username}, whose id is {admitted.Id}: send that, or leave companyId "
                + "out where it isn't needed.",
                sent);
        }

        return turn.Company(sent, action);
    }
}
