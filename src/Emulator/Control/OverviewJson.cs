using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>How the answers about the whole are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)]
)]
[JsonSerializable(typeof(ProgramShown))]
[JsonSerializable(typeof(OverviewRoutes.OverviewShown))]
internal sealed partial class OverviewJson : JsonSerializerContext;
