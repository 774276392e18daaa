namespace ConsoleConnect.Emulator.Admin;

/// <summary>What was made of a world, by the names that were given.</summary>
/// <param name="Sandbox">Where.</param>
/// <param name="Companies">The companies.</param>
/// <param name="Connections">The connections.</param>
/// <param name="Discounts">The discounts.</param>
public sealed record WorldMade(
    string Sandbox,
    IReadOnlyDictionary<string, CompanyMade> Companies,
    IReadOnlyDictionary<string, ConnectionMade> Connections,
    IReadOnlyDictionary<string, ThingMade> Discounts);

/// <summary>A company of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Username">What routes name it by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Key">The API key of its first Keyholder of the world; null where the world has none.</param>
/// <param name="Token">The same person's session token.</param>
/// <param name="Users">Its people.</param>
/// <param name="Ports">Its ports.</param>
/// <param name="Orders">Its orders of ports.</param>
/// <param name="Asns">Its ASNs.</param>
/// <param name="Services">Its Internet On-Demand services.</param>
/// <param name="CloudRouters">Its CloudRouters.</param>
/// <param name="Tickets">Its support tickets.</param>
/// <param name="Invitations">Its invitations.</param>
/// <param name="SimPools">Its SIM pools.</param>
/// <param name="SimOrders">Its orders of SIM cards.</param>
public sealed record CompanyMade(
    string Id,
    string Username,
    string Name,
    string? Key,
    string? Token,
    IReadOnlyDictionary<string, UserMade> Users,
    IReadOnlyDictionary<string, ThingMade> Ports,
    IReadOnlyDictionary<string, ThingMade> Orders,
    IReadOnlyDictionary<string, ThingMade> Asns,
    IReadOnlyDictionary<string, ServiceMade> Services,
    IReadOnlyDictionary<string, RouterMade> CloudRouters,
    IReadOnlyDictionary<string, ThingMade> Tickets,
    IReadOnlyDictionary<string, InvitationMade> Invitations,
    IReadOnlyDictionary<string, SimPoolMade> SimPools,
    IReadOnlyDictionary<string, SimOrderMade> SimOrders);

/// <summary>A person of a world, logged in.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Username">The username.</param>
/// <param name="Email">What the person logs in with.</param>
/// <param name="Password">The password; null for somebody who was there before.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">The roles in this company.</param>
/// <param name="Key">The API key.</param>
/// <param name="Token">The value of <c>portal-token</c>.</param>
public sealed record UserMade(
    string Id,
    string Username,
    string Email,
    string? Password,
    string Name,
    IReadOnlyList<string> Roles,
    string Key,
    string Token);

/// <summary>Something of a world.</summary>
/// <param name="Id">Its id, as the service's answers have it.</param>
/// <param name="Name">What it is called in the service.</param>
/// <param name="State">Its state, as the documents spell it; null for what has none.</param>
/// <param name="Machine">Its lifecycle, as <c>/__admin/workflows</c> lists it; null for what has none.</param>
/// <param name="OrderId">The order of a port; null for what has none.</param>
/// <param name="Metro">The metro of a port or an order; null elsewhere.</param>
/// <param name="Facility">The username of its data center facility; null elsewhere.</param>
/// <param name="Number">The number of an ASN; null elsewhere.</param>
public sealed record ThingMade(
    string Id,
    string Name,
    string? State,
    string? Machine,
    string? OrderId,
    string? Metro,
    string? Facility,
    string? Number);

/// <summary>A CloudRouter of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its state.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Sites">Its sites.</param>
public sealed record RouterMade(
    string Id, string Name, string State, string Machine, IReadOnlyDictionary<string, ThingMade> Sites);

/// <summary>A connection of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Peerings">Its peerings, of a connection to Azure.</param>
/// <param name="Flexes">Its flexes.</param>
public sealed record ConnectionMade(
    string Id,
    string Name,
    string State,
    string Machine,
    IReadOnlyDictionary<string, ThingMade> Peerings,
    IReadOnlyDictionary<string, ThingMade> Flexes);

/// <summary>An Internet On-Demand service of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Flexes">Its flexes.</param>
public sealed record ServiceMade(
    string Id, string Name, string State, string Machine, IReadOnlyDictionary<string, ThingMade> Flexes);

/// <summary>An invitation of a world.</summary>
/// <param name="Id">Its id; of somebody who is on Console Connect, that of the membership.</param>
/// <param name="Name">The address that is invited, or the company's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Machine">Its lifecycle: invitations, or memberships.</param>
/// <param name="Token">
/// What is registered with, once it is SENT; null for somebody who is on Console Connect.
/// </param>
public sealed record InvitationMade(string Id, string Name, string State, string Machine, string? Token);

/// <summary>A SIM pool of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="OrderId">The order that its cards came with; null where it has none.</param>
/// <param name="Sims">Its SIM cards that were named.</param>
public sealed record SimPoolMade(
    string Id,
    string Name,
    string State,
    string Machine,
    string? OrderId,
    IReadOnlyDictionary<string, SimMade> Sims);

/// <summary>A SIM card of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its label.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Imsi">Its subscriber's number, which moves between pools are asked with.</param>
/// <param name="Iccid">The number on the card.</param>
public sealed record SimMade(string Id, string Name, string State, string Machine, string Imsi, string Iccid);

/// <summary>An order of SIM cards of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">How far it is.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="PoolId">The SIM pool of its cards; null while that isn't there.</param>
public sealed record SimOrderMade(string Id, string Name, string State, string Machine, string? PoolId);
