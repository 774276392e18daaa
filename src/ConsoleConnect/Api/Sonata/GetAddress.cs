using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>Reads a facility as an address (OpenAPI 1.59.2).</summary>
internal static class GetAddress
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mefApi/sonata/geographicAddressManagement/v7/geographicAddress/{id}", Handle)
        .Published("196", "Read an address")
        .Tells("Shows the address of a data center facility: locality is its metro, subUnitNumber the name that orders "
            + "know it by.")
        .AskedByABuyer(NetworkAction.ReadGeographicAddress)
        .With(new ParameterExample("id", "5a8ba936c2e6a1b4d75132f8", "The address's id: a facility's."))
        .Answers<GeographicAddress>(200)
        .Answers(ServiceErrors.SonataNotFound)
        .Assumes("That a facility which takes no orders is shown, too.");

    private static Answer<GeographicAddress> Handle(string id, HttpRequest request, Turn turn)
    {
        _ = Buyer.Of(request, turn, NetworkAction.ReadGeographicAddress);
        return turn.Reference.Facility(id) is { } facility
            ? new GeographicAddress(facility, namesBuilding: false)
            : throw ServiceErrors.SonataNotFound.Because(
                $"No data center facility has the id {id.Named()}; "
                + "POST /mefApi/sonata/geographicAddressManagement/v7/geographicAddressValidation finds those of a "
                + "city.",
                "address",
                id);
    }
}
