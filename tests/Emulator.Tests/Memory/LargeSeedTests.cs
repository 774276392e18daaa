using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.ConsoleConnect;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Memory;

/// <summary>A seed that is many times as large takes as many times as long, not more.</summary>
public sealed class LargeSeedTests
{
    [Fact]
    public void Eight_times_as_many_users_take_no_more_than_sixteen_times_as_long()
    {
        using var small = new SeedCopy();
        using var large = new SeedCopy();
        AddUsers(small, 1000);
        AddUsers(large, 8000);
        var (one, eight) = (Best(small.Folder), Best(large.Folder));
        var most = (16 * one) + TimeSpan.FromMilliseconds(50);
        Assert.True(eight < most, $"{one.TotalMilliseconds:0} ms, and {eight.TotalMilliseconds:0} ms");
    }

    [Fact]
    public void A_password_that_many_users_have_is_hashed_once()
    {
        using var folder = new SeedCopy();
        AddUsers(folder, 200);
        using var database = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
        database.CreateTables();
        var hashed = new List<string>();
        Seed.Read(folder.Folder, ConsoleConnectService.Instance.Seeds).AddTo(database, password =>
        {
            hashed.Add(password);
            return password;
        });
        Assert.NotEmpty(hashed);
        Assert.Equal(hashed.Distinct(), hashed);
    }

    [Fact]
    public void The_line_of_what_is_wrong_is_right_far_down_in_a_file()
    {
        using var folder = new SeedCopy();
        AddUsers(folder, 500);
        var line = folder.Replace("users.json", "large400@example.com", "large399@example.com");
        var broken = Assert.Throws<SeedBroken>(() => Seed.Read(folder.Folder, ConsoleConnectService.Instance.Seeds));
        var row = folder.RowAround("users.json", line);
        Assert.StartsWith($"users.json:{row}: ", broken.Message, StringComparison.Ordinal);
    }

    private static void AddUsers(SeedCopy folder, int count)
    {
        var file = JsonNode.Parse(folder.Read("users.json"))!;
        var rows = file["rows"]!.AsArray();
        for (var number = 0; number < count; number++)
        {
            var user = rows[0]!.DeepClone().AsObject();
            user["id"] = number.ToString("x24", CultureInfo.InvariantCulture);
            user["username"] = $"large{number}";
            user["email"] = $"large{number}@example.com";
            user.Remove("apiKeys");
            user.Remove("memberships");
            user.Remove("following");
            rows.Add(user);
        }

        folder.Write("users.json", file.ToJsonString(new() { WriteIndented = true }));
    }

    private static TimeSpan Best(string folder) => Enumerable.Range(0, 4).Min(_ =>
    {
        var begin = Stopwatch.GetTimestamp();
        Seed.Read(folder, ConsoleConnectService.Instance.Seeds);
        return Stopwatch.GetElapsedTime(begin);
    });
}
