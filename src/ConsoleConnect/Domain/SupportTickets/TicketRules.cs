using Emulator.Errors;

namespace Emulator.Domain.SupportTickets;

/// <summary>Something that a company has and a ticket can be about.</summary>
/// <param name="Type">One of <see cref="TicketServices.Types"/>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, as the company sees it.</param>
/// <param name="CompanyId">Whose it is.</param>
internal sealed record TicketService(string Type, string Id, string Name, string CompanyId);

/// <summary>What tickets are about (OpenAPI 1.0.0).</summary>
internal static class TicketServices
{
    public const string Port = "Port";
    public const string CloudRouter = "CloudRouter";
    public const string InternetOnDemand = "Internet on Demand";
    public const string Connection = "Connection (L2)";

    /// <summary>Anything else that the company has of the provider, with an id that nobody here knows.</summary>
    public const string Other = "Non-Console Service";

    public static readonly IReadOnlyList<string> Types = [Port, CloudRouter, InternetOnDemand, Connection, Other];
}

/// <summary>What a ticket must be (OpenAPI 1.0.0).</summary>
internal static class TicketRules
{
    /// <summary>Where Support is written to.</summary>
    public const string SupportAddress = "support@consoleconnect.com";

    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 4000;

    public static readonly IReadOnlyList<string> IssueTypes =
    [
        "Application",
        "Circuit Down",
        "Circuit Flapping",
        "Circuit taking errors",
        "High Latency",
        "Operational Request",
        "Others",
        "Packet Loss/Drops",
        "Request Reason of Outage",
        "Slow Response",
        "Unstable",
    ];

    private const int Digits = 12;

    /// <summary>A ticket's id.</summary>
    public static string IdOf(long number) => $"INC{number:D12}";

    /// <summary>A note's id.</summary>
    public static string WorklogIdOf(long number) => $"WLG{number:D12}";

    /// <summary>Refuses what can be no ticket's id.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.TicketIdInvalid"/>.</exception>
    public static void MustBeAnId(string id)
    {
        if (id.Length != 3 + Digits || !id.StartsWith("INC", StringComparison.Ordinal)
            || !id.AsSpan(3).ContainsOnlyDigits())
        {
            throw ServiceErrors.TicketIdInvalid.Because("A ticket's id is INC and twelve digits.");
        }
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
