using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>A start that fails because of another version of a package says which, and what to do.</summary>
public sealed class OtherVersionsTests
{
    [Fact]
    public void An_older_package_is_named_with_both_versions()
    {
        var words = OtherVersions.Words(new TypeInitializationException(
            "Service",
            new FileNotFoundException("Could not load file or assembly", "xunit.v3.core, Version=99.1.2.0")));
        Assert.Contains("it needs xunit.v3.core 99.1.2 or newer", words, StringComparison.Ordinal);
        Assert.Contains(
            typeof(FactAttribute).Assembly.GetName().Version!.ToString(3), words, StringComparison.Ordinal);
        Assert.Contains("ConnectAsync", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_package_and_a_missing_member_are_told()
    {
        Assert.Contains(
            "brings none",
            OtherVersions.Words(new FileNotFoundException("", "No.Such.Package, Version=1.2.3.0")),
            StringComparison.Ordinal);
        Assert.Contains(
            "another version of a package",
            OtherVersions.Words(new MissingMethodException("EntityTypeBuilder", "HasJson")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Other_failures_are_left_as_they_are()
    {
        Assert.Null(OtherVersions.Words(new FileNotFoundException("No seed.", "/data/ports.json")));
        Assert.Null(OtherVersions.Words(new IOException("The disk is full.")));
    }
}
