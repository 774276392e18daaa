namespace Emulator.Wire;

/// <summary>
/// How a path is spelled inside: as the document prints the operation. Q-001: routes printed without <c>/api</c> answer
/// with it and the reverse; Q-002: every connection operation answers with and without <c>v2</c>.
/// </summary>
internal static class PathSpelling
{
    /// <summary>The spelling the operation has; null where it is that already.</summary>
    public static string? Of(string written)
    {
        // the L2 guide prints a backtick behind its addresses (001:459), which some paste along.
        var path = written.EndsWith('`') ? written.TrimEnd('`') : written;
        var spelled = path;
        if (
            Starts(path, "/company/")
            || Starts(path, "/user/")
            || Starts(path, "/admin/")
            || Starts(path, "/membership-requests/"))
        {
            spelled = "/api" + path;
        }
        else if (Starts(path, "/v2/data-center-facilities"))
        {
            spelled = "/v2/data-center-facility" + path["/v2/data-center-facilities".Length..];
        }
        else if (Starts(path, "/v2/support-tickets"))
        {
            spelled = "/api" + path; // OpenAPI 1.0.0 prints them with /api, 1.59.2 without.
        }
        else if (Starts(path, "/v2/pricing/gia/") || Starts(path, "/v2/pricing/flex-iod/"))
        {
            // Internet On-Demand's prices stand with /api in OpenAPI 1.0.0, and without in 1.59.2.
            spelled = "/api" + path;
        }

        spelled = ConnectionSpelling(spelled);
        return ReferenceEquals(spelled, written) ? null : spelled;
    }

    /// <summary>
    /// Search, layer2, read, update, delete, approve and reject are documented with v2 (000:5627-7195), the rest
    /// without (000:7470-9190).
    /// </summary>
    private static string ConnectionSpelling(string path)
    {
        var withV2 = Starts(path, "/api/v2/company/");
        if (!withV2 && !Starts(path, "/api/company/"))
        {
            return path;
        }

        var company = withV2 ? "/api/v2/company/".Length : "/api/company/".Length;
        var afterCompany = path.IndexOf('/', company);
        if (afterCompany < 0)
        {
            return path;
        }

        var rest = path.AsSpan(afterCompany);
        if (
            !rest.StartsWith("/connections", StringComparison.OrdinalIgnoreCase)
            || (rest.Length > 12 && rest[12] != '/'))
        {
            return path;
        }

        // Ordering of a cloud is known in both spellings, each an operation of its own (OpenAPI 1.0.0; clients).
        if (
            rest.StartsWith("/connections/directConnectPartner/", StringComparison.OrdinalIgnoreCase)
            && rest.TrimEnd('/').EndsWith("/layer2", StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        var documentedWithV2 =
            rest.TrimEnd('/').Count('/') < 3
            || rest.EndsWith("/approve", StringComparison.OrdinalIgnoreCase)
                && !rest.EndsWith("/change/approve", StringComparison.OrdinalIgnoreCase)
            || rest.EndsWith("/reject", StringComparison.OrdinalIgnoreCase);
        return documentedWithV2 == withV2
            ? path
            : string.Concat(documentedWithV2 ? "/api/v2/company/" : "/api/company/", path.AsSpan(company));
    }

    private static bool Starts(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
