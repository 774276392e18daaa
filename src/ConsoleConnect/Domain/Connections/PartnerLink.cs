using Emulator.Domain.Companies;
using Emulator.Domain.Ports;

namespace Emulator.Domain.Connections;

/// <summary>
/// What a connection to a cloud partner has on the partner's side (OpenAPI 1.0.0 and captured answers). It all follows
/// from the connection: nothing is provisioned until the customer has accepted it in the partner's console, and what
/// the partner then names is made of the connection's id.
/// </summary>
/// <param name="Type">The partner.</param>
/// <param name="Region">The partner's region; null where no port is named.</param>
/// <param name="Provisioning">
/// <c>NOTPROVISIONED</c>, <c>PROVISIONING</c>, <c>PROVISIONED</c> or <c>DEPROVISIONING</c>, as captured.
/// </param>
/// <param name="CrossconnectionEnabled">Whether traffic passes.</param>
/// <param name="ConnectionId">The partner's own id for it; null until it is accepted.</param>
/// <param name="Error">What went wrong; null otherwise.</param>
/// <param name="Terms">What is known of the partner's side.</param>
internal sealed record PartnerLink(
    PartnerType Type,
    string? Region,
    string Provisioning,
    bool CrossconnectionEnabled,
    string? ConnectionId,
    string? Error,
    PartnerTerms Terms)
{
    private static readonly PartnerTerms NothingTold = new();

    /// <summary>A connection's; null where it doesn't lead to a cloud partner.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="dest">The company it leads to.</param>
    /// <param name="destPort">The port it leads to, or the first of those of a group; null where none is named.</param>
    public static PartnerLink? Of(Connection connection, Company dest, Port? destPort)
    {
        if (!dest.IsCloudProvider)
        {
            return null;
        }

        var provisioning = connection.Status switch
        {
            // What is provisioned by hand isn't yet, until support has.
            ConnectionStatus.Pending
            or ConnectionStatus.Manual
            or ConnectionStatus.PendingAcceptance
            or ConnectionStatus.Cancelled
            or ConnectionStatus.Denied => "NOTPROVISIONED",
            ConnectionStatus.Accepted or ConnectionStatus.Creating or ConnectionStatus.Error => "PROVISIONING",
            ConnectionStatus.Deleting => "DEPROVISIONING",
            ConnectionStatus.Deleted => "NOTPROVISIONED",
            _ => "PROVISIONED",
        };
        var terms = connection.PartnerTerms ?? NothingTold;
        var accepted = provisioning is not "NOTPROVISIONED" || connection.Status == ConnectionStatus.Deleted;
        return new PartnerLink(
            dest.Partner,
            destPort?.Partner?.RegionName ?? terms.Region,
            provisioning,
            connection.Status == ConnectionStatus.Active,
            accepted ? $"{Prefix(dest.Partner)}{connection.Id[^8..]}" : null,
            connection.ErrorReason,
            terms);
    }

    /// <summary>
    /// What a partner calls its connections: printed for Google and Alibaba (OpenAPI 1.0.0, 1.59.2) and for IBM, by its
    /// product's name; assumed for the others.
    /// </summary>
    public static string NameOf(PartnerType partner) => partner switch
    {
        PartnerType.Gce => "Google Direct Connect",
        PartnerType.Alicloud => "Alicloud Direct Connect",
        PartnerType.Ibm => "IBM Direct Link",
        PartnerType.Aws => "AWS Direct Connect",
        PartnerType.Azure => "Azure ExpressRoute",
        PartnerType.Oracle => "Oracle FastConnect",
        PartnerType.Ovhcloud => "OVHcloud Connect",
        PartnerType.Tencent => "Tencent Direct Connect",
        _ => "Layer 2",
    };

    /// <summary>How the partners' own ids begin, where that is known.</summary>
    private static string Prefix(PartnerType partner) => partner == PartnerType.Aws ? "dxcon-" : "";
}
