using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>The utilization of ports (000:5202-5247), and of connections (published editions, 114).</summary>
public sealed class UtilizationTests
{
    /// <summary>
    /// Acme's backbone, 10000 Mbps: of its connections one is outgoing and ACTIVE, of 200 Mbps, since 2015.
    /// </summary>
    private const string Busy = "/api/company/Acme/ports/569fbfdec2e6a1b4d74c2c70/utilization";

    /// <summary>Acme's, 1000 Mbps, with no connection in service.</summary>
    private const string Idle = "/api/company/Acme/ports/55767b5652a693344a015744/utilization";

    /// <summary>Wednesday, 2026-02-25, 00:00 UTC.</summary>
    private const long Wednesday = 1771977600;

    private const int Hour = 3600;
    private const int DayLong = 24 * Hour;

    /// <summary>Acme's and company2's, 200 Mbps, in service since 2015.</summary>
    private const string Connected =
        "/api/company/Acme/connections/55783e39519d254d36f6126e/utilization";

    [Fact]
    public async Task A_connection_has_traffic_of_its_own_never_above_its_speed_and_both_parties_read_the_same()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var minutes = await Rows(stan, Connected, Wednesday, Wednesday + DayLong, "minute");
        Assert.Equal(1440, minutes.Count);
        Assert.All(minutes, row => Assert.InRange(Of(row, "rxAverage"), 0, 200));
        Assert.All(minutes, row => Assert.InRange(Of(row, "txAverage"), 0, 200));
        Assert.Contains(minutes, row => Of(row, "rxAverage") > 10);
        var day = Assert.Single(await Rows(stan, Connected, Wednesday, Wednesday + DayLong, "day"));
        MustSum(day, minutes, "rx");
        var other = Connected.Replace("Acme", "company2", StringComparison.Ordinal);
        Assert.Equal(
            day.ToJsonString(),
            Assert.Single(await Rows(await emulator.Meg(), other, Wednesday, Wednesday + DayLong, "day"))
                .ToJsonString());
        (await stan.Get(Connected.Replace("55783e39", "00000000", StringComparison.Ordinal))).MustRefuse(404);
        (await stan.Get(Connected + "?resolution=week")).MustRefuse(400);
    }

    [Fact]
    public async Task A_connection_that_was_never_in_service_has_zeros_and_one_that_is_disabled_falls_silent()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Pending = "/api/company/Acme/connections/6756e5f3c2e6a1b4d7de07a8/utilization";
        var never = await Rows(stan, Pending, Now - DayLong, Now, "hour");
        Assert.NotEmpty(never);
        Assert.All(never, row => Assert.Equal(0, Of(row, "rxMax") + Of(row, "txMax")));
        (await stan.Put("/api/company/Acme/connections/55783e39519d254d36f6126e/disable")).MustBeOk();
        await emulator.Pass(2 * Hour);
        var after = await Rows(stan, Connected, Now + Hour, Now + Hour + 60, "minute");
        Assert.All(after, row => Assert.Equal(0, Of(row, "rxAverage") + Of(row, "txAverage")));
        var before = await Rows(stan, Connected, Now - Hour, Now - Hour + 60, "minute");
        Assert.Contains(before, row => Of(row, "rxAverage") + Of(row, "txAverage") > 0);
    }

    private static readonly long Now = EmulatorUnderTest.Start.ToUnixTimeSeconds();

    [Fact]
    public async Task Days_hours_and_minutes_tell_of_the_same_traffic()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var day = Assert.Single(await Rows(stan, Busy, Wednesday, Wednesday + DayLong, "day"));
        var hours = await Rows(stan, Busy, Wednesday, Wednesday + DayLong, "hour");
        var minutes = await Rows(stan, Busy, Wednesday, Wednesday + DayLong, "minute");
        Assert.Equal(24, hours.Count);
        Assert.Equal(1440, minutes.Count);
        foreach (var direction in new[] { "rx", "tx" })
        {
            MustSum(day, minutes, direction);
            for (var hour = 0; hour < 24; hour++)
            {
                MustSum(hours[hour], minutes[(hour * 60)..(hour * 60 + 60)], direction);
            }

            Assert.Equal(hours.Min(row => Of(row, direction + "Min")), Of(day, direction + "Min"));
            Assert.Equal(hours.Max(row => Of(row, direction + "Max")), Of(day, direction + "Max"));
        }
    }

    [Fact]
    public async Task A_row_begins_with_its_step_in_Unix_seconds_and_only_minutes_have_no_min_and_max()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var (resolution, seconds) in new[] { ("day", DayLong), ("hour", Hour), ("minute", 60) })
        {
            var rows = await Rows(stan, Busy, Wednesday + 30, Wednesday + 30 + 2 * DayLong, resolution);
            Assert.Equal(Wednesday, (long)Of(rows[0], "time"));

            // The window begins within one step and ends within another.
            Assert.Equal(2 * DayLong / seconds + 1, rows.Count);
            Assert.All(rows.Index(), row => Assert.Equal(Wednesday + row.Index * seconds, (long)Of(row.Item, "time")));
            string[] members =
                resolution == "minute"
                    ? ["time", "rxAverage", "txAverage"]
                    : ["time", "rxMin", "rxMax", "rxAverage", "txMin", "txMax", "txAverage"];
            Assert.All(rows, row => Assert.Equal(members, row.Select(member => member.Key)));
        }
    }

    [Fact]
    public async Task The_same_minute_has_the_same_traffic_whatever_the_window_and_the_emulator()
    {
        await using var one = new EmulatorUnderTest();
        await using var other = new EmulatorUnderTest("seed=7", "clock-start=2026-05-01T00:00:00Z");
        var minutes = await Rows(await one.Stan(), Busy, Wednesday, Wednesday + Hour, "minute");
        var again = await Rows(await other.Stan(), Busy, Wednesday + 1777, Wednesday + 1777, "minute");
        Assert.Equal(minutes[1777 / 60].ToJsonString(), Assert.Single(again).ToJsonString());
    }

    [Fact]
    public async Task A_port_is_busier_by_day_than_by_night_and_on_workdays_than_at_weekends_in_a_way_of_its_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var days = await Rows(stan, Busy, Wednesday - 30 * DayLong, Wednesday, "day");
        Assert.True(days.Max(row => Of(row, "rxAverage")) > 1.5 * days.Min(row => Of(row, "rxAverage")));
        var hours = await Rows(stan, Busy, Wednesday, Wednesday + DayLong, "hour");
        Assert.True(hours.Max(row => Of(row, "rxAverage")) > 3 * hours.Min(row => Of(row, "rxAverage")));
        Assert.All(hours, row => Assert.NotEqual(Of(row, "rxAverage"), Of(row, "txAverage")));
        var elsewhere = await Rows(
            stan,
            "/api/company/Acme/ports/5aaaac3bc2e6a1b4d7cc4c6d/utilization",
            Wednesday,
            Wednesday + DayLong,
            "hour");
        Assert.NotEqual(Busiest(hours), Busiest(elsewhere));
    }

    [Fact]
    public async Task Traffic_is_never_above_what_is_connected_and_next_to_nothing_where_nothing_is()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var busy = await Rows(stan, Busy, Wednesday - 60 * DayLong, Wednesday, "day");
        Assert.All(busy, row => Assert.InRange(Of(row, "rxMax"), 10, 200.1));
        Assert.All(busy, row => Assert.InRange(Of(row, "txMax"), 10, 200.1));
        Assert.All(await Rows(stan, Idle, Wednesday - 60 * DayLong, Wednesday, "day"), row =>
            Assert.InRange(Of(row, "rxMax"), 0.001, 0.02));
    }

    [Fact]
    public async Task Connections_carry_traffic_while_in_service_on_both_ends_to_self_and_incoming_ones_dont_count()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/company/Acme/connections/593e5b5ec2e6a1b4d7eb581c/enable")).MustBeOk();
        await emulator.Pass(2 * DayLong);
        var rows = await Rows(stan, Idle, Wednesday, Now + 2 * DayLong, "day");

        // It was in service before, as far as its own record tells.
        Assert.All(rows, row => Assert.True(Of(row, "rxMax") > 1, row.ToJsonString()));

        var far = await Rows(
            stan,
            "/api/company/Acme/ports/5ad8849ac2e6a1b4d7c364cb/utilization",
            Wednesday,
            Wednesday + DayLong,
            "day");

        // The far end of a connection to self, and a CloudRouter's site.
        Assert.InRange(Of(far[0], "rxMax"), 10, 400.1);

        var meg = await emulator.Meg();
        var incoming = await Rows(
            meg,
            "/api/company/company2/ports/58afc0489430ab7f3666b97a/utilization",
            Wednesday,
            Wednesday + DayLong,
            "day");
        Assert.InRange(Of(incoming[0], "rxMax"), 0.001, 0.02);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("hour")]
    [InlineData("minute")]
    public async Task A_window_shorter_than_a_step_has_one_row(string resolution)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Single(await Rows(stan, Idle, 1459376516, 1459376516, resolution));

        // Over the border of two steps.
        Assert.Single(await Rows(stan, Idle, Wednesday - 20, Wednesday + 20, resolution));
        var future = Assert.Single(await Rows(stan, Busy, Now + 10 * DayLong, Now + 10 * DayLong + 5, resolution));
        Assert.Equal(0, Of(future, "rxAverage"));
        Assert.Equal(0, Of(Assert.Single(await Rows(stan, Busy, 0, 0, resolution)), "txAverage"));
    }

    [Fact]
    public async Task There_are_no_rows_before_the_port_was_in_service_nor_after_now()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var hours = await Rows(stan, Busy, Now - Hour, Now + DayLong, "hour");
        Assert.Equal([Now - Hour, Now], hours.Select(row => (long)Of(row, "time")));
        Assert.Equal(Now, (long)Of((await Rows(stan, Busy, Now - 120, Now + 600, "minute"))[^1], "time"));
        var days = await Rows(stan, Idle, 0, Now, "day");
        Assert.Equal(
            "2015-11-09",
            DateTimeOffset
                .FromUnixTimeSeconds((long)Of(days[0], "time"))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Empty(await Rows(stan, Idle, 0, 100 * DayLong, "day"));
        Assert.Empty(await Rows(stan, Busy, Now + DayLong, Now + 3 * DayLong, "hour"));
    }

    [Fact]
    public async Task A_port_out_of_service_has_no_traffic_from_then_on()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post(Idle.Replace("/utilization", "/disable"))).MustBeOk();
        await emulator.Pass(2 * Hour);
        var hours = await Rows(stan, Idle, Now - 2 * Hour, Now + 2 * Hour, "hour");
        Assert.True(Of(hours[0], "rxMax") > 0);
        Assert.Equal(0, Of(hours[^1], "rxMax"));
    }

    [Fact]
    public async Task Without_a_window_it_is_the_last_day_by_minute_as_clients_send_it_that_have_none()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (
            var query in new[]
            {
                "",
                "?",
                "/",
                "?start=&end=",
                "?start=undefined&end=undefined&resolution=undefined",
                $"?start={Now - DayLong}&end={Now}",
                $"?end={Now}.75&resolution=MINUTE",
            })
        {
            var answer = (await stan.Get(Busy + query)).MustBeOk();
            Assert.Equal("569fbfdec2e6a1b4d74c2c70", answer.TextOf("portId"));
            Assert.Equal("Mbps", answer.TextOf("unit"));
            var rows = answer["results"]!.AsArray();
            Assert.Equal(1440, rows.Count);
            Assert.Equal(Now - DayLong, rows[0]!["time"]!.GetValue<long>());
        }
    }

    [Fact]
    public async Task A_hundred_days_by_minute_are_answered_wherever_they_begin_and_all_that_a_port_has_seen_by_day()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(144_001, (await Rows(stan, Busy, Now - 100 * DayLong - 30, Now - 30, "minute")).Count);
        (await stan.Get($"{Busy}?start={Now - 100 * DayLong - 90}&end={Now - 30}")).MustRefuse(400);
        Assert.True((await Rows(stan, Busy, 0, Now, "day")).Count > 3650);
    }

    [Theory]
    [InlineData("start=yesterday", "The query/start must be integer")]
    [InlineData("end=1e9", "The query/end must be integer")]
    [InlineData("start=-1", "The query/start must be >= 0")]
    [InlineData("end=1459376516000", "The query/end must be <= 253402300799")]
    [InlineData("start=99999999999999999999999999999999", "The query/start must be integer")]
    [InlineData("start=1459376516&end=1459376515", "The query/end must be >= 1459376516")]
    [InlineData("resolution=week", "The query/resolution must be equal to one of the allowed values")]
    [InlineData("start=1600000000&end=1700000000", "The query/end must be <= 1608640000")]
    public async Task A_window_that_is_none_or_too_long_is_refused(string query, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Get($"{Busy}?{query}")).MustRefuse(400, message);
    }

    [Fact]
    public async Task A_month_by_minute_begins_at_once_and_nobody_waits_for_it_to_end()
    {
        // With fail it is held until it has been checked.
        await using var emulator = new EmulatorUnderTest("conformance=count");
        var stan = await emulator.Stan();
        using var http = emulator.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"{Busy}?start={Now - 30 * DayLong}&end={Now}&resolution=minute");
        request.Headers.Add("portal-token", stan.Credential);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var first = new byte[64];
        await body.ReadExactlyAsync(first);
        Assert.Null(response.Content.Headers.ContentLength);

        // What happens meanwhile happens at once, and changes nothing of what was asked before it.
        (await stan.Post(Idle.Replace("/utilization", "/disable"))).MustBeOk();
        await emulator.Pass(60);
        using var rest = new StreamReader(body);
        var rows = JsonNode.Parse(System.Text.Encoding.UTF8.GetString(first) + await rest.ReadToEndAsync())![
            "results"
        ]!.AsArray();
        Assert.Equal(43200, rows.Count);
        Assert.Equal(Now - 60, rows[^1]!["time"]!.GetValue<long>());
        Assert.Equal("conforms", (await emulator.Nobody().Get("/__admin/conformance")).TextOf("verdict"));
    }

    [Fact]
    public async Task Its_answer_is_not_kept_and_goes_on_with_the_clock()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var before = (await Rows(stan, Busy, Now - 120, Now + 600, "minute")).Count;
        await emulator.Pass(60);
        Assert.Equal(before + 1, (await Rows(stan, Busy, Now - 120, Now + 600, "minute")).Count);
    }

    [Fact]
    public async Task Only_those_who_read_the_companys_network_see_it()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(
            "network:ReadPort",
            (await (await emulator.Meg()).Get(Busy)).MustRefuse(401, "Access denied")["error"]!["accessRequests"]![0]![
                "action"
            ]!.GetValue<string>());
        (await (await emulator.LoggedIn("max@example.com")).Get(Busy)).MustRefuse(401, "Access denied");
        (await (await emulator.LoggedIn("vera@example.com")).Get(Busy)).MustBeOk();
        (await emulator.Nobody().Get(Busy)).MustRefuse(401, "The user is not logged in");
        (await (await emulator.Stan()).Get(Busy.Replace("569fbf", "ffffff"))).MustRefuse(
            404,
            "A port can not be found with the given id");
    }

    [Fact]
    public async Task The_documents_example_asks_corp_for_a_port_of_Acmes_and_gets_it_where_both_may_be_read()
    {
        const string Example = "/utilization/?start=1459376516&end=1459376516&resolution=day";
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Single(
            (await stan.Get("/api/company/corp/ports/55767b5652a693344a015744" + Example)).MustBeOk()[
                "results"
            ]!.AsArray());
        (await (await emulator.Meg()).Get("/api/company/company2/ports/55767b5652a693344a015744" + Example)).MustRefuse(
            404,
            "A port can not be found with the given id");
        (await stan.Get("/api/company/Acme/ports/58b5b4a9c2e6a1b4d777c52d" + Example)).MustRefuse(
            404,
            "A port can not be found with the given id");
    }

    /// <summary>Holds a row against the minutes in it, to the kbps.</summary>
    private static void MustSum(JsonObject row, IReadOnlyList<JsonObject> minutes, string direction)
    {
        var values = minutes.Select(minute => Of(minute, direction + "Average")).ToList();
        Assert.Equal(values.Min(), Of(row, direction + "Min"));
        Assert.Equal(values.Max(), Of(row, direction + "Max"));
        Assert.Equal(values.Average(), Of(row, direction + "Average"), 0.00051);
        Assert.InRange(Of(row, direction + "Average"), Of(row, direction + "Min"), Of(row, direction + "Max"));
    }

    private static int Busiest(List<JsonObject> hours) => hours.IndexOf(hours.MaxBy(row => Of(row, "rxAverage"))!);

    private static double Of(JsonObject row, string member) => row[member]!.GetValue<double>();

    private static async Task<List<JsonObject>> Rows(
        Client client,
        string path,
        long start,
        long end,
        string resolution) =>
        [
            .. (await client.Get($"{path}?start={start}&end={end}&resolution={resolution}")).MustBeOk()["results"]!
                .AsArray()
                .Select(row => row!.AsObject()),
        ];
}
