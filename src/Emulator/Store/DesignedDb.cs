using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Emulator.Store;

/// <summary>
/// The tables as <c>dotnet ef</c> looks at them, to write the compiled model: made by <see cref="EmulatorDb"/>, not the
/// compiled ones.
/// </summary>
internal sealed class DesignedDb : IDesignTimeDbContextFactory<EmulatorDb>
{
    /// <inheritdoc/>
    public EmulatorDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<EmulatorDb>().UseSqlite().Options);
}
