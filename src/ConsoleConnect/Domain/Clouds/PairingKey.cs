using System.Globalization;
using System.Text.RegularExpressions;
using Emulator.Errors;

namespace Emulator.Domain.Clouds;

/// <summary>
/// A key that Google gives for one VLAN attachment: <c>uuid/region/1</c>, the last being the availability domain
/// (OpenAPI 1.0.0, GCE layer2).
/// </summary>
/// <param name="Text">As it was sent, in lower case.</param>
/// <param name="Region">Google's region.</param>
/// <param name="Domain">The availability domain, 1 or 2.</param>
internal sealed partial record PairingKey(string Text, string Region, int Domain)
{
    /// <summary>How a refusal names it.</summary>
    public const string Noun = "pairing key";

    /// <summary>Reads the two keys of an order: one of each availability domain of one region.</summary>
    /// <param name="sent">As they were sent.</param>
    /// <param name="region">The region that is asked for.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.TwoPairingKeys"/>, <see cref="ServiceErrors.PairingKeyInvalid"/>.
    /// </exception>
    public static IReadOnlyList<PairingKey> ReadTwo(IReadOnlyList<string> sent, string region)
    {
        if (sent.Count != 2)
        {
            throw ServiceErrors.TwoPairingKeys.Because(
                $"There are {sent.Count}: Google connections are redundant, with one key of each of the region's two "
                + "availability domains (OpenAPI 1.0.0, GCE layer2).", region);
        }

        var keys = sent.Select(Read).ToList();
        if (keys.Find(key => key.Region != region.ToLowerInvariant()) is { } foreign)
        {
            throw ServiceErrors.TwoPairingKeys.Because(
                $"One is of {foreign.Region}: take both from the region that partner.region names.", region);
        }

        return keys[0].Domain != keys[1].Domain
            ? keys
            : throw ServiceErrors.TwoPairingKeys.Because(
                $"Both end with /{keys[0].Domain}: take one that ends with /1 and one that ends with /2.", region);
    }

    private static PairingKey Read(string sent) =>
        Form().Match(sent) is { Success: true } key
            ? new PairingKey(
                sent.ToLowerInvariant(),
                key.Groups["region"].Value.ToLowerInvariant(),
                int.Parse(key.Groups["domain"].Value, CultureInfo.InvariantCulture))
            : throw ServiceErrors.PairingKeyInvalid.Because("A pairing key is a uuid, a region and an availability "
                + "domain, such as 8f14e45f-ceea-467f-a9c1-2f6d5b7c3e10/europe-west1/1.");

    [GeneratedRegex(
        @"\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/(?<region>[A-Za-z]+(-[A-Za-z0-9]+)+)/(?<domain>[12])\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
