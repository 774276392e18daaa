using System.Globalization;
using System.Text;
using System.Xml;

namespace Emulator.Control.Comparing;

/// <summary>Writes a comparison for people, and for CI as JUnit's XML.</summary>
internal static class ComparisonText
{
    /// <summary>As text.</summary>
    public static string Plain(ComparisonShown shown)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Headline(shown)}\n");
        foreach (var operation in shown.Operations.Where(operation => operation.Different > 0))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{operation.Operation}: {operation.Different} of {operation.Replayed + operation.Read} differ\n");
            text.Append(Differences(operation));
        }

        if (shown.Skips.Count > 0)
        {
            text.Append("\nNot compared, or only read:\n");
            foreach (var skip in shown.Skips)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {skip.Count,5}  {skip.Reason}{(skip.WasRead ? " (read)" : "")}: "
                    + $"{Entries(skip.In, skip.Count)}\n");
            }
        }

        if (shown.Unknown.Count > 0)
        {
            text.Append("\nNo operations of the emulator's:\n");
            foreach (var unknown in shown.Unknown)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {unknown.Count,5}  {unknown.Request}\n");
            }
        }

        if (shown.OtherHosts.Count > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nOther hosts: "
                + $"{string.Join(", ", shown.OtherHosts.Select(host => $"{host.Host} ({host.Count})"))}\n");
        }

        return text.ToString();
    }

    /// <summary>As JUnit's XML: a case for each operation, and one for each reason why some were skipped.</summary>
    public static string JUnit(ComparisonShown shown)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "The emulator beside a recording of the service");
            Count("tests", shown.Operations.Count + shown.Skips.Count);
            Count("failures", shown.Operations.Count(operation => operation.Different > 0));
            Count("errors", shown.Verdict == "nothing" ? 1 : 0);
            Count("skipped", shown.Skips.Count);
            foreach (var operation in shown.Operations)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", "compare");
                xml.WriteAttributeString("name", operation.Operation);
                if (operation.Different > 0)
                {
                    xml.WriteStartElement("failure");
                    xml.WriteAttributeString(
                        "message",
                        $"{operation.Different} of {operation.Replayed + operation.Read} exchanges differ");
                    xml.WriteString(Clean(Differences(operation)));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            foreach (var skip in shown.Skips)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", "compare.skipped");
                xml.WriteAttributeString("name", Clean($"{skip.Count}: {skip.Reason}"));
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", Clean(Entries(skip.In, skip.Count)));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();

            void Count(string name, int count) =>
                xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static string Headline(ComparisonShown shown)
    {
        var different = shown.Operations.Count(operation => operation.Different > 0);
        var found = shown.Verdict switch
        {
            "same" => $"no difference in {shown.Operations.Count} operations",
            "nothing" => "nothing to compare: no exchange is one of the service's that could be",
            _ => $"{different} of {shown.Operations.Count} operations differ",
        };
        return $"{shown.Entries} exchanges, {shown.Replayed} replayed, {shown.Read} read, {shown.Skipped} skipped: "
            + $"{found}";
    }

    private static string Differences(OperationCompared operation)
    {
        var text = new StringBuilder();
        foreach (var difference in operation.Differences)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {difference.Kind,-8} {(difference.At.Length == 0 ? "" : $"{difference.At}: ")}recorded "
                + $"{difference.Recorded}, emulator {difference.Emulator} "
                + $"({Entries(difference.In, difference.Count)})\n");
        }

        return text.ToString();
    }

    private static string Entries(IReadOnlyList<int> numbers, int count) =>
        $"{(count == 1 ? "entry" : "entries")} {string.Join(", ", numbers)}{(count > numbers.Count ? " …" : "")}";

    /// <summary>Without characters that XML can't have.</summary>
    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
