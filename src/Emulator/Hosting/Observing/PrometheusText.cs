using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Emulator.Simulation;

namespace Emulator.Hosting.Observing;

/// <summary>
/// Listens to the emulator's instruments and the runtime's, and writes them as Prometheus reads them
/// (<c>text/plain; version=0.0.4</c>). A writer of our own: OpenTelemetry's exporter for Prometheus has been a beta for
/// years, and would bring its whole SDK along.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    /// <summary>What the answer is.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>The most series: there are far fewer of routes, statuses and states, whatever clients send.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<Instrument, Family> families = new();
    private readonly MeterListener listener = new();
    private int series;

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name is Telemetry.Name or "System.Runtime")
            {
                families[instrument] = new Family(instrument);
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((one, value, labels, _) => Add(one, value, labels));
        listener.SetMeasurementEventCallback<int>((one, value, labels, _) => Add(one, value, labels));
        listener.SetMeasurementEventCallback<double>((one, value, labels, _) => Add(one, value, labels));
        listener.Start();
    }

    /// <summary>Everything as it stands now.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var (family, key) = (families[instrument], Labels(labels));
        if (!family.Series.TryGetValue(key, out var one))
        {
            if (Interlocked.Increment(ref series) > Most)
            {
                return;
            }

            one = family.Series.GetOrAdd(key, _ => new Series(family.Bounds.Count));
        }

        one.Add(value, family);
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            text.Append(text.Length > 0 ? "," : "").Append(Spelled(name)).Append("=\"")
                .Append((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal))
                .Append('"');
        }

        return text.ToString();
    }

    private static string Spelled(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary>An instrument and its series.</summary>
    private sealed class Family
    {
        private readonly string kind;
        private readonly string help;

        public Family(Instrument instrument)
        {
            var type = instrument.GetType().Name;
            kind = type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
                : type.Contains("UpDown", StringComparison.Ordinal) || type.Contains("Gauge", StringComparison.Ordinal)
                    ? "gauge"
                    : "counter";
            IsSum = !type.StartsWith("Observable", StringComparison.Ordinal)
                && !type.Contains("Gauge", StringComparison.Ordinal);
            var unit = instrument.Unit switch
            {
                "s" => "_seconds",
                "By" => "_bytes",
                "1" => "_ratio",
                _ => "",
            };
            Name = Spelled(instrument.Name);
            Name += Name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit;
            Name += kind == "counter" && !Name.EndsWith("_total", StringComparison.Ordinal) ? "_total" : "";
            help = (instrument.Description ?? instrument.Name).ReplaceLineEndings(" ");
            Bounds = kind == "histogram"
                ? (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? []
                : [];
        }

        public string Name { get; }

        /// <summary>Whether measurements are added up; the others say how it stands.</summary>
        public bool IsSum { get; }

        /// <summary>The upper bounds of a histogram's buckets.</summary>
        public IReadOnlyList<double> Bounds { get; }

        /// <summary>By their labels, as they are written.</summary>
        public ConcurrentDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        public bool IsHistogram => kind == "histogram";

        public void Write(StringBuilder text)
        {
            if (Series.IsEmpty)
            {
                return;
            }

            text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {help}\n# TYPE {Name} {kind}\n");
            foreach (var (labels, one) in Series.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                one.Write(text, this, labels);
            }
        }
    }

    /// <summary>One series: a number, or the counts of a histogram.</summary>
    private sealed class Series(int bounds)
    {
        private readonly Lock adding = new();
        private readonly long[] counts = new long[bounds + 1];
        private double sum;

        public void Add(double value, Family family)
        {
            lock (adding)
            {
                sum = family.IsSum ? sum + value : value;
                if (family.IsHistogram)
                {
                    var bucket = 0;
                    while (bucket < family.Bounds.Count && value > family.Bounds[bucket])
                    {
                        bucket++;
                    }

                    counts[bucket]++;
                }
            }
        }

        public void Write(StringBuilder text, Family family, string labels)
        {
            lock (adding)
            {
                var braced = labels.Length > 0 ? $"{{{labels}}}" : "";
                if (!family.IsHistogram)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{family.Name}{braced} {sum}\n");
                    return;
                }

                var below = 0L;
                for (var bucket = 0; bucket < counts.Length; bucket++)
                {
                    below += counts[bucket];
                    var bound = bucket < family.Bounds.Count
                        ? family.Bounds[bucket].ToString(CultureInfo.InvariantCulture)
                        : "+Inf";
                    text.Append(CultureInfo.InvariantCulture,
                        $"{family.Name}_bucket{{{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"}} {below}\n");
                }

                text.Append(CultureInfo.InvariantCulture,
                    $"{family.Name}_sum{braced} {sum}\n{family.Name}_count{braced} {below}\n");
            }
        }
    }
}
