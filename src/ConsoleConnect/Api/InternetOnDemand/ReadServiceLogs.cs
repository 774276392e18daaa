using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Reads what happened to a service, and who did it (002:468-517).</summary>
internal static class ReadServiceLogs
{
    private static readonly RequestSchema Schema = new RequestSchema()
        .Integer("limit", "How many entries a page has.", minimum: 1)
        .Integer("skip", "How many entries are passed over.", minimum: 0);

    private static readonly QueryParameter<int?> Limit =
        Query.WholeNumber("limit", "10", "Entries a page.", minimum: 1);

    private static readonly QueryParameter<int?> Skip =
        Query.WholeNumber("skip", "0", "Entries skipped.", minimum: 0);

    /// <summary>
    /// a GET with a body in the newer contract, a POST in the older (OpenAPI 1.0.0); clients that can send
    /// neither have the query.
    /// </summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/app-user/{companyId}/gia-service/{giaId}/logs", [HttpMethods.Get, HttpMethods.Post], Handle)
        .Documented("085", "Read an IO-D service's logs", "137")
        .Tells(
            "Shows what happened to a service and who did it, oldest first, a page at a time. limit and skip are "
            + "required, in the body of a GET or a POST or in the query; the body counts where both have one.")
        .Needs(NetworkAction.ReadIodService, "companyId")
        .With(
            InternetOnDemandChapter.Company,
            InternetOnDemandChapter.Service,
            Limit,
            Skip)
        .Takes(Schema, """{"limit": 10, "skip": 0}""", "limit", "skip")
        .Answers<LogPage>(200)
        .Answers(ServiceErrors.IodServiceNotFound, ServiceErrors.MissingProperty, ServiceErrors.BadQuery)
        .Assumes("The entries' words, that failures have the level ERROR, and that limit and skip may stand in the "
            + "query.");

    private static async Task<Answer<LogPage>> Handle(
        Company company,
        string giaId,
        RequestBody body,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var limit = asked.Integer("limit") ?? Limit.Of(request) ?? throw Missing("limit");
        var skip = asked.Integer("skip") ?? Skip.Of(request) ?? throw Missing("skip");
        var service = await turn.Db.IodServices.AsNoTracking().OwnedBy(company, giaId, ct);
        var log = turn.Db.Moves.AsNoTracking().LogOf(service);
        var total = await log.CountAsync(ct);
        var page = await log.Skip(skip).Take(limit).ToListAsync(ct);
        return new LogPage(total, [.. page.Select(move => new LogEntry(move, turn.Reference.Doer(move.By)))]);
    }

    private static Refusal Missing(string name) => ServiceErrors.MissingProperty.Because($"{name} is required "
        + "(002:489-495): in the body, or in the query.", "", name);

    /// <summary>A page (002:509).</summary>
    internal sealed record LogPage(int Total, IReadOnlyList<LogEntry> Results);

    /// <summary>An entry (newer editions of the documents).</summary>
    internal sealed class LogEntry(Move move, User? user)
    {
        public string Summary => move.Trigger switch
        {
            "Begin" => "Service ordered",
            "Provisioned" => "Service is ACTIVE",
            "Fail" => $"Service has failed: {move.Reason}",
            "Retry" => "Provisioning is tried again",
            "Delete" => "Deletion requested",
            "Deleted" => "Service deleted",
            "FlexRequested" => $"Flex requested: {move.Reason}",
            "FlexSucceeded" => $"Flex is done: {move.Reason}",
            "FlexFailed" => $"Flex has failed: {move.Reason}",
            _ => $"Service is {move.To}",
        };

        public LogData Data => new(user);
        public string Level => move.Trigger is "Fail" or "FlexFailed" ? "ERROR" : "INFO";

        [JsonPropertyName("created_at")]
        public DateTimeOffset CreatedAt => move.At;
    }

    /// <summary>Who did it.</summary>
    internal sealed class LogData(User? user)
    {
        public LogUser? User => user is null ? null : new(user.Name, user.Id);
    }

    /// <summary>A user by name.</summary>
    internal sealed record LogUser(string Name, string Id);
}
