using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.Entitlements;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(ListEntitlements.Response), TypeInfoPropertyName = "ListEntitlements")]
[JsonSerializable(typeof(GetEntitlement.Response), TypeInfoPropertyName = "GetEntitlement")]
internal sealed partial class EntitlementsJson : JsonSerializerContext;
