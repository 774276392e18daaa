using Emulator.Simulation;
using Emulator.Store;
using Xunit;

namespace Emulator.Tests.Memory;

/// <summary>What is remembered of what clients ask is bounded, whatever they ask.</summary>
public sealed class KeptAnswersTests
{
    [Fact]
    public void Questions_count_as_much_as_their_answers()
    {
        var kept = new KeptAnswers(_ => false);
        var most = 0;
        for (var number = 0; number < 20_000; number++)
        {
            var question = KeptAnswers.QuestionOf("key", "/path", $"?q={number}{new string('x', 2000)}");
            Assert.NotNull(question);
            Assert.NotNull(kept.Keep(question, new byte[10], new ReadSet()));
            Assert.True(kept.TryGet(question, out _));
            most = Math.Max(most, kept.Bytes);
        }

        Assert.InRange(most, KeptAnswers.MaxBytes / 2, KeptAnswers.MaxBytes);
    }

    [Fact]
    public void Neither_a_question_nor_an_answer_that_is_too_long_is_remembered()
    {
        var kept = new KeptAnswers(_ => false);
        Assert.Null(KeptAnswers.QuestionOf("key", "/path", new string('x', KeptAnswers.LongestQuestion)));
        Assert.Null(kept.Keep("question", new byte[KeptAnswers.LongestAnswer + 1], new ReadSet()));
        Assert.False(kept.TryGet("question", out _));
        Assert.Equal(0, kept.Bytes);
    }

    [Fact]
    public async Task Reads_with_ever_other_long_queries_take_no_memory()
    {
        using var emulator = await RunningEmulator.Start(":memory:", "--journal=0");
        var client = emulator.With("key-stan");
        await Read(1, 500);
        var before = emulator.Megabytes;
        await Read(2, 3000);
        Assert.True(emulator.Megabytes - before < 50, $"{emulator.Megabytes - before:0} MB more");

        async Task Read(int round, int times)
        {
            for (var number = 0; number < times; number++)
            {
                var query = $"?q={round}-{number}-{new string('x', 7800)}";
                (await client.Get("/api/company/Acme/ports/55767b5652a693344a015744" + query)).MustBeOk();
            }
        }
    }
}
