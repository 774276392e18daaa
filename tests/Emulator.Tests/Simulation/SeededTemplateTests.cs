using Emulator.Simulation;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>
/// Emulators of one process share the seed that they begin with, as long as its files stay as they are.
/// </summary>
public sealed class SeededTemplateTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";

    [Fact]
    public async Task A_seed_that_has_changed_is_read_again_and_one_that_has_not_is_shared()
    {
        using var seed = new SeedCopy();
        var path = Path.Combine(seed.Folder, "ports.json");
        var old = File.GetLastWriteTimeUtc(path);
        await using var first = await Started(seed);
        await using var second = await Started(seed);
        Assert.Equal("Acme Great Oaks", await NameIn(second));

        // A file that is copied over another keeps the time of what it was copied from.
        await File.WriteAllTextAsync(
            path,
            (await File.ReadAllTextAsync(path))
                .Replace("Acme Great Oaks", "Acme Grand Oaks", StringComparison.Ordinal) + " ");
        File.SetLastWriteTimeUtc(path, old);
        await using var third = await Started(seed);
        Assert.Equal("Acme Grand Oaks", await NameIn(third));
        Assert.Equal("Acme Great Oaks", await NameIn(first));
    }

    [Fact]
    public async Task What_one_emulator_writes_another_one_of_the_process_does_not_see()
    {
        await using var one = new EmulatorUnderTest();
        await using var other = new EmulatorUnderTest();
        using var seed = new SeedCopy();
        File.AppendAllText(Path.Combine(seed.Folder, "ports.json"), " ");
        foreach (var file in Directory.GetFiles(seed.Folder))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        (await one.With("key-stan").Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        await using var another = await Started(seed); // One that begins with another seed meanwhile.
        Assert.NotSame(ImageOf(one), ImageOf(another));
        Assert.Same(ImageOf(one), ImageOf(other));
        Assert.Equal("Acme Great Oaks", await NameIn(other));
    }

    [Fact]
    public async Task A_copy_of_the_programs_own_seed_takes_nobodys_place()
    {
        await using var one = new EmulatorUnderTest();
        var image = ImageOf(one);
        using var seed = new SeedCopy();
        foreach (var file in Directory.GetFiles(seed.Folder))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        await using var copy = await Started(seed);
        await using var other = new EmulatorUnderTest();
        Assert.Same(image, ImageOf(copy));
        Assert.Same(image, ImageOf(other));
    }

    private static object ImageOf(EmulatorUnderTest emulator) =>
        emulator.Services.GetRequiredService<Sandboxes>().ImageOfSeed();

    private static async Task<EmulatorUnderTest> Started(SeedCopy seed)
    {
        var emulator = new EmulatorUnderTest($"seed-data={seed.Folder}");
        (await emulator.Nobody().Get("/readyz")).MustBeOk();
        return emulator;
    }

    private static async Task<string> NameIn(EmulatorUnderTest emulator) =>
        (await emulator.With("key-stan").Get(Port)).MustBeOk().TextOf("name");
}
