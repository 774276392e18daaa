using Emulator.Domain.Companies;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Partners;

/// <summary>The partner that a route names.</summary>
internal static class PartnerNaming
{
    public static readonly ParameterExample CloudPartner = new("username", "amazon", "The username of the cloud "
        + "partner: amazon, azure, google_cloud, tencent-cloud, alibaba_cloud, ibm, oracle or ovhcloud.");

    public static readonly ParameterExample Provider = new("username", "internet", "The username of the network "
        + "service provider.");

    /// <summary>A cloud partner (DCP).</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.CompanyNotFound"/>: there is no such company, or it is none.
    /// </exception>
    public static Company CloudPartnerNamed(this Turn turn, string username) =>
        turn.Reference.CompanyNamed(username) is { IsCloudProvider: true } partner
            ? partner
            : throw NoPartner(username, "direct connect partner");

    /// <summary>A network service provider (NSP).</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.CompanyNotFound"/>: there is no such company, or it is none.
    /// </exception>
    public static Company ProviderNamed(this Turn turn, string username) =>
        turn.Reference.CompanyNamed(username) is { Partner: PartnerType.Nsp } provider
            ? provider
            : throw NoPartner(username, "network service provider");

    private static Refusal NoPartner(string username, string kind) =>
        ServiceErrors.CompanyNotFound.Because($"{username} is a company, but no {kind}.");
}
