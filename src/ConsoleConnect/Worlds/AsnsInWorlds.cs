using Emulator.Domain.Asns;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Autonomous system numbers that a company brings.</summary>
internal sealed class AsnsInWorlds() : WorldPart(
    Name, "The company's ASNs, by a name of yours.", within: CompaniesInWorlds.Name)
{
    public const string Name = "asns";

    private static readonly BodyMember<long?> Number = Body.LongInteger(
        "number", "The number; a public one that nobody holds where left out.", 1, uint.MaxValue);

    private static readonly BodyMember<string?> State = Body.Text(
        "state",
        "What Support has found of it; VERIFIED where left out, and PRIVATE of a number for private use.",
        Spelling.All<AsnStatus>());

    public override IReadOnlyList<IBodyMember> Members => [Number, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var number = thing.Asked.Of(Number) ?? await Free(thing, making);
        var verified = Spelling.Of(AsnStatus.Verified);
        var isPrivate = PrivateAsns.Contain(number);
        var first = Spelling.Of(isPrivate ? AsnStatus.Private : AsnStatus.Unverified);
        var state = thing.Asked.Of(State) ?? (isPrivate ? first : verified);
        var moment = making.At(
            making.Begun(thing, Name, first, verified, state, 350, 450), making.PersonOf(thing.OfCompany));
        var asn = Asn.Bring(
            making.Luck.Uuid(), thing.OfCompany.Id, number, await making.Db.Asns.IsTaken(number, making.Ct), moment);
        thing.Called = $"AS{number}";
        thing.Told["number"] = $"{number}";
        await making.Bring(thing, asn, isPrivate ? first : verified, state);
    }

    private static async Task<long> Free(WorldThing thing, WorldMaking making)
    {
        for (var number = making.Luck.Between(thing, 200_000, 390_000, about: 13); ; number++)
        {
            if (!await making.Db.Asns.IsTaken(number, making.Ct))
            {
                return number;
            }
        }
    }
}
