using System.Text;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// Bodies made from an operation's own request schema: valid ones, and valid ones with one thing broken.
/// </summary>
internal sealed class BodyFromSchema(JsonNode document, SeededChoices luck)
{
    /// <summary>
    /// Stands for half of a surrogate pair that is written as JSON's escape. A writer of JSON would mend the half
    /// itself: it is put in when all is written.
    /// </summary>
    private const string EscapedHalf = "@@half, escaped@@";

    /// <summary>Stands for half of a surrogate pair that is written as bytes, which are no UTF-8.</summary>
    private const string BareHalf = "@@half, bare@@";

    private static readonly string[] Halves = [EscapedHalf, BareHalf, $"a{EscapedHalf}b", $"a{BareHalf}{EscapedHalf}"];

    private static readonly string[] OddTexts =
    [
        EscapedHalf,
        BareHalf,
        "",
        " ",
        "\u0000",
        "a\u0000b",
        "null",
        "true",
        "{}",
        "'; DROP TABLE Ports; --",
        "%00",
        "%2e%2e%2f",
        "../../etc/passwd",
        "é",
        "日本語",
        "🙂",
        "‮gnirts",
        new('x', 5000),
        "1e999",
        "-1",
        "NaN",
        "\"",
        "\\",
        "\r\n",
        "000000000000000000000000",
        "ffffffffffffffffffffffff",
        "FFFFFFFFFFFFFFFFFFFFFFFF",
        "2026-13-45T99:99:99Z",
        "9999-12-31T23:59:59Z",
        "<script>alert(1)</script>",
        "[sim:fail=creating]",
        "[sim:stuck=creating]",
        "[sim:slow=creating:5]",
        "[sim:",
    ];

    private static readonly string[] OddNumbers =
    [
        "0",
        "-1",
        "1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "1e308",
        "1e400",
        "0.1",
        "1.5",
        "-0",
        "1E2",
        "99999999999999999999999999",
    ];

    private static readonly string[] OddBodies =
    [
        "",
        " ",
        "null",
        "true",
        "1",
        "\"text\"",
        "[]",
        "{}",
        "[[[[[[[[]]]]]]]]",
        "{\"a\":",
        "{]",
        "{\"a\":1}}",
        "{\"a\":1,}",
        "{'a':1}",
        "\u0000",
        "{\"\":\"\"}",
        "[null]",
        "[1]",
        "[{}]",
        "{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}",
        "﻿{}",
    ];

    private static readonly string[] HalfBodies = ["{\"\\ud800\":\"\\udc00\"}", "{\"\ud800\":1}"];

    private bool asShown;

    /// <summary>A valid body.</summary>
    /// <param name="schema">The request's schema.</param>
    /// <param name="example">The body that the document shows; null where it shows none.</param>
    /// <param name="route">The operation's path.</param>
    /// <param name="known">What there is to ask about.</param>
    public JsonNode? Valid(JsonNode schema, JsonNode? example, string route, KnownWorld known)
    {
        // As the document shows it, except for what it names; or with whatever else the schema lets in.
        asShown = example is not null && luck.Chance(0.6);
        return Value("", Resolved(schema), example, route, known);
    }

    /// <summary>A body with one thing broken, as text.</summary>
    public string Broken(JsonNode? valid)
    {
        if (valid is null || luck.Chance(0.2))
        {
            return luck.Of(luck.Chance(0.1) ? HalfBodies : OddBodies);
        }

        var broken = valid.DeepClone();
        var holders = Objects(broken).ToList();
        if (holders.Count == 0)
        {
            return luck.Of(OddBodies);
        }

        var holder = luck.Of(holders);
        var names = holder.Select(member => member.Key).ToList();
        const string Mark = "@@odd@@";
        if (names.Count == 0 || luck.Chance(0.1))
        {
            holder[luck.Chance(0.1) ? luck.Of(Halves) : "unheardOf"] = luck.Of(OddTexts);
            return Written(broken);
        }

        var name = luck.Of(names);
        switch (luck.Below(9))
        {
            case 0:
                holder.Remove(name);
                return Written(broken);
            case 1:
                holder[name] = null;
                return Written(broken);
            case 2:
                holder[name] = luck.Of(OddTexts);
                return Written(broken);
            case 3:
                holder[name] = new JsonArray(new JsonObject(), 1, "a", null);
                return Written(broken);
            case 4:
                holder[name] = new JsonObject { ["a"] = new JsonArray() };
                return Written(broken);
            case 5:
                holder[name] = luck.Chance(0.5);
                return Written(broken);
            case 6:
                holder[name] = luck.Of(Halves);
                return Written(broken);
            case 7:
                holder[name] = Mark;
                return Written(broken).Replace($"\"{Mark}\"", luck.Of(OddNumbers), StringComparison.Ordinal);
            default:
                // The same member twice, and something behind the end.
                var text = Written(broken);
                return luck.Chance(0.5)
                    ? text[..^1] + $",\"{name}\":{luck.Of(OddNumbers)}}}"
                    : text + luck.Of(OddBodies);
        }
    }

    /// <summary>A text as nobody should send it; <see cref="InAnAddress"/> writes it.</summary>
    public string OddText() => luck.Of(OddTexts);

    private JsonNode? Value(string name, JsonNode schema, JsonNode? example, string route, KnownWorld known)
    {
        var type = schema["type"] is JsonArray several
            ? several.First(one => one!.GetValue<string>() != "null")!.GetValue<string>()
            : schema["type"]?.GetValue<string>();
        switch (type)
        {
            case "object" when schema["properties"] is JsonObject properties:
                var made = new JsonObject();
                var required = (schema["required"] as JsonArray ?? [])
                    .Select(one => one!.GetValue<string>())
                    .ToHashSet();
                foreach (var (member, of) in properties)
                {
                    var shown = example is JsonObject all && all.ContainsKey(member);
                    if (
                        required.Contains(member)
                        || (!known.LeavesOut(member) && (asShown ? shown : luck.Chance(shown ? 0.9 : 0.15))))
                    {
                        made[member] = Value(member, Resolved(of!), shown ? example![member] : null, route, known);
                    }
                }

                return made;
            case "object":
                return example?.DeepClone() ?? new JsonObject();
            case "array":
                var shownItems = example as JsonArray;
                var items = Resolved(schema["items"] ?? new JsonObject());
                return new JsonArray([
                    .. Enumerable
                        .Range(0, luck.Below(3) + (luck.Chance(0.1) ? 0 : 1))
                        .Select(i =>
                            Value(
                                name,
                                items,
                                shownItems is { Count: > 0 } ? shownItems[i % shownItems.Count] : null,
                                route,
                                known)),
                ]);
            case "boolean":
                return asShown ? example!.DeepClone() : luck.Chance(0.5);
            case "integer" or "number":
                return Number(name, schema, example);
            case "string":
                return Text(name, schema, example, route, known);
            default:
                return example?.DeepClone();
        }
    }

    private JsonNode Number(string name, JsonNode schema, JsonNode? example)
    {
        var least = schema["minimum"]?.GetValue<double>() ?? 0;
        long number = name switch
        {
            "speed" or "bandwidth" or "rateLimit" when !asShown || luck.Chance(0.5) => luck.Of([
                1,
                10,
                10,
                50,
                100,
                100,
                200,
                500,
                1000,
                10000,
            ]),
            _ when example?.GetValueKind() == System.Text.Json.JsonValueKind.Number && (asShown || luck.Chance(0.6)) =>
                (long)example.GetValue<double>(),
            _ => luck.Below(5000),
        };
        return JsonValue.Create(
            (long)Math.Min(Math.Max(number, least), schema["maximum"]?.GetValue<double>() ?? double.MaxValue));
    }

    private JsonNode? Text(string name, JsonNode schema, JsonNode? example, string route, KnownWorld known)
    {
        if (schema["enum"] is JsonArray words)
        {
            return asShown ? example!.DeepClone() : luck.Of(words.Select(word => word?.GetValue<string>()).ToList());
        }

        if (example is not null && luck.Chance(0.3))
        {
            return example.DeepClone();
        }

        var value = known.ValueFor(name, route)
            ?? (asShown ? example?.ToString() : null)
            ?? (luck.Chance(0.05) ? luck.Of(OddTexts) : example?.ToString() ?? $"text {luck.Below(1000)}");
        return schema["maxLength"]?.GetValue<int>() is { } most && value.Length > most ? value[..most] : value;
    }

    private JsonNode Resolved(JsonNode schema) =>
        schema["$ref"] is { } reference
            ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!
            : schema;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Objects(member.Value)).Prepend(one),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    /// <summary>As text, in which half of a surrogate pair is an escape, or a letter that is none.</summary>
    public static string Written(JsonNode node) => node.ToJsonString()
        .Replace(EscapedHalf, "\\ud800", StringComparison.Ordinal)
        .Replace(BareHalf, "\ud800", StringComparison.Ordinal);

    /// <summary>Text as it goes on the wire: UTF-8, and half of a surrogate pair as three bytes.</summary>
    public static byte[] OnTheWire(string text)
    {
        var bytes = new List<byte>(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            bytes.AddRange(isWhole ? Encoding.UTF8.GetBytes(rune.ToString()) : ThreeBytes(text[at]));
            at += isWhole ? rune.Utf16SequenceLength : 1;
        }

        return [.. bytes];
    }

    /// <summary>As a part of an address.</summary>
    public static string InAnAddress(string text) => string.Join(
        "%ED%A0%80",
        text.Replace(EscapedHalf, "\\ud800", StringComparison.Ordinal).Split(BareHalf)
            .Select(part => Uri.EscapeDataString(part)));

    private static byte[] ThreeBytes(char half) =>
        [(byte)(0xE0 | (half >> 12)), (byte)(0x80 | ((half >> 6) & 0x3F)), (byte)(0x80 | (half & 0x3F))];
}
