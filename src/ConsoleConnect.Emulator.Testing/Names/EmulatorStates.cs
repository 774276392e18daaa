namespace ConsoleConnect.Emulator.Testing;

/// <summary>The states of each machine, as the documents spell them.</summary>
/// <remarks>Generated: <c>EMULATOR_UPDATE_DOCS=1 dotnet test</c> writes it again.</remarks>
public static class EmulatorStates
{
    /// <summary>The states of <c>memberships</c>.</summary>
    public static class Memberships
    {
        /// <summary>The state <c>INACTIVE</c>.</summary>
        public const string Inactive = "INACTIVE";

        /// <summary>The state <c>ACTIVE</c>.</summary>
        public const string Active = "ACTIVE";

        /// <summary>The state <c>DENIED</c>.</summary>
        public const string Denied = "DENIED";

        /// <summary>The state <c>CANCELLED</c>.</summary>
        public const string Cancelled = "CANCELLED";
    }

    /// <summary>The states of <c>invitations</c>.</summary>
    public static class Invitations
    {
        /// <summary>The state <c>REQUESTED</c>.</summary>
        public const string Requested = "REQUESTED";

        /// <summary>The state <c>SENT</c>.</summary>
        public const string Sent = "SENT";

        /// <summary>The state <c>USED</c>.</summary>
        public const string Used = "USED";

        /// <summary>The state <c>DECLINED</c>.</summary>
        public const string Declined = "DECLINED";

        /// <summary>The state <c>WITHDRAWN</c>.</summary>
        public const string Withdrawn = "WITHDRAWN";
    }

    /// <summary>The states of <c>ports</c>.</summary>
    public static class Ports
    {
        /// <summary>The state <c>ACTIVATING</c>.</summary>
        public const string Activating = "ACTIVATING";

        /// <summary>The state <c>READY</c>.</summary>
        public const string Ready = "READY";

        /// <summary>The state <c>ACTIVE</c>.</summary>
        public const string Active = "ACTIVE";

        /// <summary>The state <c>DISABLING</c>.</summary>
        public const string Disabling = "DISABLING";

        /// <summary>The state <c>DISABLED</c>.</summary>
        public const string Disabled = "DISABLED";

        /// <summary>The state <c>DELETING</c>.</summary>
        public const string Deleting = "DELETING";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";

        /// <summary>The state <c>UNKNOWN</c>.</summary>
        public const string Unknown = "UNKNOWN";

        /// <summary>The state <c>ONBOARDING</c>.</summary>
        public const string Onboarding = "ONBOARDING";
    }

    /// <summary>The states of <c>port-orders</c>.</summary>
    public static class PortOrders
    {
        /// <summary>The state <c>reserved</c>.</summary>
        public const string Reserved = "reserved";

        /// <summary>The state <c>created</c>.</summary>
        public const string Created = "created";

        /// <summary>The state <c>pending</c>.</summary>
        public const string Pending = "pending";

        /// <summary>The state <c>allocated</c>.</summary>
        public const string Allocated = "allocated";

        /// <summary>The state <c>loa_sent</c>.</summary>
        public const string LoaSent = "loa_sent";

        /// <summary>The state <c>done</c>.</summary>
        public const string Done = "done";

        /// <summary>The state <c>cancelling</c>.</summary>
        public const string Cancelling = "cancelling";

        /// <summary>The state <c>cancelled</c>.</summary>
        public const string Cancelled = "cancelled";

        /// <summary>The state <c>waiting_for_nsp</c>.</summary>
        public const string WaitingForNsp = "waiting_for_nsp";

        /// <summary>The state <c>processing</c>.</summary>
        public const string Processing = "processing";

        /// <summary>The state <c>setup_xc</c>.</summary>
        public const string SetupXc = "setup_xc";

        /// <summary>The state <c>error</c>.</summary>
        public const string Error = "error";

        /// <summary>The state <c>draft</c>.</summary>
        public const string Draft = "draft";

        /// <summary>The state <c>site_survey</c>.</summary>
        public const string SiteSurvey = "site_survey";

        /// <summary>The state <c>installation</c>.</summary>
        public const string Installation = "installation";
    }

    /// <summary>The states of <c>connections</c>.</summary>
    public static class Connections
    {
        /// <summary>The state <c>PENDING</c>.</summary>
        public const string Pending = "PENDING";

        /// <summary>The state <c>PENDING_ACCEPTANCE</c>.</summary>
        public const string PendingAcceptance = "PENDING_ACCEPTANCE";

        /// <summary>The state <c>ACCEPTED</c>.</summary>
        public const string Accepted = "ACCEPTED";

        /// <summary>The state <c>CREATING</c>.</summary>
        public const string Creating = "CREATING";

        /// <summary>The state <c>ENABLING</c>.</summary>
        public const string Enabling = "ENABLING";

        /// <summary>The state <c>ACTIVATING</c>.</summary>
        public const string Activating = "ACTIVATING";

        /// <summary>The state <c>ACTIVE</c>.</summary>
        public const string Active = "ACTIVE";

        /// <summary>The state <c>DISABLING</c>.</summary>
        public const string Disabling = "DISABLING";

        /// <summary>The state <c>DISABLED</c>.</summary>
        public const string Disabled = "DISABLED";

        /// <summary>The state <c>DELETING</c>.</summary>
        public const string Deleting = "DELETING";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";

        /// <summary>The state <c>CANCELLED</c>.</summary>
        public const string Cancelled = "CANCELLED";

        /// <summary>The state <c>DENIED</c>.</summary>
        public const string Denied = "DENIED";

        /// <summary>The state <c>ERROR</c>.</summary>
        public const string Error = "ERROR";

        /// <summary>The state <c>MANUAL</c>.</summary>
        public const string Manual = "MANUAL";
    }

    /// <summary>The states of <c>change-requests</c>.</summary>
    public static class ChangeRequests
    {
        /// <summary>The state <c>NONE</c>.</summary>
        public const string None = "NONE";

        /// <summary>The state <c>PENDING</c>.</summary>
        public const string Pending = "PENDING";

        /// <summary>The state <c>WITHDRAWN</c>.</summary>
        public const string Withdrawn = "WITHDRAWN";

        /// <summary>The state <c>REJECTED</c>.</summary>
        public const string Rejected = "REJECTED";
    }

    /// <summary>The states of <c>scheduled-tasks</c>.</summary>
    public static class ScheduledTasks
    {
        /// <summary>The state <c>WAITING</c>.</summary>
        public const string Waiting = "WAITING";

        /// <summary>The state <c>DONE</c>.</summary>
        public const string Done = "DONE";

        /// <summary>The state <c>FAILED</c>.</summary>
        public const string Failed = "FAILED";
    }

    /// <summary>The states of <c>replies</c>.</summary>
    public static class Replies
    {
        /// <summary>The state <c>WAITING</c>.</summary>
        public const string Waiting = "WAITING";

        /// <summary>The state <c>GIVEN</c>.</summary>
        public const string Given = "GIVEN";

        /// <summary>The state <c>MOOT</c>.</summary>
        public const string Moot = "MOOT";

        /// <summary>The state <c>FAILED</c>.</summary>
        public const string Failed = "FAILED";
    }

    /// <summary>The states of <c>connection-flexes</c>.</summary>
    public static class ConnectionFlexes
    {
        /// <summary>The state <c>REQUESTED</c>.</summary>
        public const string Requested = "REQUESTED";

        /// <summary>The state <c>SUCCESS</c>.</summary>
        public const string Success = "SUCCESS";

        /// <summary>The state <c>FAILED</c>.</summary>
        public const string Failed = "FAILED";
    }

    /// <summary>The states of <c>azure-peerings</c>.</summary>
    public static class AzurePeerings
    {
        /// <summary>The state <c>PENDING</c>.</summary>
        public const string Pending = "PENDING";

        /// <summary>The state <c>SYNCING</c>.</summary>
        public const string Syncing = "SYNCING";

        /// <summary>The state <c>SYNCED</c>.</summary>
        public const string Synced = "SYNCED";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";
    }

    /// <summary>The states of <c>asns</c>.</summary>
    public static class Asns
    {
        /// <summary>The state <c>UNVERIFIED</c>.</summary>
        public const string Unverified = "UNVERIFIED";

        /// <summary>The state <c>VERIFIED</c>.</summary>
        public const string Verified = "VERIFIED";

        /// <summary>The state <c>REJECTED</c>.</summary>
        public const string Rejected = "REJECTED";

        /// <summary>The state <c>PRIVATE</c>.</summary>
        public const string Private = "PRIVATE";
    }

    /// <summary>The states of <c>iod-services</c>.</summary>
    public static class IodServices
    {
        /// <summary>The state <c>DRAFT</c>.</summary>
        public const string Draft = "DRAFT";

        /// <summary>The state <c>PROVISIONING</c>.</summary>
        public const string Provisioning = "PROVISIONING";

        /// <summary>The state <c>ACTIVE</c>.</summary>
        public const string Active = "ACTIVE";

        /// <summary>The state <c>DOWN</c>.</summary>
        public const string Down = "DOWN";

        /// <summary>The state <c>ERROR</c>.</summary>
        public const string Error = "ERROR";

        /// <summary>The state <c>DELETING</c>.</summary>
        public const string Deleting = "DELETING";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";
    }

    /// <summary>The states of <c>flexes</c>.</summary>
    public static class Flexes
    {
        /// <summary>The state <c>REQUESTED</c>.</summary>
        public const string Requested = "REQUESTED";

        /// <summary>The state <c>PROCESSING</c>.</summary>
        public const string Processing = "PROCESSING";

        /// <summary>The state <c>SUCCESS</c>.</summary>
        public const string Success = "SUCCESS";

        /// <summary>The state <c>FAILED</c>.</summary>
        public const string Failed = "FAILED";
    }

    /// <summary>The states of <c>sim-pools</c>.</summary>
    public static class SimPools
    {
        /// <summary>The state <c>CREATED</c>.</summary>
        public const string Created = "CREATED";

        /// <summary>The state <c>PROCESSING</c>.</summary>
        public const string Processing = "PROCESSING";

        /// <summary>The state <c>FAILED</c>.</summary>
        public const string Failed = "FAILED";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";
    }

    /// <summary>The states of <c>sim-orders</c>.</summary>
    public static class SimOrders
    {
        /// <summary>The state <c>ORDERED</c>.</summary>
        public const string Ordered = "ORDERED";

        /// <summary>The state <c>PROCESSING</c>.</summary>
        public const string Processing = "PROCESSING";

        /// <summary>The state <c>PROCESSED</c>.</summary>
        public const string Processed = "PROCESSED";

        /// <summary>The state <c>FAILED</c>.</summary>
        public const string Failed = "FAILED";
    }

    /// <summary>The states of <c>sims</c>.</summary>
    public static class Sims
    {
        /// <summary>The state <c>ACTIVE</c>.</summary>
        public const string Active = "ACTIVE";

        /// <summary>The state <c>PAUSED</c>.</summary>
        public const string Paused = "PAUSED";
    }

    /// <summary>The states of <c>cloudrouters</c>.</summary>
    public static class Cloudrouters
    {
        /// <summary>The state <c>CREATING</c>.</summary>
        public const string Creating = "CREATING";

        /// <summary>The state <c>CREATED</c>.</summary>
        public const string Created = "CREATED";

        /// <summary>The state <c>ERROR</c>.</summary>
        public const string Error = "ERROR";

        /// <summary>The state <c>DELETING</c>.</summary>
        public const string Deleting = "DELETING";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";
    }

    /// <summary>The states of <c>cloudrouter-sites</c>.</summary>
    public static class CloudrouterSites
    {
        /// <summary>The state <c>CREATING</c>.</summary>
        public const string Creating = "CREATING";

        /// <summary>The state <c>ACTIVE</c>.</summary>
        public const string Active = "ACTIVE";

        /// <summary>The state <c>ERROR</c>.</summary>
        public const string Error = "ERROR";

        /// <summary>The state <c>DELETING</c>.</summary>
        public const string Deleting = "DELETING";

        /// <summary>The state <c>DELETED</c>.</summary>
        public const string Deleted = "DELETED";
    }

    /// <summary>The states of <c>support-tickets</c>.</summary>
    public static class SupportTickets
    {
        /// <summary>The state <c>Acknowledged</c>.</summary>
        public const string Acknowledged = "Acknowledged";

        /// <summary>The state <c>In Progress</c>.</summary>
        public const string InProgress = "In Progress";

        /// <summary>The state <c>Resolved</c>.</summary>
        public const string Resolved = "Resolved";

        /// <summary>The state <c>Closed</c>.</summary>
        public const string Closed = "Closed";
    }

    /// <summary>The states of <c>edge-quotes</c>.</summary>
    public static class EdgeQuotes
    {
        /// <summary>The state <c>PROCESSING</c>.</summary>
        public const string Processing = "PROCESSING";

        /// <summary>The state <c>READY</c>.</summary>
        public const string Ready = "READY";
    }
}
