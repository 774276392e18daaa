using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Benchmarks;

/// <summary>The seed, with a company that has a hundred delivered ports.</summary>
internal static class HundredPorts
{
    private const int Count = 100;
    private const string Acme = "557679e2c2e6a1b4d7756472";

    /// <summary>Copies the seed and repeats the company's ports until there are a hundred.</summary>
    /// <returns>The folder.</returns>
    public static string Seed(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*.json"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        var path = Path.Combine(to, "ports.json");
        var seed = JsonNode.Parse(File.ReadAllText(path))!;
        var rows = seed["rows"]!.AsArray();
        var own = rows.Where(row =>
                row!["companyId"]!.GetValue<string>() == Acme && row["delivered"]?.GetValue<bool>() is not false)
            .ToList();
        for (var number = 0; number < Count - own.Count; number++)
        {
            var row = own[number % own.Count]!.DeepClone();
            row["id"] = "be" + number.ToString("x22", CultureInfo.InvariantCulture);
            row["name"] = string.Create(CultureInfo.InvariantCulture, $"{row["name"]} {number}");
            rows.Add(row);
        }

        File.WriteAllText(path, seed.ToJsonString());
        return to;
    }

    /// <exception cref="BenchmarkBroken">The answer to the list hasn't a hundred ports.</exception>
    public static void ExpectIn(string path, byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (
            path == Request.Ports
            && json.RootElement.GetProperty("results").GetArrayLength() is var count and not Count)
        {
            throw new BenchmarkBroken($"The list has {count} ports instead of {Count}.");
        }
    }
}
