using System.Globalization;
using Emulator.Wire.Pdf;

namespace Emulator.Api.Pricing;

/// <summary>Prices on paper: what a client has had calculated, as it sends it.</summary>
/// <param name="Company">For whom; null where the caller belongs to no company.</param>
/// <param name="By">Who has it made.</param>
/// <param name="At">When.</param>
/// <param name="Discount">The discount that is in the prices, in words; null where none is named.</param>
/// <param name="Sections">Its tables.</param>
internal sealed record Quotation(
    string? Company, string By, DateTimeOffset At, string? Discount, IReadOnlyList<Quotation.Section> Sections)
{
    /// <summary>What it is called, as a file.</summary>
    public const string FileName = "price-quotation.pdf";

    private const string Foot = "Made by the Console Connect emulator for development and tests. It binds nobody.";

    private const string Print = "Prices are the ones of the calculation that this document was asked for, in US "
        + "dollars and without taxes: of a port for a month, of all else for what its line tells. Where a price is "
        + "told on application, the sums leave it out.";

    /// <summary>One at a time is drawn: a long one takes some megabytes.</summary>
    private static readonly Lock Drawing = new();

    /// <summary>All prices together.</summary>
    public decimal Total => Sections.Sum(section => section.Sum);

    /// <summary>The paper.</summary>
    public byte[] Drawn()
    {
        lock (Drawing)
        {
            List<(string, string)> facts = [.. Facts()];
            using var paper = new PdfPaper("Price quotation", At, Texts(facts).All(PdfText.IsWestern));
            paper.Title("Price quotation", string.Create(CultureInfo.InvariantCulture, $"{At:d MMMM yyyy}"));
            paper.Facts(facts);
            foreach (var section in Sections.Where(section => section.Rows.Count > 0))
            {
                paper.Table(section.Name, section.Columns, section.Rows.Select(row => row.Cells), SumOf(section));
            }

            paper.Table(
                "Summary",
                [new("Product", 60), new("Items", 15, IsNumber: true), new("Price (USD)", 25, IsNumber: true)],
                Sections.Where(section => section.Rows.Count > 0).Select(section => (IReadOnlyList<string>)
                    [section.Name, section.Items.ToString(CultureInfo.InvariantCulture), Amount(section.Sum)]),
                ["Total", Sections.Sum(section => section.Items).ToString(CultureInfo.InvariantCulture), Amount(Total)],
                keepTogether: 160);
            paper.SmallPrint(Print);
            return paper.Finished(Foot);
        }
    }

    /// <summary>An amount as it is printed: 1,234.50.</summary>
    public static string Amount(decimal? amount) =>
        amount is { } known ? known.ToString("#,##0.00##", CultureInfo.InvariantCulture) : "on application";

    private IEnumerable<string> Texts(IEnumerable<(string Name, string Value)> facts) => facts
        .Select(fact => fact.Value)
        .Concat(Sections.SelectMany(section => section.Rows).SelectMany(row => row.Cells));

    private IEnumerable<(string, string)> Facts()
    {
        if (Company is { } company)
        {
            yield return ("Prepared for", PdfText.InOneLine(company));
        }

        yield return ("Requested by", PdfText.InOneLine(By));
        yield return ("Date", string.Create(CultureInfo.InvariantCulture, $"{At.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        yield return ("Currency", "US dollars (USD)");
        if (Discount is { } discount)
        {
            yield return ("Discount", PdfText.InOneLine(discount));
        }
    }

    private static string[] SumOf(Section section) =>
        [.. section.Columns.Select((_, index) => index == 0 ? "Sum"
            : index == section.Columns.Count - 1 ? Amount(section.Sum) : "")];

    /// <summary>A table: the last column is the price.</summary>
    internal sealed record Section(string Name, IReadOnlyList<PdfColumn> Columns, IReadOnlyList<Row> Rows)
    {
        /// <summary>How many things are priced: rows about parts of one don't count.</summary>
        public int Items => Rows.Count(row => !row.IsPart);

        public decimal Sum => Rows.Sum(row => row.IsPart ? 0 : row.Price ?? 0);
    }

    /// <summary>A line of a table.</summary>
    /// <param name="Texts">What stands in all columns but the last.</param>
    /// <param name="Price">The price; null where the price is on request.</param>
    /// <param name="IsPart">Whether it is a part of the line before, whose price has it.</param>
    internal sealed record Row(IReadOnlyList<string> Texts, decimal? Price, bool IsPart = false)
    {
        public IReadOnlyList<string> Cells =>
            [.. Texts.Select(PdfText.InOneLine), IsPart && Price is null ? "" : Amount(Price)];
    }
}
