using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Clouds;

/// <summary>Takes a peering of a connection to Azure back (OpenAPI 1.0.0, DELETE AZURE peering).</summary>
internal static class DeleteAzurePeering
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete(AzurePeerings.Route, Handle)
        .Published("120", "Delete an Azure connection's peering")
        .Tells("Takes a peering of a connection to Azure back, whether or not it is in force yet. Another can be set "
            + "in its place.")
        .Needs(NetworkAction.UpdateConnection, "username")
        .With(AzurePeerings.Company, AzurePeerings.Connection, AzurePeerings.Type)
        .Answers<NothingToTell>(200)
        .Answers(
            ServiceErrors.ConnectionNotFound,
            ServiceErrors.NoAzureConnection,
            ServiceErrors.PeeringTypeUnknown,
            ServiceErrors.PeeringNotFound)
        .Assumes("The answer, an object without members, and all refusals. That it is gone at once.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string connectionId,
        string peeringType,
        Notes notes,
        Turn turn,
        CancellationToken ct)
    {
        var type = AzurePeerings.TypeOf(peeringType, notes);
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        AzurePeering.MustBelongTo(connection, turn.LeadsToAzure(connection));
        var peering = await turn.Db.AzurePeerings.OfType(connection, type, ct);
        AzurePeeringStateMachine.Table.Fire(peering, AzurePeeringTrigger.Delete, turn.Now);
        return NothingToTell.Instance;
    }
}
