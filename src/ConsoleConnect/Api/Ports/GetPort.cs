using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>Reads a port: public to any logged-in user (000:4366).</summary>
internal static class GetPort
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/ports/{portId}", Handle)
        .Documented("048", "Read port details")
        .Tells("Shows one port of a company. capacity.utilised counts outgoing connections, those being deleted too, "
            + "and never incoming ones.")
        .With(Parameters.Company, Parameters.Port)
        .Answers<PortDetails>(200)
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.PortNotFound);

    private static Answer<PortDetails> Handle(string companyName, string portId, Turn turn)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        return turn.DetailsOf(turn.Rows.ReadPort(company, portId));
    }
}
