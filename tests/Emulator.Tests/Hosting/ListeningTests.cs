using System.Net;
using System.Net.NetworkInformation;
using System.Text.RegularExpressions;
using Emulator.Hosting;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Where it listens, and what it says where that is more than this machine.</summary>
public sealed partial class ListeningTests
{
    [Fact]
    public void Unless_told_otherwise_it_listens_on_loopback()
    {
        var settings = EmulatorSettings.Read([], new ConfigurationBuilder().Build(), new Dictionary<string, string>());
        Assert.Equal("http://localhost:9000", settings.Urls);
        Assert.Null(Exposure.Warning(settings.Urls.Split(';'), settings.Admin));
    }

    [Fact]
    public async Task On_localhost_no_other_machine_can_connect_whatever_the_frameworks_variables_say()
    {
        // The variables are those of ASP.NET's own container image.
        var variables = new Dictionary<string, string>
        {
            ["ASPNETCORE_HTTP_PORTS"] = "8080",
            ["ASPNETCORE_URLS"] = "http://0.0.0.0:0",
        };
        using var emulator = await RunningEmulator.Start(
            new Surroundings("localhost", Variables: variables),
            ":memory:");
        var bound = IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Where(listener => listener.Port == new Uri(emulator.Url).Port)
            .ToList();
        Assert.NotEmpty(bound);
        Assert.All(bound, listener => Assert.True(IPAddress.IsLoopback(listener.Address), $"{listener} is bound"));
        Assert.DoesNotContain("WARNING", emulator.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--admin-token=open-sesame")]
    public async Task On_other_addresses_it_warns_the_louder_without_a_lock(string flag)
    {
        using var emulator = await RunningEmulator.Start(
            new Surroundings("0.0.0.0"),
            ":memory:",
            flag is "" ? [] : [flag]);
        Assert.Contains("WARNING: the emulator listens on http://0.0.0.0:", emulator.Errors, StringComparison.Ordinal);
        Assert.Contains("EMULATOR_URLS", emulator.Errors, StringComparison.Ordinal);
        Assert.Equal(flag is "", emulator.Errors.Contains("HAS NO LOCK", StringComparison.Ordinal));
        Assert.Equal(flag is "", emulator.Errors.Contains("EMULATOR_ADMIN_TOKEN", StringComparison.Ordinal));
        Assert.DoesNotContain("open-sesame", emulator.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:9000", false)]
    [InlineData("http://127.0.0.1:9000", false)]
    [InlineData("http://[::1]:9000", false)]
    [InlineData("http://unix:/tmp/emulator.sock", false)]
    [InlineData("http://[::]:9000", true)]
    [InlineData("http://*:9000", true)]
    [InlineData("http://192.168.1.2:9000", true)]
    [InlineData("http://myhost:9000", true)]
    public void It_knows_which_addresses_are_this_machines_only(string address, bool open) =>
        Assert.Equal(open, Exposure.Warning(["http://localhost:1", address], new AdminAccess("", [])) is not null);

    /// <summary>
    /// Inside the container all addresses are bound; the host publishes one, and the neighbours of the Compose file
    /// know the emulator by its name.
    /// </summary>
    [Fact]
    public void The_container_is_published_on_loopback_and_sets_nothing_unknown()
    {
        var compose = File.ReadAllText(Path.Combine(OperationCatalogue.Repository, "docker-compose.yml"));
        Assert.All(Published().Matches(compose), port =>
            Assert.StartsWith("127.0.0.1:", port.Groups[1].Value, StringComparison.Ordinal));
        Assert.Contains("EMULATOR_ADMIN_HOSTS: emulator", compose, StringComparison.Ordinal);
        var set = Variable()
            .Matches(compose + File.ReadAllText(Path.Combine(OperationCatalogue.Repository, "Dockerfile")))
            .Select(variable => variable.Value)
            .ToList();
        Assert.Contains("EMULATOR_URLS", set);
        Assert.All(set, variable => Assert.Contains(EmulatorSettings.All, setting => setting.Variable == variable));
    }

    [GeneratedRegex(@"- ""([^""]*:9000)""")]
    private static partial Regex Published();

    [GeneratedRegex(@"EMULATOR_[A-Z_]+")]
    private static partial Regex Variable();
}
