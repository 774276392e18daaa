using System.Reflection;
using Emulator.Hosting;
using Emulator.Hosting.Commands;

if (args.Contains("--help") || args is ["-h"])
{
    Console.WriteLine(EmulatorSettings.Help());
    return 0;
}

if (args.Contains("--version"))
{
    Console.WriteLine(
        typeof(EmulatorApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
    return 0;
}

if (args is ["--health", ..])
{
    return await HealthCheck.Run(args[1..]);
}

if (Command.Of(args) is { } command)
{
    return await command.Run(args[1..], Console.Out, Console.Error);
}

var urls = "the address";
try
{
    await using var app = EmulatorApp.Build(args);
    urls = string.Join(", ", app.Services.GetRequiredService<EmulatorSettings>().Urls.Split(';'));
    await Announcement.Prepare(app);
    await app.StartAsync();
    await Announcement.Make(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException)
{
    return 0; // Asked to stop while it started.
}
catch (Exception refused) when (!StartRefused.IsOfAHost(refused))
{
    await Console.Error.WriteLineAsync($"The emulator can't start: {StartRefused.Words(refused, urls)}");
    return 1;
}

/// <summary>
/// Named for tests that host the emulator in their own process. Internal: anyone who references the emulator has a
/// Program of their own.
/// </summary>
internal sealed partial class Program;
