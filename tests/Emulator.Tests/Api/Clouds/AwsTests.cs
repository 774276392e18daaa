using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Connections that are ordered of AWS.</summary>
public sealed class AwsTests
{
    [Theory]
    [InlineData("type", "The request must have required property 'type'")]
    [InlineData("name", "The request must have required property 'name'")]
    [InlineData("srcPortId", "The request must have required property 'srcPortId'")]
    [InlineData("destPortId", "The request must have required property 'destPortId'")]
    [InlineData("speed", "The request must have required property 'speed'")]
    [InlineData("partner", "The request must have required property 'partner'")]
    [InlineData("partner.account", "The request/partner must have required property 'account'")]
    public async Task What_is_required_is_asked_for(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("AWS", CloudWorld.Order("AWS").Without(member))).MustRefuse(
            400, message);
    }

    [Theory]
    [InlineData("type", "The request/type must be string")]
    [InlineData("name", "The request/name must be string")]
    [InlineData("srcPortId", "The request/srcPortId must be string")]
    [InlineData("destPortId", "The request/destPortId must be string")]
    [InlineData("partner", "The request/partner must be object")]
    [InlineData("partner.account", "The request/partner/account must be string")]
    public async Task What_is_of_the_wrong_kind_is_refused(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("AWS", CloudWorld.Order("AWS").With(member, 5))).MustRefuse(
            400, message);
    }

    [Fact]
    public async Task Only_SILVER_is_sold_and_the_type_is_LAYER2()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered("AWS", CloudWorld.Order("AWS").With("classOfService", "GOLD"))).MustRefuse(
            400, "The request/classOfService must be equal to one of the allowed values");
        (await stan.Ordered("AWS", CloudWorld.Order("AWS").With("type", "LAYER3"))).MustRefuse(
            400, "The request/type must be equal to one of the allowed values");
    }

    [Fact]
    public async Task AWS_account_and_once_it_is_accepted_its_own_id_are_told()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var ordered = (await stan.Ordered("AWS", CloudWorld.Order("AWS"))).MustBeOk();
        Assert.Equal("LAYER2", ordered.TextOf("type"));
        Assert.Equal("AWS Direct Connect", ordered.TextOf("typeFriendly"));
        Assert.Equal("210987654321", ordered["partner"]!["account"]!.GetValue<string>());
        Assert.Equal("us-west-1", ordered["partner"]!["region"]!.GetValue<string>());
        Assert.Null(ordered["partner"]!["connectionId"]);
        Assert.Null(ordered["srcTag"]);
        (await emulator.Fire(ordered.TextOf("id"), "PartnerAccept")).MustBeOk();
        await emulator.Pass(10);
        var active = await stan.Connection(ordered.TextOf("id"));
        Assert.StartsWith("dxcon-", active["partner"]!["connectionId"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("2", active.TextOf("srcTag"));
        Assert.Equal("CUSTOMER", active.TextOf("srcConfigTag"));
    }

    [Fact]
    public async Task It_can_be_deleted_before_anybody_has_accepted_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Ordered("AWS", CloudWorld.Order("AWS"))).MustBeOk().TextOf("id");
        (await stan.Delete($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
        await emulator.Pass(10);
        Assert.Equal("DELETED", (await stan.Connection(id)).TextOf("status"));
        (await emulator.Fire(id, "PartnerAccept")).MustRefuse(409);
    }
}
