using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Ports that were ordered and delivered, or on-boarded.</summary>
internal sealed class PortsInWorlds() : WorldPart(
    Name,
    "The company's ports, by a name of yours: each was ordered under the service's rules and delivered.",
    within: CompaniesInWorlds.Name)
{
    public const string Name = "ports";

    private static readonly BodyMember<string?> PortName = Body.Text(
        "name", "What it is called; the name given here where left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<int?> Speed = Body.Integer(
        "speed",
        "Mbps, as the facility offers it; 1000 where left out, and the facility has it.",
        minimum: 100,
        maximum: 1_000_000);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; ACTIVE where left out.", Spelling.All<PortStatus>());

    private static readonly string Active = Spelling.Of(PortStatus.Active);

    private static readonly string Activating = Spelling.Of(PortStatus.Activating);

    private static readonly string Onboarding = Spelling.Of(PortStatus.Onboarding);

    public override IReadOnlyList<IBodyMember> Members =>
        [PlacesInWorlds.Metro, PlacesInWorlds.Facility, Speed, State, PortName];

    /// <summary>
    /// The port that a member names: the world's, or one by its id, by its name, or by company and name,
    /// <c>Acme.Port 1</c>.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WorldImpossible"/>: there is none, or several.</exception>
    public static async Task<Port> PortNamed(WorldThing thing, IBodyMember member, string name, WorldMaking making)
    {
        var db = making.Db;
        if (making.Named(thing, member, name, Name) is { } described)
        {
            return await db.Ports.FirstAsync(port => port.Id == described.Id, making.Ct);
        }

        if (await db.Ports.FirstOrDefaultAsync(port => port.Id == name && port.DeliveredAt != null, making.Ct)
            is { } own)
        {
            return own;
        }

        var company = name.Contains('.') ? making.Reference.FindCompany(name[..name.IndexOf('.')]) : null;
        var called = company is null ? name : name[(name.IndexOf('.') + 1)..];
        var found = await db.Ports
            .Where(port => port.Name == called && port.DeliveredAt != null && port.Status != PortStatus.Deleted
                && (company == null || port.CompanyId == company.Id))
            .OrderBy(port => port.CreatedAt).ThenBy(port => port.Id)
            .Take(2).ToListAsync(making.Ct);
        if (found.Count == 1)
        {
            return found[0];
        }

        var known = await db.Ports
            .Where(port => port.DeliveredAt != null && port.Status != PortStatus.Deleted && port.Partner == null)
            .OrderBy(port => port.CreatedAt).Select(port => port.Name).Take(1000).ToListAsync(making.Ct);
        throw found.Count > 1
            ? thing.Impossible(
                member,
                $"names several ports: {name}",
                $"Name it with its company, {making.Reference.Company(found[0].CompanyId).Username}.{called}, or by "
                + $"its id: {string.Join(", ", found.Select(port => port.Id))}.")
            : WorldMaking.Unknown(
                thing,
                member,
                "port",
                name,
                [.. making.World.Of(Name).Select(one => one.Name), .. known]);
    }

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var state = thing.Asked.Of(State) ?? Active;
        var speed = thing.Asked.Of(Speed);
        var facility = PlacesInWorlds.Of(thing, one => PortOrdersInWorlds.Sells(one, speed), making);
        thing.Called = thing.Asked.Of(PortName) ?? thing.Name;
        thing.Told["metro"] = making.Reference.Metro(facility.MetroId).Name;
        thing.Told["facility"] = facility.Username;
        var by = making.PersonOf(thing.OfCompany);
        if (state == Onboarding)
        {
            await making.Bring(thing, Onboarded(thing, facility, speed, by, making), Onboarding, Onboarding);
            return;
        }

        var order = PlacingAPortOrder.Place(
            new(
                thing.OfCompany, facility, thing.Called, speed ?? PortOrdersInWorlds.UsualSpeed(facility), "invoice",
                Subscription: null, PortsOnIt: 0, Monthly: false, BundleCrossConnect: false, DiscountCode: null),
            making.Luck.Id,
            making.At(state == Activating ? making.DaysAgo(thing, 9, 20) : making.DaysAgo(thing, 500, 800), by));
        making.Db.Add(order);
        await making.Save();
        await making.Move(thing, order, Spelling.Of(PortOrderStatus.Done), justNow: state == Activating);
        thing.Told["orderId"] = order.Id;
        await making.Bring(thing, order.Port, Active, state);
    }

    private static Port Onboarded(
        WorldThing thing, Domain.Places.DataCenterFacility facility, int? speed, string by, WorldMaking making)
    {
        var moment = making.At(making.Now.At, by);
        var port = new Port
        {
            Id = making.Luck.Id(),
            CompanyId = thing.OfCompany.Id,
            FacilityId = facility.Id,
            MetroId = facility.MetroId,
            LocationId = facility.LocationId,
            Name = thing.Called,
            Speed = speed ?? PortOrdersInWorlds.UsualSpeed(facility),
            PopId = facility.PopIds.Count > 0 ? facility.PopIds[0] : null,
            Onboarding = new(
                by, moment.At, $"{facility.Username}-sw1", $"et-0/0/{making.Luck.Between(thing, 1, 47, about: 10)}", 0),
            CreatedAt = moment.At,
            DeliveredAt = moment.At,
        };
        making.BeginAgain(port, Onboarding, moment);
        return port;
    }
}
