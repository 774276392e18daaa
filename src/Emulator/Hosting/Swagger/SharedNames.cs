using ConsoleConnect.Emulator.Admin;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// What the document calls the records of <c>/__admin</c> that are shared with the package for tests. The document had
/// its names first, and so have the clients that are generated from it; in C# the records are called as the package
/// called them. A record that isn't here has one name in both.
/// </summary>
internal static class SharedNames
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(AgreementList)] = "AgreementsShown",
        [typeof(AgreementState)] = "AgreementShown",
        [typeof(AnswerToCome)] = "ToCome",
        [typeof(ClockReading)] = "ClockShown",
        [typeof(ConformanceOperation)] = "CheckedOperationShown",
        [typeof(ConformanceReport)] = "ConformanceShown",
        [typeof(ContractViolation)] = "ViolationShown",
        [typeof(CounterpartyState)] = "CounterpartyShown",
        [typeof(ExchangeList)] = "JournalShown",
        [typeof(FaultCut)] = "FaultShownTruncateShown",
        [typeof(FaultHeader)] = "FaultShownHeaderMatched",
        [typeof(FaultList)] = "FaultsShown",
        [typeof(FaultMatch)] = "FaultShownMatchShown",
        [typeof(FaultSlowness)] = "FaultShownSlowShown",
        [typeof(FaultWhen)] = "FaultShownWhenShown",
        [typeof(JournalBody)] = "BodyShown",
        [typeof(JournalChange)] = "ChangeShown",
        [typeof(JournalExchange)] = "ExchangeShown",
        [typeof(JournalHeader)] = "HeaderShown",
        [typeof(JournalMember)] = "MemberShown",
        [typeof(JournalOperation)] = "OperationShown",
        [typeof(LetterList)] = "Outbox",
        [typeof(MachineList)] = "MachinesShown",
        [typeof(MoveMade)] = "ClockMovedMoveMade",
        [typeof(OutboxLetter)] = "LetterShown",
        [typeof(PlacedAnswer)] = "FaultShownAnswerShown",
        [typeof(PlacedEffect)] = "FaultShownThenShown",
        [typeof(PlacedFault)] = "FaultShown",
        [typeof(PlacedLatency)] = "FaultShownLatencyShown",
        [typeof(PlacedRateLimit)] = "FaultShownRateLimitShown",
        [typeof(SandboxDescription)] = "SandboxShown",
        [typeof(SandboxList)] = "SandboxesShown",
        [typeof(SnapshotDescription)] = "SnapshotShown",
        [typeof(SnapshotList)] = "SnapshotsShown",
        [typeof(StateReached)] = "ReachedShown",
        [typeof(WorkflowMachine)] = "MachineShown",
        [typeof(WorkflowMove)] = "TriggerShown",
        [typeof(WorkflowPastMove)] = "HappenedShown",
        [typeof(WorkflowState)] = "ResourceShown",
        [typeof(WorldMade)] = "WorldShown",
    };

    /// <summary>The document's own name; null where it is the type's.</summary>
    public static string? Of(Type type) => Names.GetValueOrDefault(type);
}
