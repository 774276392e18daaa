using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Ports;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Clouds;

/// <summary>Looks what an Azure service key is for (OpenAPI 1.0.0, POST AZURE/serviceKey).</summary>
internal static class VerifyAzureKey
{
    private static readonly BodyMember<string> AzureServiceKey = Body.NeededText(
        "azureServiceKey", "The circuit's service key, a uuid.");

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(AzureServiceKey);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/company/{username}/connections/directConnectPartner/AZURE/serviceKey", Handle)
        .Published("121", "Verify an Azure service key")
        .Tells(
            "Says what an Azure service key is for: its bandwidth and the pair of Azure's ports that a connection with "
            + "it leads to. Any uuid is a key, and what it is for follows from its digits: the first counts through "
            + "Azure's speeds (0 is 50 Mbps, 1 is 100, 2 is 200, 3 is 500, 4 is 1000, 5 is 2000, 6 is 5000, 7 is "
            + "10000, and so on round), the second through its locations (even: Washington DC, odd: London), and the "
            + "last three are its outer tag. All zeros is an unknown key.")
        .Needs(NetworkAction.ReadConnection, "username")
        .With(CloudsChapter.Username)
        .Takes(Schema, """{"azureServiceKey": "1d4f7b2a-8e63-4c95-a7d0-3b9e5f6c2187"}""")
        .Answers<KeyShown>(200)
        .Answers(
            ServiceErrors.NoCloudDestinationPort, ServiceErrors.ServiceKeyInvalid, ServiceErrors.ServiceKeyNotFound)
        .Assumes(
            "What a key is for, and that none expires. provisionState is Provisioned once the key is used. The names "
            + "of Azure's devices. That both ports are whole, where the published sample has two objects without "
            + "members. Everybody who may read connections may ask.");

    private static async Task<Answer<KeyShown>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var key = ServiceKey.Read(body.Checked(Schema).Of(AzureServiceKey));
        var circuit = key.CircuitAmong(turn.CloudPorts(turn.CloudOf(PartnerType.Azure)));
        var used = await turn.Db.CloudKeys.AnyAsync(known => known.Key == key.Uuid, ct);
        return new KeyShown(circuit, used, turn.Reference.Metro(circuit.Primary.MetroId).Name);
    }

    /// <summary>What a key is for.</summary>
    internal sealed class KeyShown(AzureCircuit circuit, bool used, string metro)
    {
        public CircuitShown AzureConfig => new(circuit, used, metro);
        public PortInConnection PrimaryPort => new(circuit.Primary);
        public PortInConnection SecondaryPort => new(circuit.Secondary);
    }

    /// <summary>The circuit.</summary>
    internal sealed class CircuitShown(AzureCircuit circuit, bool used, string metro)
    {
        /// <summary>Null, as the published sample has it: the caller knows it.</summary>
        public string? ServiceKey => null;
        public string Primary => Device(1, "PRI");
        public string Secondary => Device(2, "SEC");
        public string ProvisionState => used ? "Provisioned" : "NotProvisioned";
        public string Status => "Enabled";

        /// <summary>Mbps.</summary>
        public int Bandwidth => circuit.Bandwidth;
        public int Stag => circuit.Stag;

        private string Device(int number, string which) =>
            $"{metro.ToUpperInvariant().Replace(' ', '-')}-EXR-{number}-{which}-A";
    }
}
