using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Connections that are ordered of Google, with pairing keys.</summary>
public sealed class GoogleTests
{
    [Theory]
    [InlineData("name", "The request must have required property 'name'")]
    [InlineData("srcPortId", "The request must have required property 'srcPortId'")]
    [InlineData("speed", "The request must have required property 'speed'")]
    [InlineData("partner", "The request must have required property 'partner'")]
    [InlineData("partner.destPortIds", "The request/partner must have required property 'destPortIds'")]
    [InlineData("partner.pairingKeys", "The request/partner must have required property 'pairingKeys'")]
    [InlineData("partner.region", "The request/partner must have required property 'region'")]
    public async Task What_is_required_is_asked_for(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("GCE", CloudWorld.Order("GCE").Without(member))).MustRefuse(
            400, message);
    }

    [Theory]
    [InlineData("name", "The request/name must be string")]
    [InlineData("destPortId", "The request/destPortId must be string")]
    [InlineData("partner", "The request/partner must be object")]
    [InlineData("partner.destPortIds", "The request/partner/destPortIds must be array")]
    [InlineData("partner.pairingKeys", "The request/partner/pairingKeys must be array")]
    [InlineData("partner.region", "The request/partner/region must be string")]
    public async Task What_is_of_the_wrong_kind_is_refused(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("GCE", CloudWorld.Order("GCE").With(member, 5))).MustRefuse(
            400, message);
    }

    [Fact]
    public async Task The_destination_is_a_pair_of_one_region()
    {
        const string Pair = "Two different destination ports of the same region are required";
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Refused(CloudWorld.GooglePort)).MustRefuse(400, Pair);
        (await Refused(CloudWorld.GooglePort, CloudWorld.GooglePort)).MustRefuse(400, Pair);
        (await Refused(CloudWorld.GooglePort, "5ace0b13c2e6a1b4d7e7ce24")).MustRefuse(400, Pair);
        (await Refused(CloudWorld.GooglePort, CloudWorld.GoogleSecond, CloudWorld.GoogleSecond)).MustRefuse(400, Pair);
        (await stan.Ordered("GCE", CloudWorld.Order("GCE").With("destPortId", "5ace0b13c2e6a1b4d7e7ce24"))).MustRefuse(
            400, "The request/destPortId must be equal to one of the allowed values");
        (await stan.Ordered("GCE", CloudWorld.Order("GCE").Without("destPortId"))).MustBeOk();

        Task<Answer> Refused(params string[] ports) =>
            stan.Ordered("GCE", CloudWorld.Order("GCE").With("partner.destPortIds", Texts(ports)));
    }

    [Theory]
    [InlineData("4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/1")]
    [InlineData("4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/1", "4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/1")]
    [InlineData("4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/1", "a01d5f7c-3e48-4b96-b2f8-6c94e7d2130f/us-east4/1")]
    [InlineData("4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/1", "a01d5f7c-3e48-4b96-b2f8-6c94e7d2130f/us-west1/2")]
    public async Task The_keys_are_two_of_the_region(params string[] keys)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("GCE", CloudWorld.Order("GCE").With("partner.pairingKeys", Texts(keys))))
            .MustRefuse(400, "Two different pairing keys of the region us-east4 are required");
    }

    [Theory]
    [InlineData("key")]
    [InlineData("4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4/3")]
    [InlineData("4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-east4")]
    [InlineData("4b6f3c1e/us-east4/1")]
    public async Task A_key_is_a_uuid_a_region_and_a_domain(string key)
    {
        await using var emulator = new EmulatorUnderTest();
        var order = CloudWorld.Order("GCE").With(
            "partner.pairingKeys", Texts(key, "a01d5f7c-3e48-4b96-b2f8-6c94e7d2130f/us-east4/2"));
        (await (await emulator.Stan()).Ordered("GCE", order)).MustRefuse(400, "Invalid pairing key format");
    }

    [Fact]
    public async Task The_ports_are_of_the_region_of_the_keys()
    {
        await using var emulator = new EmulatorUnderTest();
        var order = CloudWorld.Order("GCE")
            .With("partner.region", "us-west1")
            .With("partner.pairingKeys", Texts(
                "4b6f3c1e-9a2d-4f57-8c31-d1e0a7b5c902/us-west1/1", "a01d5f7c-3e48-4b96-b2f8-6c94e7d2130f/us-west1/2"));
        (await (await emulator.Stan()).Ordered("GCE", order)).MustRefuse(
            400, "Two different pairing keys of the region us-east4 are required");
    }

    [Fact]
    public async Task A_key_is_used_once_whatever_becomes_of_its_connection_and_is_never_shown()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var group = (await stan.Ordered("GCE", CloudWorld.Order("GCE"))).MustBeOk();
        Assert.DoesNotContain("40000000-0000-4000", group.Text, StringComparison.Ordinal);
        Assert.Equal("[]", group["partner"]!["pairingKeys"]!.ToJsonString());
        var half = CloudWorld.Order("GCE", 2);
        half["partner"]!["pairingKeys"]![1] =
            CloudWorld.Order("GCE")["partner"]!["pairingKeys"]![1]!.GetValue<string>().ToUpperInvariant()
                .Replace("US-EAST4", "us-east4", StringComparison.Ordinal);
        (await stan.Ordered("GCE", half)).MustRefuse(409, "The pairing key has already been used");
        (await stan.Delete($"/api/v2/company/Acme/connections/{group.TextOf("id")}")).MustBeOk();
        await emulator.Pass(10);
        (await stan.Ordered("GCE", CloudWorld.Order("GCE"))).MustRefuse(409, "The pairing key has already been used");
        (await stan.Ordered("GCE", CloudWorld.Order("GCE", 2))).MustBeOk();
    }

    [Fact]
    public async Task Of_two_clients_with_one_key_one_gets_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        var hers = CloudWorld.Order("GCE").With("srcPortId", "58b5b4a9c2e6a1b4d777c52d");
        var answers = await Task.WhenAll(
            stan.Ordered("GCE", CloudWorld.Order("GCE")),
            meg.Ordered("GCE", hers, "company2"),
            stan.Ordered("GCE", CloudWorld.Order("GCE")),
            meg.Ordered("GCE", hers.DeepClone().AsObject(), "company2"));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => answer.MustRefuse(409, "The pairing key has already been used"));
    }

    private static JsonArray Texts(params string[] texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
