using Emulator.Resources;
using Emulator.Store;
using Microsoft.EntityFrameworkCore.Design;

namespace Emulator.ConsoleConnect;

/// <summary>
/// The tables as <c>dotnet ef</c> looks at them, to write the compiled model: made of what the resources say, not the
/// compiled ones.
/// </summary>
internal sealed class DesignedDb : IDesignTimeDbContextFactory<EmulatorDb>
{
    /// <inheritdoc/>
    public EmulatorDb CreateDbContext(string[] args) =>
        new(new Service(ConsoleConnectService.Resources, ConsoleConnectService.Traits).Store.Options());
}
