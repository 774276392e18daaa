using Emulator.Wire.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests.Wire.Contract;

/// <summary>What was found is kept within bounds, however many find it at once.</summary>
public sealed class ConformityTests
{
    private static readonly ServiceContract Small = Contracts.Of(
        System.Text.Json.Nodes.JsonNode.Parse(
            """
            {"paths":{
              "/a":{"get":{"operationId":"A",
              "responses":{"200":{"content":{"application/json":{"schema":{"type":"integer"}}}},"204":{}}}},
              "/picture":{"get":{"operationId":"Picture","responses":{"200":{"content":{"image/png":{}}}}}}}}
            """
        )!);

    [Theory]
    [InlineData("/a", 200, "application/json; charset=utf-8", "1", "")]
    [InlineData("/a", 200, "APPLICATION/JSON", "1", "")]
    [InlineData("/a", 200, "application/json", "true", ": integer, found true")]
    [InlineData("/a", 200, "application/json", "", ": JSON, found nothing")]
    [InlineData("/a", 200, "application/json", "<html>", ": JSON, found no JSON")]
    [InlineData("/a", 200, "text/html", "1", ": the content type application/json, found text/html")]
    [InlineData("/a", 200, null, "1", ": the content type application/json, found no content type")]
    [InlineData("/a", 204, null, "", "")]
    [InlineData("/a", 204, null, "1", ": no content, found some")]
    [InlineData("/a", 204, "application/json", "1", ": no content, found application/json")]
    [InlineData("/a", 418, "application/json", "1", ": a status of 200, 204, found 418")]
    [InlineData("/picture", 200, "image/png", "whatever", "")]
    public void Status_content_type_and_body_are_held_against_the_contract(
        string path,
        int status,
        string? contentType,
        string body,
        string finding)
    {
        var operation = New(ConformanceMode.Count).Of("GET", path)!;
        var found = operation.Check(status, contentType, System.Text.Encoding.UTF8.GetBytes(body));
        Assert.Equal(
            finding,
            string.Join('\n', found.Select(one => $"{one.Pointer}: {one.Expected}, found {one.Found}")));
    }

    [Fact]
    public void Only_so_many_violations_are_told_apart()
    {
        var conformity = New(ConformanceMode.Count);
        var operation = conformity.Of("GET", "/a")!;
        for (var i = 0; i < Conformity.MostViolations + 7; i++)
        {
            conformity.Note(operation, StatusCodes.Status200OK, [new Finding($"/{i}", "x", "y")], "default");
            conformity.Note(operation, StatusCodes.Status200OK, [new Finding("/0", "x", "z")], "another");
        }

        var report = conformity.Report();
        Assert.Equal(Conformity.MostViolations, report.Violations.Count);
        Assert.Equal(7, report.Unlisted);
        Assert.Equal(
            ("y", "default", Conformity.MostViolations + 8L),
            (report.Violations[0].Finding.Found, report.Violations[0].Sandbox, report.Violations[0].Count));
        Assert.Equal(2L * (Conformity.MostViolations + 7), report.Operations[0].Checked);
        conformity.Clear();
        Assert.Equal(
            (0, 0L, 0L),
            (
                conformity.Report().Violations.Count,
                conformity.Report().Unlisted,
                conformity.Report().Operations.Sum(one => one.Checked)));
    }

    [Fact]
    public void What_is_sent_before_the_contract_is_read_is_held_and_checked_then()
    {
        var reads = 0;
        var conformity = new Conformity(ConformanceMode.Count, TimeProvider.System, () =>
        {
            reads++;
            return Small;
        });
        Assert.True(conformity.Holds);
        conformity.Hold(Answered("1"));
        conformity.Hold(Answered("true"));
        conformity.Hold(Answered("1") with { Path = "/nowhere" });
        Assert.Equal(0, reads);
        var report = conformity.Report();
        Assert.Equal((1, 2L, 1), (reads, report.Operations.Sum(one => one.Checked), report.Violations.Count));
        Assert.False(conformity.Holds);

        // One that was on its way meanwhile.
        conformity.Hold(Answered("1"));
        Assert.Equal(3L, conformity.Report().Operations.Sum(one => one.Checked));

        static HeldAnswer Answered(string body) =>
            new(
                "GET",
                "/a",
                StatusCodes.Status200OK,
                "application/json",
                System.Text.Encoding.UTF8.GetBytes(body),
                "default");
    }

    [Fact]
    public void A_kept_answer_that_was_held_is_checked_once_and_known_to_be_afterwards()
    {
        var conformity = New(ConformanceMode.Count);
        var passed = new List<(string Name, int Era)>();
        foreach (var (name, body) in new[] { ("right", "1"), ("right", "1"), ("wrong", "true"), ("wrong", "true") })
        {
            conformity.Hold(new(
                "GET",
                "/a",
                StatusCodes.Status200OK,
                "application/json",
                System.Text.Encoding.UTF8.GetBytes(body),
                "default",
                string.Intern(name),
                era => passed.Add((name, era))));
        }

        var report = conformity.Report();
        Assert.Equal(3, report.Operations.Sum(one => one.Checked));
        Assert.Equal(2, Assert.Single(report.Violations).Count);
        Assert.Equal([("right", conformity.Era)], passed);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task An_answer_that_is_being_checked_is_in_the_report_and_gone_when_all_is_cleared(
        bool isCleared,
        long expected)
    {
        var time = new FakeTimeProvider();
        using var reading = new ManualResetEventSlim();
        var conformity = new Conformity(ConformanceMode.Count, time, () =>
        {
            reading.Set();
            return Small;
        });

        // Long enough for a report to come in between.
        var answer = System.Text.Encoding.UTF8.GetBytes(new string(' ', 50_000_000) + "1");
        conformity.Hold(new("GET", "/a", StatusCodes.Status200OK, "application/json", answer, "default"));
        var soon = Task.Run(() => time.Advance(TimeSpan.FromSeconds(1)));
        reading.Wait();
        if (isCleared)
        {
            conformity.Clear();
            await soon;
        }

        Assert.Equal(expected, conformity.Report().Operations.Sum(one => one.Checked));
        await soon;
    }

    [Fact]
    public void No_more_than_so_many_are_held_and_none_where_an_answer_must_be_checked_before_it_is_sent()
    {
        Assert.False(New(ConformanceMode.Fail).Holds);
        Assert.False(New(ConformanceMode.Off).Holds);
        var conformity = New(ConformanceMode.Count);
        for (var i = 0; i < 10_000 && conformity.Holds; i++)
        {
            conformity.Hold(new("GET", "/a", StatusCodes.Status200OK, "application/json", "1"u8.ToArray(), "default"));
        }

        Assert.False(conformity.Holds);
        Assert.InRange(conformity.Report().Operations.Sum(one => one.Checked), 1, 1_000);
    }

    [Fact]
    public void Eight_threads_at_once_lose_nothing()
    {
        var conformity = New(ConformanceMode.Count);
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var operation = conformity.Of("GET", "/a")!;
                conformity.Note(
                    operation,
                    StatusCodes.Status200OK,
                    operation.Check(StatusCodes.Status200OK, "application/json", i % 2 == 0 ? "1"u8 : "null"u8),
                    "default");
            }
        });
        var report = conformity.Report();
        Assert.Equal(8000, report.Operations[0].Checked);
        Assert.Equal(4000, Assert.Single(report.Violations).Count);
    }

    private static Conformity New(ConformanceMode mode) => new(mode, TimeProvider.System, () => Small);
}
