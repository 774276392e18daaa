using Emulator.Wire.Filters;
using Xunit;

namespace Emulator.Tests.Wire.Filters;

public sealed class BadFilterTests
{
    private const string NoList = "Value is not an array or object with sequential numeric indices";

    [Theory]
    [InlineData(
        """{"where":{"company.addresses.country":"AU" "company.addresses.city":"Sydney"}}""",
        "Cannot parse JSON-encoded object value."
    )]
    [InlineData("{name:1}", "Cannot parse JSON-encoded object value.")]
    [InlineData("""{"limit":1,}""", "Cannot parse JSON-encoded object value.")]
    [InlineData("""{"limit":1""", "Value is not an object.")]
    [InlineData("""[{"limit":1}]""", "Value is not an object.")]
    [InlineData("\"limit\"", "Value is not an object.")]
    [InlineData("limit=1", "Value is not an object.")]
    [InlineData("7", "Value is not an object.")]
    public void What_is_no_JSON_object_is_no_filter(string filter, string message) => Refused(filter, message);

    [Theory]
    [InlineData("""{"limit":-1}""", "The limit parameter -1 is not valid")]
    [InlineData("""{"limit":"-1"}""", "The limit parameter \"-1\" is not valid")]
    [InlineData("""{"limit":1.5}""", "The limit parameter 1.5 is not valid")]
    [InlineData("""{"limit":"x"}""", "The limit parameter \"x\" is not valid")]
    [InlineData("""{"limit":"Infinity"}""", "The limit parameter \"Infinity\" is not valid")]
    [InlineData("""{"limit":true}""", "The limit parameter true is not valid")]
    [InlineData("""{"limit":[1]}""", "The limit parameter [1] is not valid")]
    [InlineData("""{"skip":-1}""", "The offset/skip parameter -1 is not valid")]
    [InlineData("""{"skip":{"a":1}}""", "The offset/skip parameter {\"a\":1} is not valid")]
    [InlineData("""{"offset":"many"}""", "The offset/skip parameter \"many\" is not valid")]
    public void A_page_needs_whole_numbers_from_zero_up(string filter, string message) => Refused(filter, message);

    [Theory]
    [InlineData("""{"order":5}""", "The order 5 is not valid")]
    [InlineData("""{"order":{"name":"ASC"}}""", "The order {\"name\":\"ASC\"} is not valid")]
    [InlineData("""{"order":["name",null]}""", "The order null is not valid")]
    [InlineData("""{"order":"name UP"}""", "The order \"name UP\" has invalid direction")]
    [InlineData("""{"order":"name ASC, rank SIDEWAYS"}""", "The order \"rank SIDEWAYS\" has invalid direction")]
    [InlineData("""{"fields":7}""", "The fields 7 is not valid")]
    [InlineData("""{"fields":["name",7]}""", "The fields [\"name\",7] is not valid")]
    public void An_order_is_made_of_names_and_directions_and_fields_of_names(string filter, string message) =>
        Refused(filter, message);

    [Theory]
    [InlineData("[]", "The where clause [] is not an object")]
    [InlineData("\"name\"", "The where clause \"name\" is not an object")]
    [InlineData("7", "The where clause 7 is not an object")]
    [InlineData("true", "The where clause true is not an object")]
    [InlineData("""{"and":["name"]}""", "The where clause \"name\" is not an object")]
    [InlineData("""{"and":"name"}""", "The and operator has invalid clauses \"name\": " + NoList)]
    [InlineData("""{"or":{"name":1}}""", "The or operator has invalid clauses {\"name\":1}: " + NoList)]
    [InlineData("""{"or":{}}""", "The or operator has invalid clauses {}: Value is an empty object")]
    [InlineData("""{"or":null}""", "The or operator has invalid clauses null: " + NoList)]
    [InlineData("""{"or":[]}""", "$and/$or/$nor must be a nonempty array")]
    public void A_where_is_an_object_and_its_groups_are_lists_of_objects(string where, string message) =>
        RefusedWhere(where, message);

    [Theory]
    [InlineData("""{"name":{"sounds":"x"}}""", "unknown operator: $sounds")]
    [InlineData("""{"name":{"$gt":"x"}}""", "unknown operator: $gt")]
    [InlineData("""{"name":{"gt":"x","within":1}}""", "unknown operator: $within")]
    [InlineData("""{"nor":[{"name":"x"}]}""", "unknown operator: $nor")]
    [InlineData("""{"name":{"options":"i"}}""", "$options needs a $regex")]
    [InlineData("""{"name":{}}""", "The name property has invalid clause {}: Value is an empty object")]
    public void An_operator_must_be_known(string where, string message) => RefusedWhere(where, message);

    [Theory]
    [InlineData("""{"tags":{"inq":"x"}}""", "The tags property has invalid clause {\"inq\":\"x\"}: Error: " + NoList)]
    [InlineData("""{"tags":{"in":7}}""", "The tags property has invalid clause {\"in\":7}: Error: " + NoList)]
    [InlineData(
        """{"tags":{"nin":{"a":1}}}""",
        "The tags property has invalid clause {\"nin\":{\"a\":1}}: Error: " + NoList
    )]
    [InlineData(
        """{"tags":{"inq":{}}}""",
        "The tags property has invalid clause {\"inq\":{}}: Error: Value is an empty object"
    )]
    [InlineData("""{"rank":{"between":7}}""", "The rank property has invalid clause {\"between\":7}: Error: " + NoList)]
    [InlineData(
        """{"rank":{"between":[7]}}""",
        "The rank property has invalid clause {\"between\":[7]}: Expected precisely 2 values, received 1"
    )]
    [InlineData(
        """{"rank":{"between":[7,8,9]}}""",
        "The rank property has invalid clause {\"between\":[7,8,9]}: Expected precisely 2 values, received 3"
    )]
    [InlineData(
        """{"rank":{"between":[7,[]]}}""",
        "The rank property has invalid clause {\"between\":[7,[]]}: Expected a single value"
    )]
    [InlineData(
        """{"rank":{"gt":[7]}}""",
        "The rank property has invalid clause {\"gt\":[7]}: Expected a single value"
    )]
    [InlineData(
        """{"rank":{"gte":{}}}""",
        "The rank property has invalid clause {\"gte\":{}}: Expected a single value"
    )]
    [InlineData("""{"rank":{"lt":[]}}""", "The rank property has invalid clause {\"lt\":[]}: Expected a single value")]
    [InlineData(
        """{"rank":{"lte":[]}}""",
        "The rank property has invalid clause {\"lte\":[]}: Expected a single value"
    )]
    [InlineData(
        """{"name":{"like":7}}""",
        "The name property has invalid clause {\"like\":7}: Expected a string or RegExp"
    )]
    [InlineData(
        """{"name":{"nlike":null}}""",
        "The name property has invalid clause {\"nlike\":null}: Expected a string or RegExp"
    )]
    [InlineData(
        """{"name":{"ilike":[]}}""",
        "The name property has invalid clause {\"ilike\":[]}: Expected a string or RegExp"
    )]
    [InlineData(
        """{"name":{"nilike":{}}}""",
        "The name property has invalid clause {\"nilike\":{}}: Expected a string or RegExp"
    )]
    [InlineData("""{"name":{"regexp":7}}""", "Invalid argument, must be a string, regex literal, or RegExp object")]
    [InlineData(
        """{"name":{"exists":"perhaps"}}""",
        "The name property has invalid clause {\"exists\":\"perhaps\"}: Expected a boolean"
    )]
    [InlineData(
        """{"name":{"exists":null}}""",
        "The name property has invalid clause {\"exists\":null}: Expected a boolean"
    )]
    [InlineData(
        """{"name":{"like":"é<","options":7}}""",
        "The name property has invalid clause {\"like\":\"é<\",\"options\":7}: Expected options to be a string"
    )]
    public void An_operand_must_suit_its_operator(string where, string message) => RefusedWhere(where, message);

    [Fact]
    public void Clauses_nest_thirty_two_deep_and_no_deeper()
    {
        Assert.NotNull(LoopBackFilter.Parse(Nested(32)).Where);
        Refused(Nested(33), "The query object exceeds maximum depth 32");
        Assert.Throws<BadFilterException>(() => LoopBackFilter.Parse(Nested(3000)));
    }

    [Fact]
    public void A_where_holds_a_thousand_conditions_and_no_more()
    {
        Assert.NotNull(LoopBackFilter.Parse(Alternatives(1000)).Where);
        Refused(Alternatives(1001), "The where clause has more than 1000 conditions");
    }

    [Fact]
    public void A_sort_has_thirty_two_keys_and_no_more()
    {
        static string Keys(int count) => string.Join(',', Enumerable.Repeat("name", count));

        Assert.Equal(32, LoopBackFilter.Parse($$"""{"order":"{{Keys(32)}}"}""").Order.Count);
        Refused($$"""{"order":"{{Keys(33)}}"}""", $"The order \"{Keys(33)}\" is not valid");
    }

    [Fact]
    public void A_filter_longer_than_any_request_line_is_refused() =>
        RefusedWhere($"[\"{new string('a', 100_000)}\"]", "The query filter is longer than 100000 characters");

    [Fact]
    public void Of_a_name_sent_twice_the_last_counts_as_in_JavaScript() =>
        Assert.Equal("syd", FacilityRows.Found("""{"limit":-1,"where":{"rank":1,"rank":{"eq":7,"eq":2}},"limit":1}"""));

    private static string Nested(int clauses) =>
        $$$"""
        {"where":{{{string.Concat(Enumerable.Repeat("""{"and":[""",
        clauses - 1))}}}{"rank":1}{{{string.Concat(Enumerable.Repeat("]}", clauses - 1))}}}}
        """;

    private static string Alternatives(int count) =>
        """{"where":{"or":["""
        + $$$"""{{{string.Join(',', Enumerable.Repeat("""{"name":{"neq":"nowhere at all"}}""", count))}}}]}}""";

    private static void RefusedWhere(string where, string message) => Refused($$"""{"where":{{where}}}""", message);

    private static void Refused(string filter, string message) =>
        Assert.Equal(message, Assert.Throws<BadFilterException>(() => LoopBackFilter.Parse(filter)).Message);
}
