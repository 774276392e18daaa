using System.Reflection;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace Packages.Tests;

/// <summary>
/// A container as far as a wait strategy asks for one: its host, and the port on which it is published.
/// </summary>
public class FakeContainer : DispatchProxy
{
    private Uri address = null!;

    /// <summary>One whose port 9000 is published at an address.</summary>
    public static IContainer At(Uri address)
    {
        var container = Create<IContainer, FakeContainer>();
        ((FakeContainer)(object)container).address = address;
        return container;
    }

    /// <summary>Whether a wait strategy takes a container for ready, now.</summary>
    public static Task<bool> IsOver(WaitStrategy strategy, IContainer container)
    {
        var until = (IWaitUntil)typeof(WaitStrategy)
            .GetField("_waitUntil", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(strategy)!;
        return until.UntilAsync(container);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        (targetMethod?.Name, args) switch
        {
            ("get_Hostname", _) => address.Host,
            ("GetMappedPublicPort", [9000]) => (ushort)address.Port,
            ("GetMappedPublicPort", [(ushort)9000]) => (ushort)address.Port,
            _ => throw new NotSupportedException($"A wait strategy isn't expected to ask for {targetMethod?.Name}."),
        };
}
