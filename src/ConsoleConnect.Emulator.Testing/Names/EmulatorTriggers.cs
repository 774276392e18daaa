namespace ConsoleConnect.Emulator.Testing;

/// <summary>What can be fired at each machine's resources.</summary>
/// <remarks>Generated: <c>EMULATOR_UPDATE_DOCS=1 dotnet test</c> writes it again.</remarks>
public static class EmulatorTriggers
{
    /// <summary>What can be fired at <c>memberships</c>.</summary>
    public static class Memberships
    {
        /// <summary>The trigger <c>Accept</c>.</summary>
        public const string Accept = "Accept";

        /// <summary>The trigger <c>Cancel</c>.</summary>
        public const string Cancel = "Cancel";

        /// <summary>The trigger <c>Deny</c>.</summary>
        public const string Deny = "Deny";

        /// <summary>The trigger <c>Invite</c>.</summary>
        public const string Invite = "Invite";

        /// <summary>The trigger <c>Leave</c>.</summary>
        public const string Leave = "Leave";

        /// <summary>The trigger <c>Request</c>.</summary>
        public const string Request = "Request";

        /// <summary>The trigger <c>Suspend</c>.</summary>
        public const string Suspend = "Suspend";
    }

    /// <summary>What can be fired at <c>invitations</c>.</summary>
    public static class Invitations
    {
        /// <summary>The trigger <c>Approve</c>.</summary>
        public const string Approve = "Approve";

        /// <summary>The trigger <c>Decline</c>.</summary>
        public const string Decline = "Decline";

        /// <summary>The trigger <c>Use</c>.</summary>
        public const string Use = "Use";

        /// <summary>The trigger <c>Withdraw</c>.</summary>
        public const string Withdraw = "Withdraw";
    }

    /// <summary>What can be fired at <c>ports</c>.</summary>
    public static class Ports
    {
        /// <summary>The trigger <c>Abandon</c>.</summary>
        public const string Abandon = "Abandon";

        /// <summary>The trigger <c>Activate</c>.</summary>
        public const string Activate = "Activate";

        /// <summary>The trigger <c>Activated</c>.</summary>
        public const string Activated = "Activated";

        /// <summary>The trigger <c>Allocate</c>.</summary>
        public const string Allocate = "Allocate";

        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Deleted</c>.</summary>
        public const string Deleted = "Deleted";

        /// <summary>The trigger <c>Disable</c>.</summary>
        public const string Disable = "Disable";

        /// <summary>The trigger <c>Disabled</c>.</summary>
        public const string Disabled = "Disabled";

        /// <summary>The trigger <c>Lose</c>.</summary>
        public const string Lose = "Lose";

        /// <summary>The trigger <c>Onboarded</c>.</summary>
        public const string Onboarded = "Onboarded";
    }

    /// <summary>What can be fired at <c>port-orders</c>.</summary>
    public static class PortOrders
    {
        /// <summary>The trigger <c>Allocate</c>.</summary>
        public const string Allocate = "Allocate";

        /// <summary>The trigger <c>Cancel</c>.</summary>
        public const string Cancel = "Cancel";

        /// <summary>The trigger <c>Cancelled</c>.</summary>
        public const string Cancelled = "Cancelled";

        /// <summary>The trigger <c>Complete</c>.</summary>
        public const string Complete = "Complete";

        /// <summary>The trigger <c>Confirm</c>.</summary>
        public const string Confirm = "Confirm";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Fulfil</c>.</summary>
        public const string Fulfil = "Fulfil";

        /// <summary>The trigger <c>Install</c>.</summary>
        public const string Install = "Install";

        /// <summary>The trigger <c>Process</c>.</summary>
        public const string Process = "Process";

        /// <summary>The trigger <c>Reserve</c>.</summary>
        public const string Reserve = "Reserve";

        /// <summary>The trigger <c>SendLoa</c>.</summary>
        public const string SendLoa = "SendLoa";

        /// <summary>The trigger <c>SendToNsp</c>.</summary>
        public const string SendToNsp = "SendToNsp";

        /// <summary>The trigger <c>SetUpCrossConnect</c>.</summary>
        public const string SetUpCrossConnect = "SetUpCrossConnect";

        /// <summary>The trigger <c>Survey</c>.</summary>
        public const string Survey = "Survey";
    }

    /// <summary>What can be fired at <c>connections</c>.</summary>
    public static class Connections
    {
        /// <summary>The trigger <c>Accept</c>.</summary>
        public const string Accept = "Accept";

        /// <summary>The trigger <c>Activated</c>.</summary>
        public const string Activated = "Activated";

        /// <summary>The trigger <c>Cancel</c>.</summary>
        public const string Cancel = "Cancel";

        /// <summary>The trigger <c>Create</c>.</summary>
        public const string Create = "Create";

        /// <summary>The trigger <c>Created</c>.</summary>
        public const string Created = "Created";

        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Deleted</c>.</summary>
        public const string Deleted = "Deleted";

        /// <summary>The trigger <c>Deny</c>.</summary>
        public const string Deny = "Deny";

        /// <summary>The trigger <c>Disable</c>.</summary>
        public const string Disable = "Disable";

        /// <summary>The trigger <c>Disabled</c>.</summary>
        public const string Disabled = "Disabled";

        /// <summary>The trigger <c>Enable</c>.</summary>
        public const string Enable = "Enable";

        /// <summary>The trigger <c>Enabled</c>.</summary>
        public const string Enabled = "Enabled";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>PartnerAccept</c>.</summary>
        public const string PartnerAccept = "PartnerAccept";

        /// <summary>The trigger <c>ProvisionManually</c>.</summary>
        public const string ProvisionManually = "ProvisionManually";
    }

    /// <summary>What can be fired at <c>change-requests</c>.</summary>
    public static class ChangeRequests
    {
        /// <summary>The trigger <c>Apply</c>.</summary>
        public const string Apply = "Apply";

        /// <summary>The trigger <c>Modify</c>.</summary>
        public const string Modify = "Modify";

        /// <summary>The trigger <c>Propose</c>.</summary>
        public const string Propose = "Propose";

        /// <summary>The trigger <c>Reject</c>.</summary>
        public const string Reject = "Reject";

        /// <summary>The trigger <c>Withdraw</c>.</summary>
        public const string Withdraw = "Withdraw";
    }

    /// <summary>What can be fired at <c>scheduled-tasks</c>.</summary>
    public static class ScheduledTasks
    {
        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Run</c>.</summary>
        public const string Run = "Run";
    }

    /// <summary>What can be fired at <c>replies</c>.</summary>
    public static class Replies
    {
        /// <summary>The trigger <c>Ask</c>.</summary>
        public const string Ask = "Ask";

        /// <summary>The trigger <c>Drop</c>.</summary>
        public const string Drop = "Drop";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Give</c>.</summary>
        public const string Give = "Give";
    }

    /// <summary>What can be fired at <c>connection-flexes</c>.</summary>
    public static class ConnectionFlexes
    {
        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Succeed</c>.</summary>
        public const string Succeed = "Succeed";
    }

    /// <summary>What can be fired at <c>azure-peerings</c>.</summary>
    public static class AzurePeerings
    {
        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Sync</c>.</summary>
        public const string Sync = "Sync";

        /// <summary>The trigger <c>Synced</c>.</summary>
        public const string Synced = "Synced";

        /// <summary>The trigger <c>Update</c>.</summary>
        public const string Update = "Update";
    }

    /// <summary>What can be fired at <c>asns</c>.</summary>
    public static class Asns
    {
        /// <summary>The trigger <c>Reject</c>.</summary>
        public const string Reject = "Reject";

        /// <summary>The trigger <c>Verify</c>.</summary>
        public const string Verify = "Verify";
    }

    /// <summary>What can be fired at <c>iod-services</c>.</summary>
    public static class IodServices
    {
        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Deleted</c>.</summary>
        public const string Deleted = "Deleted";

        /// <summary>The trigger <c>Drop</c>.</summary>
        public const string Drop = "Drop";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Provisioned</c>.</summary>
        public const string Provisioned = "Provisioned";

        /// <summary>The trigger <c>Restore</c>.</summary>
        public const string Restore = "Restore";

        /// <summary>The trigger <c>Retry</c>.</summary>
        public const string Retry = "Retry";

        /// <summary>The trigger <c>Submit</c>.</summary>
        public const string Submit = "Submit";
    }

    /// <summary>What can be fired at <c>flexes</c>.</summary>
    public static class Flexes
    {
        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Process</c>.</summary>
        public const string Process = "Process";

        /// <summary>The trigger <c>Succeed</c>.</summary>
        public const string Succeed = "Succeed";
    }

    /// <summary>What can be fired at <c>sim-pools</c>.</summary>
    public static class SimPools
    {
        /// <summary>The trigger <c>Configure</c>.</summary>
        public const string Configure = "Configure";

        /// <summary>The trigger <c>Configured</c>.</summary>
        public const string Configured = "Configured";

        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Retry</c>.</summary>
        public const string Retry = "Retry";
    }

    /// <summary>What can be fired at <c>sim-orders</c>.</summary>
    public static class SimOrders
    {
        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Process</c>.</summary>
        public const string Process = "Process";

        /// <summary>The trigger <c>Processed</c>.</summary>
        public const string Processed = "Processed";

        /// <summary>The trigger <c>Retry</c>.</summary>
        public const string Retry = "Retry";
    }

    /// <summary>What can be fired at <c>sims</c>.</summary>
    public static class Sims
    {
        /// <summary>The trigger <c>Activate</c>.</summary>
        public const string Activate = "Activate";

        /// <summary>The trigger <c>Pause</c>.</summary>
        public const string Pause = "Pause";
    }

    /// <summary>What can be fired at <c>cloudrouters</c>.</summary>
    public static class Cloudrouters
    {
        /// <summary>The trigger <c>Created</c>.</summary>
        public const string Created = "Created";

        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Deleted</c>.</summary>
        public const string Deleted = "Deleted";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Retry</c>.</summary>
        public const string Retry = "Retry";
    }

    /// <summary>What can be fired at <c>cloudrouter-sites</c>.</summary>
    public static class CloudrouterSites
    {
        /// <summary>The trigger <c>Activated</c>.</summary>
        public const string Activated = "Activated";

        /// <summary>The trigger <c>Delete</c>.</summary>
        public const string Delete = "Delete";

        /// <summary>The trigger <c>Deleted</c>.</summary>
        public const string Deleted = "Deleted";

        /// <summary>The trigger <c>Fail</c>.</summary>
        public const string Fail = "Fail";

        /// <summary>The trigger <c>Retry</c>.</summary>
        public const string Retry = "Retry";
    }

    /// <summary>What can be fired at <c>support-tickets</c>.</summary>
    public static class SupportTickets
    {
        /// <summary>The trigger <c>Close</c>.</summary>
        public const string Close = "Close";

        /// <summary>The trigger <c>Reopen</c>.</summary>
        public const string Reopen = "Reopen";

        /// <summary>The trigger <c>Resolve</c>.</summary>
        public const string Resolve = "Resolve";

        /// <summary>The trigger <c>Start</c>.</summary>
        public const string Start = "Start";
    }

    /// <summary>What can be fired at <c>edge-quotes</c>.</summary>
    public static class EdgeQuotes
    {
        /// <summary>The trigger <c>Answer</c>.</summary>
        public const string Answer = "Answer";
    }
}
