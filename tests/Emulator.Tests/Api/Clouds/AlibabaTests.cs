using System.Text.Json.Nodes;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Connections that are ordered of Alibaba Cloud, as either edition has them.</summary>
public sealed class AlibabaTests
{
    private const string A = "5b4f0616c2e6a1b4d7a5fdee";
    private const string B = "5b4f0641c2e6a1b4d7a5fe0c";

    [Theory]
    [InlineData("type", "The request must have required property 'type'")]
    [InlineData("name", "The request must have required property 'name'")]
    [InlineData("srcPortId", "The request must have required property 'srcPortId'")]
    [InlineData("partner", "The request must have required property 'partner'")]
    [InlineData("partner.account", "The request/partner must have required property 'account'")]
    public async Task What_is_required_is_asked_for(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("ALICLOUD", CloudWorld.Order("ALICLOUD").Without(member))).MustRefuse(
            400, message);
    }

    [Theory]
    [InlineData("name", "The request/name must be string")]
    [InlineData("partner", "The request/partner must be object")]
    [InlineData("partner.account", "The request/partner/account must be string")]
    [InlineData("partner.destPortIds", "The request/partner/destPortIds must be array")]
    [InlineData("partner.srcPortIds", "The request/partner/srcPortIds must be array")]
    public async Task What_is_of_the_wrong_kind_is_refused(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("ALICLOUD", CloudWorld.Order("ALICLOUD").With(member, 5))).MustRefuse(
            400, message);
    }

    [Fact]
    public async Task The_older_edition_names_one_port_and_no_speed()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answer = await stan.Put(
            CloudWorld.Route("ALICLOUD"),
            $$$"""
            {"type":"LAYER2_GROUP","name":"Old","paymentType":"invoice","srcPortId":"{{{CloudWorld.SanJose}}}",
            "partner":{"account":"xx","destPortId":"{{{B}}}"}}
            """);
        var group = await stan.Connection(CloudWorld.IdIn(answer));
        Assert.Equal(50, group["speed"]!["value"]!.GetValue<int>());
        Assert.Equal(
            [B, A], group["subconnections"]!.AsArray().Select(sub => sub!["destPortId"]!.GetValue<string>()));
        var none = CloudWorld.Order("ALICLOUD").Without("destPortId").Without("partner.destPortIds");
        (await stan.Ordered("ALICLOUD", none)).MustRefuse(
            400, "The request/partner must have required property 'destPortIds'");
    }

    [Fact]
    public async Task Each_subconnection_may_come_from_a_port_of_its_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var order = CloudWorld.Order("ALICLOUD").With(
            "partner.srcPortIds", new JsonArray(CloudWorld.SanJose, CloudWorld.Backbone));
        var group = await stan.Connection(CloudWorld.IdIn(await stan.Ordered("ALICLOUD", order)));
        Assert.Equal(
            [CloudWorld.SanJose, CloudWorld.Backbone],
            group["subconnections"]!.AsArray().Select(sub => sub!["srcPortId"]!.GetValue<string>()));
        (await stan.Ordered("ALICLOUD", CloudWorld.Order("ALICLOUD").With(
            "partner.srcPortIds", new JsonArray(CloudWorld.SanJose, CloudWorld.SanJose)))).MustRefuse(
            400, "One or two different source ports are required");
    }

    [Fact]
    public async Task The_destination_is_a_pair_of_one_region()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var other in new[] { A, "5b50be02c2e6a1b4d72b00a0" })
        {
            (await stan.Ordered("ALICLOUD", CloudWorld.Order("ALICLOUD").With(
                "partner.destPortIds", new JsonArray(A, other)))).MustRefuse(
                400, "Two different destination ports of the same region are required");
        }
    }

    [Theory]
    [InlineData("Enterprise", "GOLD", "BRONZE")]
    [InlineData("Enterprise", null, "BRONZE")]
    [InlineData("Wholesaler", "GOLD", "GOLD")]
    [InlineData("Wholesaler", "BRONZE", "SILVER")]
    [InlineData("Wholesaler", null, "SILVER")]
    [InlineData("Internet Exchange", "GOLD", "GOLD")]
    [InlineData(null, null, "BRONZE")]
    public void The_class_of_service_is_a_matter_of_the_kind_of_company(string? kind, string? asked, string has) =>
        Assert.Equal(
            has,
            CloudRules.ClassAtAlibaba(
                new Company
                {
                    Id = "557679e2c2e6a1b4d7756472",
                    Username = "Acme",
                    Name = "Acme",
                    Profile = new CompanyProfile { BusinessType = kind },
                    CreatedAt = EmulatorUnderTest.Start,
                    UpdatedAt = EmulatorUnderTest.Start,
                },
                asked));

    [Fact]
    public async Task The_answer_names_the_subconnections_without_showing_them()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answer = (await stan.Ordered("ALICLOUD", CloudWorld.Order("ALICLOUD"))).MustBeOk();
        Assert.Equal("CREATING", answer.TextOf("status"));
        Assert.Equal("PAYG", answer.TextOf("billingType"));
        Assert.Equal(2, answer["version"]!.GetValue<int>());
        Assert.Empty(answer["subconnections"]!.AsArray());
        Assert.Single(answer["subconnectionIds"]!["primary"]!.AsArray());
        Assert.Equal("ALICLOUD", answer["partner"]!["type"]!.GetValue<string>());
        Assert.Equal("PROVISIONING", answer["partner"]!["status"]!.GetValue<string>());
        Assert.Equal("5170842963308412", answer["partner"]!["account"]!.GetValue<string>());
        Assert.Equal("Alicloud Direct Connect", answer.TextOf("typeFriendly"));
    }
}
