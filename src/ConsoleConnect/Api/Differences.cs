using Emulator.Errors;

namespace Emulator.Api;

/// <summary>Something that we know to be otherwise than the service.</summary>
/// <param name="Number">Its number: <c>D-01</c>.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What differs, and why; Markdown.</param>
/// <param name="Operations">The keys of the operations that it is about; none where it holds everywhere.</param>
internal sealed record Difference(string Number, string Title, string Text, params IReadOnlyList<string> Operations)
{
    /// <summary>What differs, and why; Markdown.</summary>
    public string Text { get; } = Citations.Readable(Text);
}

/// <summary>
/// What we know to be otherwise than the service. docs/DIFFERENCES.md is written from it, and each operation's come
/// with it in docs/COVERAGE.md and <c>/__admin/coverage</c>. What no source says is said where an operation is mapped
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
            "E-mail about a company's people goes to its Keyholders, e-mail about its network to Keyholders and "
                + "Network Admins, except those who have switched the setting off."),
        new(
            "D-04",
            "ENABLING",
            "The table of statuses mentions it as following DISABLED but has no line for it (000:5593); ACTIVATING has "
                + "a line, but nothing leads there. Here ENABLING leads to ACTIVATING.",
            "068"),
        new(
            "D-05",
            "VLANs",
            "They are assigned when a side names its port: the requested one, or the lowest free one. `vlan.id` is "
                + "that VLAN; with QinQ it is the outer tag (`service`). No source shows an assigned one. On cloud "
                + "partners' ports the partner chooses.",
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
            "It is made up: no traffic flows here. Connections in service count from when they first were, with the "
                + "speed they have now: what was disabled, slower or deleted meanwhile isn't remembered. Incoming "
                + "connections don't count, as OpenAPI 1.0.0 says of the operation. `time` is Unix seconds, as `start` "
                + "and `end` are; `portId` is the id, which the sample prints as a number. An answer has 144000 steps "
                + "at most (100 days by minute).",
            "053"),
        new("D-07", "Access circuits", "They are seeded for some ports; a port that is ordered gets none.", "051"),
        new(
            "D-08",
            "Plans",
            "They cover a number of ports up to a speed, and give each of them an amount of bandwidth between two "
                + "regions. Limits on controllers are shown, but no controller can be made. Plans can't be bought, "
                + "changed or ended here: subscriptions are seeded.",
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
            "They belong to a social network that the API has left behind: no documented operation makes one. "
                + "Followers are seeded, the others are 0. `stats` inside payloads counts members, followers and "
                + "following; only `GET /api/user/{username}/stats` counts interconnections.",
            "002",
            "013",
            "018",
            "019"),
        new("D-11", "Privacy lists", "Companies' privacy lists are kept and shown, but hide nothing.", "013", "014"),
        new("D-12", "Pictures", "They can't be uploaded (the documents don't say how): `avatar` keeps the address that "
            + "is sent, `GET /api/user/{username}/avatar` draws one.", "014", "015"),
        new("D-13", "Scheduled tasks", "They run by the sandbox's clock. The documents don't list the actions: "
            + "`enable`, `disable`, `delete`, and `update` with `options.speed` work; any other action fails when its "
            + "time comes.", "060", "064"),
        new("D-14", "Cloud partners", "`/__admin` stands in for them: firing `PartnerAccept` accepts a connection in "
            + "their console, `POST /__admin/connections/{id}/upstream` changes its speed there. `sync` fetches that "
            + "for Azure, and does nothing elsewhere.", "064", "073"),
        new("D-15", "Groups", "They are made by ordering a redundant connection to a cloud, which only the published "
            + "editions have; they are disabled, enabled and deleted with their subconnections.", "062", "067", "068",
            "115", "117", "124"),
        new("D-16", "Wanted connections", "They are seeded: no documented operation makes one.", "076"),
        new("D-17", "Layer 3", "It appears only in the documents' samples: seeded controllers are shown, none can be "
            + "made.", "019", "058"),
        new("D-18", "Internet On-Demand", "`supportedServices` says what a port can carry: `GIA`, the service's former "
            + "name, is our choice; ports that are ordered on-net have it. Addresses come from the ranges for "
            + "documentation: 128 links and 128 of the smallest blocks of IPv4, 128 links and 256 blocks of IPv6, "
            + "shared by everybody. Links have two addresses.", "048", "077", "081", "082", "084"),
        new("D-19", "Manually billed services", "Services with the billing type `bespoke` count as billed "
            + "manually.", "083"),
        new(
            "D-20",
            "Flexes",
            "They cost what the price list says; the documents print two rates, 76.5 and 42.4 an hour. A flex below "
                + "the contract's bandwidth has no price, nor has one of more than 10000 Mbps above it.",
            "087",
            "088",
            "089",
            "103"),
        new(
            "D-21",
            "ASNs",
            "Companies' ASNs are seeded, added as in OpenAPI 1.0.0, or added by `POST "
                + "/__admin/companies/{companyName}/asns`. `/__admin/workflows` stands in for Support, which verifies "
                + "or rejects them. A port accepts any text as its ASN, as in the documents' own request, but no "
                + "number that another company holds or that isn't verified.",
            "049",
            "081",
            "135",
            "145"),
        new(
            "D-22",
            "Presence",
            "It uses the protocol of Socket.IO 3 and 4 clients (Engine.IO 4); the documented example doesn't say which "
                + "version the service speaks. Nor do the documents say what happens with a token of another user: "
                + "here it gets no presence, no events and no error.",
            "021"),
        new(
            "D-23",
            "CloudRouters",
            "Nothing is routed and nothing is billed: orders are kept, counted and shown. Peers get subnets from "
                + "10.124.208.0/20, 1024 in all. Sites in clouds become ACTIVE by themselves, without consent in the "
                + "cloud; only the form of their keys is checked.",
            "125",
            "126",
            "130",
            "131"),
        new(
            "D-24",
            "Prices",
            "They are those of `seed-data/price-list.json` and `discounts.json`, with the figures of the samples, and "
                + "our own for the rest. Nothing is billed; `GET /__admin/companies/{companyName}/charges` shows what "
                + "orders cost by the same list. A list without Internet On-Demand means that it is turned off.",
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
            "No card is made and none is online: orders are kept and shown. Cards have numbers from ranges that no "
                + "operator has (mobile country code 999), and addresses from 10.192.0.0/10. Plans are seeded: only "
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
            "Time and `/__admin` stand in for it: a ticket moves to Closed by itself, whatever it says. What Support "
                + "would get is in the outbox.",
            "140",
            "143",
            "155"),
        new(
            "D-27",
            "Edge ports",
            "Countries, vendors, prices and how long a search takes are made up. Addresses aren't looked up: a search "
                + "answers the country's city and its coordinates. What `edgePayload` would say about the vendor's own "
                + "business is `-`.",
            "153",
            "154",
            "156",
            "157"),
    ];

    /// <summary>Those of an operation, by the keys of its editions; not those that hold everywhere.</summary>
    public static IReadOnlyList<Difference> Of(IReadOnlyList<string> keys) =>
        [.. All.Where(difference => difference.Operations.Any(keys.Contains))];
}
