using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Heartbeat;

/// <summary>Says that the service is there, since when, and of which version.</summary>
internal static class GetHeartbeat
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/heartbeat", Handle)
        .Published("138", "Ask whether the service is there")
        .Tells(
            "Says that the service is up, and since when: now and uptime in milliseconds, uptimeSeconds rounded, and "
            + "humanUptime in words. The clock is the machine's, whatever the sandbox's shows. Only a fault rule that "
            + "names it, by its operation, 138, or by its whole path, strikes it.")
        .ForAnybody()
        .StruckByNameOnly()
        .Answers<Beat>(200)
        .Assumes("The words of humanUptime other than minutes. That it is the machine's clock, and that faults which "
            + "don't name it leave it alone.");

    private static Answer<Beat> Handle(Uptime uptime) => new Beat(uptime.Now, uptime.Passed);

    /// <summary>A heartbeat.</summary>
    internal sealed class Beat(DateTimeOffset now, TimeSpan uptime)
    {
        public string Name => "@iixlabs/portal-node-api";

        /// <summary>Milliseconds since 1970, UTC.</summary>
        public long Now => now.ToUnixTimeMilliseconds();

        /// <summary>Milliseconds.</summary>
        public long Uptime => (long)uptime.TotalMilliseconds;
        public string HumanUptime => InWords(uptime);
        public long UptimeSeconds => (long)Math.Round(uptime.TotalSeconds, MidpointRounding.AwayFromZero);
        public string Version => "3.14.34";
    }

    /// <summary>How long ago, in its largest whole unit.</summary>
    internal static string InWords(TimeSpan ago) => ago switch
    {
        { TotalMinutes: < 1 } => "a few seconds ago",
        { TotalMinutes: < 2 } => "a minute ago",
        { TotalHours: < 1 } => $"{ago.Minutes} minutes ago",
        { TotalHours: < 2 } => "an hour ago",
        { TotalDays: < 1 } => $"{ago.Hours} hours ago",
        { TotalDays: < 2 } => "a day ago",
        _ => $"{ago.Days} days ago",
    };
}
