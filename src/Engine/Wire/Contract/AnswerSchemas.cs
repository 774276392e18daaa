using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulator.Wire.Contract;

/// <summary>
/// Makes the schemas of an OpenAPI document ready for checking. It knows the part of JSON Schema that the document uses
/// and no more: whatever else a schema says would go unchecked in silence, and so is an error here.
/// </summary>
/// <param name="components">The schemas that are referred to, by name.</param>
internal sealed class AnswerSchemas(JsonElement components)
{
    private const string Reference = "#/components/schemas/";

    /// <summary>Words for the reader, which ask nothing of a value.</summary>
    private static readonly string[] Remarks =
    [
        "title",
        "description",
        "example",
        "examples",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "$comment",
    ];

    private static readonly string[] Rules =
    [
        "$ref",
        "type",
        "oneOf",
        "anyOf",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "format",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "pattern",
    ];

    private readonly Dictionary<string, AnswerSchema> named = new(StringComparer.Ordinal);
    private readonly List<(AnswerSchema Schema, bool OnlyOne, string Where)> choosing = [];

    /// <summary>Makes one ready; <see cref="Finish"/> must follow once all are.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="where">Where it stands, for messages.</param>
    /// <exception cref="ContractUnreadable">It uses something that can't be checked.</exception>
    public AnswerSchema Of(JsonElement schema, string where)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return AnswerSchema.Anything;
        }

        var rules = RulesOf(schema, where);
        return schema.TryGetProperty("$ref", out var reference)
            ? Referred(reference.GetString()!, rules, where)
            : Filled(new AnswerSchema(), schema, where);
    }

    /// <summary>Settles what fits a choice, once everything it refers to is known.</summary>
    /// <exception cref="ContractUnreadable">
    /// It is one that can't be checked: among choices, or between two of which not both may fit.
    /// </exception>
    public void Finish()
    {
        foreach (var (schema, onlyOne, where) in choosing)
        {
            var kinds = Kinds.None;
            foreach (var choice in schema.Choices)
            {
                if (choice.Choices.Count > 0)
                {
                    throw new ContractUnreadable(where, "offers a choice among choices, which can't be checked");
                }

                if (onlyOne && (kinds & choice.Kinds) != 0)
                {
                    throw new ContractUnreadable(where, "asks that only one of two schemas fits that take values of "
                        + "the same kind, which can't be checked");
                }

                kinds |= choice.Kinds;
            }

            schema.Kinds &= kinds;
        }
    }

    private static List<string> RulesOf(JsonElement schema, string where)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new ContractUnreadable(where, "is no schema");
        }

        var rules = schema
            .EnumerateObject()
            .Select(keyword => keyword.Name)
            .Except(Remarks, StringComparer.Ordinal)
            .ToList();
        return rules.Except(Rules, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw new ContractUnreadable(where, $"says \"{unknown}\", which can't be checked")
            : rules;
    }

    private AnswerSchema Referred(string reference, List<string> rules, string where)
    {
        if (rules.Count > 1)
        {
            throw new ContractUnreadable(where, "asks for more than what it refers to, which can't be checked");
        }

        var name = reference.StartsWith(Reference, StringComparison.Ordinal) ? reference[Reference.Length..] : "";
        if (named.TryGetValue(name, out var known))
        {
            return known;
        }

        if (components.ValueKind != JsonValueKind.Object || !components.TryGetProperty(name, out var meant))
        {
            throw new ContractUnreadable(where, $"refers to {reference}, which isn't there");
        }

        if (RulesOf(meant, reference).Contains("$ref"))
        {
            throw new ContractUnreadable(reference, "only refers on, which can't be checked");
        }

        // Known before it is filled in: it may refer to itself.
        return Filled(named[name] = new AnswerSchema(), meant, reference);
    }

    private AnswerSchema Filled(AnswerSchema made, JsonElement schema, string where)
    {
        made.Kinds = schema.TryGetProperty("type", out var type) ? KindsOf(type, where) : Kinds.Any;
        made.Rules = ScalarRulesOf(schema, where);
        made.Items = schema.TryGetProperty("items", out var items)
            ? Of(items, where + "/items")
            : AnswerSchema.Anything;
        made.Members = MembersOf(schema, where);
        made.Others = schema.TryGetProperty("additionalProperties", out var others)
            ? others.ValueKind == JsonValueKind.False
                ? null
                : Of(others, where + "/additionalProperties")
            : schema.TryGetProperty("properties", out _)
                ? null
                // JSON Schema would let others through; a contract that doesn't have a member doesn't promise it.
                : AnswerSchema.Anything;
        var onlyOne = schema.TryGetProperty("oneOf", out var choices);
        if (onlyOne || schema.TryGetProperty("anyOf", out choices))
        {
            made.Choices =
            [
                .. choices.EnumerateArray().Select(choice => Of(choice, where + (onlyOne ? "/oneOf" : "/anyOf"))),
            ];
            choosing.Add((made, onlyOne, where));
            if (made.Members.Length > 0 || made.Rules is not null || (onlyOne && schema.TryGetProperty("anyOf", out _)))
            {
                throw new ContractUnreadable(where, "asks for more than its choice, which can't be checked");
            }
        }

        return made;
    }

    private SchemaMember[] MembersOf(JsonElement schema, string where)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToList()
            : [];
        var members = schema.TryGetProperty("properties", out var properties)
            ? properties
                .EnumerateObject()
                .Select(member => Member(member.Name, Of(member.Value, $"{where}/properties/{member.Name}")))
                .ToList()
            : [];
        return
        [
            .. members,
            .. required
                .Except(members.Select(member => member.Text), StringComparer.Ordinal)
                .Select(name => Member(name, AnswerSchema.Anything)),
        ];

        SchemaMember Member(string name, AnswerSchema fitting) =>
            new(Encoding.UTF8.GetBytes(name), name, required.Contains(name, StringComparer.Ordinal), fitting);
    }

    private static Kinds KindsOf(JsonElement type, string where) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Aggregate(Kinds.None, (kinds, one) => kinds | KindsOf(one, where))
        : type.GetString() switch
        {
            "null" => Kinds.Null,
            "boolean" => Kinds.Boolean,
            "integer" => Kinds.Integer,
            "number" => Kinds.Number,
            "string" => Kinds.Text,
            "array" => Kinds.List,
            "object" => Kinds.Object,
            var unknown => throw new ContractUnreadable(where, $"has the type \"{unknown}\", which there isn't"),
        };

    private static ScalarRules? ScalarRulesOf(JsonElement schema, string where)
    {
        var rules = new ScalarRules
        {
            Enum = schema.TryGetProperty("enum", out var values)
                ?
                [
                    .. values
                        .EnumerateArray()
                        .Select(value =>
                            value.ValueKind == JsonValueKind.String
                                ? (true, Encoding.UTF8.GetBytes(value.GetString()!))
                                : (false, Encoding.UTF8.GetBytes(value.GetRawText()))),
                ]
                : null,
            Format = schema.TryGetProperty("format", out var format) ? format.GetString() : null,
            Minimum = Number("minimum"),
            Maximum = Number("maximum"),
            MinLength = (int?)Number("minLength"),
            MaxLength = (int?)Number("maxLength"),
            Pattern = schema.TryGetProperty("pattern", out var pattern)
                ? new Regex(pattern.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                : null,
        };
        return rules.Format is { } named && !ScalarCheck.Formats.Contains(named, StringComparer.Ordinal)
                ? throw new ContractUnreadable(where, $"has the format \"{named}\", which can't be checked")
            : rules == new ScalarRules() ? null
            : rules;

        double? Number(string name) => schema.TryGetProperty(name, out var number) ? number.GetDouble() : null;
    }
}

/// <summary>
/// The contract asks for something that can't be checked: a mistake in the emulator, which a test finds.
/// </summary>
internal sealed class ContractUnreadable(string where, string why) : Exception($"{where} {why}.");
