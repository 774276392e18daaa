using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulator.Api.PrivateAsn;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SuggestedAsn))]
[JsonSerializable(typeof(AsnRange))]
[JsonSerializable(typeof(AsnVerdict))]
internal sealed partial class PrivateAsnJson : JsonSerializerContext;
