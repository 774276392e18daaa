using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>What was made of a world, by the names that were given.</summary>
public sealed class GivenWorld
{
    private readonly WorldMade made;

    internal GivenWorld(WorldMade made) => this.made = made;

    /// <summary>A company.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenCompany Company(string name) => new(In(made.Companies, "companies", name));

    /// <summary>A connection, or the request for one.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenConnection Connection(string name) => new(In(made.Connections, "connections", name));

    /// <summary>A discount.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the code.</exception>
    public GivenResource Discount(string code) => new(In(made.Discounts, "discounts", code));

    /// <summary>What has a name in a section; an emulator of an earlier version may have no such section.</summary>
    internal static T In<T>(IReadOnlyDictionary<string, T>? within, string section, string name)
        where T : class =>
        within?.GetValueOrDefault(name)
        ?? throw new KeyNotFoundException(
            $"The world has no {section} called {name}: it has {string.Join(", ", within?.Keys ?? [])}.");
}

/// <summary>A company of a world.</summary>
public sealed class GivenCompany
{
    private readonly CompanyMade made;

    internal GivenCompany(CompanyMade made) => this.made = made;

    /// <summary>Its id.</summary>
    public string Id => made.Id;

    /// <summary>What routes name it by.</summary>
    public string Username => made.Username;

    /// <summary>What it is called.</summary>
    public string Name => made.Name;

    /// <summary>The API key of its first Keyholder of the world; empty where the world has none.</summary>
    public string Key => made.Key ?? "";

    /// <summary>The same person's session token.</summary>
    public string Token => made.Token ?? "";

    /// <summary>One of its people.</summary>
    /// <exception cref="KeyNotFoundException">The world has nobody of the name.</exception>
    public GivenUser User(string name) => new(GivenWorld.In(made.Users, "users", name));

    /// <summary>A port.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Port(string name) => new(GivenWorld.In(made.Ports, "ports", name));

    /// <summary>An order of a port.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Order(string name) => new(GivenWorld.In(made.Orders, "orders", name));

    /// <summary>An ASN.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Asn(string name) => new(GivenWorld.In(made.Asns, "asns", name));

    /// <summary>An Internet On-Demand service.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenService Service(string name) => new(GivenWorld.In(made.Services, "services", name));

    /// <summary>A support ticket.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Ticket(string name) => new(GivenWorld.In(made.Tickets, "tickets", name));

    /// <summary>An invitation.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenInvitation Invitation(string name) => new(GivenWorld.In(made.Invitations, "invitations", name));

    /// <summary>A SIM pool.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenSimPool SimPool(string name) => new(GivenWorld.In(made.SimPools, "simPools", name));

    /// <summary>An order of SIM cards.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenSimOrder SimOrder(string name) => new(GivenWorld.In(made.SimOrders, "simOrders", name));

    /// <summary>A CloudRouter.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenCloudRouter CloudRouter(string name) => new(GivenWorld.In(made.CloudRouters, "cloudRouters", name));
}

/// <summary>A person of a world, logged in.</summary>
public sealed class GivenUser
{
    private readonly UserMade made;

    internal GivenUser(UserMade made) => this.made = made;

    /// <summary>The user's id.</summary>
    public string Id => made.Id;

    /// <summary>The username.</summary>
    public string Username => made.Username;

    /// <summary>What the person logs in with.</summary>
    public string Email => made.Email;

    /// <summary>The password; empty for somebody who was there before.</summary>
    public string Password => made.Password ?? "";

    /// <summary>The API key.</summary>
    public string Key => made.Key;

    /// <summary>The value of <c>portal-token</c>.</summary>
    public string Token => made.Token;
}

/// <summary>Something of a world.</summary>
public class GivenResource
{
    internal GivenResource(ThingMade made)
        : this(made.Id, made.Name, made.State, made.Machine)
    {
    }

    private protected GivenResource(string id, string name, string? state, string? machine) =>
        (Id, Name, State, StateMachine) = (id, name, state ?? "", machine ?? "");

    /// <summary>Its id, as the service's answers have it.</summary>
    public string Id { get; }

    /// <summary>What it is called in the service.</summary>
    public string Name { get; }

    /// <summary>Its state, as the service spells it; empty for what has none.</summary>
    public string State { get; }

    /// <summary>Its state machine, for <see cref="EmulatorWorld.Workflows"/>; empty for what has none.</summary>
    public string StateMachine { get; }
}

/// <summary>A CloudRouter of a world.</summary>
public sealed class GivenCloudRouter : GivenResource
{
    private readonly RouterMade made;

    internal GivenCloudRouter(RouterMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>One of its sites.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Site(string name) => new(GivenWorld.In(made.Sites, "sites", name));
}

/// <summary>A connection of a world.</summary>
public sealed class GivenConnection : GivenResource
{
    private readonly ConnectionMade made;

    internal GivenConnection(ConnectionMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>One of its peerings, of a connection to Azure.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Peering(string name) => new(GivenWorld.In(made.Peerings, "peerings", name));

    /// <summary>One of its flexes.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Flex(string name) => new(GivenWorld.In(made.Flexes, "flexes", name));
}

/// <summary>An Internet On-Demand service of a world.</summary>
public sealed class GivenService : GivenResource
{
    private readonly ServiceMade made;

    internal GivenService(ServiceMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>One of its flexes.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Flex(string name) => new(GivenWorld.In(made.Flexes, "flexes", name));
}

/// <summary>An invitation of a world.</summary>
public sealed class GivenInvitation : GivenResource
{
    private readonly InvitationMade made;

    internal GivenInvitation(InvitationMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>What is registered with, once it is SENT; empty for somebody who is on Console Connect.</summary>
    public string Token => made.Token ?? "";
}

/// <summary>A SIM pool of a world.</summary>
public sealed class GivenSimPool : GivenResource
{
    private readonly SimPoolMade made;

    internal GivenSimPool(SimPoolMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>The order that its cards came with; empty where it has none.</summary>
    public string OrderId => made.OrderId ?? "";

    /// <summary>One of its SIM cards that were named.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenSim Sim(string name) => new(GivenWorld.In(made.Sims, "sims", name));
}

/// <summary>A SIM card of a world.</summary>
public sealed class GivenSim : GivenResource
{
    private readonly SimMade made;

    internal GivenSim(SimMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>Its subscriber's number, 15 digits: what moves between pools are asked with.</summary>
    public string Imsi => made.Imsi;

    /// <summary>The number on the card, 19 digits.</summary>
    public string Iccid => made.Iccid;
}

/// <summary>An order of SIM cards of a world.</summary>
public sealed class GivenSimOrder : GivenResource
{
    private readonly SimOrderMade made;

    internal GivenSimOrder(SimOrderMade made)
        : base(made.Id, made.Name, made.State, made.Machine) => this.made = made;

    /// <summary>The SIM pool of its cards; empty while that isn't there.</summary>
    public string PoolId => made.PoolId ?? "";
}
