using Emulator.Control;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// The addresses that <c>/__admin</c> gives out begin with the host that was asked, whatever that was.
/// </summary>
public sealed class WebAddressTests
{
    [Theory]
    [InlineData("http://localhost:9000/sandbox/mine")]
    [InlineData("http://mine.localhost:9000")]
    [InlineData("https://[::1]:9000/emulator/sandbox/mine")]
    [InlineData("http://my_service/api/user/verify?token=a%2Fb&c=\u00fc")]
    public void An_address_is_written_as_it_was_put_together(string text) =>
        Assert.Equal((text, true), (WebAddress.Of(text).OriginalString, WebAddress.Of(text).IsAbsoluteUri));

    /// <summary>With an admin token any Host will do, and a client can send what is none.</summary>
    [Theory]
    [InlineData("http://a$b/sandbox/mine", "/sandbox/mine")]
    [InlineData("http:///sandbox/mine", "/sandbox/mine")]
    [InlineData("http://a..b:9000", "/")]
    public void Of_a_host_that_no_address_can_have_the_path_is_left(string text, string path) =>
        Assert.Equal((path, false), (WebAddress.Of(text).OriginalString, WebAddress.Of(text).IsAbsoluteUri));
}
