using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Connections (000:5565-7992): each rule of theirs, by name.</summary>
public sealed class ConnectionTests
{
    private const string Source = "576247795c9de0b91e8b8576";
    private const string SanJose = "1232413986c08c061dd8c45f";
    private const string Create = "/api/v2/company/Acme/connections/layer2";

    [Fact]
    public async Task A_connection_to_self_approves_itself_and_an_explicit_approval_only_hastens_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var body =
            $$"""
            {"name":"DEMO-L2-S2S","portId":"{{Source}}","destPortId":"5aaaac3bc2e6a1b4d7cc4c6d","destCompany":"Acme",
            "destMetroId":"{{SanJose}}","duration":1,"durationUnit":"m","paymentType":"invoice",
            "classOfService":"SILVER","speed":100,"type":"LAYER2","evergreen":true}
            """;
        var patient = (await stan.Put(Create, body)).MustBeOk();
        var hasty = (await stan.Put(Create, body)).MustBeOk();
        Assert.True(patient["isCreator"]!.GetValue<bool>() && patient["isReceiver"]!.GetValue<bool>());
        Assert.Equal(
            "ACCEPTED",
            (await stan.Put($"/api/v2/company/Acme/connections/{hasty.TextOf("id")}/approve"))
                .MustBeOk()
                .TextOf("status"));
        (await stan.Put($"/api/v2/company/Acme/connections/{hasty.TextOf("id")}/approve")).MustBeOk();
        var seen = new List<string>();
        for (var second = 0; second < 5; second++)
        {
            seen.Add(await Status(stan, "Acme", patient.TextOf("id")));
            await emulator.Pass(1);
        }

        Assert.Equal(["PENDING", "ACCEPTED", "CREATING", "ACTIVE", "ACTIVE"], seen);
        (await stan.Put($"/api/v2/company/Acme/connections/{patient.TextOf("id")}/approve")).MustBeOk();
    }

    [Fact]
    public async Task A_connection_to_self_without_a_destination_port_waits_for_one()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var connection = (
            await stan.Put(
                Create,
                $$"""
                {"type":"LAYER2","name":"Self","portId":"{{Source}}","speed":10,"destMetroId":"{{SanJose}}",
                "destCompany":"Acme"}
                """
            )
        ).MustBeOk();
        await emulator.Pass(100);
        Assert.Equal("PENDING", await Status(stan, "Acme", connection.TextOf("id")));
        (
            await stan.Post(
                $"/api/v2/company/Acme/connections/{connection.TextOf("id")}",
                """{"destPortId":"569fbfdec2e6a1b4d74c2c70"}"""
            )
        ).MustBeOk();
        await emulator.Pass(3);
        Assert.Equal("ACTIVE", await Status(stan, "Acme", connection.TextOf("id")));
    }

    [Fact]
    public async Task The_other_company_approves_with_any_spelling_of_its_port_or_with_none()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        foreach (
            var body in new[]
            {
                null,
                "{}",
                """{"destPortId":"58b5b4a9c2e6a1b4d777c52d"}""",
                """{"portId":"58b5b4a9c2e6a1b4d777c52d"}""",
                """{"destPortIt":"58b5b4a9c2e6a1b4d777c52d"}""",
                """{"destPortIt":"portId"}""",
            })
        {
            var id = await Request(stan);
            var approved = (await meg.Put($"/api/v2/company/company2/connections/{id}/approve", body)).MustBeOk();
            Assert.Equal("ACCEPTED", approved.TextOf("status"));
            Assert.Equal("58b5b4a9c2e6a1b4d777c52d", approved["port"]!["id"]!.GetValue<string>());
        }

        var pending = await Request(stan);
        (
            await meg.Put(
                $"/api/v2/company/company2/connections/{pending}/approve",
                """{"destPortId":"579f33b348010f508c7a4495"}"""
            )
        ).MustRefuse(404, "A port can not be found with the given id");
        (await meg.Put($"/api/v2/company/company2/connections/{pending}/approve", """{"destPortId":"x"}""")).MustRefuse(
            400,
            "The request/destPortId must match pattern \"^[a-f0-9]{24}$\"");
        Assert.Equal("PENDING", await Status(stan, "Acme", pending));
    }

    [Fact]
    public async Task The_source_cannot_approve_for_the_destination()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = await Request(stan);
        Assert.Equal(
            "PENDING",
            (await stan.Put($"/api/v2/company/Acme/connections/{id}/approve")).MustBeOk().TextOf("status"));
        await emulator.Pass(100);
        Assert.Equal("PENDING", await Status(stan, "Acme", id));
    }

    [Fact]
    public async Task The_destination_denies_and_the_source_withdraws()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        var (denied, withdrawn, deleted) = (await Request(stan), await Request(stan), await Request(stan));
        Assert.Equal(
            "DENIED",
            (await meg.Put($"/api/v2/company/company2/connections/{denied}/reject")).MustBeOk().TextOf("status"));
        Assert.Equal(
            "CANCELLED",
            (await stan.Put($"/api/company/Acme/connections/{withdrawn}/reject")).MustBeOk().TextOf("status"));
        Assert.Equal(
            "CANCELLED",
            (await stan.Delete($"/api/v2/company/Acme/connections/{deleted}")).MustBeOk().TextOf("status"));
        (await meg.Put($"/api/v2/company/company2/connections/{denied}/approve")).MustRefuse(409);
        (await stan.Put($"/api/v2/company/Acme/connections/{withdrawn}/reject")).MustRefuse(
            409,
            "The connection can not be cancelled while its status is CANCELLED");
    }

    [Fact]
    public async Task A_change_of_speed_by_one_party_while_PENDING_needs_the_others_approval()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        var id = await Request(stan);
        Assert.Equal(
            "PENDING",
            (
                await meg.Post(
                    $"/api/v2/company/company2/connections/{id}",
                    """{"portId":"58b5b4a9c2e6a1b4d777c52d","speed":20}"""
                ))
                .MustBeOk()
                .TextOf("status"));
        Assert.Equal(
            "ACCEPTED",
            (await stan.Put($"/api/v2/company/Acme/connections/{id}/approve")).MustBeOk().TextOf("status"));
        Assert.Equal(
            20,
            (await stan.Get($"/api/v2/company/Acme/connections/{id}"))["speed"]!["value"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_change_of_port_by_one_party_while_PENDING_withdraws_the_others_approval()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        var id = await Request(stan);
        (
            await meg.Post(
                $"/api/v2/company/company2/connections/{id}",
                """{"portId":"58b5b4a9c2e6a1b4d777c52d","speed":20}"""
            )
        ).MustBeOk();
        var moved = (
            await stan.Post($"/api/v2/company/Acme/connections/{id}", """{"portId":"569fbfdec2e6a1b4d74c2c70"}""")
        ).MustBeOk();
        Assert.Equal("PENDING", moved.TextOf("status"));
        Assert.Equal("569fbfdec2e6a1b4d74c2c70", moved["port"]!["id"]!.GetValue<string>());
        Assert.Equal(
            "PENDING",
            (await stan.Put($"/api/v2/company/Acme/connections/{id}/approve")).MustBeOk().TextOf("status"));
        Assert.Equal(
            "ACCEPTED",
            (await meg.Put($"/api/v2/company/company2/connections/{id}/approve")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task The_other_company_approves_by_updating_with_its_port()
    {
        await using var emulator = new EmulatorUnderTest();
        var id = await Request(await emulator.Stan());
        var updated = (
            await (await emulator.Meg()).Post(
                $"/api/v2/company/company2/connections/{id}",
                """{"portId":"58b5b4a9c2e6a1b4d777c52d"}"""
            )
        ).MustBeOk();
        Assert.Equal("ACCEPTED", updated.TextOf("status"));
        Assert.Equal("58b5b4a9c2e6a1b4d777c52d", updated["port"]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DELETE_is_accepted_with_or_without_a_disable_before_it_and_answers_the_connection_DELETING(
        bool disabled)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Path = "/api/v2/company/Acme/connections/55783e39519d254d36f6126e";
        if (disabled)
        {
            (await stan.Put(Path + "/disable")).MustBeOk();
            await emulator.Pass(10);
            Assert.Equal("DISABLED", (await stan.Get(Path)).MustBeOk().TextOf("status"));
        }

        var deleting = (await stan.Delete(Path)).MustBeOk();
        Assert.Equal("DELETING", deleting.TextOf("status"));
        Assert.Equal("55783e39519d254d36f6126e", deleting.TextOf("id"));
        await emulator.Pass(1);
        Assert.Equal("DELETED", (await stan.Get(Path)).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task The_log_names_the_user_and_the_support_user_for_what_the_service_did_by_itself()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/company/Acme/connections/55783e39519d254d36f6126e/disable")).MustBeOk();
        await emulator.Pass(1);
        var log = (await stan.Get("/api/company/Acme/connections/55783e39519d254d36f6126e/log")).MustBeOk()[
            "results"
        ]!.AsArray();
        Assert.Equal(
            ["support DISABLED", "stan DISABLING"],
            log.Take(2)
                .Select(entry =>
                    $"{entry!["user"]!["username"]!.GetValue<string>()} "
                    + $"{entry["connection"]!["status"]!.GetValue<string>()}"
                ));
    }

    [Fact]
    public async Task Creator_and_receiver_are_from_the_asking_companys_side()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        var id = await Request(stan);
        var (ours, theirs) = (
            (await stan.Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk(),
            (await meg.Get($"/api/v2/company/company2/connections/{id}")).MustBeOk());
        Assert.Equal((true, false), (ours["isCreator"]!.GetValue<bool>(), ours["isReceiver"]!.GetValue<bool>()));
        Assert.Equal((false, true), (theirs["isCreator"]!.GetValue<bool>(), theirs["isReceiver"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task The_speed_of_a_group_is_never_changed()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .With("key-maya")
                .Post("/api/v2/company/bluefin/connections/66d5bd73c2e6a1b4d78b8bc2", """{"speed":10}""")
        ).MustRefuse(409, "The speed of a connection group can not be updated");
    }

    [Fact]
    public async Task Towards_another_company_the_speed_only_falls_and_to_self_it_changes_at_any_time()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Theirs = "/api/v2/company/Acme/connections/55783e39519d254d36f6126e";
        (await stan.Post(Theirs, """{"speed":201}""")).MustRefuse(409);
        Assert.Equal(
            150,
            (await stan.Post(Theirs, """{"speed":150}""")).MustBeOk()["speed"]!["value"]!.GetValue<int>());
        const string Own = "/api/v2/company/Acme/connections/5b30dc0fc2e6a1b4d7dea069";
        Assert.Equal(900, (await stan.Post(Own, """{"speed":900}""")).MustBeOk()["speed"]!["value"]!.GetValue<int>());
        (await stan.Post(Own, """{"speed":1001}""")).MustRefuse(
            400,
            "The requested bandwidth exceeds the available capacity for the Port. Max is: 1000");
        (await stan.Post(Own, """{"portId":"576247795c9de0b91e8b8576"}""")).MustRefuse(409);
    }

    [Theory]
    [InlineData(
        """{"speed":201}""",
        409,
        "The speed of a connection to another company can only be reduced. Please create a change request"
    )]
    [InlineData(
        """{"portId":"569fbfdec2e6a1b4d74c2c70"}""",
        409,
        "The portId of a connection can only be changed while it is a connection request"
    )]
    [InlineData(
        """{"untagged":true}""",
        409,
        "The untagged of a connection can only be changed while it is a connection request"
    )]
    [InlineData(
        """{"controllerId":"569fbfdec2e6a1b4d74c2c70"}""",
        400,
        "controllerId is only allowed on Layer 3 connections"
    )]
    public async Task What_belongs_to_a_request_is_not_changed_afterwards(string body, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Path = "/api/v2/company/Acme/connections/55783e39519d254d36f6126e";
        var before = (await stan.Get(Path)).MustBeOk().Text;
        (await stan.Post(Path, body)).MustRefuse(status, message);
        Assert.Equal(before, (await stan.Get(Path)).Text);
    }

    [Fact]
    public async Task What_is_deleted_is_not_updated()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Path = "/api/v2/company/Acme/connections/55783e39519d254d36f6126e";
        (await stan.Delete(Path)).MustBeOk();
        (await stan.Post(Path, """{"name":"Too late"}""")).MustRefuse(
            409,
            "The connection can not be updated while its status is DELETING");
    }

    [Fact]
    public async Task The_destination_cannot_approve_without_an_ACTIVE_port_in_the_metro()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        var id = (
            await stan.Put(
                Create,
                $$"""
                {"type":"LAYER2","name":"Nowhere","portId":"{{Source}}","speed":10,
                "destMetroId":"5a370fb8c2e6a1b4d749fba4","destCompany":"company2"}
                """
            ))
            .MustBeOk()
            .TextOf("id");
        (await meg.Put($"/api/v2/company/company2/connections/{id}/approve")).MustRefuse(
            409,
            "Cannot find an ACTIVE destination port");
        Assert.Equal("PENDING", await Status(stan, "Acme", id));
    }

    [Fact]
    public async Task The_name_is_each_partys_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        var theirs = (await meg.Get("/api/v2/company/company2/connections/55783e39519d254d36f6126e")).TextOf("name");
        (
            await stan.Post("/api/company/Acme/connections/55783e39519d254d36f6126e", """{"name":"Connection 1"}""")
        ).MustBeOk();
        Assert.Equal(
            "Connection 1",
            (await stan.Get("/api/company/Acme/connections/55783e39519d254d36f6126e")).TextOf("name"));
        Assert.Equal(
            theirs,
            (await meg.Get("/api/v2/company/company2/connections/55783e39519d254d36f6126e")).TextOf("name"));
    }

    [Fact]
    public async Task Only_the_two_parties_see_a_connection()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (await joe.Get("/api/v2/company/bloggs/connections/55783e39519d254d36f6126e")).MustRefuse(
            404,
            "A connection can not be found with the given id");
        (await joe.Get("/api/v2/company/Acme/connections/55783e39519d254d36f6126e")).MustRefuse(401, "Access denied");
        Assert.DoesNotContain(
            "55783e39519d254d36f6126e",
            (await joe.Get("/api/v2/company/bloggs/connections")).MustBeOk().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enabling_needs_both_ports_ACTIVE_and_passes_ENABLING_and_ACTIVATING()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Link = "/api/company/Acme/connections/593e5b5ec2e6a1b4d7eb581c";
        (await stan.Put(Link + "/disable")).MustRefuse(409);
        (await stan.Post("/api/company/Acme/ports/55767b5652a693344a015744/disable")).MustBeOk();
        (await stan.Put(Link + "/enable")).MustRefuse(409, "Cannot find an ACTIVE source port");
        await emulator.Pass(1);
        (await stan.Post("/api/company/Acme/ports/55767b5652a693344a015744/active")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ENABLING", (await stan.Put(Link + "/enable")).MustBeOk().TextOf("status"));
        await emulator.Pass(1);
        Assert.Equal("ACTIVATING", await Status(stan, "Acme", "593e5b5ec2e6a1b4d7eb581c"));
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", await Status(stan, "Acme", "593e5b5ec2e6a1b4d7eb581c"));
    }

    [Fact]
    public async Task A_connection_to_a_cloud_partner_waits_in_PENDING_ACCEPTANCE_until_it_is_accepted_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var connection = (
            await stan.Put(
                Create,
                $$"""
                {"type":"LAYER2","name":"AWS","portId":"{{Source}}","speed":50,
                "destPortId":"579ec72fa21a602e46f32c30","destCompany":"amazon","destMetroId":"{{SanJose}}"}
                """
            )
        ).MustBeOk();
        Assert.Equal("PENDING_ACCEPTANCE", connection.TextOf("status"));
        await emulator.Pass(100);
        Assert.Equal("PENDING_ACCEPTANCE", await Status(stan, "Acme", connection.TextOf("id")));
        (
            await emulator
                .Nobody()
                .Post(
                    $"/__admin/workflows/connections/{connection.TextOf("id")}/fire",
                    """{"trigger":"PartnerAccept"}"""
                )
        ).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", await Status(stan, "Acme", connection.TextOf("id")));
    }

    [Fact]
    public async Task A_failure_ends_in_ERROR_with_its_reason_and_can_be_deleted()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var stan = await emulator.Stan();
        var id = await Request(stan);
        (await (await emulator.Meg()).Put($"/api/v2/company/company2/connections/{id}/approve")).MustBeOk();
        (await emulator.Nobody().Post($"/__admin/workflows/connections/{id}/advance")).MustBeOk();
        (
            await emulator
                .Nobody()
                .Post(
                    $"/__admin/workflows/connections/{id}/fire",
                    """{"trigger":"Fail","reason":"No light on the cross connect"}"""
                )
        ).MustBeOk();
        var failed = (await stan.Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
        Assert.Equal("ERROR", failed.TextOf("status"));
        Assert.Equal("No light on the cross connect", failed.TextOf("errorReason"));
        Assert.Equal(
            "DELETING",
            (await stan.Delete($"/api/v2/company/Acme/connections/{id}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task An_untagged_connection_takes_a_port_for_itself_and_gives_it_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var untagged = (
            await stan.Put(
                Create,
                $$"""
                {"type":"LAYER2","name":"Alone","portId":"{{Source}}","speed":10,"destMetroId":"{{SanJose}}",
                "destCompany":"company2","untagged":true}
                """
            )
        ).MustBeOk();
        Assert.True((await stan.Get($"/api/company/Acme/ports/{Source}"))["singleService"]!.GetValue<bool>());
        (
            await stan.Put(
                Create,
                $$"""
                {"type":"LAYER2","name":"Second","portId":"{{Source}}","speed":10,"destMetroId":"{{SanJose}}",
                "destCompany":"company2"}
                """
            )
        ).MustRefuse(409, "The port is dedicated to one untagged connection");
        (
            await stan.Put(
                Create,
                """
                {"type":"LAYER2","name":"Crowded","portId":"569fbfdec2e6a1b4d74c2c70","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","untagged":true}
                """
            )
        ).MustRefuse(409, "An untagged connection needs a port with no other connections");
        (await stan.Put($"/api/v2/company/Acme/connections/{untagged.TextOf("id")}/reject")).MustBeOk();
        Assert.False((await stan.Get($"/api/company/Acme/ports/{Source}"))["singleService"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(
        """
        {"name":"N","portId":"576247795c9de0b91e8b8576","speed":10,"destMetroId":"1232413986c08c061dd8c45f",
        "destCompany":"company2"}
        """,
        400,
        "The request must have required property 'type'"
    )]
    [InlineData(
        """
        {"type":"LAYER3","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
        """,
        400,
        "The request/type must be equal to one of the allowed values"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795C9DE0B91E8B8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
        """,
        400,
        "The request/portId must match pattern \"^[a-f0-9]{24}$\""
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":"ten",
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
        """,
        400,
        "The request/speed must be integer"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":0,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
        """,
        400,
        "The request/speed must be >= 1"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f"}
        """,
        400,
        "The request must have required property 'destCompany'"
    )]
    [InlineData(
        """{"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,"destCompany":"company2"}""",
        400,
        "The request must have required property 'destMetroId'"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"ffffffffffffffffffffffff","destCompany":"company2"}
        """,
        404,
        "The metro with that ID does not exist"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"nobody"}
        """,
        404,
        "A company can not be found with the given id"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"58b5b4a9c2e6a1b4d777c52d","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
        """,
        404,
        "A port can not be found with the given id"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":1001,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
        """,
        400,
        "The requested bandwidth exceeds the available capacity for the Port. Max is: 1000"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","untagged":"false"}
        """,
        400,
        "The request/untagged must be boolean"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","srcVlanRequest":4095}
        """,
        400,
        "The request/srcVlanRequest must be <= 4094"
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","addonIds":["x"]}
        """,
        400,
        "The request/addonIds/0 must match pattern \"^[a-f0-9]{24}$\""
    )]
    [InlineData(
        """
        {"type":"LAYER2","name":"N","portId":"576247795c9de0b91e8b8576","speed":10,
        "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2","classOfService":"LEAD"}
        """,
        400,
        "The request/classOfService must be equal to one of the allowed values"
    )]
    public async Task A_request_that_breaks_a_rule_is_refused_and_leaves_nothing(
        string body,
        int status,
        string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var before = (await stan.Get("/api/v2/company/Acme/connections")).Text;
        (await stan.Put(Create, body)).MustRefuse(status, message);
        Assert.Equal(before, (await stan.Get("/api/v2/company/Acme/connections")).Text);
    }

    [Fact]
    public async Task The_list_pages_and_filters_by_status()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string List = "/api/v2/company/Acme/connections";
        var all = Ids(await stan.Get(List));
        Assert.Equal(all, Ids(await stan.Get(List.Replace("/v2", ""))));
        Assert.Equal(all[..2], Ids(await stan.Get(List + "?page=1&count=2")));
        Assert.Equal(all[2..4], Ids(await stan.Get(List + "?page=2&count=2")));
        Assert.Empty(Ids(await stan.Get(List + "?page=1000&count=20")));
        Assert.All((await stan.Get(List + "?page=1&count=20&status=ACTIVE"))["results"]!.AsArray(), connection =>
            Assert.Equal("ACTIVE", connection!["status"]!.GetValue<string>()));
        Assert.Single(Ids(await stan.Get(List + "?status=PENDING%20ACCEPTANCE")));
        Assert.Equal(2, Ids(await stan.Get(List + "?status=PENDING,PENDING_ACCEPTANCE")).Count);
        Assert.Empty(Ids(await stan.Get(List + "?status=NONSENSE")));
        (await stan.Get(List + "?page=0")).MustRefuse(400, "The query/page must be >= 1");
        (await stan.Get(List + "?count=-1")).MustRefuse(400, "The query/count must be >= 1");
        (await stan.Get(List + "?count=ten")).MustRefuse(400, "The query/count must be integer");
        Assert.Equal(all, Ids(await stan.Get(List + "?count=99999999999")));
    }

    /// <summary>A request from Acme to company2, for San Jose.</summary>
    internal static async Task<string> Request(Client stan, int speed = 10) =>
        (
            await stan.Put(
                Create,
                $$"""
                {"type":"LAYER2","name":"To company2","portId":"{{Source}}","speed":{{speed}},
                "destMetroId":"{{SanJose}}","destCompany":"company2"}
                """
            ))
            .MustBeOk()
            .TextOf("id");

    private static async Task<string> Status(Client client, string company, string id) =>
        (await client.Get($"/api/v2/company/{company}/connections/{id}")).MustBeOk().TextOf("status");

    private static List<string> Ids(Answer answer) =>
        [.. answer.MustBeOk()["results"]!.AsArray().Select(connection => connection!["id"]!.GetValue<string>())];
}
