using Emulator.Domain;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Resources.Worlds;

/// <summary>Something that a world describes, and what has become of it.</summary>
/// <param name="section">Its section: <c>ports</c>.</param>
/// <param name="name">The name it is given; empty where it is its section as a whole.</param>
/// <param name="asked">What is said of it.</param>
/// <param name="owner">What it belongs to; null at the top.</param>
internal sealed class WorldThing(string section, string name, Asked asked, WorldThing? owner)
{
    public string Section => section;

    public string Name => name;

    public Asked Asked => asked;

    public WorldThing? Owner => owner;

    /// <summary>Where it stands: <c>companies.buyer.ports.hk</c>.</summary>
    public string Path { get; } =
        $"{(owner is null ? "" : $"{owner.Path}.")}{section}{(name.Length == 0 ? "" : $".{name}")}";

    /// <summary>How it is named without doubt: <c>buyer.hk</c>.</summary>
    public string FullName => owner is null ? name : $"{owner.FullName}.{name}";

    /// <summary>Its id, once it is made.</summary>
    public string Id { get; set; } = "";

    /// <summary>What it is called in the service, once it is made.</summary>
    public string Called { get => field ?? name; set; }

    /// <summary>The company, where it is one and is made.</summary>
    public IAccount? Company { get; set; }

    /// <summary>Its row, where it goes through stages.</summary>
    public IStaged? Row { get; set; }

    /// <summary>What else the test is told of it, by name.</summary>
    public Dictionary<string, string> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>The company that it belongs to.</summary>
    public IAccount Account => Company ?? owner?.Account
        ?? throw new InvalidOperationException($"{Path} belongs to no company.");

    /// <summary>Where a member of it stands.</summary>
    public string At(IBodyMember member) => $"{Path}.{member.Told.Name}";

    /// <summary>What can't be about a member of it.</summary>
    /// <param name="member">The member.</param>
    /// <param name="wrong">What, in words that go on from the member's path.</param>
    /// <param name="explanation">What would be possible.</param>
    public Refusal Impossible(IBodyMember member, string wrong, string explanation) =>
        Impossible(At(member), wrong, explanation);

    /// <summary>What can't be.</summary>
    /// <param name="path">Where.</param>
    /// <param name="wrong">What, in words that go on from the path.</param>
    /// <param name="explanation">What would be possible.</param>
    public static Refusal Impossible(string path, string wrong, string explanation) =>
        ServiceErrors.WorldImpossible.Because(explanation, path, wrong).Standing(path);
}

/// <summary>Refusals that say where in a world they are about.</summary>
internal static class WorldRefusals
{
    /// <summary>The member of a refusal's body that says where.</summary>
    public const string Where = "path";

    /// <summary>The same refusal, with the place in its body.</summary>
    public static Refusal Standing(this Refusal refusal, string path) =>
        new(refusal.Error, refusal.Message, refusal.Explanation)
        {
            Values = refusal.Values,
            Details = new Dictionary<string, IReadOnlyList<string>>(
                refusal.Details ?? new Dictionary<string, IReadOnlyList<string>>())
            {
                [Where] = [path],
            },
        };

    /// <summary>A rule of the service's that a thing is against.</summary>
    public static Refusal Forbidding(this Refusal rule, WorldThing thing)
    {
        if (rule.Error == ServiceErrors.WorldImpossible)
        {
            return rule;
        }

        // What a move is against is told without the words about forcing it.
        var (words, why) = rule.Error == ServiceErrors.MoveForbidden && rule.Details is { } details
            ? (rule.Message[(rule.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..], details["because"][0])
            : (rule.Message, rule.Explanation);
        return ServiceErrors.WorldForbidden.Because(why, thing.Path, words).Standing(thing.Path);
    }
}
