namespace Emulator.Domain.People;

/// <summary>
/// What a role can allow: the documented permissions (000:1603-1615), those of the network taken together by whether
/// they change it.
/// </summary>
internal enum Permission
{
    /// <summary><c>ports-read</c>, <c>order-query</c>, <c>connection-read</c>.</summary>
    ReadNetwork,

    /// <summary>
    /// <c>ports-edit</c>, <c>order-create</c>, <c>-modify</c>, <c>-delete</c>, <c>connection-create</c>,
    /// <c>-modify</c>, <c>-delete</c>.
    /// </summary>
    WriteNetwork,

    /// <summary><c>company-actions</c>: "Create content as company" (000:1663).</summary>
    CompanyActions,

    /// <summary><c>user-moderation</c>: "Moderate users in the company" (000:1687).</summary>
    UserModeration,

    /// <summary><c>company-update</c>: "Edit company profile" (000:1695).</summary>
    CompanyUpdate,

    /// <summary>What every member may.</summary>
    Belong,
}

/// <summary>
/// Something a member of a company may do or not, named as the service names it when it denies access (000:4878).
/// </summary>
/// <param name="Name">For instance <c>network:ReadPort</c>.</param>
/// <param name="Resource">The kind of resource.</param>
/// <param name="Permission">What it takes.</param>
/// <param name="Source">Where that is documented.</param>
internal sealed record CompanyAction(string Name, string Resource, Permission Permission, string Source)
{
    /// <summary>The part of the service: what stands before the colon.</summary>
    public string Service => Name[..Name.IndexOf(':')];
}

/// <summary>What is done on a company's network.</summary>
internal static class NetworkAction
{
    public static readonly CompanyAction ReadPort = Reading("network:ReadPort", "Port");
    public static readonly CompanyAction UpdatePort = Writing("network:UpdatePort", "Port");
    public static readonly CompanyAction DeletePort = Writing("network:DeletePort", "Port");
    public static readonly CompanyAction ReadPortOrder = Reading("network:ReadPortOrder", "PortOrder");
    public static readonly CompanyAction CreatePortOrder = Writing("network:CreatePortOrder", "PortOrder");
    public static readonly CompanyAction UpdatePortOrder = Writing("network:UpdatePortOrder", "PortOrder");
    public static readonly CompanyAction ReadConnection = Reading("network:ReadConnection", "Connection");
    public static readonly CompanyAction CreateConnection = Writing("network:CreateConnection", "Connection");
    public static readonly CompanyAction UpdateConnection = Writing("network:UpdateConnection", "Connection");
    public static readonly CompanyAction DeleteConnection = Writing("network:DeleteConnection", "Connection");

    /// <summary>The name is assumed: no document prints a refusal of it.</summary>
    public static readonly CompanyAction ReadEntitlement = Reading("network:ReadEntitlement", "Entitlement");

    // "IO-D Create permissions" (002:8) names none of these as a refusal would: assumed, after the resource's name in
    // the routes.
    public static readonly CompanyAction ReadIodService = Reading("network:ReadGiaService", "GiaService");
    public static readonly CompanyAction CreateIodService = Writing("network:CreateGiaService", "GiaService");
    public static readonly CompanyAction UpdateIodService = Writing("network:UpdateGiaService", "GiaService");
    public static readonly CompanyAction DeleteIodService = Writing("network:DeleteGiaService", "GiaService");

    // No document prints a refusal of these: assumed, as above.
    public static readonly CompanyAction ReadAsn = Reading("network:ReadAsn", "Asn");
    public static readonly CompanyAction CreateAsn = Writing("network:CreateAsn", "Asn");
    public static readonly CompanyAction DeleteAsn = Writing("network:DeleteAsn", "Asn");

    // "L3VPN Create", "L3VPN Site Create" and "L3VPN Destroy" permissions (OpenAPI 1.0.0) aren't printed as a refusal
    // would have them: assumed, by analogy.
    public static readonly CompanyAction ReadCloudRouter = Reading("network:ReadL3Vpn", "L3Vpn");
    public static readonly CompanyAction CreateCloudRouter = Writing("network:CreateL3Vpn", "L3Vpn");
    public static readonly CompanyAction DeleteCloudRouter = Writing("network:DeleteL3Vpn", "L3Vpn");
    public static readonly CompanyAction ReadCloudRouterSite = Reading("network:ReadL3VpnSite", "L3VpnSite");
    public static readonly CompanyAction CreateCloudRouterSite = Writing("network:CreateL3VpnSite", "L3VpnSite");
    public static readonly CompanyAction DeleteCloudRouterSite = Writing("network:DeleteL3VpnSite", "L3VpnSite");

    // MEF's dialect: no refusal is printed; assumed, after the resources' names there.
    public static readonly CompanyAction ReadGeographicAddress = Reading(
        "network:ReadGeographicAddress", "GeographicAddress");
    public static readonly CompanyAction CreateQuote = Writing("network:CreateQuote", "Quote");
    public static readonly CompanyAction ReadQuote = Reading("network:ReadQuote", "Quote");
    public static readonly CompanyAction CreateProductOrder = Writing("network:CreateProductOrder", "ProductOrder");
    public static readonly CompanyAction ReadProductOrder = Reading("network:ReadProductOrder", "ProductOrder");
    public static readonly CompanyAction ReadProduct = Reading("network:ReadProduct", "Product");

    // What agreements are called in a refusal no edition prints: assumed, by analogy.
    public static readonly CompanyAction ReadAgreement = Reading("network:ReadAgreement", "Agreement");
    public static readonly CompanyAction CreateAgreement = Writing("network:CreateAgreement", "Agreement");

    // Nor of these.
    public static readonly CompanyAction ReadSupportTicket = Reading("network:ReadSupportTicket", "SupportTicket");
    public static readonly CompanyAction CreateSupportTicket =
        Writing("network:CreateSupportTicket", "SupportTicket");
    public static readonly CompanyAction UpdateSupportTicket =
        Writing("network:UpdateSupportTicket", "SupportTicket");

    // Nor of this.
    public static readonly CompanyAction CheckMarketplaceOrder =
        Writing("network:CreateMarketplaceOrder", "MarketplaceOrder");

    // Printed as policies, not as refusals (OpenAPI 1.59.2, GET edgeports/quotes/bandwidths, GET edgeports/orders).
    public static readonly CompanyAction CreateEdgePortQuote =
        Writing("network:CreateEdgePortQuote", "EdgePortQuote");
    public static readonly CompanyAction ReadEdgePortOrder = Reading("network:ReadEdgePortOrder", "EdgePortOrder");

    // No document prints a refusal of these: assumed, after the resources' names in the routes.
    public static readonly CompanyAction ReadSimOrder = Reading("network:ReadIotOrder", "IotOrder");
    public static readonly CompanyAction CreateSimOrder = Writing("network:CreateIotOrder", "IotOrder");
    public static readonly CompanyAction ReadSimPool = Reading("network:ReadIotSimPool", "IotSimPool");
    public static readonly CompanyAction CreateSimPool = Writing("network:CreateIotSimPool", "IotSimPool");
    public static readonly CompanyAction UpdateSimPool = Writing("network:UpdateIotSimPool", "IotSimPool");
    public static readonly CompanyAction DeleteSimPool = Writing("network:DeleteIotSimPool", "IotSimPool");
    public static readonly CompanyAction ReadSim = Reading("network:ReadIotSim", "IotSim");
    public static readonly CompanyAction UpdateSim = Writing("network:UpdateIotSim", "IotSim");
    public static readonly CompanyAction ReadSimPlan = Reading("network:ReadIotImsiProfile", "IotImsiProfile");
    public static readonly CompanyAction CreateApn = Writing("network:CreateIotApn", "IotApn");
    public static readonly CompanyAction DeleteApn = Writing("network:DeleteIotApn", "IotApn");

    private static CompanyAction Reading(string name, string resource) =>
        new(name, resource, Permission.ReadNetwork, "000:42");

    private static CompanyAction Writing(string name, string resource) =>
        new(name, resource, Permission.WriteNetwork, "000:42");
}

/// <summary>
/// What is done on a company's people and profile. The names of these actions are assumed: the documents print one of
/// the network only.
/// </summary>
internal static class AccountAction
{
    public static readonly CompanyAction ReadMembershipRequests = new(
        "account:ReadMembershipRequest",
        "MembershipRequest",
        Permission.UserModeration,
        "000:2034");
    public static readonly CompanyAction AnswerMembershipRequest = new(
        "account:UpdateMembershipRequest",
        "MembershipRequest",
        Permission.UserModeration,
        "000:1687");
    public static readonly CompanyAction Invite = new(
        "account:CreateMembershipRequest",
        "MembershipRequest",
        Permission.UserModeration,
        "000:1687");
    public static readonly CompanyAction UpdateMembership = new(
        "account:UpdateMembership",
        "Membership",
        Permission.UserModeration,
        "000:1687");
    public static readonly CompanyAction DeleteMembership = new(
        "account:DeleteMembership",
        "Membership",
        Permission.UserModeration,
        "000:1687");
    public static readonly CompanyAction UpdateCompany = new(
        "account:UpdateCompany",
        "Company",
        Permission.CompanyUpdate,
        "000:1695");
    public static readonly CompanyAction ReadMembership = new(
        "account:ReadMembership",
        "Membership",
        Permission.Belong,
        "assumed");
    public static readonly CompanyAction SendInvite = new(
        "account:SendInvite",
        "Invite",
        Permission.CompanyActions,
        "000:1663");
}
