namespace Emulator.Domain.Ports;

/// <summary>
/// How a port is reached inside and outside of its facility (000:4721): its cross connect, local loop, managed router
/// and rack. Known for some ports only; what of it isn't known is empty text, as OpenAPI 1.0.0's sample has it. Nothing
/// of the API makes or changes one.
/// </summary>
internal sealed record AccessCircuit
{
    /// <summary>The circuit's own id, of the service's provisioning: no id of ours (000:4754).</summary>
    public required string Id { get; init; }

    /// <summary>The port it leads to: each has one at most.</summary>
    public required string PortId { get; init; }

    public required string CrossConnectId { get; init; }

    public required CrossConnectMedium CrossConnectMediaType { get; init; }

    /// <summary>Whether a media converter (sic, 000:4732) stands between.</summary>
    public bool CrossConnectMediaConvertor { get; set; }

    public required CrossConnectConnector CrossConnectConnectorType { get; init; }

    public string CrossConnectProvider { get; set; } = "";

    public string CrossConnectSalesRecordId { get; set; } = "";

    public string LocalLoopPartnerLocalLineNo { get; set; } = "";

    public string LocalLoopRemoteRefNo { get; set; } = "";

    public string LocalLoopRemoteLocalLineNo { get; set; } = "";

    /// <summary>The local loop's speed, as text; the documents don't say in which unit (000:4802).</summary>
    public string LocalLoopSpeed { get; set; } = "";

    public string LocalLoopRemoteLocalLinePartner { get; set; } = "";

    public string LocalLoopRemoteCarrierContactNo { get; set; } = "";

    public string ManagedRouterServiceRouterName { get; set; } = "";

    public string ManagedRouterServiceRouterProvider { get; set; } = "";

    public string ManagedRouterServiceRouterOwner { get; set; } = "";

    public string ManagedRouterServiceCpeOrder { get; set; } = "";

    public string ManagedRouterServiceDialupNo { get; set; } = "";

    public string ManagedRouterServiceCeWanIpAddress { get; set; } = "";

    public string ManagedRouterServiceCeWanInterface { get; set; } = "";

    public string ManagedRouterServiceManagementIp { get; set; } = "";

    public string ManagedRouterServiceRemark { get; set; } = "";

    public string PremiumColocationSalesRecordId { get; set; } = "";

    public string PremiumColocationRackId { get; set; } = "";

    public string PremiumColocationPanelNumber { get; set; } = "";
}

/// <summary>What a cross connect is made of (OpenAPI 1.0.0).</summary>
internal enum CrossConnectMedium
{
    Smf,
    Mmf,
    Coaxial,
    Copper,
}

/// <summary>What a cross connect ends in (OpenAPI 1.0.0).</summary>
internal enum CrossConnectConnector
{
    Sc,
    Fc,
    Lc,
    Bnc,
    Rj48,
    Rj45,
}
