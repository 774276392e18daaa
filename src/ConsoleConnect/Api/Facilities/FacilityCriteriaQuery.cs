using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Wire;
using Emulator.Wire.Filters;

namespace Emulator.Api.Facilities;

/// <summary>The query parameter <c>criteria</c>: an object in JSON.</summary>
internal static class FacilityCriteriaQuery
{
    /// <summary>The parameter's name.</summary>
    public const string Name = "criteria";

    private static readonly string[] Members =
        ["speeds", "locations", "name", "crossConnect", "networkStatus", "portReady"];

    /// <summary>What a request asks for; all that take orders where it has no criteria.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.BadQuery"/>.</exception>
    public static FacilityCriteria Of(HttpRequest request)
    {
        if (Read(request) is not { } sent)
        {
            return new FacilityCriteria();
        }

        foreach (var unknown in sent.Select(member => member.Key).Except(Members))
        {
            QueryText.Note(
                request,
                $"{Name} has no {Notes.Quoted(unknown)}, which was overlooked: there are {string.Join(", ", Members)}");
        }

        return new FacilityCriteria
        {
            Speeds = List<int>(sent, "speeds", "an array of whole numbers, Mbps", node =>
                node is JsonValue value && value.TryGetValue<int>(out var speed) ? speed : null),
            Locations = List<Location>(sent, "locations", "an array of texts like \"Sydney,AU\"", LocationOf),
            Name = sent["name"] is not { } name ? null
                : TextOf(name) ?? throw Wrong("name", "a text"),
            CrossConnects = List<CrossConnect>(sent, "crossConnect", "an array of addOn and free", CrossConnectOf),
            Networks = List<NetworkStatus>(sent, "networkStatus", "an array of onNet and offNet", NetworkStatusOf),
            PortReady = sent["portReady"] is not { } ready
                || (ready.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                    ? ready.GetValueKind() == JsonValueKind.True
                    : throw Wrong("portReady", "true or false")),
        };
    }

    private static JsonObject? Read(HttpRequest request)
    {
        try
        {
            return FilterJson.Read(QueryText.Of(request, Name));
        }
        catch (BadFilterException bad)
        {
            throw ServiceErrors.BadQuery.Because(
                $"{bad.Message.TrimEnd('.')}: send {Name}={{\"locations\":[\"Sydney,AU\"],\"speeds\":[10000]}}, "
                + "encoded as queries are, or {} for all.",
                Name,
                "an object in JSON");
        }
    }

    /// <summary>A list of the criteria's; empty where it isn't sent.</summary>
    private static List<T> List<T>(JsonObject sent, string name, string form, Func<JsonNode?, T?> read)
        where T : struct
    {
        if (sent[name] is not { } node)
        {
            return [];
        }

        return node is JsonArray list
            ? [.. list.Select(one => read(one) ?? throw Wrong(name, form))]
            : throw Wrong(name, form);
    }

    /// <summary>The city in front of the last comma, and the country behind it.</summary>
    private static Location? LocationOf(JsonNode? node) =>
        TextOf(node) is { } text && text.LastIndexOf(',') is > 0 and var comma && comma < text.Length - 1
            ? new Location(Countries.InTwoLetters(text[(comma + 1)..]), text[..comma].Trim())
            : null;

    private static CrossConnect? CrossConnectOf(JsonNode? node) => TextOf(node) switch
    {
        "addOn" => CrossConnect.AddOn,
        "free" => CrossConnect.Free,
        _ => null,
    };

    private static NetworkStatus? NetworkStatusOf(JsonNode? node) => TextOf(node) switch
    {
        "onNet" => NetworkStatus.OnNet,
        "offNet" => NetworkStatus.OffNet,
        _ => null,
    };

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static Refusal Wrong(string name, string form) => ServiceErrors.BadQuery.Because(
        $"{name} of {Name} is {form}.", $"{Name}/{name}", form);
}
