using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Emulator.Wire.Pdf;

/// <summary>The fonts of PDFs: the emulator's own, whatever the system has.</summary>
internal sealed class PdfFonts : IFontResolver
{
    private const string Family = "DejaVu Sans";
    private const string Regular = "DejaVuSans.ttf";
    private const string Strong = "DejaVuSans-Bold.ttf";

    private PdfFonts() => GlobalFontSettings.FontResolver = this;

    /// <summary>The one there is: made, and read, with the first PDF.</summary>
    public static PdfFonts Instance { get; } = new();

    /// <summary>A font of a size, in points.</summary>
    public XFont Of(double size, bool bold = false) => new(
        Family,
        size,
        bold ? XFontStyleEx.Bold : XFontStyleEx.Regular,
        new XPdfFontOptions(PdfFontEncoding.Unicode));

    /// <inheritdoc/>
    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? Strong : Regular);

    /// <inheritdoc/>
    public byte[] GetFont(string faceName)
    {
        using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream(faceName)!;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
