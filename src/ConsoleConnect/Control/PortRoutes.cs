using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// What the Console Connect team does with ports, and what happens to their links: they are closed to services before
/// the end of their life, and their links fail (OpenAPI 1.59.2).
/// </summary>
internal static class PortRoutes
{
    private static readonly RequestSchema Schema = new RequestSchema()
        .Text(
            "serviceStatus",
            "CLOSED: the port takes no new service, and no change of one. OPEN: it does again.",
            required: false,
            [.. Spelling.All<PortServiceStatus>()])
        .Text(
            "linkState",
            "The state of its link, until the port itself goes into service or out of it.",
            required: false,
            [.. Spelling.All<LinkState>()])
        .AndNothingElse();

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/__admin/ports/{portId}", Set)
        .OnTheSandbox("Workflows", "Close a port to services, or open it again; take its link down or up")
        .Tells("Simulates what happens to a port from outside; what isn't sent stays as it is. Services on a closed "
            + "port go on. While the link isn't UP, nothing goes through the port.")
        .With(new ParameterExample("portId", "5b03e7b3c2e6a1b4d7180eab", "The port's id."))
        .Takes(Schema, """{"serviceStatus": "CLOSED", "linkState": "DOWN"}""")
        .Produces<PortShown>().Answers(ServiceErrors.PortNotFound);

    private static async Task<Answer<PortShown>> Set(string portId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var port = await turn.Db.Ports.FindAsync([portId], ct)
            ?? throw ServiceErrors.PortNotFound.Because($"There is no port with the id {portId.Named()}.");
        if (Spelling.Read<PortServiceStatus>(asked.Text("serviceStatus")) is { } status)
        {
            port.ServiceStatus = status;
            port.UpdatedAt = turn.Now.At;
        }

        if (Spelling.Read<LinkState>(asked.Text("linkState")) is { } link)
        {
            port.SeeLink(link, turn.Now);
        }

        return new PortShown(port.Id, Spelling.Of(port.ServiceStatus), Spelling.Of(port.LinkState));
    }

    /// <summary>How it is now.</summary>
    internal sealed record PortShown(string Port, string ServiceStatus, string LinkState);
}
