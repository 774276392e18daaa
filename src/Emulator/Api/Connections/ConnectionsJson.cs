using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;
using Emulator.Wire.Connections;

namespace Emulator.Api.Connections;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(ConnectionDetails))]
[JsonSerializable(typeof(Results<ListedConnection>))]
[JsonSerializable(typeof(Results<GetConnectionLog.Entry>))]
[JsonSerializable(typeof(ListWantedConnections.Wanted))]
internal sealed partial class ConnectionsJson : JsonSerializerContext;
