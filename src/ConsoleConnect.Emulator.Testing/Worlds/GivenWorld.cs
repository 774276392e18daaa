using System.Text.Json.Nodes;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>What was made of a world, by the names that were given.</summary>
public sealed class GivenWorld
{
    private readonly JsonObject json;

    internal GivenWorld(JsonObject json) => this.json = json;

    /// <summary>A company.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenCompany Company(string name) => new(In(json, "companies", name));

    /// <summary>A connection, or the request for one.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenConnection Connection(string name) => new(In(json, "connections", name));

    /// <summary>A discount.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the code.</exception>
    public GivenResource Discount(string code) => new(In(json, "discounts", code));

    internal static JsonObject In(JsonObject within, string section, string name) =>
        within[section]?[name] as JsonObject
        ?? throw new KeyNotFoundException(
            $"The world has no {section} called {name}: it has "
            + $"{string.Join(", ", (within[section] as JsonObject ?? []).Select(member => member.Key))}.");

    internal static string Text(JsonObject of, string name) => of[name]?.GetValue<string>() ?? "";
}

/// <summary>A company of a world.</summary>
public sealed class GivenCompany
{
    private readonly JsonObject json;

    internal GivenCompany(JsonObject json) => this.json = json;

    /// <summary>Its id.</summary>
    public string Id => GivenWorld.Text(json, "id");

    /// <summary>What routes name it by.</summary>
    public string Username => GivenWorld.Text(json, "username");

    /// <summary>What it is called.</summary>
    public string Name => GivenWorld.Text(json, "name");

    /// <summary>The API key of its first Keyholder of the world; empty where the world has none.</summary>
    public string Key => GivenWorld.Text(json, "key");

    /// <summary>The same person's session token.</summary>
    public string Token => GivenWorld.Text(json, "token");

    /// <summary>One of its people.</summary>
    /// <exception cref="KeyNotFoundException">The world has nobody of the name.</exception>
    public GivenUser User(string name) => new(GivenWorld.In(json, "users", name));

    /// <summary>A port.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Port(string name) => new(GivenWorld.In(json, "ports", name));

    /// <summary>An order of a port.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Order(string name) => new(GivenWorld.In(json, "orders", name));

    /// <summary>An ASN.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Asn(string name) => new(GivenWorld.In(json, "asns", name));

    /// <summary>An Internet On-Demand service.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenService Service(string name) => new(GivenWorld.In(json, "services", name));

    /// <summary>A support ticket.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Ticket(string name) => new(GivenWorld.In(json, "tickets", name));

    /// <summary>An invitation.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenInvitation Invitation(string name) => new(GivenWorld.In(json, "invitations", name));

    /// <summary>A SIM pool.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenSimPool SimPool(string name) => new(GivenWorld.In(json, "simPools", name));

    /// <summary>An order of SIM cards.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenSimOrder SimOrder(string name) => new(GivenWorld.In(json, "simOrders", name));

    /// <summary>A CloudRouter.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenCloudRouter CloudRouter(string name) => new(GivenWorld.In(json, "cloudRouters", name));
}

/// <summary>A person of a world, logged in.</summary>
public sealed class GivenUser
{
    private readonly JsonObject json;

    internal GivenUser(JsonObject json) => this.json = json;

    /// <summary>The user's id.</summary>
    public string Id => GivenWorld.Text(json, "id");

    /// <summary>The username.</summary>
    public string Username => GivenWorld.Text(json, "username");

    /// <summary>What the person logs in with.</summary>
    public string Email => GivenWorld.Text(json, "email");

    /// <summary>The password; empty for somebody who was there before.</summary>
    public string Password => GivenWorld.Text(json, "password");

    /// <summary>The API key.</summary>
    public string Key => GivenWorld.Text(json, "key");

    /// <summary>The value of <c>portal-token</c>.</summary>
    public string Token => GivenWorld.Text(json, "token");
}

/// <summary>Something of a world.</summary>
public class GivenResource
{
    internal GivenResource(JsonObject json) => Json = json;

    /// <summary>Its id, as the service's answers have it.</summary>
    public string Id => GivenWorld.Text(Json, "id");

    /// <summary>What it is called in the service.</summary>
    public string Name => GivenWorld.Text(Json, "name");

    /// <summary>Its state, as the service spells it; empty for what has none.</summary>
    public string State => GivenWorld.Text(Json, "state");

    /// <summary>Its state machine, for <see cref="EmulatorWorld.Workflows"/>; empty for what has none.</summary>
    public string StateMachine => GivenWorld.Text(Json, "machine");

    internal JsonObject Json { get; }
}

/// <summary>A CloudRouter of a world.</summary>
public sealed class GivenCloudRouter : GivenResource
{
    internal GivenCloudRouter(JsonObject json)
        : base(json)
    {
    }

    /// <summary>One of its sites.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Site(string name) => new(GivenWorld.In(Json, "sites", name));
}

/// <summary>A connection of a world.</summary>
public sealed class GivenConnection : GivenResource
{
    internal GivenConnection(JsonObject json)
        : base(json)
    {
    }

    /// <summary>One of its peerings, of a connection to Azure.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Peering(string name) => new(GivenWorld.In(Json, "peerings", name));

    /// <summary>One of its flexes.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Flex(string name) => new(GivenWorld.In(Json, "flexes", name));
}

/// <summary>An Internet On-Demand service of a world.</summary>
public sealed class GivenService : GivenResource
{
    internal GivenService(JsonObject json)
        : base(json)
    {
    }

    /// <summary>One of its flexes.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenResource Flex(string name) => new(GivenWorld.In(Json, "flexes", name));
}

/// <summary>An invitation of a world.</summary>
public sealed class GivenInvitation : GivenResource
{
    internal GivenInvitation(JsonObject json)
        : base(json)
    {
    }

    /// <summary>What is registered with, once it is SENT; empty for somebody who is on Console Connect.</summary>
    public string Token => GivenWorld.Text(Json, "token");
}

/// <summary>A SIM pool of a world.</summary>
public sealed class GivenSimPool : GivenResource
{
    internal GivenSimPool(JsonObject json)
        : base(json)
    {
    }

    /// <summary>The order that its cards came with; empty where it has none.</summary>
    public string OrderId => GivenWorld.Text(Json, "orderId");

    /// <summary>One of its SIM cards that were named.</summary>
    /// <exception cref="KeyNotFoundException">The world has none of the name.</exception>
    public GivenSim Sim(string name) => new(GivenWorld.In(Json, "sims", name));
}

/// <summary>A SIM card of a world.</summary>
public sealed class GivenSim : GivenResource
{
    internal GivenSim(JsonObject json)
        : base(json)
    {
    }

    /// <summary>Its subscriber's number, 15 digits: what moves between pools are asked with.</summary>
    public string Imsi => GivenWorld.Text(Json, "imsi");

    /// <summary>The number on the card, 19 digits.</summary>
    public string Iccid => GivenWorld.Text(Json, "iccid");
}

/// <summary>An order of SIM cards of a world.</summary>
public sealed class GivenSimOrder : GivenResource
{
    internal GivenSimOrder(JsonObject json)
        : base(json)
    {
    }

    /// <summary>The SIM pool of its cards; empty while that isn't there.</summary>
    public string PoolId => GivenWorld.Text(Json, "poolId");
}
