using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.Metros;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(Results<ListMetroCapabilities.MetroCapabilities>))]
internal sealed partial class MetrosJson : JsonSerializerContext;
