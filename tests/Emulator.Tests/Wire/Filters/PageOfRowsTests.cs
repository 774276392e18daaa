using System.Text.Json.Nodes;
using Emulator.Wire.Filters;
using Xunit;
using static Emulator.Tests.Wire.Filters.FacilityRows;

namespace Emulator.Tests.Wire.Filters;

public sealed class PageOfRowsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"where":null,"order":null,"limit":null,"skip":null,"fields":null}""")]
    [InlineData("""{"where":"","order":"","limit":0,"skip":"","fields":[]}""")]
    [InlineData("""{"include":"ports","somethingElse":{"a":1}}""")]
    public void A_filter_that_asks_for_nothing_changes_nothing(string? filter)
    {
        var rows = All();

        Assert.Equal(rows, LoopBackFilter.Parse(filter).Apply(rows));
    }

    [Theory]
    [InlineData("""{"limit":2}""", "hkg syd")]
    [InlineData("""{"limit":"2"}""", "hkg syd")]
    [InlineData("""{"limit":2.0}""", "hkg syd")]
    [InlineData("""{"skip":1,"limit":2}""", "syd mel")]
    [InlineData("""{"skip":"1","limit":"2"}""", "syd mel")]
    [InlineData("""{"offset":3}""", "lon")]
    [InlineData("""{"skip":2,"offset":3}""", "mel lon")]
    [InlineData("""{"skip":0,"offset":3}""", "lon")]
    [InlineData("""{"skip":4}""", "")]
    [InlineData("""{"skip":99999999999999999999,"limit":1}""", "")]
    [InlineData("""{"limit":"0"}""", "hkg syd mel lon")]
    [InlineData("""{"limit":99999999999999999999}""", "hkg syd mel lon")]
    [InlineData("""{"skip":1,"limit":1e300}""", "syd mel lon")]
    [InlineData("""{"skip":1,"limit":1e999}""", "syd mel lon")]
    public void A_page_is_cut_out_by_skip_and_limit(string filter, string found) => Assert.Equal(found, Found(filter));

    [Theory]
    [InlineData("""{"order":"rank"}""", "lon syd mel hkg")]
    [InlineData("""{"order":"rank ASC"}""", "lon syd mel hkg")]
    [InlineData("""{"order":"rank desc"}""", "hkg mel syd lon")]
    [InlineData("""{"order":["rank DESC"]}""", "hkg mel syd lon")]
    [InlineData("""{"order":"verified DESC, rank ASC"}""", "syd hkg lon mel")]
    [InlineData("""{"order":["verified DESC","name ASC"]}""", "hkg syd lon mel")]
    [InlineData("""{"order":"verified"}""", "mel lon hkg syd")]
    [InlineData("""{"order":"createdAt DESC"}""", "lon mel syd hkg")]
    [InlineData("""{"order":"externalId"}""", "hkg mel syd lon")]
    [InlineData("""{"order":"externalId DESC"}""", "lon syd hkg mel")]
    [InlineData("""{"order":"company.addresses.city"}""", "lon hkg syd mel")]
    [InlineData("""{"order":"company.addresses.city DESC"}""", "syd mel hkg lon")]
    [InlineData("""{"order":"rank","limit":1,"skip":1}""", "syd")]
    public void Rows_are_sorted_before_the_page_is_cut(string filter, string found) =>
        Assert.Equal(found, Found(filter));

    [Theory]
    [InlineData("""{"fields":["username","rank"]}""", """{"username":"syd01","rank":2}""")]
    [InlineData("""{"fields":"rank"}""", """{"rank":2}""")]
    [InlineData("""{"fields":{"rank":true,"username":true}}""", """{"username":"syd01","rank":2}""")]
    [InlineData("""{"fields":{"rank":true,"username":false}}""", """{"rank":2}""")]
    [InlineData("""{"fields":["rank","unheardOf"]}""", """{"rank":2}""")]
    [InlineData(
        """
        {"fields":{"name":false,"username":false,"score":0,"verified":null,"tags":false,"createdAt":false,
        "company":false,"dataCenterFacility":false}}
        """,
        """{"rank":2,"externalId":"x-1"}"""
    )]
    public void Fields_keep_or_leave_out_top_level_properties_in_the_order_of_the_row(string filter, string answer)
    {
        var row = All()[1];

        var kept = Assert.Single(LoopBackFilter.Parse(filter).Apply([row]));

        Assert.Equal(answer, kept!.ToJsonString());
        Assert.True(row.ContainsKey("name"));
    }

    [Fact]
    public void What_fields_leave_out_still_decides_what_is_found_and_in_which_order()
    {
        var names = LoopBackFilter
            .Parse("""{"where":{"verified":true},"order":"rank","fields":["username"]}""")
            .Apply(All());

        Assert.Equal("""[{"username":"syd01"},{"username":"hkg05"}]""", new JsonArray([.. names]).ToJsonString());
    }

    [Fact]
    public void One_filter_may_be_applied_many_times()
    {
        var filter = LoopBackFilter.Parse("""{"where":{"name":{"like":"sydney","options":"i"}},"fields":["name"]}""");

        Assert.Single(filter.Apply(All()));
        Assert.Single(filter.Apply(All()));
        Assert.Empty(filter.Apply([]));
    }
}
