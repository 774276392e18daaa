using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Support tickets.</summary>
internal sealed class TicketsInWorlds() : WorldPart(
    "tickets", "The company's support tickets, by a name of yours.", within: CompaniesInWorlds.Name)
{
    private static readonly BodyMember<string?> About = Body.Text(
        "about",
        "What it is about: the name of a port, connection, service or CloudRouter of the world, or an id. Left out, "
        + "something that isn't on Console Connect.",
        maxLength: 255);

    private static readonly BodyMember<string?> Description = Body.Text(
        "description", "What is the matter.", TicketRules.LongestNote, 1);

    private static readonly BodyMember<string?> IssueType = Body.Text(
        "issueType", "What kind of issue it is.", TicketRules.IssueTypes);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; Acknowledged where left out.", Spelling.All<SupportTicketStatus>());

    private static readonly string[] Sections = ["ports", "services", "cloudRouters", "connections"];

    private static readonly string[] Matters =
    [
        "Packets are lost since this morning, about one in a hundred.",
        "Round trips take twice as long as last week.",
        "The link has gone down and come back three times today.",
    ];

    public override IReadOnlyList<IBodyMember> Members => [About, Description, IssueType, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var company = thing.OfCompany;
        var first = Spelling.Of(SupportTicketStatus.Acknowledged);
        var state = thing.Asked.Of(State) ?? first;
        var service = await ServiceOf(thing, making);
        var by = making.PersonOf(company);
        var person = making.Reference.User(by);
        var moment = making.At(
            making.Begun(thing, "support-tickets", first, Spelling.Of(SupportTicketStatus.Closed), state, 3, 20), by);
        var ticket = new SupportTicket
        {
            Id = TicketRules.IdOf(making.Luck.Number()),
            CompanyId = company.Id,
            Name = thing.Name,
            Description = thing.Asked.Of(Description) ?? making.Luck.OneOf(thing, Matters, about: 14),
            IssueType = thing.Asked.Of(IssueType),
            ServiceType = service?.Type ?? TicketServices.Other,
            ServiceId = service?.Id,
            ContactName = person?.Name ?? company.Name,
            ContactPhone = person?.Phone ?? "",
            ContactEmail = person?.Email ?? $"noc@{CompaniesInWorlds.Domain(company.Username)}",
            CreatedAt = moment.At,
            CreatedBy = by,
        };
        ticket.Open(TicketRules.WorklogIdOf(making.Luck.Number()), moment);
        await making.Bring(thing, ticket, Spelling.Of(SupportTicketStatus.Closed), state);
    }

    private static async Task<TicketService?> ServiceOf(WorldThing thing, WorldMaking making)
    {
        if (thing.Asked.Of(About) is not { } name)
        {
            return null;
        }

        var id = Sections.Select(section => making.Named(thing, About, name, section)?.Id)
            .FirstOrDefault(found => found is { Length: > 0 }) ?? name;
        var services = await making.Db.ServicesOf([thing.OfCompany.Id], type: null, id: null, making.Ct);
        return services.FirstOrDefault(service => service.Id == id || service.Name == name)
            ?? throw WorldMaking.Unknown(
                thing, About, "service of the company's", name, services.Select(service => service.Name));
    }
}
