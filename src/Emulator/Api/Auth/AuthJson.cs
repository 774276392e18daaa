using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;
using Emulator.Wire.People;

namespace Emulator.Api.Auth;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(UserAccount))]
[JsonSerializable(typeof(NothingToTell))]
internal sealed partial class AuthJson : JsonSerializerContext;
