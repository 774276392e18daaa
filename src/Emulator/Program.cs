using System.Net.Sockets;
using Emulator.Hosting;
using Emulator.Store;
using Emulator.Store.Seeding;

if (args.Contains("--help") || args is ["-h"])
{
    Console.WriteLine(EmulatorSettings.Help());
    return 0;
}

if (args is ["--health", ..])
{
    return await HealthCheck.Run(args[1..]);
}

try
{
    await using var app = EmulatorApp.Build(args);
    await app.StartAsync();
    await Announcement.Make(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception refused) when (refused is BadSetting or SeedBroken or DatabaseRefused or IOException or SocketException)
{
    await Console.Error.WriteLineAsync($"The emulator can't start: {refused.Message}");
    return 1;
}

/// <summary>Named for tests that host the emulator in their own process. Internal: whoever references the emulator has a Program of their own.</summary>
internal sealed partial class Program;
