using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// No admin call takes the path of a file, or code. That nothing loads or runs code at all is in
/// <see cref="NothingOutboundTests"/>.
/// </summary>
public sealed class AdminInputsTests
{
    /// <summary>The rooms that a request's values go through before they are the simulation's.</summary>
    private static readonly string[] Rooms =
    [
        "Emulator.Api.",
        "Emulator.Control.",
        "Emulator.Wire.",
        "Emulator.Workflows.",
        "Emulator.Domain.",
        "Emulator.Sockets.",
        "Emulator.Hosting.Pipeline.",
    ];

    /// <summary>What opens, finds or sends files.</summary>
    private static readonly string[] OfFiles =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.FileStream",
        "System.IO.RandomAccess",
        "System.IO.Path",
        "System.IO.MemoryMappedFiles.MemoryMappedFile",
        "System.IO.FileSystemInfo",
        "System.IO.DriveInfo",
        "System.IO.FileSystemWatcher",
        "Microsoft.AspNetCore.Http.SendFileResponseExtensions",
        "Microsoft.Extensions.FileProviders.PhysicalFileProvider",
        "Microsoft.Data.Sqlite.SqliteConnection",
        "Microsoft.Data.Sqlite.SqliteConnectionStringBuilder",
    ];

    [Fact]
    public void No_room_that_a_request_goes_through_opens_files()
    {
        Assert.DoesNotContain(
            CalledMembers.Of(typeof(SocketIo.SocketIoPacket).Assembly), call => OfFiles.Contains(call.Type));
        var calls = new[]
            {
                typeof(Program), typeof(Emulator.Control.ControlRoutes),
                typeof(Emulator.ConsoleConnect.ConsoleConnectService), typeof(Emulator.Resources.Service),
            }
            .SelectMany(type => CalledMembers.Of(type.Assembly)).ToList();
        Assert.DoesNotContain(calls, call =>
            Rooms.Any(room => call.Caller.StartsWith(room, StringComparison.Ordinal)) && OfFiles.Contains(call.Type));
        Assert.Contains(calls, call =>
            call.Caller.StartsWith("Emulator.Store.", StringComparison.Ordinal) && OfFiles.Contains(call.Type));
    }

    [Fact]
    public async Task No_admin_call_does_anything_with_the_path_of_a_file()
    {
        await using var emulator = new EmulatorUnderTest();
        var listing = await OpenApiListing.OfThisBuild("/openapi/admin.json");
        using var probe = new InputProbe();
        var faults = new List<string>();
        foreach (var operation in listing.Operations)
        {
            faults.AddRange(await probe.Faults(operation, listing.Document, async (method, address, body) =>
            {
                var nobody = emulator.Nobody();
                (await nobody.Post("/__admin/reset")).MustBeOk();
                await nobody.Delete("/__admin/sandboxes/mine");
                (await nobody.Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
                if (operation.Path.StartsWith("/__admin/sandboxes/", StringComparison.Ordinal))
                {
                    (await nobody.Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
                }

                if (operation.Path.StartsWith("/__admin/snapshots/", StringComparison.Ordinal))
                {
                    (await nobody.Post("/__admin/snapshots", """{"name":"mine","replace":true}""")).MustBeOk();
                }

                if (operation.Path.StartsWith("/__admin/faults/", StringComparison.Ordinal))
                {
                    (
                        await nobody.Post(
                            "/__admin/faults",
                            """{"id":"busy","then":{"latency":{"milliseconds":0}}}"""
                        )
                    ).MustBeOk();
                }

                var answer = await nobody.Send(new HttpMethod(method), address, body);
                return $"{(int)answer.Status} {answer.Text} {answer.Headers.GetValueOrDefault("X-Emulator-Explain")}";
            }));
        }

        Assert.True(probe.Tried > 30, $"only {probe.Tried} texts were tried");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>The probe gives away an operation that reads, one that only looks, and one that writes.</summary>
    [Theory]
    [InlineData("reads", "tells files apart", "reads files")]
    [InlineData("looks", "tells files apart")]
    [InlineData("writes", "writes files")]
    [InlineData("does nothing")]
    public async Task The_probe_finds_what_it_is_for(string does, params string[] faults)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.Run(async context =>
        {
            var path = (await JsonNode.ParseAsync(context.Request.Body))?["load"]?["path"]?.GetValue<string>() ?? "";
            await context.Response.WriteAsync(
                does == "reads" && File.Exists(path) ? await File.ReadAllTextAsync(path)
                : does == "looks" && !File.Exists(path) ? "There is no such file"
                : "done");
            if (does == "writes" && path.StartsWith('/'))
            {
                await File.WriteAllTextAsync(path, "written");
            }
        });
        await app.StartAsync();
        var operation = JsonNode.Parse(
            """
            {"requestBody":{"content":{"application/json":{"example":{},"schema":
            {"type":"object","properties":{"load":{"type":"object","properties":{"path":{"type":"string"}}}}}}}}}
            """)!;
        using var probe = new InputProbe();
        var found = await probe.Faults(
            new ListedOperation("POST", "/load", operation),
            operation,
            async (_, address, body) =>
            {
                using var answer = await app.GetTestClient()
                    .PostAsync(
                        new Uri(address, UriKind.Relative),
                        new StringContent(body!.StartsWith('{') ? body : "{}"));
                return await answer.Content.ReadAsStringAsync();
            });
        Assert.Equal(faults.Length, found.Count);
        Assert.All(faults, fault =>
            Assert.Contains(found, one => one.StartsWith($"POST /load: load.path {fault}", StringComparison.Ordinal)));
    }
}
