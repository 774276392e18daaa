using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Resources.Worlds;
using Emulator.Wire;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Where something of a world is: a metro or a facility, by names.</summary>
internal static class PlacesInWorlds
{
    public static readonly BodyMember<string?> Metro = Body.Text(
        "metro", "The metro, by name, code or id; the service chooses a facility in it.", maxLength: 100);

    public static readonly BodyMember<string?> Facility = Body.Text(
        "facility", "The data center facility, by username, name or id.", maxLength: 100);

    /// <summary>The metro that a member names.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WorldImpossible"/>: there is none.</exception>
    public static Metro MetroNamed(WorldThing thing, IBodyMember member, string name, WorldMaking making) =>
        making.Reference.Metros.FirstOrDefault(metro => metro.Id == name || WorldMaking.Same(metro.Name, name)
            || (metro.Code is { } code && WorldMaking.Same(code, name)))
        ?? throw WorldMaking.Unknown(
            thing, member, "metro", name, making.Reference.Metros.Select(metro => metro.Name));

    /// <summary>The facility that a thing stands in: the one it names, or one of the metro's that suits it.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="suits">What suits it best; where none does, the service's rules say why.</param>
    /// <param name="making">The world.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WorldImpossible"/>: it names none, or one that there isn't;
    /// <see cref="ServiceErrors.FacilityNotFound"/>: the metro has none.
    /// </exception>
    public static DataCenterFacility Of(WorldThing thing, Predicate<DataCenterFacility> suits, WorldMaking making)
    {
        if (thing.Asked.Of(Facility) is { } name)
        {
            return making.Reference.Facilities.FirstOrDefault(facility => facility.Id == name
                || WorldMaking.Same(facility.Username, name) || WorldMaking.Same(facility.Name, name))
                ?? throw WorldMaking.Unknown(
                    thing, Facility, "facility", name, making.Reference.Facilities.Select(one => one.Username));
        }

        var metro = thing.Asked.Of(Metro) is { } asked
            ? MetroNamed(thing, Metro, asked, making)
            : making.Luck.OneOf(
                thing,
                [.. making.Reference.Metros.Where(one =>
                    making.Reference.Facilities.Any(facility => facility.MetroId == one.Id && suits(facility)))],
                about: 9);
        List<DataCenterFacility> there =
            [.. making.Reference.Facilities.Where(facility => facility.MetroId == metro.Id)];
        return there.Find(suits) ?? there.FirstOrDefault()
            ?? throw ServiceErrors.FacilityNotFound.Because($"{metro.Name} has no data center facility.");
    }
}
