using Emulator.Domain.CloudRouters;
using Emulator.Domain.Pricing;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api.Pricing;

/// <summary>
/// What holds of prices whatever is asked: more bandwidth never costs less; a discount never raises; a sum is the sum
/// of its parts.
/// </summary>
public sealed class PricePropertyTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    private static readonly string[] Classes = ["BRONZE", "SILVER", "GOLD"];

    /// <summary>Terms, each longer than the one before.</summary>
    private static readonly Span[] Spans =
    [
        .. Enumerable.Range(1, 6).Select(days => new Span(days, "d")),
        .. Enumerable.Range(1, 3).Select(weeks => new Span(weeks, "w")),
        .. Enumerable.Range(1, 36).Select(months => new Span(months, "m")),
    ];

    private IEnumerable<Discount?> Discounts => world.Discounts.Cast<Discount?>().Prepend(null);

    [Fact]
    public void A_connection_s_price_rises_with_its_bandwidth_its_term_and_its_class()
    {
        var luck = new Random(11);
        foreach (var _ in Enumerable.Range(0, 400))
        {
            var (src, dest) = (Any(luck), Any(luck));
            var span = Spans[luck.Next(Spans.Length)];
            var (less, more) = (luck.Next(1, 5000), luck.Next(5000, 10_001));
            foreach (var name in Classes)
            {
                Rises(Price(less, name, span), Price(more, name, span));
                Rises(Price(less, name, span), Price(less + 1, name, span));
            }

            Rises(Price(less, "BRONZE", span), Price(less, "SILVER", span));
            Rises(Price(less, "SILVER", span), Price(less, "GOLD", span));
            var at = luck.Next(1, Spans.Length);
            Rises(Price(less, "GOLD", Spans[at - 1]), Price(less, "GOLD", Spans[at]));

            decimal? Price(int mbps, string name, Span span) =>
                ConnectionPricing.Of(world.Prices, src, dest, mbps, name, span, discount: null)?.Total;
        }
    }

    [Fact]
    public void A_discount_takes_off_what_it_says_and_never_more_than_there_is()
    {
        var luck = new Random(12);
        foreach (var discount in Discounts)
        {
            foreach (var span in Spans)
            {
                var (src, dest, mbps) = (Any(luck), Any(luck), luck.Next(1, 10_001));
                if (ConnectionPricing.Of(world.Prices, src, dest, mbps, "GOLD", span, null) is not { } full)
                {
                    continue;
                }

                var less = ConnectionPricing.Of(world.Prices, src, dest, mbps, "GOLD", span, discount)!;
                Assert.InRange(less.Total, 0, full.Total);
                Assert.Equal(full.Total, less.Total + (less.SavedTotal ?? 0));
                Assert.Equal(full.FirstPayment, less.FirstPayment + (less.Saved ?? 0));
                Assert.Equal(less.Discount is null, less.Saved is null);
                if (!span.IsOnce && discount is not { Recurs: false })
                {
                    Assert.Equal(less.Total, less.Monthly * span.Months);
                }
            }

            foreach (var facility in world.Facilities.Values)
            {
                foreach (var speed in new[] { 100, 1000, 10_000 })
                {
                    var full = PortPricing.Of(world.Prices, facility, speed, false, true, null);
                    var less = PortPricing.Of(world.Prices, facility, speed, false, true, discount);
                    Assert.Equal(full is null, less is null);
                    if (full is not null)
                    {
                        Assert.Equal(full.Price, less!.Price + (less.Saved ?? 0));
                        Assert.InRange(less.Price, 0, full.Price);
                        Assert.Equal(full.CrossConnect, less.CrossConnect);
                    }
                }
            }
        }
    }

    [Fact]
    public void Internet_On_Demand_rises_with_its_bandwidth_and_its_sums_are_of_its_parts()
    {
        var luck = new Random(13);
        foreach (var rate in world.Prices.Internet)
        {
            foreach (var discount in Discounts)
            {
                var before = decimal.MaxValue;
                foreach (var span in Spans)
                {
                    var mbps = luck.Next(1, 10_000);
                    var full = InternetPricing.Of(rate, mbps, span, null)!;
                    var more = InternetPricing.Of(rate, mbps + 1, span, null)!;
                    Assert.True(more.Total.Service >= full.Total.Service);
                    var less = InternetPricing.Of(rate, mbps, span, discount)!;
                    Assert.Equal(full.Total.Service, less.Total.Service + (less.SavedTotal?.Service ?? 0));
                    Assert.InRange(less.Total.Service, 0, full.Total.Service);
                    if (!span.IsOnce)
                    {
                        Assert.Equal(full.Unit.Service * span.Months, full.Total.Service);
                        Assert.Equal(full.Unit.Blocks[0] * span.Months, full.Total.Blocks[0]);

                        // Nobody pays more a month for a longer contract.
                        var month = InternetPricing.Of(rate, 50, span, null)!.Unit.Service;
                        Assert.True(month <= before);
                        before = month;
                    }
                }
            }

            Assert.Null(InternetPricing.Of(rate, rate.MostMbps + 1L, new Span(1, "m"), null));
        }
    }

    [Fact]
    public void Flexes_rise_with_what_they_add()
    {
        foreach (var discount in Discounts)
        {
            decimal before = 0;
            for (var extra = 0; extra <= 10_000; extra += 7)
            {
                var full = FlexPricing.Of(world.Prices, extra, null, default)!.Value;
                var less = FlexPricing.Of(world.Prices, extra, discount, default)!.Value;
                Assert.True(full.Hourly >= before);
                Assert.Equal(full.Hourly, less.Hourly + less.Saved);
                before = full.Hourly;
            }
        }

        Assert.Null(FlexPricing.Of(world.Prices, 10_001, null, default));
        Assert.Null(FlexPricing.Of(world.Prices, -1, null, default));
    }

    [Fact]
    public void Sites_rise_with_their_bandwidth_and_their_class_and_one_alone_is_free()
    {
        var luck = new Random(14);
        foreach (var discount in Discounts)
        {
            foreach (var _ in Enumerable.Range(0, 60))
            {
                List<PricedSite> sites = [.. Enumerable.Range(0, luck.Next(2, 6)).Select(_ => Site(luck))];
                var full = Priced(sites, "SILVER", null);
                var less = Priced(sites, "SILVER", discount);
                Assert.Equal(full is null, less is null);
                if (full is null)
                {
                    continue;
                }

                Assert.All(full.Zip(less!), pair =>
                {
                    Assert.Equal(pair.First.Hourly, pair.Second.Hourly + (pair.Second.Saved ?? 0));
                    Assert.InRange(pair.Second.Hourly, 0, pair.First.Hourly);
                });
                Assert.All(full.Zip(Priced(sites, "GOLD", null)!), Rise);
                var wider = sites.ConvertAll(site => site with { Mbps = Math.Min(1000, site.Mbps + 1) });
                Assert.All(full.Zip(Priced(wider, "SILVER", null)!), Rise);
                Assert.Equal(0, Priced([sites[0]], "SILVER", null)!.Single().Hourly);
            }

            foreach (var name in RouterBandwidth.Names.SkipLast(1))
            {
                var full = RouterPricing.Of(world.Prices, name, 12, null)!;
                var less = RouterPricing.Of(world.Prices, name, 12, discount)!;
                Assert.Equal(full.Total, full.Monthly * 12);
                Assert.Equal(full.Total, less.Total + (less.SavedTotal ?? 0));
            }
        }

        IReadOnlyList<SitePrice>? Priced(IReadOnlyList<PricedSite> sites, string name, Discount? discount) =>
            RouterPricing.Of(world.Prices, sites, (_, rates) => rates.Of(name), _ => discount);
    }

    private static void Rise((SitePrice Less, SitePrice More) pair) => Rises(pair.Less.Hourly, pair.More.Hourly);

    private static void Rises(decimal? less, decimal? more)
    {
        Assert.Equal(less is null, more is null);
        Assert.True(less is null || less <= more, $"{less} and then {more}");
    }

    private Domain.Places.DataCenterFacility Any(Random luck) =>
        world.Facilities.Values.ElementAt(luck.Next(world.Facilities.Count));

    private PricedSite Site(Random luck)
    {
        var facility = Any(luck);
        return new(facility.Id, facility.MetroId, facility.L3CostbookLocationId, luck.Next(1, 1000));
    }
}
