using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Emulator.Wire.Pdf;

/// <summary>The fonts of PDFs: the emulator's own, whatever the system has.</summary>
internal sealed class PdfFonts : IFontResolver
{
    private const string Family = "DejaVu Sans";

    /// <summary>The same by another name: the library keeps to what it first did with a font of a name.</summary>
    private const string WholeFamily = "DejaVu Full";

    private const string WholeFace = "whole ";
    private const string Regular = "DejaVuSans.ttf";
    private const string Strong = "DejaVuSans-Bold.ttf";

    private PdfFonts() => GlobalFontSettings.FontResolver = this;

    /// <summary>The one there is: made, and read, with the first PDF.</summary>
    public static PdfFonts Instance { get; } = new();

    /// <summary>A font of a size, in points.</summary>
    /// <param name="size">The size.</param>
    /// <param name="bold">Whether it is the bold one.</param>
    /// <param name="whole">
    /// Whether all of it goes into the document, rather than the letters that are used. The library leaves parts out of
    /// letters which are made of letters that are made of others, as ї is: then all has to be there.
    /// </param>
    public XFont Of(double size, bool bold, bool whole) => new(
        whole ? WholeFamily : Family,
        size,
        bold ? XFontStyleEx.Bold : XFontStyleEx.Regular,
        new XPdfFontOptions(
            PdfFontEncoding.Unicode,
            whole ? PdfFontEmbedding.EmbedCompleteFontFile : PdfFontEmbedding.TryComputeSubset));

    /// <inheritdoc/>
    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new((familyName == WholeFamily ? WholeFace : "") + (isBold ? Strong : Regular));

    /// <inheritdoc/>
    public byte[] GetFont(string faceName)
    {
        var whole = faceName.StartsWith(WholeFace, StringComparison.Ordinal);
        using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream(
            whole ? faceName[WholeFace.Length..] : faceName)!;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        if (whole)
        {
            Rename(bytes);
        }

        return bytes;
    }

    /// <summary>Gives a font its other name, which is as long: the library tells fonts by their names.</summary>
    private static void Rename(Span<byte> font)
    {
        foreach (var letters in new[] { Encoding.BigEndianUnicode, Encoding.ASCII })
        {
            var (name, other) = (letters.GetBytes(Family), letters.GetBytes(WholeFamily));
            for (int at; (at = font.IndexOf(name)) >= 0;)
            {
                other.CopyTo(font[at..]);
            }
        }
    }
}
