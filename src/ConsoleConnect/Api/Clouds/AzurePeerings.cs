using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Clouds;

namespace Emulator.Api.Clouds;

/// <summary>What the operations on Azure's peerings have in common.</summary>
internal static class AzurePeerings
{
    public const string Route =
        "/api/company/{username}/connections/directConnectPartner/AZURE/layer2/{connectionId}/peering/{peeringType}";

    private const string TypeMeaning = "With which of Azure's services: PRIVATE or MICROSOFT; or PUBLIC, which later "
        + "editions dropped.";

    public static readonly ParameterExample Company = new("username", "bloggs", Parameters.Company.Meaning);

    public static readonly ParameterExample Connection = new(
        "connectionId",
        "66f4c0d2c2e6a1b4d75e91a6",
        "The id of a connection to Azure; of a group, not of one of its subconnections.");

    /// <summary>The type of the peering that is there.</summary>
    public static readonly ParameterExample Type = new("peeringType", "PRIVATE", TypeMeaning)
    {
        OneOf = Spelling.All<AzurePeeringType>(),
    };

    /// <summary>The type of one that can be added.</summary>
    public static readonly ParameterExample OtherType = Type with { Example = "MICROSOFT" };

    /// <summary>Reads the type that a path names.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PeeringTypeUnknown"/>.</exception>
    public static AzurePeeringType TypeOf(string sent, Notes notes)
    {
        var type = Spelling.Read<AzurePeeringType>(sent)
            ?? throw ServiceErrors.PeeringTypeUnknown.Because("The last step of the path is PRIVATE or MICROSOFT.");
        if (type == AzurePeeringType.Public)
        {
            notes.Add("The peering type PUBLIC is of OpenAPI 1.0.0 only: later editions dropped it");
        }

        return type;
    }

    /// <summary>Whether a connection leads to Azure.</summary>
    public static bool LeadsToAzure(this Turn turn, Connection connection) =>
        turn.Reference.Company(connection.DestCompanyId).Partner == PartnerType.Azure;

    /// <summary>A peering as it is answered.</summary>
    public static async Task<AzurePeeringShown> Shown(
        this Turn turn,
        AzurePeering peering,
        Connection connection,
        CancellationToken ct)
    {
        IReadOnlyList<string> names = connection.DestPort is { } port
            ? [port.Name]
            : [.. (await turn.Db.SubconnectionsOf(connection, ct)).Select(sub => sub.DestPort?.Name).OfType<string>()];
        return new AzurePeeringShown(peering, names);
    }
}
