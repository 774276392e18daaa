using Emulator.Errors;

namespace Emulator.Api;

/// <summary>Something that we know to be otherwise than the service.</summary>
/// <param name="Number">What it goes by: <c>D-01</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What is otherwise, and why; Markdown.</param>
/// <param name="Operations">The keys of the operations that it is about; none where it holds everywhere.</param>
internal sealed record Difference(string Number, string Title, string Text, params IReadOnlyList<string> Operations)
{
    /// <summary>What is otherwise, and why; Markdown.</summary>
    public string Text { get; } = Citations.Readable(Text);
}

/// <summary>
/// What we know to be otherwise than the service. docs/DIFFERENCES.md is written from it, and each operation's come
/// with it in docs/COVERAGE.md and <c>/__admin/coverage</c>. What no source tells is said where an operation is mapped
/// (<see cref="OperationDeclaration.Assumes"/>).
/// </summary>
internal static class Differences
{
    /// <summary>All of them, in the order of their numbers.</summary>
    public static readonly IReadOnlyList<Difference> All =
    [
        new(
            "D-01",
            "Time",
            "The service takes minutes to weeks for its own moves; here each takes a second of the "
                + "sandbox's clock, or as set. `Date` headers carry the machine's time, payloads the sandbox's."),
        new(
            "D-02",
            "Passwords",
            "They are hashed with few rounds, so that tests are fast. Everything here is public " + "anyway."),
        new(
            "D-03",
            "Who a user's e-mail goes to",
            "In a company: Keyholders for people, Keyholders and Network "
                + "Admins for the network, less those who have switched the setting off."),
        new(
            "D-04",
            "ENABLING",
            "The table of statuses names it as what follows DISABLED and has no line for it "
                + "(000:5593); ACTIVATING has a line and nothing that leads there. Here one leads to the other.",
            "068"),
        new(
            "D-05",
            "VLANs",
            "They are assigned when a side names its port: the one asked for, or the lowest that is "
                + "free. `vlan.id` is that VLAN; with QinQ it is the outer tag (`service`). No source shows one "
                + "assigned. On cloud partners' ports the partner chooses.",
            "054",
            "060",
            "061",
            "063",
            "064",
            "065",
            "075"),
        new(
            "D-06",
            "Utilization",
            "It is made up: no traffic flows here. Connections in service count from when "
                + "they first were, with the speed they have now: what was disabled, slower or deleted meanwhile isn't "
                + "remembered. Incoming connections don't count, as OpenAPI 1.0.0 says of the operation. `time` is "
                + "Unix seconds, as `start` and `end` are; `portId` is the id, which the sample prints as a number. An "
                + "answer tells of 144000 steps at most (100 days by minute).",
            "053"),
        new("D-07", "Access circuits", "They are seeded for some ports; a port that is ordered gets none.", "051"),
        new(
            "D-08",
            "Plans",
            "They cover a number of ports up to a speed, and give each of them so much bandwidth "
                + "between two regions. Controllers' limits are shown; nothing makes a controller. A plan isn't "
                + "bought, changed or ended here: subscriptions are seeded.",
            "041",
            "058",
            "059",
            "064"),
        new(
            "D-09",
            "Add-ons",
            "They can be chosen with a connection and are shown with it; nothing of them is " + "priced or billed.",
            "056",
            "064"),
        new(
            "D-10",
            "Followers, posts and events",
            "They belong to a social network that the API has left behind: no "
                + "documented operation makes one. Followers are seeded, the others are 0. `stats` inside payloads "
                + "counts members, followers and following; interconnections only by `GET /api/user/{username}/stats`.",
            "002",
            "013",
            "018",
            "019"),
        new("D-11", "Privacy lists", "Those of companies are kept and shown; nothing is hidden by them.", "013", "014"),
        new("D-12", "Pictures", "They can't be uploaded (the documents don't tell how): `avatar` keeps the address "
            + "that is sent, `GET /api/user/{username}/avatar` draws one.", "014", "015"),
        new("D-13", "Scheduled tasks", "They run by the sandbox's clock. The documents leave their words open: "
            + "`enable`, `disable`, `delete`, and `update` with `options.speed` are known; another action fails when "
            + "its time comes.", "060", "064"),
        new("D-14", "Cloud partners", "They are played by `/__admin`: firing `PartnerAccept` accepts a connection in "
            + "their console, `POST /__admin/connections/{id}/upstream` changes its speed there. `sync` fetches that "
            + "for Azure, and does nothing elsewhere.", "064", "073"),
        new("D-15", "Groups", "They are made by ordering of a cloud that is reached twice, which only the published "
            + "editions have; they are disabled, enabled and deleted with their subconnections.", "062", "067", "068",
            "115", "117", "124"),
        new("D-16", "Wanted connections", "They are seeded: no documented operation makes one.", "076"),
        new("D-17", "Layer 3", "It stands in the documents' samples only: seeded controllers are shown, none can be "
            + "made.", "019", "058"),
        new("D-18", "Internet On-Demand", "What a port can carry shows in `supportedServices`: `GIA`, the service's "
            + "former name, is our word for it; ports that are ordered on-net have it. Addresses are of the ranges "
            + "for documentation: 128 links and 128 of the smallest blocks of IPv4, 128 links and 256 blocks of "
            + "IPv6, for everybody together. Links have two addresses.", "048", "077", "081", "082", "084"),
        new("D-19", "Manually billed services", "They are those with the billing type `bespoke`.", "083"),
        new(
            "D-20",
            "Flexes",
            "They cost what our price list says: the documents print two rates, 76.5 and 42.4 an hour. A "
                + "flex to less than the contract has no price, nor has one of more than 10000 Mbps above it.",
            "087",
            "088",
            "089",
            "103"),
        new(
            "D-21",
            "ASNs",
            "Those of companies are seeded, added as OpenAPI 1.0.0 has it, or brought by `POST "
                + "/__admin/companies/{companyName}/asns`. Support's verdict on one is given by `/__admin/workflows`. "
                + "A port takes any text as its ASN, as the documents' own request has one, but no number that another "
                + "company holds or that isn't verified.",
            "049",
            "081",
            "135",
            "145"),
        new(
            "D-22",
            "Presence",
            "It is over Socket.IO 3 and 4 clients' protocol (Engine.IO 4); the documented "
                + "example doesn't say which version the service speaks. What it does about a token that isn't the "
                + "user's isn't said either: here it gets no presence, no events and no error.",
            "021"),
        new(
            "D-23",
            "CloudRouters",
            "Nothing is routed and nothing billed: what is ordered is kept, counted and shown. Peers have subnets of "
                + "10.124.208.0/20, 1024 for everybody together. Sites in clouds come up in time, without "
                + "anybody's consent there; the keys they are ordered with are looked at for their form only.",
            "125",
            "126",
            "130",
            "131"),
        new(
            "D-24",
            "Prices",
            "They are those of `seed-data/price-list.json` and `discounts.json`, in which the figures of the samples "
                + "are, and the rest is ours. Nothing is billed; `GET /__admin/companies/{companyName}/charges` tells "
                + "what orders cost by the same list. That Internet On-Demand is turned off is a list without it.",
            "098",
            "099",
            "100",
            "101",
            "102",
            "103",
            "104",
            "105",
            "106",
            "107"),
        new(
            "D-25",
            "Edge SIM",
            "No card is made and none is online: what is ordered is kept and shown. Cards have numbers of ranges that "
                + "no operator has (mobile country code 999), and addresses of 10.192.0.0/10. Plans are seeded; only "
                + "the staff's routes make them, which aren't emulated. Nothing is billed, and an APN's settings do "
                + "nothing.",
            "159",
            "160",
            "162",
            "167",
            "170",
            "175"),
        new(
            "D-26",
            "Support",
            "It is played by time and `/__admin`: a ticket goes to Closed on its own clock, whatever it says. What "
                + "Support would get is in the outbox.",
            "140",
            "143",
            "155"),
        new(
            "D-27",
            "Edge ports",
            "Countries, vendors, prices and how long a search takes are made up. Nobody looks an address up: what a "
                + "search answers is the country's city and its coordinates. What stands in `edgePayload` of the "
                + "vendor's own business is `-`.",
            "153",
            "154",
            "156",
            "157"),
    ];

    /// <summary>Those of an operation, by the keys of its editions; not those that hold everywhere.</summary>
    public static IReadOnlyList<Difference> Of(IReadOnlyList<string> keys) =>
        [.. All.Where(difference => difference.Operations.Any(keys.Contains))];
}
