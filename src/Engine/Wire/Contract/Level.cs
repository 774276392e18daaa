namespace Emulator.Wire.Contract;

/// <summary>An object or a list that <see cref="AnswerReader"/> is in.</summary>
internal struct Level
{
    /// <summary>Stands for a member whose name the schema doesn't say.</summary>
    public const int Unnamed = -1;

    private ulong[] seen;

    /// <summary>What it must be.</summary>
    public AnswerSchema Schema { get; private set; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList { get; private set; }

    /// <summary>What the value that comes next must be.</summary>
    public AnswerSchema Value { get; set; }

    /// <summary>Which of the schema's members that value is of.</summary>
    public int Current { get; set; }

    /// <summary>Which of the schema's members is most likely to come next.</summary>
    public int Next { get; set; }

    /// <summary>The name of the member it is at; null where the schema doesn't say, and in a list.</summary>
    public readonly string? Name => IsList || Current == Unnamed ? null : Schema.Members[Current].Text;

    /// <summary>Enters one; what was kept for another at the same depth is used again.</summary>
    public void Begin(AnswerSchema schema, bool isList)
    {
        Schema = schema;
        IsList = isList;
        Value = isList ? schema.Items : AnswerSchema.Anything;
        Current = Unnamed;
        Next = 0;
        var words = (schema.Members.Length + 63) / 64;
        if (seen is null || seen.Length < words)
        {
            seen = new ulong[words];
        }
        else
        {
            Array.Clear(seen);
        }
    }

    /// <summary>Notes that a member is there.</summary>
    /// <returns>Whether it is the first time.</returns>
    public readonly bool See(int member)
    {
        var isNew = !Saw(member);
        seen[member / 64] |= 1UL << member % 64;
        return isNew;
    }

    /// <summary>Whether a member is there.</summary>
    public readonly bool Saw(int member) => (seen[member / 64] & (1UL << member % 64)) != 0;
}
