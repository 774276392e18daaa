using Emulator.ConsoleConnect;
using Emulator.Hosting;
using Emulator.Store.Compiled;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Emulator.Tests.Store;

/// <summary>EF Core's compiled model is the one that EF Core would make of Tables and Columns.</summary>
public sealed class CompiledModelTests
{
    private const string Remedy = "src/ConsoleConnect/Store/Compiled is not what Tables and Columns say. Write it "
        + "again: dotnet tool restore && dotnet ef dbcontext optimize --project src/ConsoleConnect "
        + "--startup-project src/Emulator "
        + "--output-dir Store/Compiled --namespace Emulator.Store.Compiled";

    [Fact]
    public void The_compiled_model_is_what_the_tables_say()
    {
        using var db = new DesignedDb().CreateDbContext([]);
        var made = db.GetService<IModelSource>()
            .GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);
        Assert.IsNotType<EmulatorDbModel>(made);
        Assert.IsType<EmulatorDbModel>(ConsoleConnectService.Instance.Store.Model);

        // Filters and collations are in neither, as nothing asks for them at run time: RowsTests looks at them.
        var (said, compiled) = (Lines(made), Lines(ConsoleConnectService.Instance.Store.Model));
        Assert.True(said.SequenceEqual(compiled), $"{Remedy}\n"
            + $"Only the tables say: {said.Except(compiled).FirstOrDefault()}\n"
            + $"Only the compiled model says: {compiled.Except(said).FirstOrDefault()}");
    }

    /// <summary>
    /// <c>dotnet ef</c> finds the tables: it looks for the class that shows them in the program it is told to start,
    /// and nowhere else.
    /// </summary>
    [Fact]
    public void The_remedy_finds_the_tables()
    {
        Assert.Same(typeof(EmulatorApp).Assembly, typeof(DesignedDb).Assembly);
        Assert.NotNull(typeof(EmulatorApp).Assembly.EntryPoint);
    }

    private static List<string> Lines(IModel model)
    {
        const MetadataDebugStringOptions All = MetadataDebugStringOptions.LongDefault;
        var inWords = $"{model.ToDebugString(All)}\n{model.GetRelationalModel().ToDebugString(All)}";
        return
        [
            .. inWords.Split('\n').Select(line => line.Trim()),
            .. model.GetEntityTypes().SelectMany(table => table.GetProperties()).Select(Kept),
        ];
    }

    /// <summary>How a property is kept, which the model's own words leave out.</summary>
    private static string Kept(IProperty property) => string.Join(' ', property.DeclaringType.Name, property.Name,
        property.GetColumnName(), property.GetColumnType(), property.FindTypeMapping()?.Converter?.GetType(),
        property.GetValueConverter()?.GetType(), property.GetProviderClrType(), property.GetValueComparer().GetType(),
        property.Sentinel);
}
