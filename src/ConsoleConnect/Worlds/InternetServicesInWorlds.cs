using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Internet On-Demand services.</summary>
internal sealed class InternetServicesInWorlds() : WorldPart(
    Name, "The company's Internet On-Demand services, by a name of yours.", within: CompaniesInWorlds.Name)
{
    public const string Name = "services";

    private static readonly BodyMember<string> Port = Body.NeededText(
        "port", "The access port: of the company, and one that has Internet On-Demand.", maxLength: 255);

    private static readonly BodyMember<int?> Speed = Body.Integer(
        "speed", "The bandwidth, Mbps; 100 where left out.", minimum: 1, maximum: 1_000_000);

    private static readonly BodyMember<string?> Routing = Body.Text(
        "type", "STATIC, where left out, or DYNAMIC (BGP).", Spelling.All<RoutingType>());

    private static readonly BodyMember<string?> OwnAsn = Body.Text(
        "asn", "The ASN of a DYNAMIC service, by its name in asns; a private one is assigned where left out.");

    private static readonly BodyMember<int?> Vlan = Body.Integer(
        "vlan", "The VLAN on the port; the service chooses where left out.", minimum: 1, maximum: 4094);

    private static readonly BodyMember<int?> Mask = Body.Integer(
        "ipblock", "The mask of a block of addresses of its own, 26 to 30.", minimum: 26, maximum: 30);

    private static readonly BodyMember<int?> Months = Body.Integer(
        "months", "How long the contract runs, months; 1 where left out.", minimum: 1, maximum: 36);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; ACTIVE where left out.", Spelling.All<IodServiceStatus>());

    public override IReadOnlyList<IBodyMember> Members => [Port, Speed, Routing, OwnAsn, Vlan, Mask, Months, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var (active, draft) = (Spelling.Of(IodServiceStatus.Active), Spelling.Of(IodServiceStatus.Draft));
        var state = thing.Asked.Of(State) ?? active;
        var company = thing.OfCompany;
        IodRules.MustBeVerified(company);
        var months = thing.Asked.Of(Months) ?? 1;
        Term.MustBeOffered(months, "m");
        var named = await PortsInWorlds.PortNamed(thing, Port, thing.Asked.Of(Port), making);
        var port = await making.Db.Ports.OwnedBy(company, named.Id, making.Ct);
        var first = state == draft ? draft : Spelling.Of(IodServiceStatus.Provisioning);

        // What is to be deleted must have been there for as long as its contract runs.
        var moment = making.At(
            making.Begun(thing, "iod-services", first, active, state, 100, 280) - TimeSpan.FromDays(
                state == Spelling.Of(IodServiceStatus.Deleting) || state == Spelling.Of(IodServiceStatus.Deleted)
                    ? 31 * months
                    : 0),
            making.PersonOf(company));
        var routing = Spelling.Read<RoutingType>(thing.Asked.Of(Routing)) ?? RoutingType.Static;
        var service = new IodService
        {
            Id = making.Luck.Uuid(),
            CompanyId = company.Id,
            AccessPortId = port.Id,
            AccessPort = port,
            Name = thing.Name,
            ContractBandwidth = thing.Asked.Of(Speed) ?? 100,
            RateLimit = thing.Asked.Of(Speed) ?? 100,
            Routing = routing,
            Duration = months,
            DurationUnit = "m",
            BillingType = "payg",
            PaymentType = "invoice",
            SiteId = making.Luck.Uuid(),
            OrderId = making.Luck.Uuid(),
            SalesRecordId = making.Luck.Uuid(),
            CreatedAt = moment.At,
        };
        await ProvisioningAService.Provision(
            making.Db,
            company,
            service,
            new(thing.Asked.Of(Vlan), thing.Asked.Of(Mask), Ipv6Mask: null, await AsnOf(thing, routing, making)),
            new(making.Luck.Uuid, () => making.Luck.Key(24)),
            moment,
            making.Ct);
        if (state == draft)
        {
            making.BeginAgain(service, draft, moment);
        }

        await making.Bring(thing, service, active, state);
    }

    private static async Task<AsnSettings> AsnOf(WorldThing thing, RoutingType routing, WorldMaking making)
    {
        if (thing.Asked.Of(OwnAsn) is not { } name)
        {
            return routing == RoutingType.Static
                ? new(null, PrivateAsn: false, AutoAssign: false, null, AutoAssignBgpKey: false, null)
                : new(null, PrivateAsn: true, AutoAssign: true, null, AutoAssignBgpKey: true, null);
        }

        var company = thing.OfCompany;
        var id = making.Named(thing, OwnAsn, name, AsnsInWorlds.Name)?.Id;
        var held = await making.Db.Asns
            .Where(asn => asn.CompanyId == company.Id && asn.DeletedAt == null)
            .OrderBy(asn => asn.CreatedAt).ToListAsync(making.Ct);
        var asn = held.Find(asn => asn.Id == (id ?? name) || $"{asn.Number}" == name)
            ?? throw WorldMaking.Unknown(
                thing,
                OwnAsn,
                "ASN",
                name,
                [
                    .. making.World.Of(AsnsInWorlds.Name).Select(one => one.Name),
                    .. held.Select(one => $"{one.Number}"),
                ]);
        return new(
            asn.Id, PrivateAsn: false, AutoAssign: false, null, AutoAssignBgpKey: routing == RoutingType.Dynamic, null);
    }
}
