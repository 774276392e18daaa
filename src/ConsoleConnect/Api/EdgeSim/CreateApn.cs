using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Makes an APN of a plan's (OpenAPI 1.59.2).</summary>
internal static class CreateApn
{
    private const string Example = """
        {
          "apn": "meters.bloggs.example", "location": "London", "friendlyName": "Meters", "subnet": "10.192.0.0/10",
          "ipAvailable": true, "serviceType": "PRIVATE", "dbConnection": "radius-4", "apnAcl": "ACL-4",
          "apnVrf": "VRF-4", "router1": "100.64.2.4", "router2": "100.64.3.4", "priority": 2,
          "createdByAgent": "joe", "capacitySoftLimit": "400", "capacityHardLimit": "500", "firewallDevice": "fw-4",
          "adom": "edge", "vdom": "edge-4", "notificationProvider": "emulated", "complianceProvider": "emulated",
          "billingProvider": "emulated", "simPoolProvider": "emulated", "simProvider": "emulated",
          "subnetProvider": "emulated", "dnsProvider": "emulated", "ipAllocatorProvider": "emulated",
          "radiusProvider": "emulated", "firewallProvider": "emulated", "templateProvider": "emulated",
          "internetRouteTarget": "64512:904", "primaryDNS": "100.64.0.53", "secondaryDNS": "100.64.1.53",
          "apnVrfRt": "64512:104", "genericIp": "100.64.4.4", "mplsInterface": "mpls-4", "internetInterface": "inet-4"
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/iot-imsi-profile/{id}/apns", Handle)
        .Published("175", "Make an APN of a plan")
        .Tells("Makes an APN of a company's own plan: all that is sent is kept and shown. The company's pools and "
            + "orders can use it.")
        .ItselfNeeds(NetworkAction.CreateApn)
        .With(EdgeSimChapter.OwnPlan)
        .Takes(ApnMembers.Schema, Example)
        .Answers<ApnShape>(200)
        .Answers(ServiceErrors.ImsiPlanRefused, ServiceErrors.AccessDenied)
        .Assumes("That apn has to be sent, and nothing else; that priority is 1 where none is. That an unknown plan is "
            + "answered with 401, as printed, and never with the 400 beside it. That only staff can change plans for "
            + "everybody. What the service sets itself (id and the times) is ignored.");

    private static async Task<Answer<ApnShape>> Handle(
        string id, RequestBody body, Turn turn, CancellationToken ct)
    {
        var plan = await Plans.ToChange(turn, id, NetworkAction.CreateApn, ct);
        var asked = body.Checked(ApnMembers.Schema);
        var apn = new SimApn
        {
            Id = turn.Ids.NextUuid(),
            ProfileId = plan.Id,
            Settings = ApnMembers.Of(asked),
            CreatedAt = turn.Now.At,
            UpdatedAt = turn.Now.At,
        };
        turn.Db.Add(apn);
        return new ApnShape(apn);
    }
}
