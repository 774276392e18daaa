using System.Text.Json;
using System.Text.Json.Serialization;
using ConsoleConnect.Emulator.Admin;
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
[JsonSerializable(typeof(SandboxList))]
[JsonSerializable(typeof(SandboxDescription))]
[JsonSerializable(typeof(SandboxRoutes.SandboxGone))]
[JsonSerializable(typeof(WorldMade))]
[JsonSerializable(typeof(WorldFilesShown))]
[JsonSerializable(typeof(ComparisonShown))]
[JsonSerializable(typeof(SnapshotList))]
[JsonSerializable(typeof(SnapshotDescription))]
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
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockMoved))]
[JsonSerializable(typeof(StateReached))]
[JsonSerializable(typeof(LetterList))]
[JsonSerializable(typeof(OutboxLetter))]
[JsonSerializable(typeof(OutboxRoutes.Deleted))]
[JsonSerializable(typeof(ConformanceReport))]
[JsonSerializable(typeof(CoverageShown))]
[JsonSerializable(typeof(ExchangeList))]
[JsonSerializable(typeof(JournalRoutes.UnmatchedShown))]
[JsonSerializable(typeof(JournalRoutes.ExchangesDeleted))]
[JsonSerializable(typeof(JournalExchange))]
[JsonSerializable(typeof(Counted))]
[JsonSerializable(typeof(HarFile))]
[JsonSerializable(typeof(IndexRoutes.ToolsShown))]
[JsonSerializable(typeof(ResourceRoutes.ResourcesShown))]
[JsonSerializable(typeof(ResourceRoutes.DueShown))]
[JsonSerializable(typeof(MachineList))]
[JsonSerializable(typeof(WorkflowState))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultRoutes.FaultsGone))]
internal sealed partial class ControlJson : JsonSerializerContext;
