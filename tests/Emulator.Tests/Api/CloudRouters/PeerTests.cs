using System.Net;
using Emulator.Domain.CloudRouters;
using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>Peers: each has a subnet of its own, lowest first, as long as there are some.</summary>
public sealed class PeerTests
{
    [Theory]
    [InlineData(0, "10.124.208.0/30", "10.124.208.1/30", "10.124.208.2/30")]
    [InlineData(6, "10.124.208.24/30", "10.124.208.25/30", "10.124.208.26/30")]
    [InlineData(14, "10.124.208.56/30", "10.124.208.57/30", "10.124.208.58/30")]
    [InlineData(64, "10.124.209.0/30", "10.124.209.1/30", "10.124.209.2/30")]
    [InlineData(1023, "10.124.223.252/30", "10.124.223.253/30", "10.124.223.254/30")]
    public void A_link_is_a_block_of_four_addresses(int link, string subnet, string inside, string outside) =>
        Assert.Equal(
            (subnet, inside, outside),
            (PeerLinks.Subnet(link), PeerLinks.Internal(link), PeerLinks.External(link)));

    [Fact]
    public async Task No_two_sites_have_one_subnet_and_what_is_given_back_can_be_had_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = await emulator.Router("10GB");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            emulator.With("key-stan").AddSite(RouterWorld.Own(RouterWorld.Backbone, 1), router)));
        await emulator.Pass(1);
        var subnets = await Subnets(stan, router);
        Assert.Equal(50, subnets.Distinct().Count());

        // The seed has the first eight, the meridian's among them.
        Assert.Equal(Enumerable.Range(8, 50).Select(PeerLinks.Subnet).Order(), subnets.Order());

        var tenth = (await stan.Sites(router))[9]["id"]!.GetValue<string>();
        (await stan.DeleteSite(tenth, router)).MustBeOk();
        var during = (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone, 1), router)).SiteId();
        await emulator.Pass(1);
        var after = (await stan.AddSite(RouterWorld.Own(RouterWorld.Backbone, 1), router)).SiteId();
        await emulator.Pass(1);
        Assert.Equal(PeerLinks.Subnet(58), await SubnetOf(stan, during, router));
        Assert.Equal(PeerLinks.Subnet(17), await SubnetOf(stan, after, router));
        Assert.All(answers, answer => answer.MustBeOk());
    }

    [Fact]
    public async Task The_subnets_run_out_and_two_clients_at_once_do_not_both_get_the_last()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var router = await emulator.Router("10GB");
        var site = RouterWorld.Own(RouterWorld.Backbone, 1);
        await Fill(emulator, 8, PeerLinks.Count - 3);

        // Azure needs two: it gets them, or none.
        var first = (await stan.AddSite(site, router)).SiteId();
        (await stan.AddSite(RouterWorld.Azure(mbps: 1), router)).MustRefuse(
            409, "No /30 subnet is available for the peer of the site");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            emulator.With("key-stan").AddSite(site, router)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => answer.MustRefuse(409, "No /30 subnet is available for the peer of the site"));
        await emulator.Pass(1);
        (await stan.DeleteSite(first, router)).MustBeOk();
        await emulator.Pass(1);
        (await stan.AddSite(site, router)).MustBeOk();
    }

    /// <summary>
    /// Gives subnets to sites that take nothing else, on a router of meridian's: a thousand orders would take long.
    /// </summary>
    private static async Task Fill(EmulatorUnderTest emulator, int first, int last)
    {
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Default;
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            const string Seeded = "WHERE \"Name\" = 'Frankfurt' AND \"Status\" = 'Error'";
            using var command = turn.Rows.CreateCommand();
            var own = new[] { "Id", "Vlan", "Link", "RateLimit" };
            var columns = Invariants.Columns(turn.Rows)
                .Where(column => column.StartsWith("CloudRouterSites.", StringComparison.Ordinal))
                .Select(column => column["CloudRouterSites.".Length..])
                .ToList();
            var values = columns.Select(column => column switch
            {
                "Id" => "'00000000-0000-4000-a000-' || printf('%012d', n)",
                "Vlan" => "10 + n",
                "Link" => "n",
                "RateLimit" => "0",
                _ => $"s.\"{column}\"",
            });
            Assert.Subset(columns.ToHashSet(), own.ToHashSet());
            command.CommandText =
                $"WITH RECURSIVE r(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM r WHERE n < {last}) INSERT INTO "
                + $"\"CloudRouterSites\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT "
                + $"{string.Join(", ", values)} FROM r, (SELECT * FROM \"CloudRouterSites\" {Seeded}) s";
            Assert.Equal(last - first + 1, command.ExecuteNonQuery());
        }
        finally
        {
            turn.End();
        }
    }

    private static async Task<List<string>> Subnets(Client client, string router) =>
        [
            .. (await client.Sites(router)).Select(site => site["peers"]![0]!["subnet"]!.GetValue<string>()),
        ];

    private static async Task<string> SubnetOf(Client client, string id, string router) =>
        (await client.Site(id, router))!["peers"]![0]!["subnet"]!.GetValue<string>();
}
