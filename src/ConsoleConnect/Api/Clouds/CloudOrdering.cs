using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Clouds;

/// <summary>What the orders of all clouds have in common: members, ports, terms and payment.</summary>
internal static class CloudOrdering
{
    /// <summary>What a VLAN of the customer's port means.</summary>
    public const string VlanMeaning = "The VLAN on the source port, 1 to 4094: a number, a list with one for each "
        + "subconnection, or null, so that the service chooses the lowest that is free.";

    /// <summary>What all of them are refused for.</summary>
    public static readonly ServiceError[] Refusals =
    [
        ServiceErrors.CompanyNotVerifiedForClouds,
        ServiceErrors.NoCloudSourcePort,
        ServiceErrors.NoCloudDestinationPort,
        ServiceErrors.CloudSpeedNotOffered,
        ServiceErrors.CapacityExceeded,
        ServiceErrors.PortIsSingleService,
        ServiceErrors.SamePortTwice,
        ServiceErrors.VlanNotOffered,
        ServiceErrors.VlanInUse,
        ServiceErrors.VlansNotDistinct,
        ServiceErrors.NoVlanLeft,
        ServiceErrors.DurationTooLong,
        ServiceErrors.EntitlementExceeded,
        ServiceErrors.TransactionRequired,
        ServiceErrors.CreditcardOnlyOnWeb,
    ];

    /// <summary>What is assumed of all of them.</summary>
    public const string Assumed = "All refusals but the three that OpenAPI 1.0.0 prints for IBM. That durations in d "
        + "and w are taken, too, and that paymentType payg is invoice. A speed that the cloud's port has as MANUAL "
        + "leaves the connection MANUAL until support acts, which is firing Create at "
        + "/__admin/workflows/connections/{id}. With paymentType plan the source port must be on a plan. "
        + "Without a classOfService it is BRONZE, as in a published sample. That a code without a known discount is "
        + "kept, too.";

    /// <summary>What it is to be called.</summary>
    public static readonly BodyMember<string> Name = Body.NeededText("name", "The connection's name, or the group's.");

    /// <summary>The same where it is missed in IBM's words.</summary>
    public static readonly BodyMember<string> NameArgument = Argument("name", "The connection's name.");

    private static readonly string[] Classes = ["BRONZE", "SILVER", "GOLD"];

    /// <summary>Adds the members that all of them take.</summary>
    /// <param name="schema">The schema, with what is the cloud's own.</param>
    /// <param name="classes">The classes of service that the cloud has; null for all.</param>
    public static RequestSchema WithTerms(this RequestSchema schema, string[]? classes = null) => schema
        .Integer("duration", "How long it runs, in durationUnit: at most 6 d, 3 w, 36 m or 3 y.", minimum: 1)
        .Text("durationUnit", "d, w, m or y.", required: false, Term.Units)
        .Boolean("evergreen", "Whether it continues from month to month after that.")
        .Text(
            "paymentType",
            "invoice; or plan, where the source port is on one. payg, of an older sample, is invoice.",
            required: false,
            "invoice",
            "plan",
            "payg",
            "creditcard")
        .Text("classOfService", "The class of service.", required: false, classes ?? Classes)
        .IntegerOrList("srcVlanRequest", VlanMeaning, minimum: 1, maximum: 4094)
        .Id("regionId", "The region it comes from: one of the source port's metro.")
        .Id("destRegionId", "The region it leads to: one of the destination port's metro.")
        .Text("discountCode", "A discount code; the connection keeps it, and shows the discount's id.");

    /// <summary>A text that has to be sent, and is missed in the words of IBM's route.</summary>
    public static BodyMember<string> Argument(string name, string meaning) =>
        new(Body.Text(name, meaning).Told, (asked, of) => asked.Text(of) ?? throw Missing(of));

    /// <summary>The same of a whole number from 1.</summary>
    public static BodyMember<int> NumberArgument(string name, string meaning) =>
        new(Body.Integer(name, meaning, minimum: 1).Told, (asked, of) => asked.Integer(of) ?? throw Missing(of));

    /// <summary>Refuses what is missing, in the words of IBM's route.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ArgumentRequired"/>.</exception>
    public static void MustHave(this Asked asked, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!asked.Has(name) || (asked.IsText(name) && asked.Text(name)!.Length == 0))
            {
                throw Missing(name);
            }
        }
    }

    /// <summary>The cloud's company.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoCloudDestinationPort"/>: there is none.</exception>
    public static Company CloudOf(this Turn turn, PartnerType type) =>
        turn.Reference.Companies.FirstOrDefault(company => company.Partner == type)
        ?? throw ServiceErrors.NoCloudDestinationPort.Because("No company is this cloud in the world that the "
            + "emulator was started with.");

    /// <summary>A port of the customer's, in service.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoCloudSourcePort"/>.</exception>
    public static async Task<Port> CloudSource(this Turn turn, Company company, string id, CancellationToken ct) =>
        CloudRules.SourceIn(
            await turn.Db.Ports.FirstOrDefaultAsync(
                port => port.Id == id && port.CompanyId == company.Id && port.DeliveredAt != null, ct),
            id,
            company);

    /// <summary>A port of the cloud's, in service.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoCloudDestinationPort"/>.</exception>
    public static async Task<Port> CloudDestination(this Turn turn, Company cloud, string id, CancellationToken ct) =>
        CloudRules.DestinationIn(
            await turn.Db.Ports.FirstOrDefaultAsync(port => port.Id == id && port.DeliveredAt != null, ct), id, cloud);

    /// <summary>The cloud's ports in service, oldest first.</summary>
    public static IReadOnlyList<Port> CloudPorts(this Turn turn, Company cloud) =>
    [
        .. turn.Rows.PortsThereOf(cloud)
            .Where(port => port.Status == PortStatus.Active && port.Partner is not null),
    ];

    /// <summary>The order, with what all of them have in common.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="src">The customer.</param>
    /// <param name="cloud">The cloud.</param>
    /// <param name="lines">The lines, without VLANs.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.CreditcardOnlyOnWeb"/>, <see cref="ServiceErrors.DurationTooLong"/>,
    /// <see cref="ServiceErrors.VlansNotDistinct"/>, <see cref="EmulatorErrors.NotAllowedValue"/>.
    /// </exception>
    public static CloudOrder OrderOf(
        this Asked asked,
        Turn turn,
        Company src,
        Company cloud,
        IReadOnlyList<CloudLine> lines)
    {
        var payment = asked.Text("paymentType") ?? "invoice";
        CreditCards.Refuse(payment, hasTransaction: false);
        if (asked.Integer("duration") is { } duration)
        {
            Term.MustBeOffered(duration, asked.Text("durationUnit") ?? "m");
        }

        var vlans = asked.IntegersOrOne("srcVlanRequest").Select(vlan => (int)vlan).ToList();
        CloudRules.MustDiffer(vlans);
        return new CloudOrder
        {
            Src = src,
            Cloud = cloud,
            Name = asked.Of(Name),
            Speed = asked.Integer("speed") ?? lines[0].To.Partner!.Speeds.Min(offer => offer.Value),
            Lines = [.. lines.Select((line, index) => line with { Vlan = index < vlans.Count ? vlans[index] : null })],
            SrcRegionId = RegionOf(asked, "regionId", turn.Reference.Metro(lines[0].From.MetroId)),
            DestRegionId = RegionOf(asked, "destRegionId", turn.Reference.Metro(lines[0].To.MetroId)),
            ClassOfService = asked.Text("classOfService") ?? "BRONZE",
            PaymentType = payment == "payg" ? "invoice" : payment,
            Duration = asked.Integer("duration"),
            DurationUnit = asked.Has("duration") ? asked.Text("durationUnit") ?? "m" : asked.Text("durationUnit"),
            Evergreen = asked.Boolean("evergreen") ?? false,
            DiscountCode = asked.Text("discountCode"),
        };
    }

    /// <summary>Places the order, and asks the cloud where it is played.</summary>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static async Task<Connection> Placed(this CloudOrder order, Turn turn, CancellationToken ct)
    {
        List<string> ids = [];
        while (ids.Count < OrderingAtACloud.IdsFor(order))
        {
            ids.Add(turn.Ids.Next());
        }

        var connection = await OrderingAtACloud.Place(turn.Db, order, ids, turn.Reference, turn.Now, ct);
        await GivingAReply.Ask(turn.Db, connection, turn.Now, ct);
        return connection;
    }

    /// <summary>Refuses a destPortId that is none of the pair's.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.NotAllowedValue"/>.</exception>
    public static void MustNameOneOf(this Asked asked, IReadOnlyList<Port> pair)
    {
        if (asked.Text("destPortId") is { } id && pair.All(port => port.Id != id))
        {
            throw ServiceErrors.NotAllowedValue.Because("destPortId is one of the two ports, "
                + $"{pair[0].Id} and {pair[1].Id}, or left out.", "/destPortId");
        }
    }

    private static Refusal Missing(string name) => ServiceErrors.ArgumentRequired.Because(
        $"Send {name} (OpenAPI 1.0.0, POST connections/cloud/IBM).", name);

    private static string? RegionOf(Asked asked, string name, Metro metro) =>
        asked.Text(name) is { } id && !metro.RegionIds.Contains(id)
            ? throw ServiceErrors.NotAllowedValue.Because($"{name} is one of the regions of {metro.Name}: "
                + $"{string.Join(", ", metro.RegionIds)}.", $"/{name}")
            : asked.Text(name);
}
