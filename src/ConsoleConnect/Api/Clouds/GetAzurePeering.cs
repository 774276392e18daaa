using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Clouds;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Clouds;

/// <summary>Reads a peering of a connection to Azure (OpenAPI 1.0.0, GET AZURE peering).</summary>
internal static class GetAzurePeering
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(AzurePeerings.Route, Handle)
        .Published("119", "Read an Azure connection's peering")
        .Tells("Shows how a connection to Azure routes to some of Azure's services, and how far that has come there: "
            + "syncStatus is PENDING, SYNCING or SYNCED.")
        .Needs(NetworkAction.ReadConnection, "username")
        .With(AzurePeerings.Company, AzurePeerings.Connection, AzurePeerings.Type)
        .Answers<AzurePeeringShown>(200)
        .Answers(
            ServiceErrors.ConnectionNotFound,
            ServiceErrors.NoAzureConnection,
            ServiceErrors.PeeringTypeUnknown,
            ServiceErrors.PeeringNotFound)
        .Assumes("What is assumed of setting one (operation 118). That one which isn't set is not found.");

    private static async Task<Answer<AzurePeeringShown>> Handle(
        Company company,
        string connectionId,
        string peeringType,
        Notes notes,
        Turn turn,
        CancellationToken ct)
    {
        var type = AzurePeerings.TypeOf(peeringType, notes);
        var connection = await turn.Db.Connections.AsNoTracking().OfParty(company, connectionId, ct);
        AzurePeering.MustBelongTo(connection, turn.LeadsToAzure(connection));
        var peering = await turn.Db.AzurePeerings.AsNoTracking().OfType(connection, type, ct);
        return await turn.Shown(peering, connection, ct);
    }
}
