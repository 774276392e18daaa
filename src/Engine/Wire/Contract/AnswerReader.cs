using System.Text.Json;

namespace Emulator.Wire.Contract;

/// <summary>
/// Holds an answer against a schema, token by token as its bytes come: a long answer needs no more room than a short
/// one. Nothing is allocated for an answer that fits, except for what is kept from one answer to the next. For one
/// thread at a time.
/// </summary>
internal sealed class AnswerReader
{
    /// <summary>How much is found in one answer; what comes after it is passed over.</summary>
    private const int MostFindings = 50;

    private Level[] levels = new Level[8];
    private int depth;
    private AnswerSchema whole = AnswerSchema.Anything;
    private JsonReaderState state;
    private byte[] rest = [];
    private int restLength;
    private bool broken;
    private List<Finding> findings = [];

    /// <summary>
    /// While a value may be of several shapes of the same kind: one for each, reading along. Kept for the next time;
    /// <see cref="trying"/> of them are at work.
    /// </summary>
    private List<AnswerReader>? trials;
    private int trying;

    /// <summary>How many objects and lists it is in, those of a trial included.</summary>
    private int Depth => depth + (trying > 0 ? trials![0].Depth : 0);

    /// <summary>Begins with an answer; one that it was at before is forgotten.</summary>
    /// <param name="schema">What it must be.</param>
    public void Begin(AnswerSchema schema)
    {
        whole = schema;
        depth = 0;
        state = default;
        restLength = 0;
        broken = false;
        trying = 0;
        findings = findings.Count == 0 ? findings : [];
    }

    /// <summary>Reads on.</summary>
    /// <param name="bytes">What comes next; it need not end where a token does.</param>
    public void Read(ReadOnlySpan<byte> bytes) => Read(bytes, isLast: false);

    /// <summary>Reads to the end.</summary>
    /// <param name="bytes">What is left.</param>
    /// <returns>Where the answer isn't as the schema says, each place once; empty where it is.</returns>
    public IReadOnlyList<Finding> End(ReadOnlySpan<byte> bytes)
    {
        Read(bytes, isLast: true);
        return findings;
    }

    private void Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        if (broken)
        {
            return;
        }

        if (restLength > 0)
        {
            Keep(bytes);
            bytes = rest.AsSpan(0, restLength);
        }

        var reader = new Utf8JsonReader(bytes, isLast, state);
        try
        {
            while (reader.Read())
            {
                Take(ref reader);
            }
        }
        catch (JsonException)
        {
            broken = true;
            Find(new Finding("", "JSON", depth == 0 && bytes.IsEmpty ? "nothing" : "no JSON"));
            return;
        }

        state = reader.CurrentState;
        restLength = 0;
        Keep(bytes[(int)reader.BytesConsumed..]);
    }

    /// <summary>Puts bytes behind those that wait for their token's end.</summary>
    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (restLength + bytes.Length > rest.Length)
        {
            var roomier = new byte[Math.Max(256, (restLength + bytes.Length) * 2)];
            rest.AsSpan(0, restLength).CopyTo(roomier);
            bytes.CopyTo(roomier.AsSpan(restLength)); // Before rest is let go: they may be of it.
            rest = roomier;
        }
        else
        {
            bytes.CopyTo(rest.AsSpan(restLength));
        }

        restLength += bytes.Length;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        if (trying > 0)
        {
            Try(ref reader);
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Member(ref levels[depth - 1], ref reader);
                break;
            case JsonTokenType.EndObject:
                Complete(ref levels[depth - 1]);
                depth--;
                break;
            case JsonTokenType.EndArray:
                depth--;
                break;
            default:
                Value(ref reader);
                break;
        }
    }

    private void Value(ref Utf8JsonReader reader)
    {
        var schema = depth == 0 ? whole : levels[depth - 1].Value;
        if (schema != AnswerSchema.Anything)
        {
            schema = Fitting(schema, ref reader);
            if (trying > 0)
            {
                Try(ref reader);
                return;
            }
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            if (depth == levels.Length)
            {
                Array.Resize(ref levels, depth * 2);
            }

            levels[depth++].Begin(schema, reader.TokenType == JsonTokenType.StartArray);
        }
    }

    /// <summary>
    /// The schema that the value's own members and elements must fit; any will do for those of a value that doesn't fit
    /// itself.
    /// </summary>
    private AnswerSchema Fitting(AnswerSchema schema, ref Utf8JsonReader reader)
    {
        var kind = ScalarCheck.KindOf(ref reader);
        if ((schema.Kinds & kind) == 0)
        {
            FindValue(schema.Expected, ref reader);
            return AnswerSchema.Anything;
        }

        if (schema.Choices.Count > 0)
        {
            schema = Chosen(schema.Choices, kind);
        }

        if (schema.Rules is { } rules && ScalarCheck.Missed(rules, ref reader) is { } missed)
        {
            FindValue(missed, ref reader);
        }

        return schema;
    }

    /// <summary>The one choice that takes values of a kind; where there are several, they are tried.</summary>
    private AnswerSchema Chosen(IReadOnlyList<AnswerSchema> choices, Kinds kind)
    {
        AnswerSchema? one = null;
        for (var i = 0; i < choices.Count; i++)
        {
            if ((choices[i].Kinds & kind) == 0)
            {
                continue;
            }

            if (one is not null)
            {
                if (trying == 0)
                {
                    AddTrial(one);
                }

                AddTrial(choices[i]);
            }

            one ??= choices[i];
        }

        return trying > 0 ? AnswerSchema.Anything : one!;
    }

    private void AddTrial(AnswerSchema schema)
    {
        trials ??= [];
        if (trying == trials.Count)
        {
            trials.Add(new AnswerReader());
        }

        trials[trying++].Begin(schema);
    }

    /// <summary>
    /// Has all that are tried read along; when the value is at its end, what the best of them has found is found.
    /// </summary>
    private void Try(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < trying; i++)
        {
            trials![i].Take(ref reader);
        }

        if (trials![0].Depth > 0)
        {
            return;
        }

        var best = trials.Take(trying).MinBy(trial => trial.findings.Count)!;
        trying = 0;
        foreach (var finding in best.findings)
        {
            Find(finding with { Pointer = Pointers.To(levels, depth) + finding.Pointer });
        }
    }

    private void Member(ref Level level, ref Utf8JsonReader reader)
    {
        var members = level.Schema.Members;

        // Most come in the schema's order: the next one is tried first.
        for (var tried = 0; tried < members.Length; tried++)
        {
            var i = (level.Next + tried) % members.Length;
            if (reader.ValueTextEquals(members[i].Name))
            {
                level.Next = i + 1;
                level.Current = i;
                level.Value = members[i].Schema;
                if (!level.See(i))
                {
                    Find(new Finding(Pointers.To(levels, depth), "one such member", "a second one"));
                }

                return;
            }
        }

        level.Current = Level.Unnamed;
        level.Value = level.Schema.Others ?? AnswerSchema.Anything;
        if (level.Schema.Others is null)
        {
            Find(new Finding(Pointers.ToMember(levels, depth, reader.GetString()!), "no such member", "one"));
        }
    }

    /// <summary>An object is at its end: looks whether all is there that must be.</summary>
    private void Complete(ref Level level)
    {
        var members = level.Schema.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Required && !level.Saw(i))
            {
                Find(new Finding(Pointers.ToMember(levels, depth, members[i].Text), "such a member", "none"));
            }
        }
    }

    private void FindValue(string expected, ref Utf8JsonReader reader) =>
        Find(new Finding(Pointers.To(levels, depth), expected, Samples.Of(ref reader, levels.AsSpan(0, depth))));

    /// <summary>Each place once: the elements of a list that miss the same thing are one finding.</summary>
    private void Find(Finding finding)
    {
        if (
            findings.Count < MostFindings
            && !findings.Exists(known => known.Pointer == finding.Pointer && known.Expected == finding.Expected))
        {
            findings.Add(finding);
        }
    }
}

/// <summary>Where an answer isn't as the contract says.</summary>
/// <param name="Pointer">
/// A JSON pointer into the body, with <c>*</c> for the place in a list and for a name that is data; empty for the whole
/// answer.
/// </param>
/// <param name="Expected">What the contract asks for.</param>
/// <param name="Found">What is there, shortened, and without what is secret.</param>
internal sealed record Finding(string Pointer, string Expected, string Found);
