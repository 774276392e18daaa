using System.Text.Json.Serialization;
using Emulator.Api;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using S = Emulator.Tests.MadeUp.RackStatus;
using T = Emulator.Tests.MadeUp.RackTrigger;

namespace Emulator.Tests.MadeUp;

/// <summary>Where a rack stands.</summary>
internal enum RackStatus
{
    Building,
    PoweredUp,
    Broken,
}

/// <summary>What can happen to a rack.</summary>
internal enum RackTrigger
{
    PowerUp,
    Break,
}

/// <summary>A resource that no service has: what it takes to add one is all in this file.</summary>
internal sealed class Rack : Staged<RackStatus>
{
    public static readonly StateTable<S, T, Rack> Table = new StateTable<S, T, Rack>("rack")
        .Then(S.Building, T.PowerUp, S.PoweredUp, after: 5)
        .Or(S.PoweredUp, T.Break, S.Broken);

    public required string CompanyId { get; init; }
    public required string Label { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    protected override string Machine => "racks";
}

/// <summary>A row of racks.json.</summary>
internal sealed record RackRow
{
    public required string Id { get; init; }
    public required string CompanyId { get; init; }
    public required string Label { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A rack, as the API shows it.</summary>
internal sealed class RackShown(Rack rack)
{
    public string Id => rack.Id;
    public string Label => rack.Label;
    public string Status => Spelling.Of(rack.Status);
}

/// <summary>How rows are read and answers are written.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RackRow))]
[JsonSerializable(typeof(RackShown))]
internal sealed partial class RackJson : JsonSerializerContext;

/// <summary>The registration.</summary>
internal static class RacksResource
{
    public static readonly Resource Resource = Resource.Named("racks")
        .Stored(model => model.Entity<Rack>(table =>
        {
            table.ToTable("Racks");
            table.IsStaged<Rack, RackStatus>();
            table.HasOne<Company>().WithMany().HasForeignKey(rack => rack.CompanyId);
        }))
        .Called("Racks", "\"Label\"")
        .Owned("Racks", "\"CompanyId\"", "/api/company/{company}/racks/{Id}")
        .Moved("Racks", table => new Machine<S, T, Rack>("racks", table, () => Rack.Table, db => db.Set<Rack>()))
        .Seeded(() => new SeedPart<RackRow>("racks.json", () => RackJson.Default.RackRow)
            .Unique(row => row.Id)
            .Refers("company", row => [row.CompanyId])
            .Stored((rows, world) => world.Insert("Racks", rows.Select(Seeded))))
        .Mapped(CreateRack.Map, GetRack.Map)
        .Answering(RackJson.Default);

    private static Rack Seeded(RackRow row)
    {
        var rack = new Rack
        {
            Id = row.Id,
            Status = S.PoweredUp,
            Since = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
            CompanyId = row.CompanyId,
            Label = row.Label,
            CreatedAt = row.CreatedAt,
        };
        rack.Remember(row.CreatedAt, row.CreatedAt, "BUILDING", "POWERED_UP", Moment.ServiceItself);
        return rack;
    }
}

/// <summary>Creates a rack.</summary>
internal static class CreateRack
{
    private static readonly RequestSchema Schema = new RequestSchema()
        .Text("label", "What it is called.", required: true, maxLength: 63);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{companyName}/racks", Handle)
        .Is([new("Racks", "PUT", "/api/company/{companyName}/racks", "901", "nowhere", "Create")], "Create a rack")
        .Tells("Builds a rack; it has power after five seconds.")
        .Needs(NetworkAction.UpdatePort)
        .With(Parameters.Company)
        .Takes(Schema, """{"label": "Row 7"}""")
        .Answers<RackShown>(200);

    private static Answer<RackShown> Handle(Company company, RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        var rack = new Rack
        {
            Id = turn.Ids.Next(),
            CompanyId = company.Id,
            Label = asked.Text("label")!,
            CreatedAt = turn.Now.At,
        };
        Rack.Table.Begin(rack, S.Building, turn.Now);
        turn.Db.Add(rack);
        return new RackShown(rack);
    }
}

/// <summary>Reads a rack.</summary>
internal static class GetRack
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/racks/{rackId}", Handle)
        .Is([new("Racks", "GET", "/api/company/{companyName}/racks/{rackId}", "902", "nowhere", "Read")], "Read a rack")
        .Tells("Shows a rack.")
        .Needs(NetworkAction.ReadPort)
        .With(Parameters.Company, new ParameterExample("rackId", MadeUpResourceTests.Seeded, "The rack's id."))
        .Answers<RackShown>(200)
        .Answers(ServiceErrors.PortNotFound);

    private static Answer<RackShown> Handle(Company company, string rackId, Turn turn) =>
        turn.Rows.ReadWithin<Rack>("Racks", nameof(Rack.Id), rackId) is [var rack] && rack.CompanyId == company.Id
            ? new RackShown(rack)
            : throw ServiceErrors.PortNotFound.Because("There is no such rack.");
}
