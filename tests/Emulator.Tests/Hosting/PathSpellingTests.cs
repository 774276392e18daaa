using Emulator.Wire;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Q-001 and Q-002: the spellings of paths.</summary>
public sealed class PathSpellingTests
{
    [Theory]
    [InlineData("/company/Acme/ports", "/api/company/Acme/ports")]
    [InlineData("/user/stan", "/api/user/stan")]
    [InlineData("/admin/membership-requests/stan/invite", "/api/admin/membership-requests/stan/invite")]
    [InlineData("/api/company/Acme/connections", "/api/v2/company/Acme/connections")]
    [InlineData("/api/company/Acme/connections/", "/api/v2/company/Acme/connections/")]
    [InlineData("/company/Acme/connections/1", "/api/v2/company/Acme/connections/1")]
    [InlineData("/api/company/Acme/connections/layer2", "/api/v2/company/Acme/connections/layer2")]
    [InlineData("/api/company/Acme/connections/1/approve", "/api/v2/company/Acme/connections/1/approve")]
    [InlineData("/api/company/Acme/connections/1/reject", "/api/v2/company/Acme/connections/1/reject")]
    [InlineData("/api/v2/company/Acme/connections/1/disable", "/api/company/Acme/connections/1/disable")]
    [InlineData("/api/v2/company/Acme/connections/1/change", "/api/company/Acme/connections/1/change")]
    [InlineData("/api/v2/company/Acme/connections/1/change/approve", "/api/company/Acme/connections/1/change/approve")]
    [InlineData("/api/v2/company/Acme/connections/1/log", "/api/company/Acme/connections/1/log")]
    [InlineData("/api/v2/company/Acme/connections/layer2`", "/api/v2/company/Acme/connections/layer2")]
    [InlineData("/company/Acme/metro/capabilities`", "/api/company/Acme/metro/capabilities")]
    [InlineData("/v2/data-center-facilities", "/v2/data-center-facility")]
    public void A_path_is_understood_in_each_of_its_spellings(string written, string meant) =>
        Assert.Equal(meant, PathSpelling.Of(written));

    [Theory]
    [InlineData("/api/v2/company/Acme/connections")]
    [InlineData("/api/v2/company/Acme/connections/1/approve")]
    [InlineData("/api/company/Acme/connections/1/change/approve")]
    [InlineData("/api/company/Acme/connections-wanted/in")]
    [InlineData("/api/company/Acme/ports/1/connections")]
    [InlineData("/api/company/Acme")]
    [InlineData("/api/auth/token")]
    [InlineData("/user")]
    public void A_path_that_is_spelled_as_documented_stays(string path) => Assert.Null(PathSpelling.Of(path));
}
