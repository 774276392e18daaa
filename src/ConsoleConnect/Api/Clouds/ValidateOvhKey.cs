using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.Clouds;

/// <summary>Looks what a service key of OVHcloud's is for (OpenAPI 1.59.2, ovh-service-key/validate).</summary>
internal static class ValidateOvhKey
{
    private static readonly BodyMember<string> Key = Body.NeededText(
        "serviceKey", "The service key from OVHcloud: a uuid, which may have EU. before it.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(Key);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/ovh-service-key/validate", Handle)
        .Published("148", "Validate an OVHcloud service key")
        .Tells(
            "Says what a service key of OVHcloud is for: the port, the bandwidth, and the speeds available with it. "
            + "Any uuid is a key, and what it is for follows from its digits: the first counts through the speeds of "
            + "OVHcloud's port, the slowest being 0, and so on round; the second through OVHcloud's ports in the order "
            + "of GET /api/directConnectPartner/ovhcloud/regions. All zeros is an unknown key.")
        .Takes(Schema, """{"serviceKey": "3c7a1f52-6b0e-4d98-8e21-f49c5ad7b603"}""")
        .Answers<KeyShown>(200)
        .Answers(
            ServiceErrors.NoCloudDestinationPort, ServiceErrors.ServiceKeyInvalid, ServiceErrors.ServiceKeyNotFound)
        .Assumes("What a key is for, and that none expires: a used one is answered, too.");

    private static Answer<KeyShown> Handle(RequestBody body, Turn turn)
    {
        var key = ServiceKey.Read(body.Checked(Schema).Of(Key));
        return new KeyShown(key.ServiceAmong(turn.CloudPorts(turn.CloudOf(PartnerType.Ovhcloud))));
    }

    /// <summary>What a key is for.</summary>
    internal sealed class KeyShown(OvhService service)
    {
        /// <summary>Mbps.</summary>
        public int Bandwidth => service.Bandwidth;
        public string Region => service.Port.Partner!.RegionName;
        public string PortId => service.Port.Id;
        public IReadOnlyList<PartnerSpeedShape> BandwidthTiers =>
            [.. service.Tiers.Select(tier => new PartnerSpeedShape(tier))];

        public string PortName => service.Port.Name;
        public string? DataCenterFacilityId => service.Port.FacilityId;
    }
}
