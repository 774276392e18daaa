using System.Diagnostics;
using System.Text.Json.Nodes;
using Emulator.Wire.Filters;
using Xunit;

namespace Emulator.Tests.Wire.Filters;

public sealed class PatternTests
{
    [Theory]
    [InlineData("S.dney", "Sydney", true)]
    [InlineData("^yd", "Sydney", false)]
    [InlineData("a_b", "a_b", true)]
    [InlineData("a_b", "axb", false)]
    [InlineData("1.0", "1x0", true)]
    public void A_like_without_a_percent_sign_is_a_regular_expression_found_anywhere(
        string pattern,
        string name,
        bool found
    ) => Assert.Equal(found, Matches("like", pattern, name));

    [Theory]
    [InlineData("S%y", "Sydney", true)]
    [InlineData("%yd%", "Sydney", true)]
    [InlineData("yd%", "Sydney", true)]
    [InlineData("%a_b", "axb", true)]
    [InlineData("%a_b", "ab", false)]
    [InlineData("%(1.0)", "v (1.0)", true)]
    [InlineData("%(1.0)", "v (1x0)", false)]
    [InlineData("%[", "a[", true)]
    public void A_like_with_a_percent_sign_has_only_wildcards_and_is_still_found_anywhere(
        string pattern,
        string name,
        bool found
    ) => Assert.Equal(found, Matches("like", pattern, name));

    [Theory]
    [InlineData("dne", "Sydney", true)]
    [InlineData("/dne/", "Sydney", true)]
    [InlineData("/DNE/", "Sydney", false)]
    [InlineData("/DNE/i", "Sydney", true)]
    [InlineData("/DNE/gi", "Sydney", true)]
    [InlineData("/^b$/m", "a\\nb", true)]
    [InlineData("/^b$/", "a\\nb", false)]
    [InlineData("/a\\\\/b/", "a/b", true)]
    [InlineData("a/b", "a/b", true)]
    [InlineData("/api", "x/api", true)]
    [InlineData("", "anything", true)]
    public void A_regexp_is_a_pattern_or_a_literal_with_flags(string pattern, string name, bool found) =>
        Assert.Equal(found, Matches("regexp", pattern, name));

    [Theory]
    [InlineData("regexp", "(", "Invalid regular expression: /(/: Unterminated group")]
    [InlineData("regexp", ")", "Invalid regular expression: /)/: Unmatched ')'")]
    [InlineData("like", "[a", "Invalid regular expression: /[a/: Unterminated character class")]
    [InlineData("nlike", "*a", "Invalid regular expression: /*a/: Nothing to repeat")]
    [InlineData("ilike", "a**", "Invalid regular expression: /a**/: Nothing to repeat")]
    [InlineData("nilike", "a\\\\", "Invalid regular expression: /a\\/: \\ at end of pattern")]
    [InlineData("regexp", "/[z-a]/i", "Invalid regular expression: /[z-a]/: Range out of order in character class")]
    [InlineData("regexp", "a{3,2}", "Invalid regular expression: /a{3,2}/: numbers out of order in {} quantifier")]
    [InlineData("regexp", "(?z)", "Invalid regular expression: /(?z)/: Invalid group")]
    [InlineData("regexp", "/a/xy", "Invalid regex flags: x,y")]
    public void A_malformed_pattern_is_refused_in_JavaScript_s_words(
        string @operator,
        string pattern,
        string message
    ) => Assert.Equal(message, Assert.Throws<BadFilterException>(() => Matches(@operator, pattern, "a")).Message);

    [Fact]
    public void Unknown_options_are_refused() =>
        Assert.Equal("Invalid regex flags: q", Assert.Throws<BadFilterException>(
            () => LoopBackFilter.Parse("""{"where":{"name":{"like":"a","options":"iq"}}}""")).Message);

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(?!a)b")]
    [InlineData("(?<=a)b")]
    [InlineData("(?<!a)b")]
    [InlineData("(a)\\\\1")]
    [InlineData("((a{1000}){1000}){1000}")]
    public void What_only_backtracking_can_do_is_refused(string pattern)
    {
        var refusal = Assert.Throws<BadFilterException>(() => Matches("regexp", pattern, "a"));

        Assert.EndsWith("Lookaround, backreferences and very large repetitions are not supported", refusal.Message);
    }

    [Fact]
    public void A_pattern_has_a_thousand_characters_and_no_more()
    {
        Assert.True(Matches("regexp", new string('a', 1000), new string('a', 1000)));
        var refusal = Assert.Throws<BadFilterException>(() => Matches("like", new string('a', 1001), "a"));
        Assert.EndsWith("/: Regular expression too large", refusal.Message);
        Assert.Throws<BadFilterException>(() => Matches("like", new string('%', 1001), "a"));
        Assert.Throws<BadFilterException>(() => Matches("regexp", new string('(', 1000), "a"));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("^(a*)*$")]
    [InlineData("(.*a){30}$")]
    public void A_pattern_made_to_explode_ends_soon(string pattern)
    {
        var watch = Stopwatch.StartNew();

        Assert.False(Matches("regexp", pattern, new string('a', 50_000) + "b"));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Slow_patterns_on_many_rows_give_up_together_instead_of_one_by_one()
    {
        // So many that the fastest machine, its code long compiled, takes longer than is allowed: they are made as they
        // are looked at.
        var rows = Enumerable.Range(0, 20_000).Select(_ => new JsonObject { ["name"] = new string('a', 20_000) + "b" });
        var filter = LoopBackFilter.Parse(
            """{"where":{"or":[{"name":{"like":"(.*a){200}c"}},{"name":{"nlike":"(.*a){190}c"}}],"x":1}}"""
        );
        var watch = Stopwatch.StartNew();

        var refusal = Assert.Throws<BadFilterException>(() => filter.Apply(rows));

        Assert.Equal("The regular expressions of the query filter take too long", refusal.Message);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_where_holds_two_hundred_patterns_which_are_compiled_soon_and_no_more()
    {
        static string Patterns(int count)
        {
            var conditions = Enumerable
                .Range(0, count)
                .Select(number => $$$"""{"name":{"like":"\\w+ {{{number}}} (é|ß)*","options":"i"}}""");
            return $$$"""{"where":{"or":[{{{string.Join(',', conditions)}}}]}}""";
        }

        var watch = Stopwatch.StartNew();

        Assert.NotNull(LoopBackFilter.Parse(Patterns(200)).Where);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        var refusal = Assert.Throws<BadFilterException>(() => LoopBackFilter.Parse(Patterns(201)));
        Assert.Equal("The where clause has more than 200 patterns", refusal.Message);
    }

    private static bool Matches(string @operator, string pattern, string name)
    {
        var row = JsonNode.Parse($$"""{"name":"{{name}}"}""")!.AsObject();
        return LoopBackFilter
                .Parse($$$$"""{"where":{"name":{"{{{{@operator}}}}":"{{{{pattern}}}}"}}}""")
                .Apply([row])
                .Count == 1;
    }
}
