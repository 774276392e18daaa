using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>
/// Operations of later published editions that aren't emulated yet say so, and are listed
/// (openapi/published/not-yet-emulated.txt).
/// </summary>
public sealed class NotYetEmulatedTests
{
    /// <summary>The first and the last number that the list of the published editions has.</summary>
    private const int First = 96, Last = 264;

    [Fact]
    public async Task Each_answers_501_that_names_it_and_where_it_is_known_from()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var (key, method, path, chapter, source) in Listed())
        {
            var asked = path.Replace("{", "a", StringComparison.Ordinal).Replace("}", "b", StringComparison.Ordinal);
            var otherwise = asked.StartsWith("/api/", StringComparison.Ordinal) ? asked[4..] : "/api" + asked;
            foreach (var address in new[] { asked, otherwise })
            {
                var answer = await stan.Send(new HttpMethod(method), address);
                if (method == "HEAD")
                {
                    answer.MustRefuse(501); // Without a body, and in the words of its GET.
                    continue;
                }

                answer.MustRefuse(501, $"{method} {address} is not emulated");
                Assert.All(
                    new[] { key, $"{method} {path}", chapter, source },
                    part => Assert.Contains(part, answer.Headers["X-Emulator-Explain"], StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task What_is_misspelled_or_asked_otherwise_is_still_404()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Get("/api/pricing/calculate")).MustRefuse(404);
        (await stan.Post("/api/pricing/calculat", "{}")).MustRefuse(404);
        (await stan.Post("/api/pricing/calculate/more", "{}")).MustRefuse(404);
    }

    [Fact]
    public void Every_published_operation_is_emulated_or_listed_and_none_is_both()
    {
        var listed = Listed().Select(operation => operation.Key).ToList();
        var emulated = OperationCatalogue.Listed().Except(OperationCatalogue.Documented()).Select(one => one.Key)
            .Where(key => !key.Contains('-', StringComparison.Ordinal)); // Those are assumed beside another.
        Assert.Equal(
            Enumerable.Range(First, Last - First + 1).Select(number => $"{number:000}"),
            listed.Concat(emulated).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Key, string Method, string Path, string Chapter, string Source)> Listed() =>
        File.ReadLines(Path.Combine(OperationCatalogue.Repository, "openapi/published/not-yet-emulated.txt"))
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1], cells[2], cells[3], cells[4]));
}
