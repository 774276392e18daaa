using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Control.Comparing;
using Emulator.Control.Worlds;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>How the emulator's own answers are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)]
)]
[JsonSerializable(typeof(Health.Alive))]
[JsonSerializable(typeof(Health.Readiness))]
[JsonSerializable(typeof(Health.State))]
[JsonSerializable(typeof(SettingsShown))]
[JsonSerializable(typeof(SandboxRoutes.SandboxesShown))]
[JsonSerializable(typeof(SandboxRoutes.SandboxShown))]
[JsonSerializable(typeof(SandboxRoutes.SandboxGone))]
[JsonSerializable(typeof(WorldShown))]
[JsonSerializable(typeof(WorldFilesShown))]
[JsonSerializable(typeof(ComparisonShown))]
[JsonSerializable(typeof(SnapshotRoutes.SnapshotsShown))]
[JsonSerializable(typeof(SnapshotRoutes.SnapshotShown))]
[JsonSerializable(typeof(SnapshotRoutes.SnapshotGone))]
[JsonSerializable(typeof(SnapshotRoutes.Restored))]
[JsonSerializable(typeof(SnapshotDiff.Diff))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
[JsonSerializable(typeof(Reset.Response))]
[JsonSerializable(typeof(ProgressionRoutes.ProgressionShown))]
[JsonSerializable(typeof(ProgressionRoutes.MachinePace))]
[JsonSerializable(typeof(ProgressionRoutes.ResourcePace))]
[JsonSerializable(typeof(ClockShown))]
[JsonSerializable(typeof(ClockMoved))]
[JsonSerializable(typeof(ReachedShown))]
[JsonSerializable(typeof(OutboxRoutes.Outbox))]
[JsonSerializable(typeof(OutboxRoutes.LetterShown))]
[JsonSerializable(typeof(OutboxRoutes.Deleted))]
[JsonSerializable(typeof(ConformanceRoutes.ConformanceShown))]
[JsonSerializable(typeof(CoverageShown))]
[JsonSerializable(typeof(JournalRoutes.JournalShown))]
[JsonSerializable(typeof(JournalRoutes.UnmatchedShown))]
[JsonSerializable(typeof(JournalRoutes.ExchangesDeleted))]
[JsonSerializable(typeof(ExchangeShown))]
[JsonSerializable(typeof(JournalExpectationRoutes.Counted))]
[JsonSerializable(typeof(HarFile))]
[JsonSerializable(typeof(IndexRoutes.ToolsShown))]
[JsonSerializable(typeof(ResourceRoutes.ResourcesShown))]
[JsonSerializable(typeof(ResourceRoutes.DueShown))]
[JsonSerializable(typeof(WorkflowRoutes.MachinesShown))]
[JsonSerializable(typeof(WorkflowRoutes.ResourceShown))]
[JsonSerializable(typeof(FaultRoutes.FaultsShown))]
[JsonSerializable(typeof(FaultRoutes.FaultsGone))]
internal sealed partial class ControlJson : JsonSerializerContext;
