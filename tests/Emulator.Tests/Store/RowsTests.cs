using System.Text.Json;
using Emulator.ConsoleConnect;
using Emulator.Domain.Agreements;
using Emulator.Domain.Clouds;
using Emulator.Domain.RegulatoryChecks;
using Emulator.Domain.Staging;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulator.Tests.Store;

/// <summary>What goes past EF Core reads and writes what EF Core does.</summary>
public sealed class RowsTests
{
    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it again.</summary>
    [Fact]
    public void The_schema_is_the_models()
    {
        var path = Path.Combine(OperationCatalogue.Repository, "src/ConsoleConnect/Store/schema.sql");
        var script = new Service(ConsoleConnectService.Resources, ConsoleConnectService.Traits)
            .Store.Schema.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, script);
        }

        Assert.Equal(script, File.ReadAllText(path));
    }

    [Fact]
    public void Both_ways_read_the_same_rows()
    {
        using var database = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
        database.CreateTables();
        using var db = database.Open();
        Seed.Read(SeedFolder.Path, ConsoleConnectService.Instance.Seeds).AddTo(database, password => password);
        database.Rows.Insert(
            "Paces",
            [
                new SetPace
                {
                    Machine = "ports",
                    ResourceId = "",
                    Progression = Progression.Polls,
                    Polls = 2,
                    Step = TimeSpan.FromSeconds(1),
                    Stages = [new StageTime("ACTIVATING", 1.5)],
                },
            ]);
        database.Rows.Insert(
            "CloudKeys",
            [
                new CloudKey
                {
                    Key = "5f1b8c6e-2d47-4a93-b0e5-9c3d7f2a6e48",
                    ConnectionId = "66f4c0d2c2e6a1b4d75e91a6",
                    UsedAt = new DateTimeOffset(2024, 9, 26, 2, 2, 58, TimeSpan.Zero),
                },
            ]);
        database.Rows.Insert(
            "RequiredAgreements", [new RequiredAgreement { Type = AgreementType.GiaService }]);
        database.Rows.Insert(
            "RegulatedCountries",
            [new RegulatedCountry { Country = "BR", Verdict = RegulatoryVerdict.ReasonNeeded }]);
        foreach (var table in db.Model.GetEntityTypes())
        {
            typeof(RowsTests)
                .GetMethod(
                    nameof(Same),
                    System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
                )!
                .MakeGenericMethod(table.ClrType)
                .Invoke(null, [db, table.GetTableName()!]);
        }
    }

    private static void Same<T>(EmulatorDb db, string table)
        where T : class
    {
        var properties = db
            .Model.FindEntityType(typeof(T))!
            .GetProperties()
            .Select(property => property.PropertyInfo!)
            .ToList();
        var one = db.Set<T>().AsNoTracking().ToList().Select(Told).Order(StringComparer.Ordinal).ToList();

        // Rows that are read often are filled in another way than the first: both are the same.
        for (var times = 0; times < 20; times++)
        {
            Assert.Equal(one, db.Connection.Read<T>(table).Select(Told).Order(StringComparer.Ordinal));
        }

        Assert.True(
            one.Count > 0 || typeof(T).Name is "Session" or "Letter" or "SandboxState" or "ScheduledRun" or "Reply",
            $"{table} is empty");

        string Told(T row) => string.Join('\n', properties.Select(property => $"{property.Name}: "
            + $"{JsonSerializer.Serialize(property.GetValue(row), property.PropertyType)}"));
    }
}
