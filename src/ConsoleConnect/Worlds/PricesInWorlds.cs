using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Resources.Worlds;
using Emulator.Store.Seeding;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>What things cost: members of the price list, in its own form.</summary>
internal sealed class PricesInWorlds() : WorldPart(
    "prices",
    "Members of the price list that are to be others, in the form of seed-data/price-list.json: ports, "
    + "crossConnects, connections, connectionFlexPerMbps, internet, internetFlexes, cloudRouters. The rest stays.")
{
    /// <inheritdoc/>
    public override bool IsOfThings => false;

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var rows = await making.Db.Set<PriceListRow>().ToListAsync(making.Ct);
        var list = JsonSerializer.SerializeToNode(
            rows.FirstOrDefault()?.Prices ?? PriceList.Empty, SeedJson.Default.PriceList)!.AsObject();
        foreach (var (name, value) in thing.Asked.Members)
        {
            if (!list.ContainsKey(name))
            {
                throw WorldThing.Impossible(
                    $"{thing.Path}.{name}",
                    "is no member of the price list",
                    $"{Edits.Suggestion(name, [.. list.Select(member => member.Key)])}It has "
                    + $"{string.Join(", ", list.Select(member => member.Key))}.");
            }

            list[name] = JsonNode.Parse(value.GetRawText());
        }

        try
        {
            var prices = list.Deserialize(SeedJson.Default.PriceList)!;
            if (rows.FirstOrDefault() is { } row)
            {
                making.Db.Entry(row).Property(nameof(PriceListRow.Prices)).CurrentValue = prices;
            }
            else
            {
                making.Db.Add(new PriceListRow { Id = making.Luck.Id(), Prices = prices });
            }
        }
        catch (JsonException wrong)
        {
            throw WorldThing.Impossible(
                $"{thing.Path}{wrong.Path?[1..]}",
                "is not as the price list has it",
                "It has the members and kinds of the price list that the emulator begins with, and no others.");
        }

        await making.Save();
    }
}

/// <summary>Discounts, by their codes.</summary>
internal sealed class DiscountsInWorlds() : WorldPart("discounts", "Discounts, by the codes that orders send.")
{
    private static readonly BodyMember<int> Percent = Body.NeededInteger(
        "percent", "What is taken off, percent.", minimum: 0, maximum: 100);

    private static readonly BodyMember<string?> Lasts = Body.Text(
        "duration",
        "recurring, where left out: for as long as the contract runs; or once: of the first month.",
        "recurring",
        "once");

    private static readonly BodyMember<IReadOnlyList<string>> Products = Body.Texts(
        "products",
        "For which products; for all where left out.",
        Discount.Port, Discount.Internet, Discount.Connection, Discount.Router, Discount.Site, Discount.Edge);

    public override IReadOnlyList<IBodyMember> Members => [Percent, Lasts, Products];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        if (making.Reference.Prices.Discounts.With(thing.Name) is not null)
        {
            throw WorldThing.Impossible(thing.Path, "is a code that there is already", "Give it another name.");
        }

        var at = making.DaysAgo(thing, 30, 300);
        var discount = new Discount
        {
            Id = making.Luck.Id(),
            MarketingCode = thing.Name,
            Name = $"{thing.Asked.Of(Percent)} percent off",
            Duration = thing.Asked.Of(Lasts) ?? "recurring",
            Value = thing.Asked.Of(Percent),
            ApplicableProducts = thing.Asked.Of(Products),
            CreatedAt = at,
            UpdatedAt = at,
        };
        making.Db.Add(discount);
        await making.Save();
        thing.Id = discount.Id;
    }
}
