using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Wire;

namespace Emulator.Api.InternetOnDemand;

/// <summary>How the chapter's answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(ServiceDetails))]
[JsonSerializable(typeof(IReadOnlyList<ServiceDetails>))]
[JsonSerializable(typeof(ReadServiceLogs.LogPage))]
[JsonSerializable(typeof(IReadOnlyList<FlexInList>))]
[JsonSerializable(typeof(FlexShape))]
[JsonSerializable(typeof(GetCurrentFlex.CurrentFlex))]
[JsonSerializable(typeof(GetFlexHistory.FlexHistory))]
internal sealed partial class InternetOnDemandJson : JsonSerializerContext;
