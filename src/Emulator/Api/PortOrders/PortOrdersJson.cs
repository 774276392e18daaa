using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.PortOrders;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(PortOrderDetails))]
[JsonSerializable(typeof(Results<ListPortOrders.Item>))]
internal sealed partial class PortOrdersJson : JsonSerializerContext;
