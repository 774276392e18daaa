using Emulator.Domain.Companies;

namespace Emulator.Domain.Connections;

/// <summary>
/// What a connection to a cloud partner has on the partner's side (OpenAPI 1.0.0 and captured answers). It all follows
/// from the connection: nothing is provisioned until the customer has accepted it in the partner's console, and what the
/// partner then names is made of the connection's id.
/// </summary>
/// <param name="Type">The partner.</param>
/// <param name="Region">The partner's region; null where no port is named.</param>
/// <param name="Provisioning">
/// <c>NOTPROVISIONED</c>, <c>PROVISIONING</c>, <c>PROVISIONED</c> or <c>DEPROVISIONING</c>, as captured.
/// </param>
/// <param name="CrossconnectionEnabled">Whether traffic passes.</param>
/// <param name="ConnectionId">The partner's own id for it; null until it is accepted.</param>
/// <param name="Error">What went wrong; null otherwise.</param>
internal sealed record PartnerLink(
    PartnerType Type,
    string? Region,
    string Provisioning,
    bool CrossconnectionEnabled,
    string? ConnectionId,
    string? Error)
{
    /// <summary>A connection's; null where it doesn't lead to a cloud partner.</summary>
    public static PartnerLink? Of(Connection connection, Company dest)
    {
        if (!dest.IsCloudProvider)
        {
            return null;
        }

        var provisioning = connection.Status switch
        {
            ConnectionStatus.Pending
            or ConnectionStatus.PendingAcceptance
            or ConnectionStatus.Cancelled
            or ConnectionStatus.Denied => "NOTPROVISIONED",
            ConnectionStatus.Accepted or ConnectionStatus.Creating or ConnectionStatus.Error => "PROVISIONING",
            ConnectionStatus.Deleting => "DEPROVISIONING",
            ConnectionStatus.Deleted => "NOTPROVISIONED",
            _ => "PROVISIONED",
        };
        var accepted = provisioning is not "NOTPROVISIONED" || connection.Status == ConnectionStatus.Deleted;
        return new PartnerLink(
            dest.Partner,
            connection.DestPort?.Partner?.RegionName,
            provisioning,
            connection.Status == ConnectionStatus.Active,
            accepted ? $"{Prefix(dest.Partner)}{connection.Id[^8..]}" : null,
            connection.ErrorReason);
    }

    /// <summary>How the partners' own ids begin, where that is known.</summary>
    private static string Prefix(PartnerType partner) => partner == PartnerType.Aws ? "dxcon-" : "";
}
