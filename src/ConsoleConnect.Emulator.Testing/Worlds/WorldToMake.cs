using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// A world as a test describes it. States are spelled as the service does: <c>ACTIVE</c>, <c>loa_sent</c>.
/// </summary>
public sealed class WorldToMake
{
    internal JsonObject Json { get; } = [];

    /// <summary>Stands it in place of what is there: places, clouds and prices stay.</summary>
    public WorldToMake InPlaceOfTheSeed()
    {
        Json["empty"] = true;
        return this;
    }

    /// <summary>A company; one that there is already gets what is added.</summary>
    /// <param name="name">The name it is given, and its username.</param>
    /// <param name="businessType">What it does; null where it isn't said.</param>
    /// <param name="verified">Whether Console Connect has verified it.</param>
    /// <param name="answers">What it does when others ask it for a connection; null for what its people do.</param>
    public CompanyToMake Company(
        string name, string? businessType = null, bool? verified = null, CounterpartyPolicy? answers = null)
    {
        var companies = Section(Json, "companies");
        if (companies[name] is not JsonObject company)
        {
            companies[name] = company = [];
        }

        Set(company, "businessType", businessType);
        Set(company, "verified", verified);
        Set(company, "answers", answers?.ToString().ToLowerInvariant());
        return new CompanyToMake(this, company);
    }

    /// <summary>A connection between two ports.</summary>
    /// <param name="name">The name it is given.</param>
    /// <param name="from">The source port: <c>hk</c>, or <c>buyer.hk</c> where several have the name.</param>
    /// <param name="to">The destination port.</param>
    /// <param name="speed">Mbps; null for 100.</param>
    /// <param name="state">Its status; null for ACTIVE.</param>
    /// <param name="vlan">The VLAN on the source port; null where the service chooses.</param>
    public WorldToMake Connection(
        string name, string from, string to, int? speed = null, string? state = null, int? vlan = null)
    {
        var connection = Made(Json, "connections", name);
        Set(connection, "from", from);
        Set(connection, "to", to);
        Set(connection, "speed", speed);
        Set(connection, "state", state);
        Set(connection, "vlan", vlan);
        return this;
    }

    /// <summary>A request for a connection to a company, or a connection to a cloud.</summary>
    /// <param name="name">The name it is given.</param>
    /// <param name="from">The source port.</param>
    /// <param name="toCompany">The company or cloud: <c>seller</c>, <c>AWS</c>.</param>
    /// <param name="metro">The metro it leads to; null for the source's.</param>
    /// <param name="speed">Mbps; null for 100, or the least that the cloud sells.</param>
    /// <param name="state">Its status; null for that of a request.</param>
    public WorldToMake Request(
        string name,
        string from,
        string toCompany,
        string? metro = null,
        int? speed = null,
        string? state = null)
    {
        var connection = Made(Json, "connections", name);
        Set(connection, "from", from);
        Set(connection, "toCompany", toCompany);
        Set(connection, "metro", metro);
        Set(connection, "speed", speed);
        Set(connection, "state", state);
        return this;
    }

    /// <summary>A peering of a connection to Azure, which is ACTIVE unless it is said otherwise.</summary>
    /// <param name="connection">The name of the connection, which is described before.</param>
    /// <param name="name">The name it is given.</param>
    /// <param name="type">PRIVATE or MICROSOFT; null for PRIVATE.</param>
    /// <param name="vlan">Its VLAN within the connection; null for one that is free.</param>
    /// <param name="peerAsn">The company's ASN; null for a private one.</param>
    /// <param name="state">How far it is at Azure; null for SYNCED.</param>
    /// <exception cref="KeyNotFoundException">No connection of the name is described.</exception>
    public WorldToMake Peering(
        string connection,
        string name,
        string? type = null,
        int? vlan = null,
        long? peerAsn = null,
        string? state = null)
    {
        var peering = Made(Described(Json, "connections", connection), "peerings", name);
        Set(peering, "type", type);
        Set(peering, "vlan", vlan);
        Set(peering, "peerAsn", peerAsn);
        Set(peering, "state", state);
        return this;
    }

    /// <summary>A flex of a connection, which is ACTIVE unless it is said otherwise.</summary>
    /// <param name="connection">The name of the connection, which is described before.</param>
    /// <param name="name">The name it is given.</param>
    /// <param name="bandwidth">What the connection is to have in all, Mbps.</param>
    /// <param name="state">Its status; null for SUCCESS.</param>
    /// <exception cref="KeyNotFoundException">No connection of the name is described.</exception>
    public WorldToMake Flex(string connection, string name, int bandwidth, string? state = null)
    {
        var flex = Made(Described(Json, "connections", connection), "flexes", name);
        Set(flex, "bandwidth", bandwidth);
        Set(flex, "state", state);
        return this;
    }

    /// <summary>A discount that orders can name.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="percent">What it takes off, percent.</param>
    /// <param name="once">Only of the first month.</param>
    public WorldToMake Discount(string code, int percent, bool once = false)
    {
        var discount = Made(Json, "discounts", code);
        Set(discount, "percent", percent);
        Set(discount, "duration", once ? "once" : null);
        return this;
    }

    internal static JsonObject Made(JsonObject within, string section, string name)
    {
        JsonObject made = [];
        Section(within, section)[name] = made;
        return made;
    }

    /// <summary>What has been described before.</summary>
    internal static JsonObject Described(JsonObject within, string section, string name) =>
        within[section]?[name] as JsonObject
        ?? throw new KeyNotFoundException(
            $"The world has no {section} called {name}: it has "
            + $"{string.Join(", ", (within[section] as JsonObject ?? []).Select(member => member.Key))}.");

    internal static void Set(JsonObject to, string name, JsonNode? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static JsonObject Section(JsonObject within, string name)
    {
        if (within[name] is not JsonObject section)
        {
            within[name] = section = [];
        }

        return section;
    }
}

/// <summary>A company as a test describes it.</summary>
public sealed class CompanyToMake
{
    private readonly WorldToMake world;
    private readonly JsonObject json;

    internal CompanyToMake(WorldToMake world, JsonObject json) => (this.world, this.json) = (world, json);

    /// <summary>The world, to describe more of it.</summary>
    public WorldToMake World => world;

    /// <summary>Somebody, logged in and with an API key.</summary>
    /// <param name="name">The name given; an e-mail address that somebody has makes that person a member.</param>
    /// <param name="roles">ADMIN, NETWORKCONTROL, NETWORKVIEW, USER; Keyholder where none is said.</param>
    public CompanyToMake WithUser(string name, params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var user = WorldToMake.Made(json, "users", name);
        if (roles.Length > 0)
        {
            user["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]);
        }

        return this;
    }

    /// <summary>A port.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="metro">The metro, by name; null for any.</param>
    /// <param name="speed">Mbps; null for 1000.</param>
    /// <param name="state">Its status; null for ACTIVE.</param>
    /// <param name="facility">The data center facility, in place of a metro.</param>
    public CompanyToMake WithPort(
        string name, string? metro = null, int? speed = null, string? state = null, string? facility = null) =>
        With("ports", name, metro, speed, state, facility);

    /// <summary>An order of a port that is under way.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="metro">The metro, by name; null for any.</param>
    /// <param name="speed">Mbps; null for 1000.</param>
    /// <param name="state">How far it is; null for created.</param>
    /// <param name="facility">The data center facility, in place of a metro.</param>
    public CompanyToMake WithOrder(
        string name, string? metro = null, int? speed = null, string? state = null, string? facility = null) =>
        With("orders", name, metro, speed, state, facility);

    /// <summary>An ASN.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="number">The number; null for a public one that is free.</param>
    /// <param name="state">What Support has found of it; null for VERIFIED.</param>
    public CompanyToMake WithAsn(string name, long? number = null, string? state = null)
    {
        var asn = WorldToMake.Made(json, "asns", name);
        WorldToMake.Set(asn, "number", number);
        WorldToMake.Set(asn, "state", state);
        return this;
    }

    /// <summary>An Internet On-Demand service.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="port">The access port.</param>
    /// <param name="speed">Mbps; null for 100.</param>
    /// <param name="state">Its status; null for ACTIVE.</param>
    /// <param name="asn">The name of the ASN of a DYNAMIC service; null for a STATIC one.</param>
    public CompanyToMake WithService(
        string name, string port, int? speed = null, string? state = null, string? asn = null)
    {
        var service = WorldToMake.Made(json, "services", name);
        WorldToMake.Set(service, "port", port);
        WorldToMake.Set(service, "speed", speed);
        WorldToMake.Set(service, "state", state);
        WorldToMake.Set(service, "type", asn is null ? null : "DYNAMIC");
        WorldToMake.Set(service, "asn", asn);
        return this;
    }

    /// <summary>A CloudRouter.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="bandwidth">What its sites may have together, such as <c>2.5GB</c>; null for 1GB.</param>
    /// <param name="state">Its status; null for CREATED.</param>
    /// <param name="sites">Adds sites: each by its name, a port or a cloud, and its bandwidth, Mbps.</param>
    public CompanyToMake WithCloudRouter(
        string name,
        string? bandwidth = null,
        string? state = null,
        params (string Name, string PortOrCloud, bool IsCloud, int Speed)[] sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        var router = WorldToMake.Made(json, "cloudRouters", name);
        WorldToMake.Set(router, "bandwidth", bandwidth);
        WorldToMake.Set(router, "state", state);
        foreach (var (site, leadsTo, isCloud, speed) in sites)
        {
            var made = WorldToMake.Made(router, "sites", site);
            WorldToMake.Set(made, isCloud ? "cloud" : "port", leadsTo);
            WorldToMake.Set(made, "speed", speed);
        }

        return this;
    }

    /// <summary>A support ticket.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="about">The name of a port, connection, service or CloudRouter; null for none.</param>
    /// <param name="state">Its status; null for Acknowledged.</param>
    public CompanyToMake WithTicket(string name, string? about = null, string? state = null)
    {
        var ticket = WorldToMake.Made(json, "tickets", name);
        WorldToMake.Set(ticket, "about", about);
        WorldToMake.Set(ticket, "state", state);
        return this;
    }

    /// <summary>A flex of one of its Internet On-Demand services.</summary>
    /// <param name="service">The name of the service, which is described before.</param>
    /// <param name="name">The name given.</param>
    /// <param name="bandwidth">What the service is to have in all, Mbps.</param>
    /// <param name="state">Its status; null for SUCCESS.</param>
    /// <exception cref="KeyNotFoundException">No service of the name is described.</exception>
    public CompanyToMake WithFlex(string service, string name, int bandwidth, string? state = null)
    {
        var flex = WorldToMake.Made(WorldToMake.Described(json, "services", service), "flexes", name);
        WorldToMake.Set(flex, "bandwidth", bandwidth);
        WorldToMake.Set(flex, "state", state);
        return this;
    }

    /// <summary>An invitation.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="email">Who is invited; null for an address made of the name.</param>
    /// <param name="kind">MEMBERSHIP, USER, DATA_CENTER or COMPANY; null for MEMBERSHIP, to join the company.</param>
    /// <param name="state">Where it stands; null for SENT, or REQUESTED where the team has to approve it.</param>
    /// <param name="roles">What the person will be, of MEMBERSHIP; USER where none is said.</param>
    public CompanyToMake WithInvitation(
        string name, string? email = null, string? kind = null, string? state = null, params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var invitation = WorldToMake.Made(json, "invitations", name);
        WorldToMake.Set(invitation, "email", email);
        WorldToMake.Set(invitation, "kind", kind);
        WorldToMake.Set(invitation, "state", state);
        if (roles.Length > 0)
        {
            invitation["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]);
        }

        return this;
    }

    /// <summary>A SIM pool.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="cards">How many SIM cards it has besides those that are named; null for none.</param>
    /// <param name="apn">The APN, by its name or id; null for the first of those for everybody.</param>
    /// <param name="state">Its status; null for CREATED.</param>
    /// <param name="sims">SIM cards: each by its name, which is its label, and its status.</param>
    public CompanyToMake WithSimPool(
        string name,
        int? cards = null,
        string? apn = null,
        string? state = null,
        params (string Name, string? State)[] sims)
    {
        ArgumentNullException.ThrowIfNull(sims);
        var pool = WorldToMake.Made(json, "simPools", name);
        WorldToMake.Set(pool, "cards", cards);
        WorldToMake.Set(pool, "apn", apn);
        WorldToMake.Set(pool, "state", state);
        foreach (var (sim, status) in sims)
        {
            WorldToMake.Set(WorldToMake.Made(pool, "sims", sim), "state", status);
        }

        return this;
    }

    /// <summary>An order of SIM cards.</summary>
    /// <param name="name">The name given.</param>
    /// <param name="cards">How many; null for 1.</param>
    /// <param name="pool">The SIM pool that they come into; null for a new one.</param>
    /// <param name="state">How far it is; null for ORDERED.</param>
    public CompanyToMake WithSimOrder(string name, int? cards = null, string? pool = null, string? state = null)
    {
        var order = WorldToMake.Made(json, "simOrders", name);
        WorldToMake.Set(order, "cards", cards);
        WorldToMake.Set(order, "pool", pool);
        WorldToMake.Set(order, "state", state);
        return this;
    }

    private CompanyToMake With(
        string section, string name, string? metro, int? speed, string? state, string? facility)
    {
        var port = WorldToMake.Made(json, section, name);
        WorldToMake.Set(port, "metro", metro);
        WorldToMake.Set(port, "facility", facility);
        WorldToMake.Set(port, "speed", speed);
        WorldToMake.Set(port, "state", state);
        return this;
    }
}
