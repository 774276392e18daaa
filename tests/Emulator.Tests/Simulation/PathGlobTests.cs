using System.Diagnostics;
using Emulator.Simulation.Faults;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>Patterns of paths, as fault rules have them.</summary>
public sealed class PathGlobTests
{
    [Theory]
    [InlineData("/api/company/Acme/ports", "/api/company/Acme/ports", true)]
    [InlineData("/api/company/Acme/ports", "/API/company/acme/ports/", true)]
    [InlineData("/api/company/Acme/ports/", "/api/company/Acme/ports", true)]
    [InlineData("/api/company/Acme/ports", "/api/company/Acme/ports/orders", false)]
    [InlineData("/api/company/*/ports", "/api/company/Acme/ports", true)]
    [InlineData("/api/company/*/ports", "/api/company/Acme/x/ports", false)]
    [InlineData("/api/company/*/ports", "/api/company//ports", true)]
    [InlineData("/api/company/A*e/p*s", "/api/company/Acme/ports", true)]
    [InlineData("/api/company/*m*/ports", "/api/company/company1/ports", true)]
    [InlineData("/api/company/*/ports/*/vlan", "/api/company/Acme/ports/1/2/vlan", false)]
    [InlineData("/api/*", "/api/company/Acme", false)]
    [InlineData("/api/**", "/api/company/Acme", true)]
    [InlineData("/api/**", "/api", false)]
    [InlineData("/**", "/", true)]
    [InlineData("**", "/anything/at/all", true)]
    [InlineData("**/orders", "/api/company/Acme/ports/orders", true)]
    [InlineData("**/orders", "/api/company/Acme/ports/orders/1", false)]
    [InlineData("/api/**/orders", "/api/orders", true)]
    [InlineData("/api/**/orders", "/api/company/Acme/ports/orders", true)]
    [InlineData("/api/**/orders", "/api/company/reorders", false)]
    [InlineData("/api/**/ports/*/vlan", "/api/company/ports/ports/1/vlan", true)]
    [InlineData("/**/ports/**/x", "/a/ports/b/c/x", true)]
    [InlineData("/**/ports/**/x", "/a/port/b/c/x", false)]
    [InlineData("/a*", "/a", true)]
    [InlineData("/a*b**c", "/axxb/y/c", true)]
    [InlineData("/a?", "/ab", false)]
    public void A_pattern_stands_for_what_it_says(string pattern, string path, bool fits) =>
        Assert.Equal(fits, new PathGlob(pattern).Fits(path));

    [Fact]
    public void A_pattern_of_many_stars_is_no_burden()
    {
        var glob = new PathGlob("/" + string.Concat(Enumerable.Repeat("*a**", 100)) + "b");
        var path = "/" + new string('a', 8000);
        var watch = Stopwatch.StartNew();
        Assert.False(glob.Fits(path));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }
}
