using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;
using Emulator.Wire.Ports;

namespace Emulator.Api.Ports;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(PortDetails))]
[JsonSerializable(typeof(Results<ListedPort>))]
[JsonSerializable(typeof(AccessCircuitDetails))]
[JsonSerializable(typeof(PortUtilization))]
[JsonSerializable(typeof(PortVlans))]
[JsonSerializable(typeof(NothingToTell))]
internal sealed partial class PortsJson : JsonSerializerContext;
