using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Emulator.Control;
using Emulator.Simulation.Faults;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>Whatever clients send, looking at it takes time that grows as its length does, and what is searched for has
/// an end.</summary>
public sealed partial class JournalBoundsTests
{
    private const int Some = 150_000;

    /// <summary>Expressions that may go back, though never far: each begins at a fixed place, and no part can take what
    /// the next one needs.</summary>
    private static readonly string[] LinearAsTheyAre =
    [
        @"\A[0-9]([0-9]{2}|xx|XX)\z", @"\A[A-Za-z0-9][A-Za-z0-9_-]{0,62}\z", @"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,62}\z",
            @"\A[A-Za-z0-9-]{1,100}\z", @"\A[a-f0-9]{24}\z",
        @"\[sim:(?<kind>fail|stuck|slow)=(?<stage>[a-z_]+)(?::(?<seconds>\d{1,7}(?:\.\d{1,3})?))?\]",
        @"(?<before>[:,\[]\s*)(?<id>[a-f0-9]{24})(?=\s*[,}\]])",
            @"\A\s*\{\s*(?<name>[A-Za-z]+)\s*:\s*'(?<value>[^'\\]*)'\s*\}\s*\z",
        @"\{[^/]*\}|(?<=/):[^/]+",
        @"\A/sandbox/[^/]+(?=/)",
        "(?<=/)([0-9a-fA-F-]{16,}|[0-9]+|[^/]*@[^/]*)(?=/|$)",
        @"(?<![0-9A-Za-z-])([0-9a-f]{24}|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|INC[0-9]{12})"
            + "(?![0-9A-Za-z])",
        @"(?:FROM|JOIN)\s+\""(\w+)\""", "[0-9A-Fa-f]{32,}",
    ];

    /// <summary>Expressions over what is our own.</summary>
    private static readonly string[] OverOurOwn =
        [@"\{\d\}", """(?<="")Q-\d{3}: .""", @"\""#/components/schemas/(?<name>[^\""]+)\"""];

    private static readonly Dictionary<string, Func<int, string>> Bodies = new()
    {
        ["letters"] = length => new string('a', length),
        ["letters behind a quote"] = length => "\"" + new string('a', length),
        ["names that never end"] = length => Repeated("password", length),
        ["hyphens"] = length => new string('-', length),
        ["different passwords as JSON"] = length =>
            $$"""
            {{{string.Join(',', Enumerable.Range(0, length / 36).Select(i => $"\"password{i}\":\"secret{i}\""))}}}
            """,
        ["different passwords, broken"] = length =>
            string.Join(',', Enumerable.Range(0, length / 32).Select(i => $"\"password\":\"sec{i:0000000}\"")),
        ["secrets that begin alike"] = length => Repeated("password=aaaaaaaaaaaab&", length / 2)
            + new string('a', length / 2),
        ["long secrets that begin alike"] = length =>
            string.Concat(Enumerable.Range(0, length / 120).Select(i => $"password={new string('a', 40)}{i}&"))
                + new string('a', length / 2),
        ["quotes"] = length => Repeated("password:\"\\", length),
        ["elements"] = length => Repeated("<password>", length),
        ["elements that never end"] = length => Repeated("<", length),
        ["ends of elements"] = length => Repeated(">", length),
        ["colons"] = length => Repeated(":", length),
        ["parts"] = length => Repeated("name=\"password\"\r\n", length),
        ["brackets"] = length => "password:" + Repeated("[", length),
        ["digits"] = length => Repeated("0123456789abcdef", length),
        ["texts that are no JSON"] = length => $"[{string.Join(',', Enumerable.Repeat("\"{:x\"", length / 7))}]",
    };

    public static TheoryData<string> EachBody() => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(EachBody))]
    public void Redacting_twice_as_much_takes_about_twice_as_long(string kind)
    {
        var (once, twice) = (Bodies[kind](Some), Bodies[kind](2 * Some));
        Redacted(Bodies[kind](2000));
        var (one, two) = (Fastest(() => Redacted(once)), Fastest(() => Redacted(twice)));
        Assert.True(two < (4 * one) + TimeSpan.FromMilliseconds(60),
            $"{kind}: {one.TotalMilliseconds} ms, then {two.TotalMilliseconds} ms");
        Assert.True(two < TimeSpan.FromSeconds(5), $"{kind}: {two.TotalMilliseconds} ms");
    }

    [Theory]
    [InlineData("/**a*ab")]
    [InlineData("/*a*a*a*a*b")]
    [InlineData("**a**a**a**b")]
    [InlineData("/**/a*/**/a*b")]
    public void A_path_twice_as_long_takes_about_twice_as_long_to_be_held_against_a_pattern(string pattern)
    {
        var glob = new PathGlob(pattern);
        var (once, twice) = ("/" + new string('a', Some) + "b/b", "/" + new string('a', 2 * Some) + "b/b");
        _ = glob.Fits("/aaa");
        var (one, two) = (Fastest(() => glob.Fits(once)), Fastest(() => glob.Fits(twice)));
        Assert.True(two < (4 * one) + TimeSpan.FromMilliseconds(60),
            $"{pattern}: {one.TotalMilliseconds} ms, then {two.TotalMilliseconds} ms");
    }

    [Fact]
    public async Task A_body_of_64_kB_is_shown_exported_and_waited_for_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        await stan.Post("/api/user/stan", "{}");
        await stan.Post("/api/user/stan", new string('a', 64_000));
        await stan.Post(
            "/api/user/stan",
            $$"""{{{string.Join(',', Enumerable.Range(0, 40_000).Select(i => $"\"password{i}\":\"x{i}\""))}}}""");
        await stan.Post("/api/user/stan", "{\"name\":\"" + "password".PadRight(64_000, '-'));
        (await emulator.Nobody().Get("/__admin/journal/1")).MustBeOk();
        var watch = Stopwatch.StartNew();
        foreach (var path in new[] { "/2", "/3", "/4", "", "/export?format=har", "/export?format=http",
            "/export?format=curl" })
        {
            (await emulator.Nobody().Get("/__admin/journal" + path)).MustBeOk();
        }

        (await emulator.Nobody().Post("/__admin/journal/wait", """{"path":"/api/user/stan"}""")).MustBeOk();
        (
            await emulator.Nobody().Post("/__admin/journal/verify", """{"path":"/api/user/stan","exactly":9}""")
        ).MustRefuse(409);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("path", 2001)]
    [InlineData("path", 1_000_000)]
    [InlineData("body", 1_000_000)]
    [InlineData("header", 4001)]
    [InlineData("user", 4001)]
    public async Task What_is_searched_for_has_an_end(string member, int length)
    {
        await using var emulator = new EmulatorUnderTest();
        await emulator.With("key-stan").Post("/api/user/stan", new string('a', 900_000));
        var watch = Stopwatch.StartNew();
        var most = member == "path" ? 2000 : 4000;
        foreach (var call in new[] { "count", "verify", "wait" })
        {
            (
                await emulator
                    .Nobody()
                    .Post($"/__admin/journal/{call}", $$"""{"{{member}}":"/{{new string('a', length - 1)}}"}""")
            ).MustRefuse(400, $"The request/{member} must NOT have more than {most} characters");
        }

        (
            await emulator
                .Nobody()
                .Post("/__admin/journal/count", $$"""{"{{member}}":"/{{new string('a', most - 1)}}"}""")
        ).MustBeOk();
        (await emulator.Nobody().Get($"/__admin/journal?{member}=/{new string('a', 5000)}")).MustRefuse(
            400,
            $"The query/{member} must be no longer than {most} characters");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task A_path_is_found_by_its_beginning_up_to_the_end_of_a_segment_and_by_the_patterns_of_fault_rules()
    {
        await using var emulator = new EmulatorUnderTest();
        await emulator.With("key-stan").Get("/api/company/Acme/ports/");
        foreach (var path in new[] { "/", "/api", "/API/company/", "/api/company/Acme/ports",
            "/api/company/Acme/ports/", "/api/**/company/*/ports", "**/ports", "/api/*/*me/**" })
        {
            (await emulator.Nobody().Post("/__admin/journal/verify", $$"""{"path":"{{path}}"}""")).MustBeOk();
            (
                await emulator.Nobody().Post("/__admin/journal/wait", $$"""{"path":"{{path}}","timeoutSeconds":0}""")
            ).MustBeOk();
        }

        foreach (var path in new[] { "/ap", "/api/company/Acme/port", "/api/*/ports", "/api/company/*", "*" })
        {
            (
                await emulator.Nobody().Post("/__admin/journal/verify", $$"""{"path":"{{path}}","exactly":0}""")
            ).MustBeOk();
        }
    }

    /// <summary>However many wait, each for another path, and for any: what comes is for those that it fits, and nobody
    /// else is kept.</summary>
    [Fact]
    public async Task Many_hundreds_who_wait_keep_nobody_else_and_each_gets_what_it_waits_for()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await stan.Get("/api/company/Acme/ports")).MustBeOk();
        var nobody = emulator.Nobody();
        var never = Enumerable
            .Range(0, 300)
            .Select(i => nobody.Post("/__admin/journal/wait", $$"""{"path":"/api/never/{{i}}","timeoutSeconds":110}"""))
            .ToList();
        var others = Enumerable
            .Range(0, 300)
            .Select(i =>
                nobody.Post(
                    "/__admin/journal/wait",
                    $$"""{"method":"PUT","status":"{{(i % 2 == 0 ? 401 : 418)}}","timeoutSeconds":110}"""))
            .ToList();
        var letters = Enumerable
            .Range(0, 300)
            .Select(i =>
                nobody.Post(
                    "/__admin/outbox/wait",
                    $$"""{"to":"meg@example.com","after":{{i % 2}},"timeoutSeconds":110}"""))
            .ToList();
        for (var i = 0; i < 50; i++)
        {
            (
                await stan.Post("/api/company/Acme/ports/55767b5652a693344a015744", $$"""{"name":"Port {{i}}"}""")
            ).MustBeOk();
        }

        Assert.DoesNotContain(never.Concat(others).Concat(letters), waiter => waiter.IsCompleted);
        await stan.Get("/api/never/7/more");
        Assert.Equal("/api/never/7/more", (await never[7].WaitAsync(TimeSpan.FromSeconds(20)))
            .MustBeOk().TextOf("path"));
        (await nobody.Put("/api/auth/token", """{"email":"stan@example.com","password":"wrong"}""")).MustRefuse(401);
        Assert.All(await Task.WhenAll(others.Where((_, i) => i % 2 == 0)).WaitAsync(TimeSpan.FromSeconds(30)), found =>
            Assert.Equal(401, found.MustBeOk()["status"]!.GetValue<int>()));
        (await nobody.Put("/api/auth/password/forgot/meg@example.com")).MustBeOk();
        Assert.All(await Task.WhenAll(letters.Where((_, i) => i % 2 == 0)).WaitAsync(TimeSpan.FromSeconds(30)),
            letter => Assert.Equal(1, letter.MustBeOk()["id"]!.GetValue<int>()));
        (await nobody.Put("/api/auth/password/forgot/meg@example.com")).MustBeOk();
        Assert.All(await Task.WhenAll(letters).WaitAsync(TimeSpan.FromSeconds(30)), letter => letter.MustBeOk());
        Assert.Equal(299, never.Count(waiter => !waiter.IsCompleted));
    }

    /// <summary>An expression that goes back takes time that nobody has reckoned with, as soon as a client sends what
    /// it goes back over.</summary>
    [Fact]
    public void No_expression_over_what_comes_from_outside_goes_back()
    {
        var texts = Sources.Texts().ToList();
        var expressions = texts.SelectMany(text => Expression().Matches(text))
            .Where(found => !found.Groups["options"].Value.Contains("NonBacktracking", StringComparison.Ordinal))
            .Select(found => found.Groups["verbatim"].Success ? found.Groups["verbatim"].Value
                : found.Groups["written"].Value.Replace(@"\\", @"\", StringComparison.Ordinal));
        Assert.Empty(expressions.Except(LinearAsTheyAre).Except(OverOurOwn));
        foreach (var body in new Func<int,
            string>[] { length => "[" + new string(' ', length) + "x", length =>
            Repeated(":" + new string('a', 24) + " ", length), length => "{ a: '" + new string('b', length),
            length => Repeated(new string('a', 31) + "-", length), length => "FROM \"" + Repeated("FROM", length),
            length => "JOIN" + new string(' ', length) })
        {
            Assert.All(LinearAsTheyAre, pattern =>
            {
                var (expression, once, twice) = (new Regex(pattern, RegexOptions.CultureInvariant), body(Some),
                    body(2 * Some));
                var (one, two) = (Fastest(() => expression.Count(once)), Fastest(() => expression.Count(twice)));
                Assert.True(two < (4 * one) + TimeSpan.FromMilliseconds(60),
                    $"{pattern}: {one.TotalMilliseconds} ms, then {two.TotalMilliseconds} ms");
            });
        }
    }

    private static string Redacted(string body)
    {
        var redaction = new Redaction();
        return redaction.Anywhere(redaction.Text(body));
    }

    private static string Repeated(string part, int length) =>
        new StringBuilder().Insert(0, part, length / part.Length).ToString();

    private static TimeSpan Fastest(Action work) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    });

    private static TimeSpan Fastest<T>(Func<T> work) => Fastest(() => { _ = work(); });

    [GeneratedRegex(
        """\[GeneratedRegex\((?:@"(?<verbatim>(?:[^"]|"")*)"|"(?<written>(?:[^"\\]|\\.)*)"),? ?(?<options>[^\]]*)\)\]"""
    )]
    private static partial Regex Expression();
}
