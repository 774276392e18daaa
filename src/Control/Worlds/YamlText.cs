using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulator.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Emulator.Control.Worlds;

/// <summary>
/// Makes JSON of YAML, by YAML 1.2's core schema: <c>true</c> and <c>false</c> are Booleans, <c>no</c> is a word. An
/// alias stands for a copy of what it names; what grows too large by them is refused before it is made.
/// </summary>
internal static class YamlText
{
    /// <summary>The JSON that a document stands for.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WorldUnreadable"/>.</exception>
    public static byte[] AsJson(ReadOnlyMemory<byte> yaml)
    {
        try
        {
            using var text = new StringReader(Encoding.UTF8.GetString(yaml.Span));
            return new Writing(new Parser(text)).Document();
        }
        catch (YamlException broken)
        {
            throw Unreadable(broken.Start, broken.InnerException?.Message ?? broken.Message);
        }
    }

    private static Refusal Unreadable(Mark at, string why) => ServiceErrors.WorldUnreadable.Because(
        $"{why} A world in YAML is one document of mappings and scalars.", $"line {at.Line}, column {at.Column}");

    /// <summary>One document on its way.</summary>
    private sealed class Writing(IParser parser)
    {
        private readonly Dictionary<AnchorName, List<ParsingEvent>> anchors = [];
        private readonly ArrayBufferWriter<byte> buffer = new();
        private int nodes;

        public byte[] Document()
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return "{}"u8.ToArray();
            }

            parser.Consume<DocumentStart>();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = WorldText.Deepest + 1 }))
            {
                Write(json, Node(depth: 0), depth: 0);
            }

            parser.Consume<DocumentEnd>();
            return parser.TryConsume<StreamEnd>(out _)
                ? buffer.WrittenSpan.ToArray()
                : throw Unreadable(parser.Current!.Start, "There is a second document.");
        }

        /// <summary>The events of the next node, whole; what it is anchored as is known from then on.</summary>
        private List<ParsingEvent> Node(int depth)
        {
            var first = parser.Consume<ParsingEvent>();
            Count(first, depth);
            if (first is AnchorAlias alias)
            {
                // One within its own node isn't known yet: there are no circles.
                var named = anchors.GetValueOrDefault(alias.Value) ?? throw Unreadable(
                    alias.Start, $"*{alias.Value} names nothing that stands before it; a circle can't be.");
                nodes += named.Count;
                Count(alias, depth);
                return named;
            }

            List<ParsingEvent> all = [first];
            if (first is MappingStart or SequenceStart)
            {
                while (parser.Current is not (MappingEnd or SequenceEnd))
                {
                    all.AddRange(Node(depth + 1));
                }

                all.Add(parser.Consume<ParsingEvent>());
            }

            if (first is NodeEvent { Anchor.IsEmpty: false } anchored)
            {
                anchors[anchored.Anchor] = all;
            }

            return all;
        }

        private void Count(ParsingEvent node, int depth)
        {
            if (++nodes > WorldText.MostNodes)
            {
                throw Unreadable(
                    node.Start,
                    $"It has more than {WorldText.MostNodes} nodes, with those that aliases stand for.");
            }

            if (depth > WorldText.Deepest)
            {
                throw Unreadable(node.Start, $"It is deeper than {WorldText.Deepest} levels.");
            }
        }

        private static void Write(Utf8JsonWriter json, List<ParsingEvent> events, int depth)
        {
            // Whether the next scalar is a name, for each mapping and sequence that is open.
            Stack<bool?> names = new([null]);
            foreach (var one in events)
            {
                if (names.Count > WorldText.Deepest + 1)
                {
                    throw Unreadable(one.Start, $"It is deeper than {WorldText.Deepest} levels.");
                }

                switch (one)
                {
                    case MappingStart or SequenceStart when names.Peek() == true:
                        throw Unreadable(one.Start, "A name is a scalar.");
                    case MappingStart:
                        Next();
                        json.WriteStartObject();
                        names.Push(true);
                        break;
                    case SequenceStart:
                        Next();
                        json.WriteStartArray();
                        names.Push(null);
                        break;
                    case MappingEnd:
                        json.WriteEndObject();
                        names.Pop();
                        break;
                    case SequenceEnd:
                        json.WriteEndArray();
                        names.Pop();
                        break;
                    case Scalar scalar when names.Peek() == true:
                        json.WritePropertyName(scalar.Value);
                        Next();
                        break;
                    case Scalar scalar:
                        WriteValue(json, scalar);
                        Next();
                        break;
                }
            }

            void Next()
            {
                if (names.Pop() is var was)
                {
                    names.Push(was is { } isName ? !isName : null);
                }
            }
        }

        private static void WriteValue(Utf8JsonWriter json, Scalar scalar)
        {
            var text = scalar.Value;
            if (scalar.Style != ScalarStyle.Plain
                || (!scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:str"))
            {
                json.WriteStringValue(text);
                return;
            }

            switch (text)
            {
                case "" or "~" or "null" or "Null" or "NULL":
                    json.WriteNullValue();
                    break;
                case "true" or "True" or "TRUE":
                    json.WriteBooleanValue(true);
                    break;
                case "false" or "False" or "FALSE":
                    json.WriteBooleanValue(false);
                    break;
                case var _ when long.TryParse(
                    text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                    json.WriteNumberValue(whole);
                    break;
                case var _ when decimal.TryParse(
                    text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                    json.WriteNumberValue(number);
                    break;
                default:
                    json.WriteStringValue(text);
                    break;
            }
        }
    }
}
