using System.Text;
using Emulator.Wire.Contract;
using Xunit;

namespace Emulator.Tests.Wire.Contract;

/// <summary>An answer is held against a schema: every keyword finds what breaks it, and nothing else.</summary>
public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1", ": string")]
    [InlineData("""{"type":"integer"}""", "1", "1.5", ": integer")]
    [InlineData("""{"type":"integer"}""", "1.0", "true", ": integer")]
    [InlineData("""{"type":"number"}""", "1", "\"1\"", ": number")]
    [InlineData("""{"type":"number"}""", "-1.5e3", "null", ": number")]
    [InlineData("""{"type":"boolean"}""", "false", "0", ": boolean")]
    [InlineData("""{"type":"null"}""", "null", "{}", ": null")]
    [InlineData("""{"type":"array"}""", "[1,\"a\",{}]", "{}", ": array")]
    [InlineData("""{"type":"object"}""", """{"any":[{"thing":1}]}""", "[]", ": object")]
    [InlineData("""{"type":["null","string"]}""", "null", "1", ": string or null")]
    [InlineData("""{}""", """[{"a":null}]""", "", ": JSON")]
    [InlineData("""{"type":"string"}""", "\"a\"", "\"a", ": JSON")]
    [InlineData("""{"type":"object"}""", "{}", "{} {}", ": JSON")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"a":1}""", """{"a":"1"}""", "/a: integer")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", "{}", """{"b":1}""", "/b: no such member")]
    [InlineData("""{"properties":{"a":{},"b":{}}}""", """{"b":1,"a":1}""", """{"a":1,"a":2}""", "/a: one such member")]
    [InlineData(
        """{"properties":{"a":{},"b":{}},"required":["a","b"]}""",
        """{"b":1,"a":null}""",
        """{"a":1}""",
        "/b: such a member"
    )]
    [InlineData(
        """{"properties":{"a/b~c":{}},"required":["a/b~c"]}""",
        """{"a/b~c":1}""",
        "{}",
        "/a~1b~0c: such a member"
    )]
    [InlineData("""{"required":["a"]}""", """{"a":1}""", "{}", "/a: such a member")]
    [InlineData("""{"type":"object","additionalProperties":false}""", "{}", """{"a":1}""", "/a: no such member")]
    [InlineData(
        """{"additionalProperties":{"type":"integer"}}""",
        """{"a":1,"b":2}""",
        """{"a":1,"b":"2"}""",
        "/*: integer"
    )]
    [InlineData(
        """{"properties":{"a":{}},"additionalProperties":{"type":"integer"}}""",
        """{"a":"x","b":2}""",
        """{"b":"2"}""",
        "/*: integer"
    )]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":true}""", """{"a":"x","b":2}""", "7 7", ": JSON")]
    [InlineData("""{"items":{"type":"integer"}}""", "[1,2]", "[1,\"2\",3,\"4\"]", "/*: integer")]
    [InlineData(
        """{"items":{"properties":{"a":{"items":{"required":["b"]}}}}}""",
        """[{"a":[{"b":1}]}]""",
        """[{"a":[{}]},{"a":[{},{}]}]""",
        "/*/a/*/b: such a member"
    )]
    [InlineData("""{"enum":["a","b",1,null]}""", "\"b\"", "\"c\"", ": one of a, b, 1, null")]
    [InlineData("""{"enum":["a","b",1,null]}""", "null", "\"null\"", ": one of a, b, 1, null")]
    [InlineData("""{"enum":["1"]}""", "\"1\"", "1", ": one of 1")]
    [InlineData(
        """{"type":"string","format":"date-time"}""",
        "\"2017-02-24T05:10:44.942Z\"",
        "\"2017-02-24\"",
        ": string of the format date-time"
    )]
    [InlineData(
        """{"type":"string","format":"date-time"}""",
        "\"2017-02-24T05:10:44+01:00\"",
        "\"2017-02-24T05:10:44\"",
        ": string of the format date-time"
    )]
    [InlineData(
        """{"type":"string","format":"date-time"}""",
        "\"2016-02-29T05:10:44Z\"",
        "\"2017-02-29T05:10:44Z\"",
        ": string of the format date-time"
    )]
    [InlineData(
        """{"type":["null","string"],"format":"date-time"}""",
        "null",
        "\"\"",
        ": string of the format date-time"
    )]
    [InlineData(
        """{"format":"uuid"}""",
        "\"9b2c1f0e-1b7e-4e0f-9c53-5f0c3f5b7d11\"",
        "\"9b2c1f0e\"",
        ": string of the format uuid"
    )]
    [InlineData("""{"format":"uri"}""", "\"http://a.example/b\"", "\"a b\"", ": string of the format uri")]
    [InlineData("""{"format":"email"}""", "\"a@b.example\"", "\"a\"", ": string of the format email")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483647", "2147483648", ": number of the format int32")]
    [InlineData(
        """{"type":"integer","format":"int64"}""",
        "9223372036854775807",
        "9223372036854775808000",
        ": number of the format int64"
    )]
    [InlineData("""{"type":"number","format":"double"}""", "0.1", "\"0.1\"", ": number")]
    [InlineData("""{"minimum":1}""", "1", "0.5", ": number of at least 1")]
    [InlineData("""{"maximum":1.5}""", "1.5", "2", ": number of at most 1.5")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"💡\"", ": string of at least 2 characters")]
    [InlineData("""{"maxLength":2}""", "\"💡💡\"", "\"abc\"", ": string of at most 2 characters")]
    [InlineData("""{"pattern":"^[a-f]+$"}""", "\"abc\"", "\"abz\"", ": string like ^[a-f]+$")]
    [InlineData(
        """{"$ref":"#/components/schemas/Tree"}""",
        """{"name":"a","children":[{"name":"b","children":[]}]}""",
        """{"name":"a","children":[{"name":1,"children":[]}]}""",
        "/children/*/name: string"
    )]
    [InlineData(
        """{"oneOf":[{"$ref":"#/components/schemas/Tree"},{"type":"null"}]}""",
        "null",
        "[]",
        ": object or null"
    )]
    [InlineData(
        """{"oneOf":[{"$ref":"#/components/schemas/Tree"},{"type":"null"}]}""",
        """{"name":"a","children":[]}""",
        """{"name":"a"}""",
        "/children: such a member"
    )]
    [InlineData(
        """
        {"anyOf":[{"properties":{"a":{}},"required":["a"]},{"properties":{"b":{"items":{"type":"integer"}}},
        "required":["b"]}]}
        """,
        """{"b":[1]}""",
        """{"b":["1"]}""",
        "/b/*: integer"
    )]
    [InlineData(
        """{"items":{"anyOf":[{"required":["a"]},{"required":["b"]},{"type":"null"}]}}""",
        """[{"b":[{}]},null,{"a":1},{"a":{"a":1},"b":1}]""",
        """[{"a":1},{"c":[{"a":1}]},null]""",
        "/*/a: such a member"
    )]
    [InlineData(
        """{"anyOf":[{"type":"integer","minimum":10},{"type":"number","maximum":1}]}""",
        "0.5",
        "5",
        ": number of at least 10"
    )]
    [InlineData(
        """
        {"properties":{"x":{"anyOf":[{"properties":{"y":{"anyOf":[{"required":["a"]},{"required":["b"]}]}}},
        {"type":"object","properties":{"z":{}},"required":["z"]}]}}}
        """,
        """{"x":{"y":{"b":{"b":1}}}}""",
        """{"x":{"y":{"c":{}}}}""",
        "/x/y/a: such a member"
    )]
    [InlineData("""{"description":"d","title":"t","examples":[1],"type":"integer"}""", "1", "\"\"", ": integer")]
    public void A_keyword_finds_what_breaks_it(string schema, string good, string bad, string finding)
    {
        var read = Contracts.Schema(
            schema,
            """
            {"Tree":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array",
            "items":{"$ref":"#/components/schemas/Tree"}}},"required":["name","children"]}}
            """
        );
        Assert.Empty(Contracts.Findings(read, good));
        Assert.Equal([finding], Contracts.Findings(read, bad));
    }

    /// <summary>
    /// A value that isn't what it should be says so once: what is inside it is nobody's business any more.
    /// </summary>
    [Fact]
    public void What_is_inside_a_wrong_value_is_passed_over() =>
        Assert.Equal(
            ["/a: string", "/b: integer"],
            Contracts.Findings(
                Contracts.Schema("""{"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}"""),
                """{"a":{"x":[1,{"y":2}]},"b":"c"}"""
            ));

    [Fact]
    public void More_than_sixty_four_members_are_told_apart()
    {
        var names = Enumerable.Range(0, 200).Select(number => $"\"m{number}\"").ToList();
        var schema = Contracts.Schema(
            $$"""
            {"properties":{{{string.Join(',', names.Select(name => name + ":{}"))}}},"required":[{{string.Join(',',
            names)}}]}
            """
        );
        Assert.Empty(Contracts.Findings(schema, $$"""{{{string.Join(',', names.Select(name => name + ":1"))}}}"""));
        Assert.Equal(
            ["/m63: such a member", "/m150: such a member"],
            Contracts.Findings(
                schema,
                $$"""
                {{{string.Join(',',
                names.Where(name => name is not ("\"m63\"" or "\"m150\"")).Reverse().Select(name => name + ":1"))}}}
                """
            ));
    }

    /// <summary>However an answer is cut when it is sent, what is found is the same.</summary>
    [Fact]
    public void An_answer_in_pieces_is_read_as_one()
    {
        var schema = Contracts.Schema(
            """
            {"properties":{"results":{"items":{"properties":{"name":{"type":"string"},"speed":{"type":"integer"},
            "since":{"format":"date-time"}},"required":["name"]}}}}
            """
        );
        var answer = Encoding.UTF8.GetBytes(
            """
            { "results": [ {"name":"größer 💡 \"\u00e9\"","speed":100,"since":"2017-02-24T05:10:44.942Z"},
            {"speed":1.5,"since":"yesterday"}, {"name":"c","speed":-12345} ] }
            """
        );
        string[] found =
        [
            "/results/*/speed: integer",
            "/results/*/since: string of the format date-time",
            "/results/*/name: such a member",
        ];
        var reader = new AnswerReader();
        for (var size = 1; size <= answer.Length; size++)
        {
            reader.Begin(schema);
            foreach (var piece in answer.Chunk(size))
            {
                reader.Read(piece);
            }

            Assert.Equal(found, reader.End([]).Select(finding => $"{finding.Pointer}: {finding.Expected}"));
        }

        reader.Begin(schema);
        reader.Read(answer.AsSpan(0, 50));
        Assert.Contains(reader.End([]), finding => finding is { Pointer: "", Expected: "JSON" });
    }

    [Fact]
    public void What_is_found_is_shown_in_short_and_without_secrets()
    {
        var schema = Contracts.Schema(
            """
            {"properties":{"a":{"type":"integer"},"apiKey":{"type":"integer"},
            "passwords":{"items":{"type":"boolean"}},"b":{"type":"integer"},"c":{"type":"integer"},
            "d":{"type":"integer"}}}
            """
        );
        var found = Contracts.Read(
            schema,
            $$"""
            {"a":"{{new string('x', 1000)}}","apiKey":"key-stan","passwords":[12345],"b":null,"c":{"x":1},"d":12.5}
            """
        );
        Assert.Equal(
            [
                $"\"{new string('x', 40)}…\"",
                "a string that isn't shown",
                "a number that isn't shown",
                "null",
                "an object",
                "12.5",
            ],
            found.Select(finding => finding.Found));
    }

    [Fact]
    public void No_answer_is_found_more_of_than_has_room() =>
        Assert.Equal(
            50,
            Contracts
                .Findings(
                    Contracts.Schema("""{"additionalProperties":false}"""),
                    $$"""{{{string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"{number}\":1"))}}}""")
                .Count);
}
