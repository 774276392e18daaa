using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Partners;

/// <summary>The ports of a network service provider (000:5410).</summary>
internal static class ListProviderPorts
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/networkServiceProvider/{username}/regions", Handle)
        .Documented("057", "List a network service provider's ports")
        .Tells("Lists the ports at which a network service provider can be reached. partner is an object without "
            + "members: only cloud partners have an offer.")
        .With(PartnerNaming.Provider)
        .Answers<Results<PartnerPort>>(200)
        .Answers(ServiceErrors.CompanyNotFound)
        .Assumes("Any logged-in user may read it; a company that is no such partner isn't found; deleted ports are "
            + "left out; the oldest port comes first.");

    private static Answer<Results<PartnerPort>> Handle(string username, Turn turn) =>
        new Results<PartnerPort>([
            .. turn.Rows.PortsThereOf(turn.ProviderNamed(username))
                .Select(port => new PartnerPort(port, turn.Reference.Metro(port.MetroId))),
        ]);
}
