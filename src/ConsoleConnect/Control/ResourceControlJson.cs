using System.Text.Json;
using System.Text.Json.Serialization;
using ConsoleConnect.Emulator.Admin;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>How the emulator's own answers about the service's resources are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)]
)]
[JsonSerializable(typeof(InvitationRoutes.Shown))]
[JsonSerializable(typeof(CompanyRoutes.Verification))]
[JsonSerializable(typeof(PortRoutes.PortShown))]
[JsonSerializable(typeof(ConnectionRoutes.Upstream))]
[JsonSerializable(typeof(ChargeRoutes.ChargesShown))]
[JsonSerializable(typeof(CounterpartyRoutes.CounterpartiesShown))]
[JsonSerializable(typeof(CounterpartyState))]
[JsonSerializable(typeof(AgreementList))]
[JsonSerializable(typeof(SupportTicketRoutes.NoteAdded))]
[JsonSerializable(typeof(RegulatoryRoutes.RegulationsShown))]
[JsonSerializable(typeof(EdgeRoutes.EdgeModuleShown))]
[JsonSerializable(typeof(EdgeRoutes.EdgeDraftShown))]
[JsonSerializable(typeof(InternetRoutes.PoolsShown))]
[JsonSerializable(typeof(InternetRoutes.AsnsShown))]
[JsonSerializable(typeof(InternetRoutes.AsnShown))]
[JsonSerializable(typeof(NetworkRoutes.NetworkShown))]
[JsonSerializable(typeof(PeopleRoutes.PeopleShown))]
internal sealed partial class ResourceControlJson : JsonSerializerContext;
