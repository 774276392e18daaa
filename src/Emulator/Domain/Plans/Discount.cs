using System.Security.Cryptography;
using System.Text;

namespace Emulator.Domain.Plans;

/// <summary>
/// The discount that a code stands for. Nothing is calculated with it; an order keeps its code and tells its id.
/// </summary>
internal static class Discount
{
    /// <summary>
    /// The id of a code's discount: it follows from the code, without regard to case, so that the same code always
    /// means the same discount; assumed. Null without a code.
    /// </summary>
    public static string? IdOf(string? code) =>
        code is null
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.ToUpperInvariant())))[..24];
}
