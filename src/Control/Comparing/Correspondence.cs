using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulator.Control.Comparing;

/// <summary>
/// What of a recording stands for what here: ids and tokens, learned from answers that are laid side by side. A secret
/// may stand in the recording as its mark.
/// </summary>
internal sealed partial class Correspondence
{
    private readonly Dictionary<string, string> ours = new(StringComparer.Ordinal);

    /// <summary>Names of which two rows of a list are known to be the same.</summary>
    private static readonly string[] Names = ["username", "name", "portName", "asn", "marketingCode"];

    /// <summary>The mark in the place of a secret, as the journal has it.</summary>
    public static string MarkOf(string secret) => "redacted-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, 4));

    /// <summary>Whether a text is a mark.</summary>
    public static bool IsMark(string text) => text.StartsWith("redacted-", StringComparison.Ordinal);

    /// <summary>What a recorded value stands for; null where that isn't known.</summary>
    public string? Of(string recorded) => ours.GetValueOrDefault(recorded);

    /// <summary>Says what a recorded value stands for, where that isn't known yet.</summary>
    public void Learn(string recorded, string here) => ours.TryAdd(recorded, here);

    /// <summary>Learns from two answers to the same request.</summary>
    public void Learn(JsonElement recorded, JsonElement here)
    {
        switch (recorded.ValueKind, here.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in recorded.EnumerateObject())
                {
                    if (here.TryGetProperty(member.Name, out var own))
                    {
                        Learn(member.Name, member.Value, own);
                    }
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                foreach (var (one, other) in Paired([.. recorded.EnumerateArray()], [.. here.EnumerateArray()]))
                {
                    Learn("", one, other);
                }

                break;
        }
    }

    /// <summary>A text with what stands in it for something put in its place.</summary>
    public string Translated(string text) => Ids().Replace(text, id => Of(id.Value) ?? id.Value);

    /// <summary>The ids in a text.</summary>
    public static IEnumerable<string> IdsIn(string text) => Ids().Matches(text).Select(id => id.Value);

    private void Learn(string name, JsonElement recorded, JsonElement here)
    {
        if (recorded.ValueKind != JsonValueKind.String || here.ValueKind != JsonValueKind.String)
        {
            Learn(recorded, here);
            return;
        }

        var (theirs, own) = (recorded.GetString()!, here.GetString()!);
        if (Redaction.IsSecret(name) || (Ids().IsMatch(theirs) && Ids().IsMatch(own)))
        {
            Learn(theirs, own);
        }
    }

    /// <summary>Rows that are the same: by their place where there are as many, by their names elsewhere.</summary>
    private static IEnumerable<(JsonElement, JsonElement)> Paired(
        IReadOnlyList<JsonElement> recorded, IReadOnlyList<JsonElement> here)
    {
        if (recorded.Count == here.Count)
        {
            return recorded.Zip(here);
        }

        var byName = here.Select(row => (Name: NameOf(row), Row: row)).Where(row => row.Name is not null)
            .GroupBy(row => row.Name!).Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.First().Row);
        return recorded
            .Select(row => (Row: row, Name: NameOf(row)))
            .Where(row => row.Name is not null && byName.ContainsKey(row.Name))
            .Select(row => (row.Row, byName[row.Name!]));
    }

    private static string? NameOf(JsonElement row) => row.ValueKind != JsonValueKind.Object ? null
        : Names.Select(name => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? $"{name} {value.GetString()}" : null).FirstOrDefault(name => name is not null);

    [GeneratedRegex(
        @"(?<![0-9A-Za-z-])([0-9a-f]{24}|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|INC[0-9]{12})"
            + @"(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
