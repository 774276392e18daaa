using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(ListRequestsOfCompany.Response), TypeInfoPropertyName = "ListRequestsOfCompany")]
[JsonSerializable(typeof(ListRequestsOfUser.Response), TypeInfoPropertyName = "ListRequestsOfUser")]
internal sealed partial class MembershipRequestsJson : JsonSerializerContext;
