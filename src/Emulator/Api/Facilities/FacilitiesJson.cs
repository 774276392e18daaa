using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Emulator.Wire;
using Emulator.Wire.Places;

namespace Emulator.Api.Facilities;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(FacilityDocument))]
[JsonSerializable(typeof(IReadOnlyList<JsonNode?>))]
internal sealed partial class FacilitiesJson : JsonSerializerContext;
