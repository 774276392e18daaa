using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Partners;

/// <summary>The ports of a cloud partner, each in one of its regions (000:5303).</summary>
internal static class ListCloudRegions
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/directConnectPartner/{username}/regions", Handle)
        .Documented("055", "List a cloud partner's ports")
        .Tells(
            "Lists the ports at which a cloud partner can be reached; each stands for one of its regions. "
            + "partner.connectionSpeeds are what can be had there, "
            + "AUTOMATIC or MANUAL by how the partner's side is provisioned.")
        .With(PartnerNaming.CloudPartner)
        .Answers<Results<PartnerPort>>(200)
        .Answers(ServiceErrors.CompanyNotFound)
        .Assumes("Any logged-in user may read it; a company that is no such partner isn't found; deleted ports are "
            + "left out; the oldest port comes first.");

    private static Answer<Results<PartnerPort>> Handle(string username, Turn turn) =>
        new Results<PartnerPort>([
            .. turn.Rows.PortsThereOf(turn.CloudPartnerNamed(username))
                .Select(port => new PartnerPort(port, turn.Reference.Metro(port.MetroId))),
        ]);
}
