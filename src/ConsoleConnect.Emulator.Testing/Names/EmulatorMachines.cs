namespace ConsoleConnect.Emulator.Testing;

/// <summary>The names of the state machines.</summary>
/// <remarks>Generated: <c>EMULATOR_UPDATE_DOCS=1 dotnet test</c> writes it again.</remarks>
public static class EmulatorMachines
{
    /// <summary>The machine <c>memberships</c>.</summary>
    public const string Memberships = "memberships";

    /// <summary>The machine <c>invitations</c>.</summary>
    public const string Invitations = "invitations";

    /// <summary>The machine <c>ports</c>.</summary>
    public const string Ports = "ports";

    /// <summary>The machine <c>port-orders</c>.</summary>
    public const string PortOrders = "port-orders";

    /// <summary>The machine <c>connections</c>.</summary>
    public const string Connections = "connections";

    /// <summary>The machine <c>change-requests</c>.</summary>
    public const string ChangeRequests = "change-requests";

    /// <summary>The machine <c>scheduled-tasks</c>.</summary>
    public const string ScheduledTasks = "scheduled-tasks";

    /// <summary>The machine <c>replies</c>.</summary>
    public const string Replies = "replies";

    /// <summary>The machine <c>connection-flexes</c>.</summary>
    public const string ConnectionFlexes = "connection-flexes";

    /// <summary>The machine <c>azure-peerings</c>.</summary>
    public const string AzurePeerings = "azure-peerings";

    /// <summary>The machine <c>asns</c>.</summary>
    public const string Asns = "asns";

    /// <summary>The machine <c>iod-services</c>.</summary>
    public const string IodServices = "iod-services";

    /// <summary>The machine <c>flexes</c>.</summary>
    public const string Flexes = "flexes";

    /// <summary>The machine <c>sim-pools</c>.</summary>
    public const string SimPools = "sim-pools";

    /// <summary>The machine <c>sim-orders</c>.</summary>
    public const string SimOrders = "sim-orders";

    /// <summary>The machine <c>sims</c>.</summary>
    public const string Sims = "sims";

    /// <summary>The machine <c>cloudrouters</c>.</summary>
    public const string Cloudrouters = "cloudrouters";

    /// <summary>The machine <c>cloudrouter-sites</c>.</summary>
    public const string CloudrouterSites = "cloudrouter-sites";

    /// <summary>The machine <c>support-tickets</c>.</summary>
    public const string SupportTickets = "support-tickets";

    /// <summary>The machine <c>edge-quotes</c>.</summary>
    public const string EdgeQuotes = "edge-quotes";
}
