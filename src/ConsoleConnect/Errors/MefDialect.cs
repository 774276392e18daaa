using System.Text.Json;

namespace Emulator.Errors;

/// <summary>
/// The form of refusals under <c>/mefApi</c>: MEF's bodies with a code and a reason, and 422 with a list for whatever
/// is wrong with what was sent (OpenAPI 1.59.2, schemas Error400 to Error500). Rules refuse as everywhere else; they
/// are put into these words here, on the way out and in the OpenAPI document alike.
/// </summary>
internal static class MefDialect
{
    /// <summary>How long a reason may be, in characters (OpenAPI 1.59.2, schema Error).</summary>
    private const int LongestReason = 255;

    private const string InvalidBody = "invalidBody";
    private const string InvalidFormat = "invalidFormat";
    private const string InvalidValue = "invalidValue";
    private const string OtherIssue = "otherIssue";

    /// <summary>What the check of a body refuses; the first of its values says where.</summary>
    private static readonly Dictionary<ServiceError, string> OfTheCheck = new()
    {
        [ServiceErrors.MissingProperty] = "missingProperty",
        [ServiceErrors.UnknownProperty] = "unexpectedProperty",
        [ServiceErrors.WrongType] = InvalidFormat,
        [ServiceErrors.WrongFormat] = InvalidFormat,
        [ServiceErrors.WrongPattern] = InvalidFormat,
        [ServiceErrors.NotAllowedValue] = InvalidValue,
        [ServiceErrors.OutOfBounds] = InvalidValue,
        [ServiceErrors.TooShort] = InvalidValue,
        [ServiceErrors.TooLong] = InvalidValue,
    };

    /// <summary>Whether a path's refusals are worded so.</summary>
    public static bool Speaks(string path) => path.StartsWith("/mefApi/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A refusal with MEF's status and code.</summary>
    /// <param name="refusal">As the rule refused.</param>
    /// <param name="method">Of the request: what a GET doesn't find isn't there, what a POST names isn't known.</param>
    /// <param name="credentialSent">Whether the request had a token or an API key.</param>
    public static Refusal Said(Refusal refusal, string method, bool credentialSent = true)
    {
        if (refusal.Error.Code is not null)
        {
            return refusal;
        }

        var (status, code) = StatusAndCode(refusal.Error, HttpMethods.IsPost(method), credentialSent);
        return new Refusal(refusal.Error with { Status = status, Code = code }, refusal.Message, refusal.Explanation)
        {
            Values = refusal.Values,
        };
    }

    /// <summary>Writes the body.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="refusal">One with MEF's status and code.</param>
    public static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        var listed = refusal.Error.Status == StatusCodes.Status422UnprocessableEntity;
        if (listed)
        {
            json.WriteStartArray();
        }

        json.WriteStartObject();
        json.WriteString("code", refusal.Error.Code ?? OtherIssue);
        json.WriteString(
            "reason", refusal.Message.Length > LongestReason ? refusal.Message[..LongestReason] : refusal.Message);
        if (listed && PropertyPath(refusal) is { } path)
        {
            json.WriteString("propertyPath", path);
        }

        json.WriteEndObject();
        if (listed)
        {
            json.WriteEndArray();
        }
    }

    private static (int Status, string Code) StatusAndCode(ServiceError error, bool sends, bool credentialSent)
    {
        const int Unprocessable = StatusCodes.Status422UnprocessableEntity;
        return error switch
        {
            _ when error == ServiceErrors.AccessDenied => (StatusCodes.Status403Forbidden, "accessDenied"),
            { Status: 401 } => (401, credentialSent ? "invalidCredentials" : "missingCredentials"),
            _ when error == ServiceErrors.MalformedJson => (400, InvalidBody),
            _ when OfTheCheck.TryGetValue(error, out var code) => (Unprocessable, code),
            _ when error == ServiceErrors.UnknownRoute => (404, "notFound"),
            { Status: 404 } => sends ? (Unprocessable, "referenceNotFound") : (404, "notFound"),
            { Status: 400 } => sends ? (Unprocessable, OtherIssue) : (400, "invalidQuery"),
            { Status: 403 or 409 } => (Unprocessable, OtherIssue),
            { Status: 413 or 415 } => (error.Status, InvalidBody),
            { Status: >= 500 } => (error.Status, "internalError"),
            _ => (error.Status, OtherIssue),
        };
    }

    /// <summary>A JSON Pointer to what is wrong (RFC 6901); null where no member is.</summary>
    private static string? PropertyPath(Refusal refusal) => refusal.Values switch
    {
        [string path, string name, ..] when refusal.Error.Name is nameof(ServiceErrors.MissingProperty)
            or nameof(ServiceErrors.UnknownProperty) => $"{path}/{name}",
        [string path, ..] when path.StartsWith('/') => path,
        _ => null,
    };
}
