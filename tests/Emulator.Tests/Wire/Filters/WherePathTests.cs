using System.Text.Json.Nodes;
using Emulator.Wire.Filters;
using Xunit;
using static Emulator.Tests.Wire.Filters.FacilityRows;

namespace Emulator.Tests.Wire.Filters;

public sealed class WherePathTests
{
    [Theory]
    [InlineData(
        """{"where":{"dataCenterFacility.speeds.value":10000,"dataCenterFacility.ready":true},"skip":0,"limit":10}""",
        "syd"
    )]
    [InlineData(
        """
        {"where":{"dataCenterFacility.ready":true,"company.addresses.country":"AU","company.addresses.city":"Sydney"},
        "skip":0,"limit":10}
        """,
        "syd"
    )]
    [InlineData("""{"where":{"dataCenterFacility.ready":true},"skip":0,"limit":100}""", "hkg syd lon")]
    [InlineData("""{"where":{"name":{"like":"DCF Name","options":"i"}}}""", "lon")]
    [InlineData("""{"where":{"dataCenterFacility.canBundleCrossConnect":true}}""", "syd lon")]
    [InlineData("""{"where":{"tags":{"in":["monthly-ports"]}}}""", "hkg")]
    public void The_documented_filters_work(string filter, string found) => Assert.Equal(found, Found(filter));

    [Theory]
    [InlineData("""{"company.addresses.city":"Sydney"}""", "syd")]
    [InlineData("""{"company.addresses.city":{"regexp":"^(L|M)"}}""", "syd mel")]
    [InlineData("""{"company.addresses.country":{"inq":["GB","HK"]}}""", "hkg syd")]
    [InlineData("""{"tags":"onnet"}""", "syd")]
    [InlineData("""{"tags":{"like":"net$"}}""", "hkg syd")]
    [InlineData("""{"company.addresses.geo.coordinates":"22.302711"}""", "hkg")]
    public void A_path_through_an_array_matches_when_any_element_does(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"tags":{"neq":"offnet"}}""", "syd mel lon")]
    [InlineData("""{"tags":{"nin":["offnet","onnet"]}}""", "mel lon")]
    [InlineData("""{"tags":{"nlike":"offnet"}}""", "syd mel lon")]
    [InlineData("""{"company.addresses.country":{"neq":"AU"}}""", "hkg lon")]
    public void A_negative_operator_holds_only_when_no_element_matches(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"dataCenterFacility.speeds.value":{"gt":1000,"lt":10000}}""", "syd")]
    [InlineData("""{"company.addresses.country":"AU","company.addresses.city":"London"}""", "syd")]
    public void Two_conditions_may_be_met_by_two_different_elements(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"company.addresses.1.city":"Sydney"}""", "syd")]
    [InlineData("""{"company.addresses.0.city":"Sydney"}""", "")]
    [InlineData("""{"tags.0":"offnet"}""", "hkg")]
    [InlineData("""{"tags.7":"offnet"}""", "")]
    public void A_number_in_a_path_is_a_place_in_an_array(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"tags":["offnet","monthly-ports"]}""", "hkg")]
    [InlineData("""{"tags":["monthly-ports","offnet"]}""", "")]
    [InlineData("""{"tags":[]}""", "mel")]
    [InlineData("""{"dataCenterFacility.speeds":{"eq":{"name":"1GB","value":1000}}}""", "syd lon")]
    public void A_whole_array_or_object_is_equal_to_one_like_it(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"tags":{"exists":true}}""", "hkg syd mel")]
    [InlineData("""{"company.addresses.geo":{"exists":true}}""", "hkg")]
    [InlineData("""{"company.addresses.geo":{"exists":false}}""", "syd mel lon")]
    [InlineData("""{"company.addresses.geo":null}""", "syd mel")]
    [InlineData("""{"name.first":{"exists":true}}""", "")]
    public void What_an_element_lacks_does_not_exist_there(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Fact]
    public void Rows_built_in_code_are_read_like_rows_that_were_parsed()
    {
        var made = new JsonObject
        {
            ["small"] = 1,
            ["large"] = 4_294_967_294L,
            ["exact"] = 1.5m,
            ["when"] = new DateTimeOffset(2020, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
            ["key"] = Guid.Empty,
            ["yes"] = true,
            ["letter"] = 'a',
        };

        var filter = LoopBackFilter.Parse("""
            {"where":{"small":1,"large":{"gt":4294967293},"exact":"1.5","when":"2020-01-01T00:00:00Z","yes":true,
            "letter":"a",
            "key":"00000000-0000-0000-0000-000000000000"}}
            """);

        Assert.Same(made, Assert.Single(filter.Apply([made])));
    }
}
