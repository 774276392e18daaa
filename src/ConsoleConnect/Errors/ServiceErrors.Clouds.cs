namespace Emulator.Errors;

/// <summary>What the rules of cloud connections forbid.</summary>
internal abstract partial class ServiceErrors
{
    public static readonly ServiceError NoCloudSourcePort = new(
        nameof(NoCloudSourcePort),
        400,
        "Cannot find an ACTIVE source port",
        "OpenAPI 1.0.0, POST connections/cloud/IBM");
    public static readonly ServiceError NoCloudDestinationPort = new(
        nameof(NoCloudDestinationPort),
        400,
        "Cannot find an ACTIVE destination port",
        "OpenAPI 1.0.0, POST connections/cloud/IBM");
    public static readonly ServiceError ArgumentRequired = new(
        nameof(ArgumentRequired),
        400,
        "{0} is a required arg",
        "OpenAPI 1.0.0, POST connections/cloud/IBM");
    public static readonly ServiceError CloudSpeedNotOffered = new(
        nameof(CloudSpeedNotOffered),
        400,
        "Cannot find a speed of {0} Mbps at the destination port",
        "assumed: after the words for a port (OpenAPI 1.0.0, POST connections/cloud/IBM)");
    public static readonly ServiceError CompanyNotVerifiedForClouds = new(
        nameof(CompanyNotVerifiedForClouds),
        400,
        "The company must be verified before a cloud connection can be ordered",
        "OpenAPI 1.0.0, the clouds' own routes, gives the rule without words");
    public static readonly ServiceError TwoDestinationPorts = new(
        nameof(TwoDestinationPorts),
        400,
        "Two different destination ports of the same region are required",
        "OpenAPI 1.0.0, PUT GCE/layer2, gives the rule without words");
    public static readonly ServiceError TwoPairingKeys = new(
        nameof(TwoPairingKeys),
        400,
        "Two different pairing keys of the region {0} are required",
        "OpenAPI 1.0.0, PUT GCE/layer2, gives the rule without words");
    public static readonly ServiceError PairingKeyInvalid = new(
        nameof(PairingKeyInvalid),
        400,
        "Invalid pairing key format",
        "assumed: after the words for a service key (OpenAPI 1.59.2, POST ovh-service-key/validate)");
    public static readonly ServiceError ServiceKeyInvalid = new(
        nameof(ServiceKeyInvalid),
        400,
        "Invalid service key format",
        "OpenAPI 1.59.2, POST ovh-service-key/validate: the description of its 400");
    public static readonly ServiceError ServiceKeyNotFound = new(
        nameof(ServiceKeyNotFound),
        404,
        "Service key or associated port not found",
        "OpenAPI 1.59.2, POST ovh-service-key/validate: the description of its 404");
    public static readonly ServiceError SpeedAboveServiceKey = new(
        nameof(SpeedAboveServiceKey),
        400,
        "The requested speed exceeds the bandwidth of the service key. Max is: {0}",
        "assumed: after the words for a port's capacity (OpenAPI 1.0.0, /api/v2/pricing/gia)");
    public static readonly ServiceError CloudKeyUsed = new(
        nameof(CloudKeyUsed),
        409,
        "The {0} has already been used",
        "assumed: no source prints one");
    public static readonly ServiceError SourcePorts = new(
        nameof(SourcePorts),
        400,
        "One or two different source ports are required",
        "OpenAPI 1.0.0, PUT AZURE/layer2/create, gives the rule without words");
    public static readonly ServiceError VlansNotDistinct = new(
        nameof(VlansNotDistinct),
        400,
        "The VLANs of srcVlanRequest must be different from each other",
        "OpenAPI 1.59.2, PUT ALICLOUD/layer2, gives the rule without words");
    public static readonly ServiceError NoAzureConnection = new(
        nameof(NoAzureConnection),
        400,
        "The connection is not a connection to Azure",
        "assumed: no source prints one");
    public static readonly ServiceError PeeringNotFound = new(
        nameof(PeeringNotFound),
        404,
        "A peering config can not be found with the given type",
        SameWordsAsPorts);
    public static readonly ServiceError PeeringTypeUnknown = new(
        nameof(PeeringTypeUnknown),
        400,
        "The peering type must be equal to one of the allowed values",
        "assumed: the validator's words; OpenAPI 1.0.0, AZURE peering, has the values in its path");
    public static readonly ServiceError PeeringSubnetInvalid = new(
        nameof(PeeringSubnetInvalid),
        400,
        "{0} must be an IPv4 subnet with a mask of 30",
        "assumed: the published samples have subnets of that size");
    public static readonly ServiceError OnlyOnMicrosoftPeering = new(
        nameof(OnlyOnMicrosoftPeering),
        400,
        "{0} is only allowed on a peering config of type MICROSOFT",
        "OpenAPI 1.0.0, AZURE peering, gives the rule without words");
    public static readonly ServiceError PeeringVlanInUse = new(
        nameof(PeeringVlanInUse),
        409,
        "VLAN {0} is already in use by another peering config of the connection",
        "assumed: after the words for a port's VLANs");
}
