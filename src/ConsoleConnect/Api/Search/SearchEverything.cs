using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.People;
using Emulator.Wire.Places;

namespace Emulator.Api.Search;

/// <summary>
/// Searches people, companies and data center facilities (000:48; the answer has the shape OpenAPI 1.0.0 prints).
/// </summary>
internal static class SearchEverything
{
    /// <summary>The types there are, each with the word that the documents' older clients send for it.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["everything"] = "everything",
        ["people"] = "people",
        ["users"] = "people",
        ["companies"] = "companies",
        ["dataCenterFacilities"] = "dataCenterFacilities",
        ["directConnectPartner"] = "directConnectPartner",
    };

    private static readonly QueryParameter<string?> Q = Query.Text("q", "", "Words that one of the texts must have.");

    private static readonly QueryParameter<string?> Tag = Query.Text("tag", "", "Only what has this tag.");

    private static readonly QueryParameter<string?> UserId = Query.Text(
        "userId",
        "",
        "Only these users and their companies; several as several parameters, or separated by commas.");

    private static readonly QueryParameter<bool?> Newest = Query.Flag("newest", "false", "true sorts by newest.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/search", Handle)
        .Documented("000:48", "Search")
        .Tells(
            "Searches people, companies and data center facilities: by username, name, headline, summary, location, "
            + "city or country with q, by tag with tag. "
            + "Several types may be sent; left out, everything is searched. newest=true puts the newest first.")
        .With(
            Query.Text("type", "dataCenterFacilities", "What to search: everything, people (or users), "
                + "companies, dataCenterFacilities, directConnectPartner; several as several parameters, or "
                + "separated by commas."),
            Q,
            Tag,
            UserId,
            Newest,
            Query.Text("startTime", "", "From when events are searched; there are none here."),
            Query.Text("endTime", "", "Until when events are searched; there are none here."),
            Query.Page("1"),
            Query.Count("20"))
        .Answers<Response>(200)
        .Answers(ServiceErrors.BadQuery)
        .Assumes("Which fields are searched, the order (people, companies, facilities, each oldest first), and that "
            + "all results come where no page is asked for. That userId leaves only the companies of those users, "
            + "and no facilities.");

    private static Answer<Response> Handle(HttpRequest request, Turn turn)
    {
        var types = TypesAsked(request);
        var filter = new Words(Q.Of(request), Tag.Of(request));
        var (skip, take) = QueryText.Page(request, unasked: null);
        var newest = Newest.Of(request) == true;
        var all = types.Contains("everything");
        var found = (all || types.Contains("people") ? turn.Reference.Users.Where(filter.Fit).Cast<object>() : [])
            .Concat(
                turn.Reference.Companies.Where(company =>
                        all
                        || types.Contains("companies")
                        || (company.IsCloudProvider && types.Contains("directConnectPartner")))
                    .Where(filter.Fit))
            .Concat(all || types.Contains("dataCenterFacilities") ? turn.Reference.Facilities.Where(filter.Fit) : []);
        if (UserId.Of(request) is { } ids)
        {
            var asked = ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            found = found.Where(one => IsOf(one, asked, turn));
        }

        if (newest)
        {
            found = found.OrderByDescending(AgeOf);
        }

        return Answer([.. found.Skip(skip).Take(take)], turn);
    }

    /// <summary>Whether it is one of the users, or a company that one of them belongs to.</summary>
    private static bool IsOf(object found, string[] userIds, Turn turn) => found switch
    {
        User user => userIds.Contains(user.Id),
        Company company => turn.Reference.MembersOf(company).Any(member => userIds.Contains(member.UserId)),
        _ => false,
    };

    private static FoundCompany CompanyOf(Company company, Turn turn) =>
        new(company, turn.Reference.StandingOf(company), [.. turn.Reference.FollowersOf(company)]);

    private static Response Answer(List<object> found, Turn turn)
    {
        var nobody = turn
            .Reference.MembershipsOf(turn.Caller.User)
            .ToDictionary(membership => turn.Reference.Company(membership.CompanyId).Username, _ => false);
        return new Response(
            found.ConvertAll(one =>
                one switch
                {
                    User user => new Found(
                        user.Name,
                        "user",
                        user.Headline ?? "",
                        turn.Reference.Follows(turn.Caller.User.Id, user.Id),
                        nobody,
                        FoundData.Of(user)),
                    Company company => new Found(
                        company.Name,
                        "company",
                        company.Headline ?? "",
                        turn.Reference.Follows(turn.Caller.User.Id, company.Id),
                        nobody,
                        FoundData.Of(company)),
                    _ => new Found(
                        ((DataCenterFacility)one).Name,
                        "dataCenterFacility",
                        "",
                        IsFollowing: false,
                        nobody,
                        FoundData.Of((DataCenterFacility)one)),
                }),
            new Items(
                [.. found.OfType<User>().Select(user => UserOf(user, nobody, turn))],
                [
                    .. found
                        .OfType<Company>()
                        .Select(company => CompanyOf(company, turn)),
                ],
                [.. found.OfType<DataCenterFacility>().Select(facility => new FacilityInPort(facility))]));
    }

    private static FoundUser UserOf(User user, IReadOnlyDictionary<string, bool> nobody, Turn turn)
    {
        var memberships = turn.Reference.MembershipsOf(user).ToList();
        return new FoundUser(
            turn.ViewOf(user),
            [
                .. memberships
                    .Select(membership => turn.Reference.Company(membership.CompanyId))
                    .Select(company => CompanyOf(company, turn)),
            ],
            memberships.ToDictionary(membership => membership.CompanyId, membership => new MembershipShape(membership)),
            nobody);
    }

    private static HashSet<string> TypesAsked(HttpRequest request)
    {
        var asked = QueryText
            .Of(request, "type")
            ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        return asked.Length == 0
            ? ["everything"]
            :
            [
                .. asked.Select(word =>
                    Types.TryGetValue(word, out var type)
                        ? type
                        : throw ServiceErrors.BadQuery.Because(
                            $"type is one of {string.Join(", ", Types.Keys)}.",
                            "type",
                            "equal to one of the allowed values")),
            ];
    }

    private static DateTimeOffset AgeOf(object found) => found switch
    {
        User user => user.CreatedAt,
        Company company => company.CreatedAt,
        _ => ((DataCenterFacility)found).CreatedAt,
    };

    /// <summary>What is searched for.</summary>
    private sealed record Words(string? Text, string? Tag)
    {
        public bool Fit(User user) =>
            Has(user.Tags, user.Username, user.Name, user.Headline, user.Summary, user.Location);

        public bool Fit(Company company) =>
            Has(
                company.Tags,
                [
                    company.Username,
                    company.Name,
                    company.Headline,
                    company.Summary,
                    company.Location,
                    .. company.Addresses.SelectMany(address => new[] { address.City, address.Country }),
                ]);

        public bool Fit(DataCenterFacility facility) =>
            Has(
                facility.Tags,
                [
                    facility.Username,
                    facility.Name,
                    .. facility.Addresses.SelectMany(address => new[] { address.City, address.Country }),
                ]);

        private bool Has(IReadOnlyList<string> tags, params IEnumerable<string?> texts) =>
            (Tag is null || tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
            && (Text is null || texts.Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) ?? false));
    }

    /// <summary>What was found, twice: in one list, and by kind.</summary>
    internal sealed record Response(IReadOnlyList<Found> Results, Items Items);

    /// <summary>What was found, by kind.</summary>
    internal sealed record Items(
        IReadOnlyList<FoundUser> Users,
        IReadOnlyList<FoundCompany> Companies,
        [property: JsonPropertyName("dataCenterFacilities")] IReadOnlyList<FacilityInPort> Facilities);
}
