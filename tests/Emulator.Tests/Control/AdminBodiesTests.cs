using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>What the emulator's own routes don't know they refuse: a misspelt word would do nothing, or something else,
/// unnoticed.</summary>
public sealed class AdminBodiesTests
{
    [Theory]
    [InlineData("POST", "/__admin/sandboxes", """{"nmae":"x"}""", "name")]
    [InlineData("POST", "/__admin/sandboxes", """{"ttl":600}""", "ttlSeconds")]
    [InlineData("POST", "/__admin/snapshots", """{"Name":"x"}""", "name")]
    [InlineData("POST", "/__admin/clock/advance", """{"second":1}""", "seconds")]
    [InlineData(
        "POST",
        "/__admin/clock/advance-until",
        """{"machine":"ports","id":"1","state":"ACTIVE","timeout":1}""",
        "timeoutSeconds"
    )]
    [InlineData("POST", "/__admin/journal/wait", """{"seconds":1}""", "timeoutSeconds")]
    [InlineData("PUT", "/__admin/progression", """{"progression":"manual","step":1}""", "stepSeconds")]
    [InlineData(
        "POST",
        "/__admin/faults",
        """{"then":{"answer":{"status":503,"retryAfter":1}}}""",
        "retryAfterSeconds"
    )]
    [InlineData("POST", "/__admin/faults", """{"match":{"header":{"nam":"x"}},"then":{"reset":true}}""", "name")]
    public async Task A_member_that_is_misspelt_is_refused_with_the_nearest_name(string method, string path,
        string body, string nearest)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await emulator.Nobody().Send(new HttpMethod(method), path, body)).MustRefuse(400);
        Assert.Contains("must NOT have the additional property", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith($"The nearest name is \"{nearest}\".", refused.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
        Assert.Single((await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!.AsArray());
    }

    /// <summary>In every body, and in every object within it whose members are known.</summary>
    [Fact]
    public async Task No_call_takes_a_member_a_parameter_or_a_body_that_it_does_not_know()
    {
        await using var emulator = new EmulatorUnderTest();
        var listing = await OpenApiListing.OfThisBuild("/openapi/admin.json");
        var tried = 0;
        foreach (var operation in listing.Operations
            .Where(operation => operation.Path.StartsWith("/__admin", StringComparison.Ordinal)
            && operation.Path != "/__admin/events"))
        {
            var method = new HttpMethod(operation.Method);
            var address = operation.Address();
            var query = (await emulator.Nobody().Send(method,
                $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}nobodyKnows=1",
                operation.Body)).MustRefuse(400);
            Assert.True(query.Message == "The query/nobodyKnows must be left out",
                $"{operation.Method} {operation.Path}: {query.Text}");
            if (operation.Body is null)
            {
                if (operation.Json["requestBody"] is null)
                {
                    (await emulator.Nobody().Send(method, address, """{"nobodyKnows":1}""")).MustRefuse(
                        400,
                        "The request must NOT have a body");
                }

                continue;
            }

            foreach (var (place, body) in Spoilt(JsonNode.Parse(operation.Body)!.AsObject(), ""))
            {
                tried++;
                var refused = (await emulator.Nobody().Send(method, address, body)).MustRefuse(400);
                Assert.True(refused.Message == $"The request{place} must NOT have the additional property "
                    + "'nobodyKnows'", $"{operation.Method} {operation.Path} {body}: {refused.Text}");
            }
        }

        Assert.True(tried > 20, $"{tried} bodies");
    }

    [Fact]
    public async Task An_empty_object_is_as_good_as_no_body()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/reset", "{}")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/clock/resume", " {} ")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/clock/resume", "now"))
            .MustRefuse(400, "The request must NOT have a body");
    }

    /// <summary>The body with one member more, in each of its objects except those whose members have names of the
    /// client's.</summary>
    private static IEnumerable<(string Place, string Body)> Spoilt(JsonObject body, string place)
    {
        // The sections of a world: things by names of the client's.
        var isNamed = place.EndsWith("/companies", StringComparison.Ordinal)
            || place.EndsWith("/ports", StringComparison.Ordinal)
            || place.EndsWith("/connections", StringComparison.Ordinal);
        foreach (var (name, value) in body.ToList())
        {
            if (value is JsonObject inner && name is not ("stages" or "headers" or "body"))
            {
                foreach (var (at, spoilt) in Spoilt(inner, $"{place}/{name}"))
                {
                    var whole = body.DeepClone();
                    whole[name] = JsonNode.Parse(spoilt);
                    yield return (at, whole.ToJsonString());
                }
            }
        }

        if (!isNamed)
        {
            var one = body.DeepClone();
            one["nobodyKnows"] = 1;
            yield return (place, one.ToJsonString());
        }
    }
}
