using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.Partners;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(Results<PartnerPort>))]
[JsonSerializable(typeof(Results<ListAddons.AddonShown>))]
internal sealed partial class PartnersJson : JsonSerializerContext;
