using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.People;

namespace Emulator.Api.Users;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(PublicUser))]
[JsonSerializable(typeof(CompanyAsUser))]
[JsonSerializable(typeof(ReadDailyReview.Response), TypeInfoPropertyName = "ReadDailyReview")]
[JsonSerializable(typeof(GetPublicStats.Response), TypeInfoPropertyName = "GetPublicStats")]
[JsonSerializable(typeof(CheckUsername.Response), TypeInfoPropertyName = "CheckUsername")]
internal sealed partial class UsersJson : JsonSerializerContext;
