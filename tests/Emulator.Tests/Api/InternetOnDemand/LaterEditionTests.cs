using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>Ordering as OpenAPI 1.59.2 has it, and the statuses that only it lists.</summary>
public sealed class LaterEditionTests
{
    private const string Draft = "c1f5a7f4-6f0e-4d5f-9b0e-3a7c5f1f6d21";
    private const string Harbourlight = "/app-user/5c863526c2e6a1b4d7e66613";
    private const string InContract = "Unable to delete IO-D Service as it is still in contract. Please email "
        + "support@consoleconnect.com to request any changes";

    [Fact]
    public async Task Without_a_billingtype_it_is_payg()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = await emulator.Active(IodWorld.Order().Without("billingtype"));

        // Only payg can be flexed.
        Assert.Equal("REQUESTED", (await joe.Flex(id, "200")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task A_STATIC_service_with_a_private_ASN_is_given_one_and_needs_no_word_about_keys()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var order = IodWorld.Static()
            .Without("autoAssignBgpKey")
            .Without("billingtype")
            .With("privateAsn", true)
            .With("privateAsnAutoAssign", true)
            .With("ipblock", 29);
        var service = (await joe.Provision(order)).MustBeOk();
        Assert.Matches("^[0-9a-f-]{36}$", service.TextOf("asnId"));
        Assert.Null(service["bgpKey"]);
        Assert.Empty(service["peers"]!.AsArray());
        Assert.Single(service["staticRoutes"]!.AsArray());

        // Its own: the next is given another.
        var other = (await joe.Provision(order)).MustBeOk();
        Assert.NotEqual(service.TextOf("asnId"), other.TextOf("asnId"));
        Assert.Null((await joe.Provision(IodWorld.Static())).MustBeOk()["asnId"]);
    }

    [Fact]
    public async Task A_DYNAMIC_service_without_a_word_about_keys_lacks_one()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Provision(IodWorld.Order().Without("autoAssignBgpKey")))
            .MustRefuse(400, "A bgpKey is required for a DYNAMIC service");
    }

    [Fact]
    public async Task Where_its_addresses_are_to_be_found_is_kept()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var order = IodWorld.Order().With("ipGeoCountry", "JP").With("ipGeoCity", "");
        var id = (await joe.Provision(order)).MustBeOk().TextOf("id");
        var service = (await joe.Service(id)).MustBeOk();
        Assert.Equal("JP", service.TextOf("ipGeoCountry"));
        Assert.Equal("", service.TextOf("ipGeoCity"));
        (await joe.Provision(IodWorld.Order().With("ipGeoCountry", 81)))
            .MustRefuse(400, "The request/ipGeoCountry must be string");
    }

    [Theory]
    [InlineData("{}", "A DYNAMIC service with a private ASN is to have an ipblock")]
    [InlineData("""{"ipblock":29,"enableIpv6":true}""", "With enableIpv6: true comes ipv6Block: 48")]
    [InlineData("""{"ipblock":29}""", null)]
    [InlineData("""{"ipblock":29,"enableIpv6":true,"ipv6Block":48}""", null)]
    public async Task What_the_later_guide_wants_beside_each_other_is_told_and_not_refused(string more, string? note)
    {
        await using var emulator = new EmulatorUnderTest();
        var order = IodWorld.Order();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            order[name] = value?.DeepClone();
        }

        var answer = (await emulator.With("key-joe").Provision(order)).MustBeOk();
        var notes = answer.Headers.GetValueOrDefault("X-Emulator-Note", "");
        if (note is null)
        {
            Assert.DoesNotContain("1.59.2", notes, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(note, notes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_DRAFT_is_ordered_or_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var olivia = emulator.With("key-olivia");
        Assert.Equal("DRAFT", (await olivia.Get($"{Harbourlight}/gia-services/{Draft}")).MustBeOk().TextOf("status"));
        await emulator.Pass(100);
        Assert.Equal("DRAFT", (await olivia.Get($"{Harbourlight}/gia-services/{Draft}")).MustBeOk().TextOf("status"));
        (await olivia.Post($"{Harbourlight}/gia-service/{Draft}/flex", """{"bandwidth":20}"""))
            .MustRefuse(400, "Flex can only be requested when the service is active");
        await Fire(emulator, Draft, "Submit");
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", (await olivia.Get($"{Harbourlight}/gia-services/{Draft}")).MustBeOk().TextOf("status"));

        // Ordered, it is under contract; a draft isn't.
        (await olivia.Delete($"/v2/gia-services/{Draft}")).MustRefuse(400, InContract);
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        (await emulator.With("key-olivia").Delete($"/v2/gia-services/{Draft}")).MustBeOk();
    }

    [Fact]
    public async Task One_that_is_DOWN_is_under_contract_still_and_comes_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = await emulator.Active(IodWorld.Order());
        (await joe.Flex(id, "200")).MustBeOk();
        await Fire(emulator, id, "Drop");
        var down = (await joe.Service(id)).MustBeOk();
        Assert.Equal("DOWN", down.TextOf("status"));
        Assert.Equal("IDLE", down.TextOf("bgpStatus"));
        Assert.Equal(
            "FAILED",
            (await joe.Get($"{IodWorld.Company}/gia-service/{id}/flex"))
                .MustBeOk().Json[0]!["status"]!.GetValue<string>());
        (await joe.Delete($"/v2/gia-services/{id}")).MustRefuse(400, InContract);
        await Fire(emulator, id, "Restore");
        var restored = (await joe.Service(id)).MustBeOk();
        Assert.Equal("ACTIVE", restored.TextOf("status"));
        Assert.Equal("ESTABLISHED", restored.TextOf("bgpStatus"));
        await Fire(emulator, id, "Drop");
        await emulator.Pass(86_400);
        (await joe.Delete($"/v2/gia-services/{id}")).MustBeOk();
    }

    private static async Task Fire(EmulatorUnderTest emulator, string id, string trigger) =>
        (await emulator.Nobody().Post(
            $"/__admin/workflows/iod-services/{id}/fire", $$"""{"trigger":"{{trigger}}"}""")).MustBeOk();
}
