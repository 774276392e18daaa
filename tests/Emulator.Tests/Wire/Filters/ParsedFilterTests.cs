using System.Text.RegularExpressions;
using Emulator.Wire.Filters;
using Xunit;

namespace Emulator.Tests.Wire.Filters;

public sealed class ParsedFilterTests
{
    [Fact]
    public void A_parsed_filter_tells_what_was_asked()
    {
        var filter = LoopBackFilter.Parse(
            """{"where":{"name":"x"},"order":["a DESC","b.c"],"limit":"10","offset":5,"fields":{"id":true}}""");

        var where = Assert.IsType<Where.Comparison>(filter.Where);
        Assert.Equal(("name", FilterOperator.Eq, "x"), (where.Path, where.Operator, (string?)where.Operand));
        Assert.Equal([new SortKey("a", Descending: true), new SortKey("b.c", Descending: false)], filter.Order);
        Assert.Equal((10, 5), (filter.Limit, filter.Skip));
        Assert.True(filter.Fields!.Keep);
        Assert.Equal(["id"], filter.Fields.Names);
    }

    [Theory]
    [InlineData("""{"limit":0}""")]
    [InlineData("""{"limit":2147483647}""")]
    [InlineData("""{"limit":99999999999}""")]
    public void No_limit_and_one_beyond_reach_are_the_same(string filter) =>
        Assert.Null(LoopBackFilter.Parse(filter).Limit);

    [Fact]
    public void Several_members_are_joined_and_one_stands_alone()
    {
        var both = Assert.IsType<Where.And>(Where("""{"a":1,"b":{"gt":1,"lt":5}}"""));
        Assert.Equal(
            [("a", FilterOperator.Eq), ("b", FilterOperator.Gt), ("b", FilterOperator.Lt)],
            both.Members.Cast<Where.Comparison>().Select(member => (member.Path, member.Operator)));

        var either = Assert.IsType<Where.Or>(Where("""{"or":[{"a":1},{"b":2}]}"""));
        Assert.All(either.Members, member => Assert.IsType<Where.Comparison>(member));
    }

    [Fact]
    public void Operands_have_the_shape_of_their_operator_however_they_were_sent()
    {
        Assert.Equal("""["x","y"]""", Comparison("""{"a":{"inq":{"0":"x","1":"y"}}}""").Operand!.ToJsonString());
        Assert.Equal(FilterOperator.Inq, Comparison("""{"a":{"in":["x"]}}""").Operator);
        Assert.True(Comparison("""{"a":{"exists":"1"}}""").Operand!.GetValue<bool>());
        Assert.Null(Comparison("""{"a":null}""").Operand);
    }

    [Fact]
    public void A_pattern_is_compiled_when_the_filter_is_read()
    {
        var like = Comparison("""{"a":{"like":"x","options":"i"}}""");

        Assert.Equal("i", like.Options);
        Assert.True(like.Pattern!.Options.HasFlag(RegexOptions.IgnoreCase | RegexOptions.NonBacktracking));
        Assert.Null(Comparison("""{"a":{"gt":1,"options":"i"}}""").Pattern);
        Assert.Null(Comparison("""{"a":{"gt":1,"options":"i"}}""").Options);
    }

    private static Where? Where(string where) => LoopBackFilter.Parse($$"""{"where":{{where}}}""").Where;

    private static Where.Comparison Comparison(string where) => Assert.IsType<Where.Comparison>(Where(where));
}
