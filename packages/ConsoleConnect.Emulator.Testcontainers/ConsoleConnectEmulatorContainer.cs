using System.Net.Http.Json;
using DotNet.Testcontainers.Containers;

namespace ConsoleConnect.Emulator.Testcontainers;

/// <summary>A container with the emulator; <see cref="ConsoleConnectEmulatorBuilder"/> makes it.</summary>
/// <param name="configuration">What it is set to.</param>
public sealed class ConsoleConnectEmulatorContainer(ConsoleConnectEmulatorConfiguration configuration)
    : DockerContainer(configuration)
{
    /// <summary>The token without which <c>/__admin</c> refuses; null for none.</summary>
    public string? AdminToken => configuration.AdminToken;

    /// <summary>What it is set to.</summary>
    internal ConsoleConnectEmulatorConfiguration Configuration => configuration;

    /// <summary>
    /// The address that stands for <c>https://api.consoleconnect.com</c>. Known once the container has started.
    /// </summary>
    public Uri GetBaseAddress() =>
        new UriBuilder(
            Uri.UriSchemeHttp,
            Hostname,
            GetMappedPublicPort(ConsoleConnectEmulatorBuilder.EmulatorPort)).Uri;

    /// <summary>The address of a sandbox, with a slash at its end. Known once the container has started.</summary>
    /// <param name="name">The sandbox's name.</param>
    public Uri GetSandboxAddress(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Uri(GetBaseAddress(), $"sandbox/{Uri.EscapeDataString(name)}/");
    }

    /// <summary>A client of <c>/__admin</c> that has the token where there is one; the caller disposes of it.</summary>
    public HttpClient CreateAdminClient()
    {
        var client = new HttpClient { BaseAddress = GetBaseAddress() };
        if (AdminToken is { } token)
        {
            client.DefaultRequestHeaders.Add("X-Emulator-Admin-Token", token);
        }

        return client;
    }

    /// <summary>Starts it, waits until it is ready, and makes the sandboxes that the builder names.</summary>
    /// <exception cref="InvalidOperationException">The emulator refuses one; the message says why.</exception>
    protected override async Task UnsafeStartAsync(CancellationToken ct = default)
    {
        await base.UnsafeStartAsync(ct).ConfigureAwait(false);
        await MakeSandboxesAsync(ct).ConfigureAwait(false);
    }

    private async Task MakeSandboxesAsync(CancellationToken cancellation)
    {
        var names = configuration.Sandboxes.ToList();
        if (names.Count == 0)
        {
            return;
        }

        using var client = CreateAdminClient();
        foreach (var name in names)
        {
            using var answer = await client
                .PostAsJsonAsync("/__admin/sandboxes", new { name }, cancellation)
                .ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                var why = answer.Headers.TryGetValues("X-Emulator-Explain", out var explained)
                    ? string.Join(' ', explained)
                    : await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
                throw new InvalidOperationException(
                    $"The emulator made no sandbox \"{name}\": {(int)answer.StatusCode}, {why}");
            }
        }
    }
}
