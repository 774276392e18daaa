using System.Text.Json;
using Emulator.Resources;
using Emulator.Simulation;

namespace Emulator.Control;

/// <summary>A row that was changed in the turn of an exchange: secrets redacted.</summary>
/// <param name="By">
/// <c>request</c> for what the operation did, <c>time</c> for what had fallen due and happened before it.
/// </param>
/// <param name="Kind"><c>added</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="Resource">What it is: its state machine, or its table's name where it has none.</param>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it; null where it has no name.</param>
/// <param name="Members">
/// What is different; in a row that was added or removed, all that it has.
/// </param>
internal sealed record ChangeShown(
    string By,
    string Kind,
    string Resource,
    string Table,
    string Id,
    string? Name,
    IReadOnlyList<MemberShown> Members)
{
    /// <summary>Those of an exchange. What is secret in them is secret wherever else it stands in it.</summary>
    public static IReadOnlyList<ChangeShown> Of(RecordedChanges? changes, Service service, Redaction redaction) =>
        changes is null
            ? []
            : [
                .. changes.Rows.Select(row => new ChangeShown(
                    row.ByTime ? "time" : "request",
                    row.Fate.ToString().ToLowerInvariant(),
                    service.Kinds[row.Table],
                    row.Table,
                    row.HasSecretId ? redaction.Secret(row.Id) : row.Id,
                    row.Name,
                    [.. row.Members.Select(member => MemberShown.Of(member, redaction))])),
            ];

    /// <summary>The same without what has been found out to be a secret meanwhile.</summary>
    public ChangeShown Without(Redaction redaction) =>
        this with
        {
            Id = redaction.Anywhere(Id),
            Name = Name is null ? null : redaction.Anywhere(Name),
            Members = [.. Members.Select(member => member.Without(redaction))],
        };
}

/// <summary>A member that is different.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it is; null for nothing.</param>
internal sealed record MemberShown(string Name, JsonElement? Before, JsonElement? After)
{
    public static MemberShown Of(RecordedMember member, Redaction redaction) =>
        new(
            JsonNamingPolicy.CamelCase.ConvertName(member.Name),
            Value(member.Before, member.IsSecret, redaction),
            Value(member.After, member.IsSecret, redaction));

    public MemberShown Without(Redaction redaction) =>
        this with { Before = Without(Before, redaction), After = Without(After, redaction) };

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
