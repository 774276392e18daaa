using System.Buffers.Binary;
using System.Net;
using Emulator.Store;
using Emulator.Store.Images;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// Snapshots as files: what one emulator gives another takes, and nothing else is taken, not even in part.
/// </summary>
public sealed class SnapshotFileTests : IDisposable
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("snapshots-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_of_one_emulator_is_a_snapshot_of_another()
    {
        byte[] file;
        await using (var one = new EmulatorUnderTest())
        {
            (await one.With("key-stan").Post(Port, """{"name":"Saved"}""")).MustBeOk();
            await one.Pass(60);
            await SnapshotTests.Save(one, "mine");
            using var http = one.CreateClient();
            using var answer = await http.GetAsync("/__admin/snapshots/MINE/file");
            Assert.Equal("application/vnd.sqlite3", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("mine.sqlite", answer.Content.Headers.ContentDisposition.FileName);
            file = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(file.Length, answer.Content.Headers.ContentLength);
        }

        await using var other = new EmulatorUnderTest();
        var kept = (await Upload(other, "theirs", file)).MustBeOk();
        Assert.Equal(
            ("theirs", "2026-03-01T12:01:00.000Z", file.Length),
            (kept.TextOf("name"), kept.TextOf("now"), kept["bytes"]!.GetValue<int>()));
        Assert.Null(kept["sandbox"]);
        Assert.Equal("Acme Great Oaks", (await other.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));
        (await other.Nobody().Post("/__admin/sandboxes", """{"name":"one","from":"theirs"}""")).MustBeOk();
        Assert.Equal("Saved", (await other.With("one.key-stan").Get(Port)).MustBeOk().TextOf("name"));
        (await other.Nobody().Post("/__admin/snapshots/theirs/restore")).MustBeOk();
        Assert.Equal("Saved", (await other.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));
        Assert.Equal("2026-03-01T12:01:00.000Z", (await other.Nobody().Get("/__admin/clock")).TextOf("now"));
        Assert.NotNull((await other.LoggedIn("stan@example.com")).Credential);
        Assert.Equal(file, await Fetch(other, "theirs"));
    }

    [Fact]
    public async Task A_process_begins_where_a_fetched_file_ends()
    {
        var path = Path.Combine(folder.FullName, "fetched.sqlite");
        await using (var emulator = new EmulatorUnderTest("clock-frozen=false"))
        {
            (await emulator.With("key-stan").Post(Port, """{"name":"Saved"}""")).MustBeOk();
            (await emulator.Nobody().Post("/__admin/clock/advance", """{"seconds":3600000}""")).MustBeOk();
            await SnapshotTests.Save(emulator, "mine");
            await File.WriteAllBytesAsync(path, await Fetch(emulator, "mine"));
        }

        using var process = await RunningEmulator.Start(path);
        Assert.StartsWith(
            "2026-04-12T",
            (await process.Nobody().Get("/__admin/clock")).MustBeOk().TextOf("now"),
            StringComparison.Ordinal);
        Assert.Equal("Saved", (await (await process.LoggedIn()).Get(Port)).MustBeOk().TextOf("name"));
    }

    [Fact]
    public async Task A_copy_of_a_default_sandboxs_file_is_taken_too_with_the_keys_in_it()
    {
        var data = Path.Combine(folder.FullName, "emulator.db");
        await using (var emulator = new EmulatorUnderTest($"data={data}"))
        {
            (await emulator.With("key-stan").Post(Port, """{"name":"In the file"}""")).MustBeOk();
        }

        var file = await Edited(await File.ReadAllBytesAsync(data), "INSERT INTO \"ApiKeys\" VALUES ('key-more', "
            + "(SELECT \"Id\" FROM \"Users\" WHERE \"Username\" = 'meg'), 1); DELETE FROM \"ApiKeys\" WHERE \"Key\" "
            + "= 'key-meg'", "PRAGMA journal_mode=WAL");
        Assert.Equal(2, file[18]);
        await using var other = new EmulatorUnderTest();
        Assert.Equal("2026-03-01T12:00:00.000Z", (await Upload(other, "copy", file)).MustBeOk().TextOf("now"));
        var made = (await other.Nobody().Post("/__admin/sandboxes", """{"name":"one","from":"copy"}""")).MustBeOk();
        Assert.Equal("one.key-more", made["apiKeys"]!["meg"]!.GetValue<string>());
        Assert.Equal("In the file", (await other.With("one.key-stan").Get(Port)).MustBeOk().TextOf("name"));
        (await other.With("one.key-more").Get("/api/company/CompanyA/ports")).MustBeOk();
        (await other.With("one.key-meg").Get("/api/company/CompanyA/ports")).MustRefuse(401);
        Assert.Equal(
            "one.key-more",
            (await other.Nobody().Get("/__admin/sandboxes/one")).MustBeOk()["apiKeys"]!["meg"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_no_snapshot_is_refused_and_nothing_changes()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-stan").Post(Port, """{"name":"Saved"}""")).MustBeOk();
        await SnapshotTests.Save(emulator, "mine");
        var good = await Fetch(emulator, "mine");

        await Refused([], 400, "it is empty");
        await Refused("garbage of no kind"u8.ToArray(), 400, "it is no SQLite database");
        await Refused(good[..60], 400, "it breaks off in the header");
        await Refused(good[..(good.Length / 2)], 400, $"it has {good.Length / 2} bytes where its header tells of "
            + $"{good.Length}");
        await Refused(
            [.. good, .. new byte[SandboxDatabase.PageSize]],
            400,
            $"it has {good.Length + SandboxDatabase.PageSize} bytes where its header tells of {good.Length}");
        await Refused(
            With(good, bytes => bytes.AsSpan(SandboxDatabase.PageSize * 300, SandboxDatabase.PageSize).Fill(0xA5)),
            400, "it is damaged");
        await Refused(With(good, bytes => bytes.AsSpan(100, 60).Clear()), 400, "");
        await Refused(await Foreign(), 400, "it is a database of another program");
        await Refused(
            await Edited(good, "PRAGMA page_size=8192; VACUUM"),
            400,
            "it was rewritten with another page " + "size or encoding");
        await Refused(
            await Edited(good, "CREATE TABLE \"More\" (\"Id\" TEXT)"),
            400,
            "its tables are not those its " + "header promises");
        await Refused(
            await Edited(good, "CREATE TRIGGER \"t\" AFTER UPDATE ON \"Ports\" BEGIN DELETE FROM " + "\"Ports\"; END"),
            400,
            "its tables are not those its header promises");
        await Refused(
            await Edited(good, "UPDATE \"Ports\" SET \"Status\" = 'Bogus'"),
            400,
            "a row of Ports can not be read");
        await Refused(
            await Edited(good, "UPDATE \"Companies\" SET \"Addresses\" = 'nowhere'"),
            400,
            "a row of Companies can not be read");
        await Refused(
            await Edited(good, "PRAGMA foreign_keys=OFF; DELETE FROM \"Companies\" WHERE \"Username\" = " + "'Acme'"),
            400,
            "refers to Companies, where there is no such row");
        await Refused(
            await Edited(good, "DELETE FROM \"Sandbox\""),
            400,
            "it does not say how the sandbox's clock " + "and ids stand");
        await Refused(
            await Edited(
                good,
                "UPDATE \"Sandbox\" SET \"SavedAt\" = NULL, \"FrozenAt\" = NULL, "
                    + "\"ClockOffset\" = 9000000000000000000"),
            400,
            "its clock shows no instant that there is");
        await Refused(
            await Edited(good, "UPDATE \"Sandbox\" SET \"SavedAt\" = -1"),
            400,
            "a row of Sandbox can not be read");
        var schema = BinaryPrimitives.ReadInt32BigEndian(good.AsSpan(60));
        var old = await Upload(
            emulator,
            "mine",
            With(good, bytes => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(60), 7)));
        old.MustRefuse(
            409,
            "The file was saved by another version of the emulator: its schema is 7, this one's is " + $"{schema}");
        Assert.Contains("can not be upgraded", old.Headers["X-Emulator-Explain"], StringComparison.Ordinal);

        (await Upload(emulator, "now", good)).MustRefuse(409, "No snapshot can be called now");
        (await Upload(emulator, "-", good)).MustRefuse(400);
        await Unchanged();
        Assert.Single((await emulator.Nobody().Get("/__admin/snapshots")).MustBeOk()["snapshots"]!.AsArray());
        (await Upload(emulator, "mine", await Edited(good, "UPDATE \"Ports\" SET \"Name\" = 'Edited'"))).MustBeOk();
        (await emulator.Nobody().Post("/__admin/snapshots/mine/restore")).MustBeOk();
        Assert.Equal("Edited", (await emulator.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));

        async Task Refused(byte[] file, int status, string why)
        {
            var answer = (await Upload(emulator, "mine", file)).MustRefuse(status);
            Assert.StartsWith("The file is not a snapshot: ", answer.Message, StringComparison.Ordinal);
            Assert.Contains(why, answer.Message, StringComparison.Ordinal);
            await Unchanged();
        }

        async Task Unchanged()
        {
            Assert.Equal(good, await Fetch(emulator, "mine"));
            Assert.Equal("Saved", (await emulator.With("key-stan").Get(Port)).MustBeOk().TextOf("name"));
        }
    }

    /// <summary>What would be a fault of ours in use is refused at the door, and it is said what and where.</summary>
    [Theory]
    [InlineData("UPDATE \"Ports\" SET \"Status\" = '7' WHERE \"Id\" = '55767b5652a693344a015744'",
        "Status of 55767b5652a693344a015744 is 7, which is none of ")]
    [InlineData("UPDATE \"Ports\" SET \"Status\" = 'active' WHERE \"Id\" = '55767b5652a693344a015744'",
        "Status of 55767b5652a693344a015744")]
    [InlineData("UPDATE \"Ports\" SET \"Status\" = 'Active,Deleted' WHERE \"Id\" = '55767b5652a693344a015744'",
        "Status of 55767b5652a693344a015744")]
    [InlineData("UPDATE \"Ports\" SET \"Speed\" = 5000000000 WHERE \"Id\" = '55767b5652a693344a015744'",
        "Speed of 55767b5652a693344a015744 is 5000000000, which has more than 32 bits")]
    [InlineData("UPDATE \"Ports\" SET \"CreatedAt\" = 3155378975999999999 WHERE \"Id\" = '55767b5652a693344a015744'",
        "CreatedAt of 55767b5652a693344a015744 is an instant after the year 8999")]
    [InlineData("UPDATE \"Companies\" SET \"Addresses\" = 'null'", "Addresses of ")]
    [InlineData("UPDATE \"Companies\" SET \"Tags\" = '[null]'", "has a JSON null in it")]
    [InlineData("UPDATE \"Companies\" SET \"Username\" = \"Username\" || char(10) || 'X: y'",
        "has control characters in it")]
    [InlineData("UPDATE \"Memberships\" SET \"Roles\" = '[77]'", "has 77 in it, which is none of ")]
    [InlineData("UPDATE \"Regions\" SET \"PriceMultiplier\" = 9e999", "is no finite number")]
    [InlineData("UPDATE \"Users\" SET \"PasswordHash\" = '!'", "is no hash of a password")]
    [InlineData("UPDATE \"Ports\" SET \"FacilityId\" = 'nobody' WHERE \"Id\" = '55767b5652a693344a015744'",
        "references: Ports.FacilityId of 55767b5652a693344a015744 is nobody's")]
    [InlineData("UPDATE \"Connections\" SET \"SrcMetroId\" = 'nobody'",
        "a side's company and metro are those of its port")]
    [InlineData("UPDATE \"Connections\" SET \"Speed\" = 1000000 WHERE \"Status\" = 'Active'", "capacity: ")]
    [InlineData("UPDATE \"Connections\" SET \"SrcVlan\" = 77 WHERE \"SrcPortId\" IN (SELECT \"SrcPortId\" FROM "
        + "\"Connections\" WHERE \"Status\" = 'Active' GROUP BY 1 HAVING count(*) > 1)", "uniqueness: a VLAN is used "
        + "once on a port")]
    [InlineData("UPDATE \"Ports\" SET \"Status\" = 'Deleting' WHERE \"Id\" = '55767b5652a693344a015744'",
        "state machines: ports 55767b5652a693344a015744 is in Deleting, its history ends with")]
    [InlineData("INSERT INTO \"Moves\" (\"Machine\", \"ResourceId\", \"At\", \"By\", \"Trigger\", \"To\") VALUES "
        + "('routers', 'x', 0, 'x', 'Go', 'GONE')", "Moves tell of the machine routers, which there is not")]
    [InlineData("UPDATE \"IpBlocks\" SET \"Address\" = \"Address\" || 'x'",
        "of IpBlocks has no address of its version")]
    [InlineData("UPDATE \"Sandbox\" SET \"IdsGiven\" = -1", "IdsGiven of the sandbox is -1")]
    [InlineData("UPDATE \"Sandbox\" SET \"IdsGiven\" = 0", "which the sandbox is still to give")]
    [InlineData("UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'Moves'",
        "the counter of Moves is at 9223372036854775807")]
    [InlineData("UPDATE \"Sandbox\" SET \"FrozenAt\" = 3155378975999999999, \"SavedAt\" = NULL",
        "an instant after the year 8999")]
    public async Task A_file_that_breaks_a_rule_is_refused_with_what_is_wrong_and_where(string edit, string why)
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await (await emulator.Stan()).Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        await SnapshotTests.Save(emulator, "mine");
        var good = await Fetch(emulator, "mine");
        var refused = (await Upload(emulator, "mine", await Edited(good, "PRAGMA foreign_keys=OFF", edit)))
            .MustRefuse(400);
        Assert.StartsWith("The file is not a snapshot: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(good, await Fetch(emulator, "mine"));
        (await Upload(emulator, "mine", await Edited(good, "PRAGMA foreign_keys=OFF"))).MustBeOk();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using var process = await RunningEmulator.Start(":memory:");
        using var http = new HttpClient { BaseAddress = new Uri(process.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/__admin/snapshots/huge/file")
        {
            Content = new StreamContent(new MemoryStream(new byte[16])),
        };
        request.Headers.ExpectContinue = true; // So that the answer comes before the file goes.
        request.Content.Headers.ContentLength = SandboxImage.MostBytes + 1;
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(
            $"up to {SandboxImage.MostBytes} bytes",
            answer.Headers.GetValues("X-Emulator-Explain").Single(),
            StringComparison.Ordinal);
        Assert.Empty((await process.Nobody().Get("/__admin/snapshots")).MustBeOk()["snapshots"]!.AsArray());
    }

    private static async Task<Answer> Upload(EmulatorUnderTest emulator, string name, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/__admin/snapshots/{name}/file")
        {
            Content = new ByteArrayContent(file),
        };
        return await emulator.Nobody().Send(request);
    }

    private static async Task<byte[]> Fetch(EmulatorUnderTest emulator, string name)
    {
        using var http = emulator.CreateClient();
        return await http.GetByteArrayAsync($"/__admin/snapshots/{name}/file");
    }

    private static byte[] With(byte[] file, Action<byte[]> change)
    {
        var copy = file.ToArray();
        change(copy);
        return copy;
    }

    /// <summary>The file as somebody leaves it who opens it with a tool of SQLite's.</summary>
    private async Task<byte[]> Edited(byte[] file, params string[] statements)
    {
        var path = Path.Combine(folder.FullName, "edited.db");
        await File.WriteAllBytesAsync(path, file);
        return await Written(path, ["PRAGMA journal_mode=DELETE", .. statements]);
    }

    private Task<byte[]> Foreign() =>
        Written(Path.Combine(folder.FullName, "foreign.db"), ["CREATE TABLE \"Ports\" (\"Id\" TEXT)"]);

    private static async Task<byte[]> Written(string path, IEnumerable<string> statements)
    {
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            foreach (var statement in statements)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = statement;
                await command.ExecuteNonQueryAsync();
            }
        }

        return await File.ReadAllBytesAsync(path);
    }
}
