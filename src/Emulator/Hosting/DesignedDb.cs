using Emulator.ConsoleConnect;
using Emulator.Resources;
using Emulator.Store;
using Microsoft.EntityFrameworkCore.Design;

namespace Emulator.Hosting;

/// <summary>
/// The tables as <c>dotnet ef</c> looks at them, to write the compiled model: made of what the resources say, not the
/// compiled ones. Here, because it looks in the program it is told to start and in no other project.
/// </summary>
internal sealed class DesignedDb : IDesignTimeDbContextFactory<EmulatorDb>
{
    /// <inheritdoc/>
    public EmulatorDb CreateDbContext(string[] args) =>
        new(new Service(ConsoleConnectService.Resources, ConsoleConnectService.Traits).Store.Options());
}
