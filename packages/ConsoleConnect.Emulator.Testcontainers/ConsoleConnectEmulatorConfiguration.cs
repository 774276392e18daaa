using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace ConsoleConnect.Emulator.Testcontainers;

/// <summary>What a container of the emulator is set to; <see cref="ConsoleConnectEmulatorBuilder"/> makes it.</summary>
public sealed class ConsoleConnectEmulatorConfiguration : ContainerConfiguration
{
    /// <summary>Makes one.</summary>
    /// <param name="adminToken">The token without which <c>/__admin</c> refuses; null for none.</param>
    /// <param name="sandboxes">The sandboxes that are made once it is ready; null for none.</param>
    public ConsoleConnectEmulatorConfiguration(string? adminToken = null, IEnumerable<string>? sandboxes = null)
    {
        AdminToken = adminToken;
        Sandboxes = sandboxes ?? [];
    }

    /// <summary>Makes one of what Testcontainers itself sets.</summary>
    public ConsoleConnectEmulatorConfiguration(
        IResourceConfiguration<CreateContainerParameters> resourceConfiguration)
        : base(resourceConfiguration)
    {
    }

    /// <summary>Makes one of what Testcontainers itself sets of containers.</summary>
    public ConsoleConnectEmulatorConfiguration(IContainerConfiguration resourceConfiguration)
        : base(resourceConfiguration)
    {
    }

    /// <summary>Makes one of two, of which the newer counts.</summary>
    public ConsoleConnectEmulatorConfiguration(
        ConsoleConnectEmulatorConfiguration oldValue,
        ConsoleConnectEmulatorConfiguration newValue)
        : base(oldValue, newValue)
    {
        AdminToken = BuildConfiguration.Combine(oldValue.AdminToken, newValue.AdminToken);
        Sandboxes = BuildConfiguration.Combine(oldValue.Sandboxes, newValue.Sandboxes);
    }

    /// <summary>The token without which <c>/__admin</c> refuses; null for none.</summary>
    public string? AdminToken { get; }

    /// <summary>The sandboxes that are made once it is ready.</summary>
    public IEnumerable<string> Sandboxes { get; } = [];
}
