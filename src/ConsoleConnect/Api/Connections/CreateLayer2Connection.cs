using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Emulator.Workflows;

namespace Emulator.Api.Connections;

/// <summary>
/// Asks for a layer 2 connection, to oneself or to another company (000:6501-6515, 001:455, 001:1147).
/// </summary>
internal static class CreateLayer2Connection
{
    private const string VlanMeaning = "A VLAN from 1 to 4094; null or left out lets the service choose.";

    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "The connection's name, for both sides to begin with.");

    private static readonly BodyMember<string> PortId = Body.NeededId("portId", "The source port.");

    private static readonly BodyMember<int> Speed = Body.NeededInteger(
        "speed", "Mbps; within what the source port has left.", minimum: 1);

    private static readonly RequestSchema Schema = new RequestSchema()
        .Text("type", "LAYER2.", required: true, "LAYER2")
        .With(Name, PortId, Speed)
        .Id("destMetroId", "The metro the connection leads to; where a destPortId or a destDcf is sent it follows "
            + "from that.")
        .Text("destCompany", "The username (or id) of the company it leads to; your own for a connection to self.")
        .Id("destPortId", "The destination port, for a connection to self.")
        .Id("regionId", "The region it comes from.")
        .Id("destRegionId", "The region it leads to.")
        .Id("destDcf", "The facility it leads to.")
        .Integer("tag", "The VLAN of the source's side, by its older name.", nullable: true, minimum: 1, maximum: 4094)
        .Boolean("untagged", "An untagged connection: the port is dedicated to it, and must be empty.")
        .Boolean("destUntagged", "The same on the other side, for a connection to self.")
        .Boolean("qinQ", "QinQ.")
        .Ids("addonIds", "Add-ons.")
        .Objects("scheduledTaskList", "What is to be done with it, and when.", new RequestSchema()
            .Text("scheduledAt", "When.")
            .Text("action", "What.")
            .Object("options", "How.", new RequestSchema().Integer("speed", "The speed to have, Mbps.")))
        .Text("discountCode", "A discount code; the connection keeps it, and shows the discount's id.")
        .Text("paymentTransactionId", "With creditcard only, which only the web application takes.")
        .Text("paymentType", "invoice or plan.", required: false, "invoice", "plan", "creditcard")
        .Integer("duration", "How long it runs, in durationUnit.", minimum: 1)
        .Text("durationUnit", "d, w, m or y.", required: false, "d", "w", "m", "y")
        .Boolean("evergreen", "Whether it continues after that.")
        .Text(
            "classOfService",
            "GOLD, SILVERPLUS, SILVER or BRONZE. Companies whose businessType is Enterprise always get BRONZE, those "
                + "whose is Wholesaler SILVER, or GOLD where they ask for it.",
            required: false,
            "GOLD",
            "SILVERPLUS",
            "SILVER",
            "BRONZE")
        .Integer("srcVlanRequest", VlanMeaning, nullable: true, minimum: 1, maximum: 4094)
        .Integer("destVlanRequest", VlanMeaning, nullable: true, minimum: 1, maximum: 4094);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/v2/company/{companyName}/connections/layer2", Handle)
            .Documented("064", "Create a layer 2 connection request", "091", "095")
            .Tells(
                "Asks for a layer 2 connection from one of the company's ports, and reserves its bandwidth there; "
                    + "creating it is the source's approval. To oneself it approves "
                    + "itself after a moment; "
                    + "to another company it waits for that company, which approves it, updates it with its portId "
                    + "(which approves it), or rejects it; to a cloud partner it waits in "
                    + "PENDING_ACCEPTANCE. The support of oracle, tencent-cloud, vultrcloud and huaweicloud approves "
                    + "as any other company does, after half a minute.")
            .Needs(NetworkAction.CreateConnection)
            .NeedsAgreement(AgreementType.L2Connection)
            .With(Parameters.Company)
            .Takes(
                Schema,
                """
                {"type": "LAYER2", "name": "Layer 2 Connection", "portId": "576247795c9de0b91e8b8576", "speed": 10,
                "destMetroId": "1232413986c08c061dd8c45f", "destCompany": "CompanyA"}
                """,
                "destMetroId",
                "destCompany")
            .Answers<ConnectionDetails>(200)
            .Answers(
                ServiceErrors.PortNotFound,
                ServiceErrors.MetroNotFound,
                ServiceErrors.FacilityNotFound,
                ServiceErrors.SamePortTwice,
                ServiceErrors.NoActiveSourcePort,
                ServiceErrors.NoActiveDestinationPort,
                ServiceErrors.CapacityExceeded,
                ServiceErrors.PortClosed,
                ServiceErrors.PortIsSingleService,
                ServiceErrors.PortMustBeEmpty,
                ServiceErrors.VlanNotOffered,
                ServiceErrors.VlanInUse,
                ServiceErrors.NoVlanLeft,
                ServiceErrors.UntaggedQinQ,
                ServiceErrors.EntitlementExceeded,
                ServiceErrors.AddonNotFound,
                ServiceErrors.TransactionRequired,
                ServiceErrors.CreditcardOnlyOnWeb)
            .Assumes(
                "Where the destination's company or metro is left out it is that of destPortId or destDcf: editions of "
                    + "the documents differ in what they require. "
                    + "addonIds are those that the destination sells to the asking company in that region; others are "
                    + "refused. The VLAN that is assigned where none is asked for, and the words of scheduled tasks. A "
                    + "plan's entitlement limits what each of its ports has between two regions that it names, nothing "
                    + "else. That a discount code without a known discount is kept, too, and has no discountId.");

    private static async Task<Answer<ConnectionDetails>> Handle(
        Company src, RequestBody body, Notes notes, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        CreditCards.Refuse(asked.Text("paymentType"), asked.Has("paymentTransactionId"));
        var from = await turn.Db.Ports.OwnedBy(src, asked.Of(PortId), ct);
        var to = asked.Text("destPortId") is { } destPortId ? await turn.Db.Ports.Delivered(destPortId, ct) : null;
        var dest = DestCompany(asked, turn, to);
        if (to is not null && to.CompanyId != dest.Id)
        {
            throw ServiceErrors.PortNotFound.Because($"destPortId {to.Id} is no port of {dest.Username}'s.");
        }

        var srcMetro = turn.Reference.Metro(from.MetroId);
        var destMetro = DestMetro(asked, turn, to);
        var connection = Draft(asked, turn.Ids.Next(), src, dest, from, to, srcMetro, destMetro, turn.Now.At);
        await ChoosingAddons.MustSell(turn.Db, connection.AddonIds, src, dest, destMetro, ct);
        OpeningAConnection.Open(connection, Standing(from), to is null ? null : Standing(to), dest, turn.Now);
        UsingAPlan.MustCover(turn.Db, connection, turn.Reference);
        turn.Db.Add(connection);
        foreach (var task in connection.ScheduledTasks)
        {
            turn.Db.ScheduledRuns.Add(ScheduledRun.Plan(turn.Ids.Next(), connection, task, InstantOf(task), turn.Now));
        }

        if (asked.Text("classOfService") is { } wanted && wanted != connection.ClassOfService)
        {
            notes.Add(
                $"classOfService {wanted} was asked for: {src.Username}, whose businessType is "
                + $"{src.Profile.BusinessType}, gets {connection.ClassOfService} (OpenAPI 1.59.2)");
        }

        if (to is null && !dest.IsCloudProvider && !await NamingAPort.HasOneIn(turn.Db, dest, destMetro, ct))
        {
            notes.Add(
                $"{dest.Username} has no ACTIVE port in {destMetro.Name} ({destMetro.Id}), "
                + $"so that it can't approve until it has one: GET /api/company/{dest.Username}/metro/capabilities "
                + "lists the metros where it has ports");
        }

        await GivingAReply.Ask(turn.Db, connection, turn.Now, ct);
        return await turn.DetailsOf(connection, src, ct);

        OpeningAConnection.Standing Standing(Port port) => new(port, turn.Rows.UseOf(port));
    }

    private static Company DestCompany(Asked asked, Turn turn, Port? to) =>
        asked.Text("destCompany") is { } name ? turn.Reference.CompanyNamed(name)
        : to is not null ? turn.Reference.Company(to.CompanyId)
        : throw ServiceErrors.MissingProperty.Because("destCompany is the username of the company the connection "
            + "leads to (000:6640).", "", "destCompany");

    private static Metro DestMetro(Asked asked, Turn turn, Port? to) =>
        to is not null ? turn.Reference.Metro(to.MetroId)
        : asked.Text("destMetroId") is { } id ? turn.Reference.MetroNamed(id)
        : asked.Text("destDcf") is { } facility ? turn.Reference.Metro(turn.Reference.FacilityNamed(facility).MetroId)
        : throw ServiceErrors.MissingProperty.Because(
            "destMetroId is the metro the connection leads to (000:6640). "
            + "GET /api/company/{companyUsername}/metro/capabilities lists a company's metros.", "", "destMetroId");

    private static Connection Draft(
        Asked asked,
        string id,
        Company src,
        Company dest,
        Port from,
        Port? to,
        Metro srcMetro,
        Metro destMetro,
        DateTimeOffset at) =>
        new()
        {
            Id = id,
            SrcCompanyId = src.Id,
            DestCompanyId = dest.Id,
            SrcPortId = from.Id,
            DestPortId = to?.Id,
            SrcMetroId = srcMetro.Id,
            DestMetroId = destMetro.Id,
            SrcRegionId = asked.Text("regionId") ?? srcMetro.RegionIds.FirstOrDefault(),
            DestRegionId = asked.Text("destRegionId") ?? destMetro.RegionIds.FirstOrDefault(),
            DestFacilityId = asked.Text("destDcf"),
            Speed = asked.Of(Speed),
            SrcName = asked.Of(Name),
            DestName = asked.Of(Name),
            Tag = asked.Integer("tag"),
            SrcUntagged = asked.Boolean("untagged") ?? false,
            DestUntagged = to is not null && (asked.Boolean("destUntagged") ?? false),
            QinQ = asked.Boolean("qinQ") ?? false,
            SrcVlanRequest = asked.Integer("srcVlanRequest"),
            DestVlanRequest = asked.Integer("destVlanRequest"),
            ClassOfService = ClassesOfService.For(src, asked.Text("classOfService")),
            PaymentType = asked.Text("paymentType") ?? "invoice",
            Duration = asked.Integer("duration"),
            DurationUnit = asked.Text("durationUnit"),
            Evergreen = asked.Boolean("evergreen") ?? false,
            DiscountCode = asked.Text("discountCode"),
            PaymentTransactionId = asked.Text("paymentTransactionId"),
            AddonIds = asked.Texts("addonIds"),
            ScheduledTasks = [.. asked.Objects("scheduledTaskList").Select(ScheduledTaskOf)],
            CreatedAt = at,
        };

    private static DateTimeOffset InstantOf(ScheduledTask task) =>
        Instants.Read(task.ScheduledAt)
            ?? throw ServiceErrors.WrongFormat.Because($"\"{task.ScheduledAt}\" is no instant such as "
                + "2026-03-01T12:00:00Z.", "/scheduledTaskList/scheduledAt", "date-time");

    private static ScheduledTask ScheduledTaskOf(Asked task) =>
        new(task.Text("scheduledAt") ?? "", task.Text("action") ?? "", task.Object("options").Integer("speed"));
}
