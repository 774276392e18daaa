using Xunit;

namespace Emulator.Tests.Memory;

/// <summary>Sandboxes share the seed until they are written to, and still nothing of one is seen in another.</summary>
public sealed class ManySandboxesTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Fact]
    public async Task Hundreds_of_sandboxes_take_hardly_any_memory_until_they_are_written_to()
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        var nobody = emulator.Nobody();

        // What the process's first writes take, EF Core above all, is no sandbox's.
        for (var number = 0; number < 10; number++)
        {
            (await nobody.Post("/__admin/sandboxes", $$"""{"name":"warm-{{number}}"}""")).MustBeOk();
            (await emulator.With($"warm-{number}.key-stan").Post(Port, """{"name":"Warm"}""")).MustBeOk();
        }

        var before = emulator.Megabytes;
        for (var number = 0; number < 300; number++)
        {
            (await nobody.Post("/__admin/sandboxes", $$"""{"name":"many-{{number}}"}""")).MustBeOk();
        }

        Assert.True(emulator.Megabytes - before < 60, $"{emulator.Megabytes - before:0} MB more for 300 sandboxes");
        before = emulator.Megabytes;
        for (var number = 0; number < 60; number++)
        {
            (await emulator.With($"many-{number}.key-stan").Post(Port, $$"""{"name":"Of {{number}}"}""")).MustBeOk();
        }

        var more = emulator.Megabytes - before;
        Assert.True(more < 100, $"{more:0} MB more for 60 that are written to");
        Assert.Equal("Of 7", (await emulator.With("many-7.key-stan").Get(Port)).MustBeOk().TextOf("name"));
        Assert.Equal("Acme Great Oaks", (await emulator.With("many-77.key-stan").Get(Port)).MustBeOk().TextOf("name"));
    }

    /// <summary>
    /// SQLite keeps table-valued functions (json_each, by which lists are read) with the schema that a connection had
    /// when they were first used: on a connection that goes on with other bytes the process would end.
    /// </summary>
    [Fact]
    public async Task A_list_can_be_read_before_the_first_write_and_after_it()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one"}""")).MustBeOk();
        var stan = emulator.With("one.key-stan");
        for (var turn = 0; turn < 3; turn++)
        {
            (await stan.Get("/api/company/Acme/ports")).MustBeOk();
            (await stan.Get("/api/company/Acme/ports/orders")).MustBeOk();
            (await stan.Post(Port, $$"""{"name":"Turn {{turn}}"}""")).MustBeOk();
            Assert.Contains(
                $"Turn {turn}",
                (await stan.Get("/api/company/Acme/ports")).MustBeOk().Text,
                StringComparison.Ordinal);
            (await emulator.Nobody().Post("/sandbox/one/__admin/reset")).MustBeOk();
        }
    }

    [Fact]
    public async Task What_is_written_in_one_is_in_no_other_however_they_began()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        (await nobody.Post("/__admin/sandboxes", """{"name":"one"}""")).MustBeOk();
        (await emulator.With("one.key-stan").Post(Port, """{"name":"Saved"}""")).MustBeOk();
        (await nobody.Post("/sandbox/one/__admin/snapshots", """{"name":"saved"}""")).MustBeOk();
        (await nobody.Post("/__admin/sandboxes", """{"name":"two","from":"saved"}""")).MustBeOk();
        (await nobody.Post("/__admin/sandboxes", """{"name":"three","from":"saved","clockFrozen":true}""")).MustBeOk();
        await Names("Acme Great Oaks", "Saved", "Saved", "Saved");

        (await emulator.With("two.key-stan").Post(Port, """{"name":"Of two"}""")).MustBeOk();
        await Names("Acme Great Oaks", "Saved", "Of two", "Saved");
        (await nobody.Post("/sandbox/one/__admin/reset")).MustBeOk();
        await Names("Acme Great Oaks", "Acme Great Oaks", "Of two", "Saved");
        (await emulator.With("one.key-stan").Post(Port, """{"name":"After the reset"}""")).MustBeOk();
        (await nobody.Delete("/__admin/sandboxes/two")).MustBeOk();
        await Names("Acme Great Oaks", "After the reset", null, "Saved");

        async Task Names(string? first, string? one, string? two, string? three)
        {
            foreach (var (sandbox, name) in new[] { ("", first), ("one.", one), ("two.", two), ("three.", three) })
            {
                if (name is not null)
                {
                    Assert.Equal(name, (await emulator.With(sandbox + "key-stan").Get(Port)).MustBeOk().TextOf("name"));
                }
            }
        }
    }

    /// <summary>A copy that is written to grows as SQLite wants it to.</summary>
    [Fact]
    public async Task A_sandbox_takes_all_that_is_written_into_it()
    {
        await using var emulator = new EmulatorUnderTest("journal=0");
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"full"}""")).MustBeOk();
        var stan = emulator.With("full.key-stan");
        var text = new string('x', 20_000);
        for (var number = 0; number < 40; number++)
        {
            (await stan.Post("/api/user/stan", $$"""{"headline":"{{number}}{{text}}"}""")).MustBeOk();
        }

        var user = (await stan.Get("/api/user/stan")).MustBeOk();
        Assert.StartsWith("39xxx", user.TextOf("headline"), StringComparison.Ordinal);
    }
}
