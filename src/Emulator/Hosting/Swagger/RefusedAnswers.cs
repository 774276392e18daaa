using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Errors;
using Emulator.Hosting.Pipeline;
using Emulator.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// What an operation refuses: each status once, with every message it can have, and for each message a body as the
/// client gets it.
/// </summary>
internal sealed class RefusedAnswers : IOperationFilter
{
    /// <summary>The schema of every refusal.</summary>
    public const string SchemaName = "Refusal";

    /// <summary>The schema of those whose members stand without <c>error</c> round them.</summary>
    private const string FlatName = "FlatRefusal";

    /// <summary>The schema of those that MEF words.</summary>
    private const string MefName = "MefError";

    /// <summary>The schema of those that are both in <c>error</c> and beside it.</summary>
    private const string TwiceName = "OrderRefusal";

    /// <summary>The schema of those that are printed flat, with LoopBack's code.</summary>
    private const string LoopBackName = "LoopBackRefusal";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var path = "/" + context.ApiDescription.RelativePath;
        var mef = MefDialect.Speaks(path);
        var refusals = Of(context.ApiDescription.ActionDescriptor.EndpointMetadata, path)
            .DistinctBy(refusal => refusal.Error.Name)
            .Select(refusal => mef ? MefDialect.Said(refusal, context.ApiDescription.HttpMethod!) : refusal)
            .ToList();
        if (refusals.Count == 0)
        {
            return;
        }

        operation.Responses ??= [];
        foreach (var status in refusals.GroupBy(refusal => refusal.Error.Status).OrderBy(status => status.Key))
        {
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join(
                    '\n',
                    status.Select(refusal => $"- {RefusalsInWords.Message(refusal.Error)}")),
                Headers = new Dictionary<string, IOpenApiHeader>
                {
                    [RefusalRenderer.ExplainHeader] = new OpenApiHeaderReference(
                        RefusalRenderer.ExplainHeader,
                        context.Document),
                },
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType
                    {
                        Schema = SchemaOf(path, [.. status], context),
                        Examples = status.ToDictionary(
                            refusal => refusal.Error.Name,
                            IOpenApiExample (refusal) =>
                                new OpenApiExample
                                {
                                    Summary = refusal.Message,
                                    Value = JsonNode.Parse(RefusalRenderer.Render(refusal, path, indented: false)),
                                }),
                    },
                },
            };
        }
    }

    /// <summary>What refusals of one status look like on a path: of one form, or of any of several.</summary>
    private static IOpenApiSchema SchemaOf(string path, IReadOnlyList<Refusal> refusals, OperationFilterContext context)
    {
        var forms = refusals.Select(refusal => FormOf(path, refusal.Error)).Distinct().ToList();
        List<IOpenApiSchema> schemas = [.. forms.Select(IOpenApiSchema (form) =>
        {
            context.SchemaRepository.Schemas.TryAdd(form, form switch
            {
                MefName => MefSchema(),
                LoopBackName => LoopBackSchema(),
                FlatName => FlatSchema(),
                TwiceName => TwiceSchema(),
                _ => Schema(),
            });
            return new OpenApiSchemaReference(form, context.Document);
        })];
        return schemas is [{ } only]
            ? forms[0] == MefName && refusals[0].Error.Status == StatusCodes.Status422UnprocessableEntity
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = only }
                : only
            : new OpenApiSchema { AnyOf = schemas };
    }

    private static string FormOf(string path, ServiceError error) =>
        MefDialect.Speaks(path) ? MefName
        : error.Code is not null ? LoopBackName
        : RefusalRenderer.IsFlat(path, error.Status) ? FlatName
        : RefusalRenderer.IsToldTwice(path, error.Status) ? TwiceName
        : SchemaName;

    /// <summary>Those that every operation has, those of the body's check, and those the operation names.</summary>
    private static IEnumerable<Refusal> Of(IList<object> metadata, string path)
    {
        if (metadata.OfType<WorksInSandbox>().LastOrDefault() is { NeedsCaller: true })
        {
            yield return RefusalsInWords.Illustrated(ServiceErrors.NotLoggedIn, path);
            yield return RefusalsInWords.Illustrated(ServiceErrors.SessionDeleted, path);
        }

        if (metadata.OfType<WorksInSandbox>().Any())
        {
            // A body is read before anybody asks what it is for.
            yield return RefusalsInWords.Illustrated(ServiceErrors.BodyTooLarge, path);
        }

        if (metadata.OfType<Takes>().LastOrDefault() is { } takes)
        {
            yield return RefusalsInWords.Illustrated(ServiceErrors.MalformedJson, path);
            yield return RefusalsInWords.Illustrated(ServiceErrors.UnsupportedEncoding, path);
            yield return RefusalsInWords.Illustrated(ServiceErrors.UnsupportedCharset, path);
            yield return RefusalsInWords.Illustrated(ServiceErrors.BrokenEncoding, path);
            foreach (var refusal in RefusalsInWords.OfTheCheck(takes))
            {
                yield return refusal;
            }

            if (takes.Schema.IsClosed)
            {
                yield return RefusalsInWords.Illustrated(ServiceErrors.UnknownProperty, path);
            }
        }

        foreach (var error in metadata.OfType<Refusals>().SelectMany(refusals => refusals.Errors)
            .Concat(AdminInputs.RefusalsOn(path, takesBody: metadata.Any(one => one is Takes or TakesFile)))
                .Concat(AdminGuard.RefusalsOn(path)))
        {
            yield return RefusalsInWords.Illustrated(error, path);
        }
    }

    private static OpenApiSchema ObjectOf(params (string Name, string Meaning)[] texts) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = texts.Select(text => text.Name).ToHashSet(),
            Properties = texts.ToDictionary(
                text => text.Name,
                IOpenApiSchema (text) => Text(text.Meaning)
            ),
        };

    private static OpenApiSchema Text(string meaning) =>
        new() { Type = JsonSchemaType.String, Description = meaning };

    private static OpenApiSchema Whole(string meaning) =>
        new() { Type = JsonSchemaType.Integer, Description = meaning };

    private static OpenApiSchema FlatSchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal of a price: its members stand without error round them.",
            Required = new HashSet<string> { "message" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["message"] = Text("What is wrong, in the service's words."),
                ["code"] = Whole("The HTTP status, of ports and connections."),
                ["statusCode"] = Whole("The HTTP status, of a CloudRouter's sites."),
                ["name"] = Text("Error."),
                ["status"] = Whole("The HTTP status, of orders of edge ports."),
            },
        };

    private static OpenApiSchema TwiceSchema()
    {
        var schema = Schema();
        schema.Description = "A refusal of a port order, both inside error and beside it: editions differ.";
        schema.Properties!["code"] = Whole("The HTTP status.");
        schema.Properties["message"] = Text("What is wrong, in the service's words.");
        return schema;
    }

    private static OpenApiSchema LoopBackSchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal in LoopBack's own form: something that isn't there.",
            Required = new HashSet<string> { "code", "message", "statusCode", "name" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["code"] = Text("What kind it is of."),
                ["message"] = Text("What is wrong, in the service's words."),
                ["statusCode"] = Whole("The HTTP status."),
                ["name"] = Text("Error."),
            },
        };

    private static OpenApiSchema MefSchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal in MEF's words: one alone, or a list of them with the status 422.",
            Required = new HashSet<string> { "code", "reason" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["code"] = Text("What kind of refusal it is."),
                ["reason"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    MaxLength = 255,
                    Description = "What is wrong.",
                },
                ["propertyPath"] = Text("A JSON Pointer to the member that is wrong, with the status 422."),
            },
        };

    private static OpenApiSchema Schema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal. Routes under /v2 and /app-user have name where the others have status; the "
                + "clouds that are ordered there, and prices of Internet On-Demand, have code alone.",
            Required = new HashSet<string> { "error" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["error"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "message" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["message"] = Text("What is wrong, in the service's words."),
                        ["code"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Integer,
                            Description = "The HTTP status, of the clouds that are ordered under /app-user and of "
                                + "prices of Internet On-Demand.",
                        },
                        ["status"] = Whole("The HTTP status."),
                        ["statusCode"] = Whole("The HTTP status again."),
                        ["name"] = Text("Error."),
                        ["accessRequests"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = ObjectOf(
                                ("action", "For instance network:ReadPort."),
                                ("resource", "What it was asked of.")),
                            Description = "The permissions that are missing, where access is denied.",
                        },
                        ["principalId"] = ObjectOf(("id", "Who asked, where access is denied.")),
                        ["details"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Description = "Empty: of a discount that isn't there.",
                        },
                        ["stack"] = Text("Of the service's own, where access is denied."),
                        ["legal"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = new OpenApiSchema { Type = JsonSchemaType.String },
                            Description = "What would be legal instead: on the emulator's own routes.",
                        },
                        ["because"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = new OpenApiSchema { Type = JsonSchemaType.String },
                            Description = "Why a rule of the service's forbids it: on the emulator's own routes.",
                        },
                        ["nearest"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = new OpenApiSchema { Type = JsonSchemaType.String },
                            Description = "What comes nearest to what was expected: on the emulator's own routes.",
                        },
                    },
                },
            },
        };
}
