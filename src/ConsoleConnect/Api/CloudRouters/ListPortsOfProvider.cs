using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.CloudRouters;

/// <summary>Lists the ports of a cloud that sites can stand on (OpenAPI 1.0.0).</summary>
internal static class ListPortsOfProvider
{
    private static readonly ParameterExample Provider = new(
        "providerId",
        "58e27698c2e6a1b4d73a1153",
        "The cloud's id, as GET /v2/companies has it; its username does as well.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/companies/cloud-providers/{providerId}/ports", Handle)
        .Published("128", "List the ports of a cloud provider")
        .Tells("Lists the ACTIVE ports at which a cloud can be reached: a bare array. Where partner.connectionSpeeds "
            + "has speeds, a site on the port names one of them as its tierRateLimit; where it has none, it needs "
            + "none.")
        .MayBeCalledBy("Every logged-in user.")
        .With(Provider)
        .Answers<IReadOnlyList<ProviderPort>>(200)
        .Answers(ServiceErrors.CompanyNotFound)
        .Assumes("A company that is no cloud isn't found. The ports of a cloud with the company type B2B are its "
            + "ordinary ones, without speeds. The oldest comes first.");

    private static Answer<IReadOnlyList<ProviderPort>> Handle(string providerId, Turn turn)
    {
        var provider = turn.Reference.CompanyNamed(providerId);
        if (provider.Cloud is null)
        {
            throw ServiceErrors.CompanyNotFound.Because(
                $"{provider.Username} is a company, but no cloud provider; GET "
                + "/v2/companies?filter={\"where\":{\"isCloudProvider\":true}} lists those.");
        }

        return new Answer<IReadOnlyList<ProviderPort>>([
            .. turn.Rows.PortsThereOf(provider)
                .Where(port => port.Status == PortStatus.Active)
                .Select(port => new ProviderPort(port)),
        ]);
    }

    /// <summary>A port of a cloud's.</summary>
    internal sealed class ProviderPort(Port port)
    {
        public string Id => port.Id;
        public string Name => port.Name;
        public string? DcfId => port.FacilityId;
        public SpeedsOfPort Partner => new(port.Partner);
    }

    /// <summary>What the cloud sells on it.</summary>
    internal sealed class SpeedsOfPort(PartnerOffer? offer)
    {
        public IReadOnlyList<PartnerSpeedShape> ConnectionSpeeds =>
            offer is null ? [] : [.. offer.Speeds.Select(speed => new PartnerSpeedShape(speed))];
    }
}
