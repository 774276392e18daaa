using Emulator.Wire;

namespace Emulator.Resources.Worlds;

/// <summary>
/// What a resource brings to the worlds that tests describe: a section of things, each by the name that the test gives
/// it. Body, OpenAPI document and JSON schema follow from it.
/// </summary>
/// <param name="section">The section's name: <c>ports</c>.</param>
/// <param name="meaning">Its description.</param>
/// <param name="within">The section of what each thing belongs to; null where it stands at the top.</param>
internal abstract class WorldPart(string section, string meaning, string? within = null)
{
    /// <summary>The section's name.</summary>
    public string Section => section;

    /// <summary>What its things are kept by: its name, where no other part has the same.</summary>
    public virtual string Key => section;

    /// <summary>Its description.</summary>
    public string Meaning => meaning;

    /// <summary>The section of what each thing belongs to; null where it stands at the top.</summary>
    public string? Within => within;

    /// <summary>Whether it is a section of things, rather than one object whose form is described elsewhere.</summary>
    public virtual bool IsOfThings => true;

    /// <summary>The members of each thing, without the sections within it.</summary>
    public virtual IReadOnlyList<IBodyMember> Members => [];

    /// <summary>Makes a thing, by the service's own rules, and stores it.</summary>
    /// <exception cref="Errors.Refusal">The first rule that is against it.</exception>
    public abstract Task Make(WorldThing thing, WorldMaking making);
}
