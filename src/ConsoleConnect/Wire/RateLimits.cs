using System.Globalization;
using System.Text.Json;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>The bandwidth of a CloudRouter's site, as requests have it: a unit and a number of it.</summary>
internal static class RateLimits
{
    /// <summary>One, as the refusal shows it.</summary>
    public const string Format = """{"unit": "Mbps", "value": 200}""";

    /// <summary>More than any port has, Mbps: what is above counts as that, and is refused for want of room.</summary>
    private const double MostMbps = 1_000_000_000;

    public static readonly RequestSchema Schema = new RequestSchema()
        .Text("unit", "Mbps or Gbps.")
        .Number("value", "How many: whole Mbps, 1 at least.");

    /// <summary>A bandwidth, Mbps; null where none is sent.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.RateLimitInvalid"/>, <see cref="ServiceErrors.RateLimitNotPositive"/>.
    /// </exception>
    public static int? Of(Asked asked, BodyMember<Asked> member) => Of(asked, member.Told.Name);

    /// <inheritdoc cref="Of(Asked, BodyMember{Asked})"/>
    public static int? Of(Asked asked, string name)
    {
        if (!asked.Has(name))
        {
            return null;
        }

        var rate = asked.Object(name);
        var unit = rate.Text("unit")?.ToUpperInvariant();
        if (unit is not ("MBPS" or "GBPS")
            || !rate.Has("value")
            || rate.Value("value") is not { ValueKind: JsonValueKind.Number } sent
            || !sent.TryGetDouble(out var value))
        {
            throw ServiceErrors.RateLimitInvalid.Because(
                $"{name} is an object of a unit, Mbps or Gbps, and a value, a number.", Format);
        }

        var mbps = value * (unit == "GBPS" ? 1000 : 1);
        if (mbps <= 0)
        {
            throw ServiceErrors.RateLimitNotPositive.Because(string.Create(
                CultureInfo.InvariantCulture, $"{name}.value is {value}; send 1 or more."));
        }

        return Math.Abs(mbps - Math.Round(mbps)) < 1e-6
            ? (int)Math.Min(Math.Round(mbps), MostMbps)
            : throw ServiceErrors.RateLimitInvalid.Because($"{name} is in whole Mbps.", Format);
    }
}
