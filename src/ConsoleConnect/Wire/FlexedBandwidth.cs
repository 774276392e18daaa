using System.Text.Json;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>The bandwidth that a flex asks for, Mbps: a number, or the same as text.</summary>
internal static class FlexedBandwidth
{
    /// <summary>What a body has as <c>bandwidth</c>: a whole number from 1, however large.</summary>
    /// <param name="asked">The body.</param>
    /// <param name="source">What prints the rule, with a space in front; empty where nothing does.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.FlexNotWhole"/>, <see cref="ServiceErrors.FlexTooSmall"/>.
    /// </exception>
    public static double Of(Asked asked, string source = "")
    {
        var sent = asked.Value("bandwidth");
        if (!(sent.ValueKind == JsonValueKind.Number && sent.TryGetDouble(out var number) && double.IsFinite(number)
            && number == Math.Floor(number)))
        {
            number = RequestSchema.WholeNumber(sent)
                ?? throw ServiceErrors.FlexNotWhole.Because(
                    $"bandwidth {sent.GetRawText()} is no whole number of Mbps{source}.");
        }

        return number >= 1
            ? number
            : throw ServiceErrors.FlexTooSmall.Because($"bandwidth is a whole number greater than 0{source}.");
    }
}
