using PdfSharp.Drawing;
using PdfSharp.Events;
using PdfSharp.Pdf;

namespace Emulator.Wire.Pdf;

/// <summary>A column of a table on paper.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Width">Its part of the table's width, of all columns' together.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
internal sealed record PdfColumn(string Title, double Width, bool IsNumber = false);

/// <summary>
/// Pages of A4 that are written from top to bottom. Texts are drawn as they are: nothing in them is markup. A letter
/// that the font doesn't have is drawn as a box, and mentioned on the last page.
/// </summary>
internal sealed class PdfPaper : IDisposable
{
    private const double Margin = 48;
    private const double Bottom = 56;
    private const double Padding = 4;
    private const double Line = 12.5;
    private const int MostLines = 3;

    /// <summary>What stands for a letter that the font doesn't have: it has this one.</summary>
    private const int Box = 0x25A1;

    private static readonly XColor Ink = XColor.FromArgb(0x1F, 0x29, 0x37);
    private static readonly XColor Pale = XColor.FromArgb(0x6B, 0x72, 0x80);
    private static readonly XColor Accent = XColor.FromArgb(0x0F, 0x4C, 0x81);
    private static readonly XColor Rule = XColor.FromArgb(0xD1, 0xD5, 0xDB);
    private static readonly XColor Stripe = XColor.FromArgb(0xF3, 0xF6, 0xFA);

    private readonly XFont plain, bold, small, heading, title;
    private readonly PdfDocument document = new();
    private readonly SortedSet<int> missing = [];
    private XGraphics page;
    private double y;

    /// <param name="name">What the document is called.</param>
    /// <param name="at">When it is made.</param>
    /// <param name="western">Whether its texts are all <see cref="PdfText.IsWestern"/>: a small file.</param>
    public PdfPaper(string name, DateTimeOffset at, bool western)
    {
        var fonts = PdfFonts.Instance;
        plain = fonts.Of(9, bold: false, !western);
        small = fonts.Of(7.5, bold: false, !western);
        bold = fonts.Of(9, bold: true, whole: false);
        heading = fonts.Of(12, bold: true, whole: false);
        title = fonts.Of(22, bold: true, whole: false);
        document.Info.Title = name;
        document.Info.Creator = "Console Connect emulator";
        document.Info.CreationDate = at.UtcDateTime;
        document.RenderEvents.RenderTextEvent += ShowMissing;
        page = NextPage();
    }

    private double Width => page.PageSize.Width - (2 * Margin);

    private double Left => page.PageSize.Height - Bottom - y;

    /// <summary>The title of it all, with a line about it.</summary>
    public void Title(string text, string about)
    {
        page.DrawRectangle(new XSolidBrush(Accent), 0, 0, page.PageSize.Width, 10);
        y += 14;
        page.DrawString(text, title, new XSolidBrush(Accent), Margin, y + 8);
        y += 26;
        Draw(about, plain, Pale, Margin, Width);
        y += 26;
    }

    /// <summary>Facts, a name and a value on each line.</summary>
    public void Facts(IEnumerable<(string Name, string Value)> facts)
    {
        foreach (var (name, value) in facts)
        {
            Draw(name, small, Pale, Margin, 90);
            Draw(value, plain, Ink, Margin + 96, Width - 96);
            y += 15;
        }

        y += 10;
    }

    /// <summary>A table; where a page ends, its head is drawn again on the next.</summary>
    /// <param name="name">What stands above it.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows: a text for each column.</param>
    /// <param name="sum">The last row, which stands out.</param>
    /// <param name="keepTogether">How much room it needs to begin here, points.</param>
    public void Table(
        string name,
        IReadOnlyList<PdfColumn> columns,
        IEnumerable<IReadOnlyList<string>> rows,
        IReadOnlyList<string> sum,
        double? keepTogether = null)
    {
        if (Left < (keepTogether ?? 90))
        {
            page = NextPage();
        }

        Draw(name, heading, Accent, Margin, Width);
        y += 20;
        Head(columns);
        var striped = false;
        foreach (var row in rows)
        {
            Row(columns, row, plain, striped ? Stripe : XColors.White);
            striped = !striped;
        }

        Row(columns, sum, bold, XColors.White);
        page.DrawLine(new XPen(Ink, 0.8), Margin, y - Line - Padding, Margin + Width, y - Line - Padding);
        y += 18;
    }

    /// <summary>A line of small print.</summary>
    public void SmallPrint(string text)
    {
        foreach (var line in Wrapped(text, small, Width, most: 6))
        {
            if (Left < 14)
            {
                page = NextPage();
            }

            Draw(line, small, Pale, Margin, Width);
            y += 11;
        }
    }

    /// <summary>The document, with the pages numbered.</summary>
    /// <param name="foot">What stands at the foot of each page.</param>
    public byte[] Finished(string foot)
    {
        if (missing.Count > 0)
        {
            y += 6;
            SmallPrint("□ stands for a letter that this document's font doesn't have: "
                + string.Join(", ", missing.Take(20).Select(letter => $"U+{letter:X4}"))
                + (missing.Count > 20 ? $" and {missing.Count - 20} more." : "."));
        }

        page.Dispose();
        for (var index = 0; index < document.PageCount; index++)
        {
            page = XGraphics.FromPdfPage(document.Pages[index]);
            y = page.PageSize.Height - 40;
            page.DrawLine(new XPen(Rule, 0.5), Margin, y, Margin + Width, y);
            y += 4;
            Draw(foot, small, Pale, Margin, Width - 80);
            var number = $"Page {index + 1} of {document.PageCount}";
            page.DrawString(
                number, small, new XSolidBrush(Pale), new XRect(Margin, y, Width, 12), XStringFormats.TopRight);
            page.Dispose();
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        page.Dispose();
        document.Dispose();
    }

    private XGraphics NextPage()
    {
        page?.Dispose();
        y = Margin;
        return XGraphics.FromPdfPage(document.AddPage());
    }

    private void Head(IReadOnlyList<PdfColumn> columns)
    {
        page.DrawRectangle(new XSolidBrush(Accent), Margin, y, Width, Line + Padding);
        Cells(columns, [.. columns.Select(column => (IReadOnlyList<string>)[column.Title])], bold, XColors.White);
        y += Line + Padding;
    }

    private void Row(IReadOnlyList<PdfColumn> columns, IReadOnlyList<string> row, XFont font, XColor ground)
    {
        var all = columns.Sum(column => column.Width);
        List<IReadOnlyList<string>> cells =
        [
            .. row.Select((text, index) =>
                Wrapped(text, font, (Width * columns[index].Width / all) - (2 * Padding), MostLines)),
        ];
        var height = (cells.Max(cell => cell.Count) * Line) + Padding;
        if (Left < height)
        {
            page = NextPage();
            Head(columns);
        }

        page.DrawRectangle(new XSolidBrush(ground), Margin, y, Width, height);
        page.DrawLine(new XPen(Rule, 0.4), Margin, y + height, Margin + Width, y + height);
        Cells(columns, cells, font, Ink);
        y += height;
    }

    private void Cells(
        IReadOnlyList<PdfColumn> columns, IReadOnlyList<IReadOnlyList<string>> cells, XFont font, XColor color)
    {
        var all = columns.Sum(column => column.Width);
        var x = Margin;
        for (var index = 0; index < columns.Count; index++)
        {
            var width = Width * columns[index].Width / all;
            for (var line = 0; line < cells[index].Count; line++)
            {
                page.DrawString(
                    cells[index][line],
                    font,
                    new XSolidBrush(color),
                    new XRect(x + Padding, y + 2 + (line * Line), width - (2 * Padding), Line),
                    columns[index].IsNumber ? XStringFormats.TopRight : XStringFormats.TopLeft);
            }

            x += width;
        }
    }

    private void Draw(string text, XFont font, XColor color, double x, double width) =>
        page.DrawString(
            Wrapped(text, font, width, most: 1)[0],
            font,
            new XSolidBrush(color),
            new XRect(x, y, width, Line),
            XStringFormats.TopLeft);

    /// <summary>A text in lines that fit a width; what doesn't fit into the last ends in an ellipsis.</summary>
    private List<string> Wrapped(string text, XFont font, double width, int most)
    {
        var lines = new List<string>();
        var left = text;
        while (left.Length > 0 && lines.Count < most)
        {
            var fits = Fitting(left, font, width);
            if (fits == left.Length)
            {
                lines.Add(left);
                return lines;
            }

            if (lines.Count == most - 1)
            {
                var end = Math.Max(Fitting(left, font, width - page.MeasureString("…", font).Width), 0);
                lines.Add(left[..Whole(left, end)] + "…");
                return lines;
            }

            var blank = left.LastIndexOf(' ', Math.Min(fits, left.Length - 1));
            var cut = blank > 0 ? blank : Math.Max(Whole(left, fits), 1);
            lines.Add(left[..cut]);
            left = left[cut..].TrimStart();
        }

        return lines.Count == 0 ? [""] : lines;
    }

    /// <summary>How many characters of a text fit a width.</summary>
    private int Fitting(string text, XFont font, double width)
    {
        if (page.MeasureString(text, font).Width <= width)
        {
            return text.Length;
        }

        var (fits, tooMany) = (0, text.Length);
        while (tooMany - fits > 1)
        {
            var half = (fits + tooMany) / 2;
            if (page.MeasureString(text[..Whole(text, half)], font).Width <= width)
            {
                fits = half;
            }
            else
            {
                tooMany = half;
            }
        }

        return fits;
    }

    /// <summary>A number of characters that parts no pair of surrogates.</summary>
    private static int Whole(string text, int count) =>
        count > 0 && count < text.Length && char.IsLowSurrogate(text[count]) ? count - 1 : count;

    private void ShowMissing(object sender, RenderTextEventArgs drawn)
    {
        for (var index = 0; index < drawn.CodePointGlyphIndexPairs.Length; index++)
        {
            ref var pair = ref drawn.CodePointGlyphIndexPairs[index];
            if (pair.GlyphIndex == 0)
            {
                missing.Add(pair.CodePoint);
                pair.CodePoint = Box;
                drawn.ReevaluateGlyphIndices = true;
            }
        }
    }
}
