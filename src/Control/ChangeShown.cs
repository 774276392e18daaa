using System.Text.Json;
using ConsoleConnect.Emulator.Admin;
using Emulator.Resources;
using Emulator.Simulation;

namespace Emulator.Control;

/// <summary>A row that was changed in the turn of an exchange: secrets redacted.</summary>
internal static class ChangeShown
{
    /// <summary>Those of an exchange. What is secret in them is secret wherever else it stands in it.</summary>
    public static IReadOnlyList<JournalChange> Of(RecordedChanges? changes, Service service, Redaction redaction) =>
        changes is null
            ? []
            : [
                .. changes.Rows.Select(row => new JournalChange(
                    row.ByTime ? "time" : "request",
                    row.Fate.ToString().ToLowerInvariant(),
                    service.Kinds[row.Table],
                    row.Table,
                    row.HasSecretId ? redaction.Secret(row.Id) : row.Id,
                    row.Name,
                    [.. row.Members.Select(member => Of(member, redaction))])),
            ];

    /// <summary>The same without what has been found out to be a secret meanwhile.</summary>
    public static JournalChange Without(JournalChange change, Redaction redaction) =>
        change with
        {
            Id = redaction.Anywhere(change.Id),
            Name = change.Name is null ? null : redaction.Anywhere(change.Name),
            Members = [.. change.Members.Select(member => Without(member, redaction))],
        };

    private static JournalMember Of(RecordedMember member, Redaction redaction) =>
        new(
            JsonNamingPolicy.CamelCase.ConvertName(member.Name),
            Value(member.Before, member.IsSecret, redaction),
            Value(member.After, member.IsSecret, redaction));

    private static JournalMember Without(JournalMember member, Redaction redaction) =>
        member with { Before = Without(member.Before, redaction), After = Without(member.After, redaction) };

    private static JsonElement? Value(object? value, bool isSecret, Redaction redaction) => value switch
    {
        null => null,
        string text when isSecret => Text(redaction.Secret(text)),
        RecordedJson json when isSecret => Text(redaction.Secret(json.Text)),
        _ when isSecret => Text(redaction.Secret($"{value}")),
        string text => Text(redaction.Text(text)),
        RecordedJson { IsWhole: true } json => Parsed(redaction.Text(json.Text)),
        RecordedJson json => Text(redaction.Text(json.Text)),
        bool flag => JsonSerializer.SerializeToElement(flag, ControlJson.Default.Boolean),
        double number => JsonSerializer.SerializeToElement(number, ControlJson.Default.Double),
        DateTimeOffset instant => JsonSerializer.SerializeToElement(instant, ControlJson.Default.DateTimeOffset),
        int or long => JsonSerializer.SerializeToElement(
            Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), ControlJson.Default.Int64),
        _ => Text($"{value}"),
    };

    private static JsonElement? Without(JsonElement? value, Redaction redaction) => value switch
    {
        { ValueKind: JsonValueKind.String } text => Text(redaction.Anywhere(text.GetString()!)),
        { ValueKind: JsonValueKind.Array or JsonValueKind.Object } json =>
            Parsed(redaction.Anywhere(json.GetRawText())),
        _ => value,
    };

    private static JsonElement Text(string text) =>
        JsonSerializer.SerializeToElement(text, ControlJson.Default.String);

    private static JsonElement Parsed(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return Text(json); // A secret that stood in it was no text.
        }
    }
}
