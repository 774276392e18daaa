using System.Text.RegularExpressions;
using Emulator.Domain;
using Emulator.Domain.Agreements;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.CloudRouters;

/// <summary>
/// Adds a site to a CloudRouter (OpenAPI 1.0.0, 1.59.2): one of one's own, one in a cloud, or a pool of SIM cards.
/// </summary>
internal static partial class AddSite
{
    private const string PairingKeyPattern = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[a-z0-9-]+/[12]$";
    private const string OvhKeyPattern = "^(EU\\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    private static readonly BodyMember<string> ClassName = Body.NeededText(
        "name", "BRONZE, SILVER or GOLD; each once.");

    private static readonly BodyMember<int> ClassShareOf = Body.NeededInteger(
        "value", "Its share of the bandwidth, percent: 100 together.");

    private static readonly BodyMember<string?> PortId = Body.Text(
        "portId", "The port: one of the company's own that is ACTIVE, or one of the cloud's.", maxLength: 255);

    private static readonly BodyMember<string?> SecondaryPortId = Body.Text(
        "secondaryPortId", "Azure only: the other port of the pair.", maxLength: 255);

    private static readonly BodyMember<string?> SimPoolId = Body.Text(
        "simPoolId", "A pool of SIM cards instead of a port; then no other member may be sent with "
            + "it.", maxLength: 255);

    private static readonly BodyMember<Asked> RateLimit = Body.Object(
        "rateLimit", "The site's bandwidth.", RateLimits.Schema);

    private static readonly BodyMember<IReadOnlyList<Asked>> ClassOfService = Body.Objects(
        "classOfService", "How the bandwidth is divided; in a cloud, one class with 100.", ClassName, ClassShareOf);

    private static readonly BodyMember<int?> Mtu = Body.Integer(
        "mtu", "The largest packet, bytes.", minimum: 68, maximum: 9600, nullable: true);

    private static readonly BodyMember<Asked> Circuit = Body.NeededObject(
        "accessCircuit", "What it stands on.", PortId, SecondaryPortId, SimPoolId, RateLimit, ClassOfService, Mtu);

    private static readonly BodyMember<string?> PairingKey = Body.Text(
        "pairingKey", "Google only: the pairing key of the VLAN attachment.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> AccountId = Body.Text(
        "accountId",
        "Other clouds: Azure's or OVHcloud's service key, Oracle's OCID, or the account or project.",
        maxLength: 255,
        minLength: 1);

    private static readonly BodyMember<Asked> TierRateLimit = Body.Object(
        "tierRateLimit", "One of the speeds that the cloud's port lists; not below rateLimit.", RateLimits.Schema);

    private static readonly BodyMember<string> PeerType = Body.NeededText(
        "type", "SELF, or a cloud's cloudType of GET /v2/companies: AWS, GOOGLE and so on.");

    private static readonly BodyMember<long?> PeerAsn = Body.LongInteger(
        "asn", "The number at the other end; OVHCLOUD needs one.", minimum: 1, maximum: uint.MaxValue, nullable: true);

    private static readonly BodyMember<Asked> PeerData = Body.Object(
        "data", "What the cloud needs.", PairingKey, AccountId, TierRateLimit);

    private static readonly BodyMember<Asked> Peer = Body.Object(
        "peer", "What it leads to; needed with a port.", PeerType, PeerAsn, PeerData);

    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "The site's name.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> DiscountCode = Body.TextOrNull(
        "discountCode", "A discount code; the site keeps it, and its charges apply it.", maxLength: null);

    private static readonly RequestSchema Schema = new RequestSchema().With(Name, Circuit, Peer, DiscountCode);

    private const string Example = """
        {
          "name": "Acme in Frankfurt's cloud",
          "accessCircuit": {
            "portId": "5ace0b13c2e6a1b4d7e7ce24",
            "rateLimit": { "unit": "Mbps", "value": 200 },
            "classOfService": [{ "name": "SILVER", "value": 100 }]
          },
          "peer": {
            "type": "GOOGLE",
            "data": {
              "pairingKey": "6b1d0c77-2f4e-4c58-9a13-d05e8b7f9c21/europe-west3/1",
              "tierRateLimit": { "unit": "Mbps", "value": 300 }
            }
          }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{companyId}/l3vpn/{vpnId}/site", Handle)
        .Published("130", "Add a site to a CloudRouter")
        .Tells("Adds a port to a CloudRouter: one of the company's own (peer.type SELF), or one of a cloud's. The site "
            + "is CREATING, then ACTIVE, with a BGP peer on a subnet of its own. It takes its bandwidth and a VLAN of "
            + "the port, and its part of what the CloudRouter's sites may have together, until it is deleted. Azure, "
            + "with secondaryPortId, makes two sites that stand in for each other; the answer is the primary one. A "
            + "pool of SIM cards, simPoolId, is a site of its own kind: the service gives it what it needs.")
        .Needs(NetworkAction.CreateCloudRouterSite, "companyId")
        .NeedsAgreement(AgreementType.ConsoleCloudrouterSpecificTerms)
        .With(CloudRouterChapter.Company, CloudRouterChapter.Vpn)
        .Takes(Schema, Example, "portId", "rateLimit", "classOfService", "peer", "data", "pairingKey", "tierRateLimit",
            "unit", "value")
        .Answers<SiteOrdered>(200)
        .Answers(
            ServiceErrors.CompanyNotVerifiedForCloudRouter,
            ServiceErrors.CloudRouterNotFound,
            ServiceErrors.WrongState,
            ServiceErrors.NoAccessCircuit,
            ServiceErrors.SimPoolTakesNoPeer,
            ServiceErrors.SimPoolTakesNoMtu,
            ServiceErrors.SimPoolTakesNoRate,
            ServiceErrors.SimPoolTakesNoClass,
            ServiceErrors.SimPoolNotFound,
            ServiceErrors.SimPoolHasSite,
            ServiceErrors.RateLimitRequired,
            ServiceErrors.RateLimitInvalid,
            ServiceErrors.RateLimitNotPositive,
            ServiceErrors.SiteClassInvalid,
            ServiceErrors.SiteClassUnknown,
            ServiceErrors.SiteClassTwice,
            ServiceErrors.SiteClassSum,
            ServiceErrors.SiteAsnRefused,
            ServiceErrors.SiteKeyInUse,
            ServiceErrors.SitePortTwice,
            ServiceErrors.RouterBandwidthExceeded,
            ServiceErrors.PortNotFound,
            ServiceErrors.PortNotOfCompany,
            ServiceErrors.PortNotOfProvider,
            ServiceErrors.SiteTierNotOffered,
            ServiceErrors.SiteTierTooSlow,
            ServiceErrors.CloudRouterNotOnPort,
            ServiceErrors.NoActiveAccessPort,
            ServiceErrors.PortIsSingleService,
            ServiceErrors.CapacityExceeded,
            ServiceErrors.NoVlanLeft,
            ServiceErrors.NoPeerAddressLeft)
        .Assumes(
            "The words of the refusals that aren't about SIM pools: those of a rate, of classes of service, of a port "
            + "and of the CloudRouter's bandwidth are the ones of the operation that prices a site. Sites stand on "
            + "ports of the type PHYSICAL and NNI. Each of two linked sites counts towards the CloudRouter's "
            + "bandwidth. A pairing key is uuid/region/1 or /2; it, a key of Azure or OVHcloud and an OCID are one "
            + "site's at a time. A cloud's asn is its own or one of its range; a site of one's own has 64512 where "
            + "none is sent. The peers' subnets are of 10.124.208.0/20: 1024, for everybody together. Bandwidths are "
            + "shown in Mbps. mtu stands in accessCircuit. A site on a SIM pool is of the type COMPANY and has 10 Mbps "
            + "of BRONZE, which count, and no peers; a pool is one site at a time, and is CREATED. That a discountCode "
            + "nobody knows is kept and gives no discount. Unless the sandbox requires the agreement, nothing is "
            + "refused where the terms aren't signed.");

    private static async Task<Answer<SiteOrdered>> Handle(
        Company company,
        string vpnId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        CloudRouterRules.MustBeVerified(company);
        var asked = body.Checked(Schema);
        var router = await turn.Db.CloudRouters.OwnedBy(company, vpnId, ct);
        var circuit = asked.Of(Circuit);
        MustBeOneOf(circuit);
        if (circuit.Of(SimPoolId) is { } poolId)
        {
            MustBeAlone(asked, circuit);
            var pool = await turn.Db.SimPools.OwnedBy(company, poolId, ServiceErrors.SimPoolNotFound, ct);
            return new SiteOrdered(new SiteService(AddingASite.AddPool(
                turn.Db,
                router,
                pool,
                turn.Ids.NextUuid(),
                asked.Of(Name),
                asked.Of(DiscountCode),
                turn.Now)));
        }

        var order = OrderOf(asked, circuit, turn.Reference);
        var site = await AddingASite.Add(
            turn.Db,
            company,
            router,
            order,
            new(turn.Ids.NextUuid, () => turn.Ids.NextKey(24)),
            turn.Now,
            ct);
        return new SiteOrdered(new SiteService(site));
    }

    /// <summary>A site stands on a port or on a SIM pool.</summary>
    private static void MustBeOneOf(Asked circuit)
    {
        if (circuit.Has(PortId) == circuit.Has(SimPoolId))
        {
            throw ServiceErrors.NoAccessCircuit.Because(
                circuit.Has(PortId) ? "One of the two, not both." : "Name the port that the site stands on, portId.");
        }
    }

    private static SiteOrder OrderOf(Asked asked, Asked circuit, ReferenceData reference)
    {
        if (!asked.Has(Peer))
        {
            throw ServiceErrors.MissingProperty.Because(
                "A site on a port leads to somebody: {\"type\": \"SELF\"}, or a cloud.", "", "peer");
        }

        var peer = asked.Of(Peer);
        var provider = ProviderOf(peer.Of(PeerType), reference);
        var data = peer.Of(PeerData);
        var key = provider is null ? null : KeyOf(provider, peer, data);
        var rate = RateLimits.Of(circuit, RateLimit) ?? throw ServiceErrors.RateLimitRequired.Because(
            $"accessCircuit.rateLimit is the site's bandwidth: {RateLimits.Format}.");
        var secondary = circuit.Of(SecondaryPortId);
        if (provider is { Partner: PartnerType.Azure } && secondary is null)
        {
            throw ServiceErrors.MissingProperty.Because(
                "Azure has two ports in each place: name both.", "/accessCircuit", "secondaryPortId");
        }

        return new SiteOrder(
            asked.Of(Name),
            provider,
            circuit.Of(PortId)!,
            provider is { Partner: PartnerType.Azure } ? secondary : null,
            rate,
            RateLimits.Of(data, TierRateLimit),
            [.. circuit.Of(ClassOfService).Select(share =>
                new ClassShare(share.Of(ClassName), share.Of(ClassShareOf)))],
            circuit.Of(Mtu),
            key,
            peer.Of(PeerAsn),
            asked.Of(DiscountCode));
    }

    /// <summary>Nothing goes with a SIM pool: the service gives the site all that it needs.</summary>
    private static void MustBeAlone(Asked asked, Asked circuit)
    {
        var refusal = asked.Has(Peer) ? (ServiceErrors.SimPoolTakesNoPeer, "peer")
            : circuit.Has(Mtu) ? (ServiceErrors.SimPoolTakesNoMtu, "mtu")
            : circuit.Has(RateLimit) ? (ServiceErrors.SimPoolTakesNoRate, "rateLimit")
            : circuit.Has(ClassOfService) ? (ServiceErrors.SimPoolTakesNoClass, "classOfService")
            : default((ServiceError Error, string Member)?);
        if (refusal is var (error, member))
        {
            throw error.Because($"With simPoolId, leave {member} out.");
        }
    }

    /// <summary>The cloud that a site leads to; null for one's own.</summary>
    private static Company? ProviderOf(string type, ReferenceData reference)
    {
        if (type == CloudRouterSite.Self)
        {
            return null;
        }

        List<Company> clouds = [.. reference.Companies.Where(company => company.Cloud is not null)];
        return clouds.Find(company => string.Equals(company.Cloud!.CloudType, type, StringComparison.OrdinalIgnoreCase))
            ?? throw ServiceErrors.NotAllowedValue.Because(
                $"peer.type is {CloudRouterSite.Self} or a cloud's cloudType: "
                + $"{string.Join(", ", clouds.Select(company => company.Cloud!.CloudType))}.",
                "/peer/type");
    }

    /// <summary>The key or account that a cloud needs.</summary>
    private static string KeyOf(Company provider, Asked peer, Asked data)
    {
        if (!peer.Has(PeerData))
        {
            throw ServiceErrors.MissingProperty.Because(
                $"{provider.Name} needs to know what to connect.", "/peer", "data");
        }

        if (provider.Partner == PartnerType.Ovhcloud && !peer.Has(PeerAsn))
        {
            throw ServiceErrors.MissingProperty.Because(
                $"{provider.Name} needs the number at its end, 64512 to 65534.", "/peer", "asn");
        }

        var isPaired = provider.Partner == PartnerType.Gce;
        var member = isPaired ? PairingKey : AccountId;
        var key = data.Of(member) ?? throw ServiceErrors.MissingProperty.Because(
            $"{provider.Name} needs its {(isPaired ? "pairing key" : "key or account")}.",
            "/peer/data",
            member.Told.Name);
        var pattern = provider.Partner switch
        {
            PartnerType.Gce => PairingKeyPattern,
            PartnerType.Ovhcloud => OvhKeyPattern,
            _ => null,
        };
        var fits = provider.Partner switch
        {
            PartnerType.Gce => IsPairingKey().IsMatch(key),
            PartnerType.Ovhcloud => IsOvhKey().IsMatch(key),
            _ => true,
        };
        return fits ? key : throw ServiceErrors.WrongPattern.Because(
            isPaired
                ? "A pairing key is a uuid, the region, and 1 or 2, with slashes between: "
                    + "6b1d0c77-2f4e-4c58-9a13-d05e8b7f9c21/us-east4/1."
                : "A service key is a uuid, or EU. and a uuid.",
            $"/peer/data/{member.Told.Name}",
            pattern);
    }

    [GeneratedRegex(PairingKeyPattern, RegexOptions.CultureInvariant)]
    private static partial Regex IsPairingKey();

    [GeneratedRegex(OvhKeyPattern, RegexOptions.CultureInvariant)]
    private static partial Regex IsOvhKey();
}
