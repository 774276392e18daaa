namespace Aspire.Hosting.ApplicationModel;

/// <summary>The Console Connect emulator as a resource of an app host.</summary>
/// <param name="name">The resource's name.</param>
public sealed class ConsoleConnectEmulatorResource(string name)
    : ContainerResource(name), IResourceWithConnectionString, IResourceWithServiceDiscovery
{
    /// <summary>The name of its endpoint, over which the service and <c>/__admin</c> are both reached.</summary>
    public const string HttpEndpointName = "http";

    private EndpointReference? endpoint;

    /// <summary>Its endpoint.</summary>
    public EndpointReference HttpEndpoint => endpoint ??= new EndpointReference(this, HttpEndpointName);

    /// <summary>The parameter with the token that <c>/__admin</c> asks for; null where it asks for none.</summary>
    public ParameterResource? AdminToken { get; internal set; }

    /// <summary>
    /// The address that stands for <c>https://api.consoleconnect.com</c>. Whatever refers to the emulator is given it
    /// as <c>ConnectionStrings__</c> and the resource's name.
    /// </summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{HttpEndpoint.Property(EndpointProperty.Url)}");
}
