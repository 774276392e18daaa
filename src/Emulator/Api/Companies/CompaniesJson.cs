using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(MemberList))]
[JsonSerializable(typeof(CompaniesOfUser))]
internal sealed partial class CompaniesJson : JsonSerializerContext;
