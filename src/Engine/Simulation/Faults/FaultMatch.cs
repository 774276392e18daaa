namespace Emulator.Simulation.Faults;

/// <summary>Which requests a rule is about: those that have everything it names.</summary>
internal sealed record FaultMatch
{
    /// <summary>The main key of a documented operation; null for any.</summary>
    public string? Operation { get; init; }

    /// <summary>The method, in capitals; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path, as the client writes it or as it is spelled inside; null for any.</summary>
    public PathGlob? Path { get; init; }

    /// <summary>The username or id of the route's company; null for any, and for routes that have none.</summary>
    public string? Company { get; init; }

    /// <summary>The username, e-mail address or id of who asks; null for anybody.</summary>
    public string? User { get; init; }

    /// <summary>A header that must be there; null for none.</summary>
    public string? Header { get; init; }

    /// <summary>The header's value, with regard to case; null for any.</summary>
    public string? HeaderValue { get; init; }

    /// <summary>Whether a request is one of them.</summary>
    public bool Fits(in IncomingRequest request) =>
        (!request.ByNameOnly || Operation is not null || Path is { IsOnePath: true })
        && (Operation is null || string.Equals(Operation, request.Operation, StringComparison.Ordinal))
        && (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (
            Path is null
            || Path.Fits(request.WrittenPath)
            || (!ReferenceEquals(request.Path, request.WrittenPath) && Path.Fits(request.Path)))
        && (Company is null || FitsCompany(in request))
        && (User is null || FitsUser(in request))
        && (Header is null || FitsHeader(request.Headers));

    private bool FitsCompany(in IncomingRequest request) =>
        Same(Company, request.CompanyName)
        || (request.Company is { } company && (Same(Company, company.Username) || Same(Company, company.Id)));

    private bool FitsUser(in IncomingRequest request) =>
        request.User is { } user && (Same(User, user.Username) || Same(User, user.Email) || Same(User, user.Id));

    private bool FitsHeader(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(Header!, out var values))
        {
            return false;
        }

        for (var index = 0; index < values.Count; index++)
        {
            if (HeaderValue is null || string.Equals(HeaderValue, values[index], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
