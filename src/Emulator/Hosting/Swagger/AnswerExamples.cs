using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// An example of each operation's answer: what was answered to the operation's own example on the fresh seed, long
/// lists cut to their first elements. The tests keep them (<c>openapi/answers.json</c>), and hold them against what is
/// answered.
/// </summary>
/// <param name="shown">The examples.</param>
internal sealed class AnswerExamples(ShownAnswers shown) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        // A member called $ref, as wanted connections print one (000:9483), would be followed by anyone who reads the
        // document.
        if (
            operation.OperationId is { } id
            && shown.ById[id] is { } example
            && !example.ToJsonString().Contains("\"$ref\"", StringComparison.Ordinal)
            && (operation.Responses?.GetValueOrDefault("200")
                ?? operation.Responses?.GetValueOrDefault("201"))?.Content?["application/json"]
                is OpenApiMediaType answer)
        {
            // An object without members is written only where the example has a name.
            if (example is JsonObject { Count: 0 })
            {
                answer.Examples = new Dictionary<string, IOpenApiExample>
                {
                    ["nothing"] = new OpenApiExample
                    {
                        Summary = "There is nothing to tell",
                        Value = example.DeepClone(),
                    },
                };
            }
            else
            {
                answer.Example = example.DeepClone();
            }
        }
    }

}

/// <summary>The answers that the document shows.</summary>
/// <param name="answers">Opens them.</param>
internal sealed class ShownAnswers(Func<Stream> answers)
{
    private readonly Lazy<JsonObject> all = new(() =>
    {
        using var text = answers();
        return JsonNode.Parse(text)!.AsObject();
    });

    /// <summary>Those that the program comes with.</summary>
    public static ShownAnswers OfTheProgram() =>
        new(() => typeof(ShownAnswers).Assembly.GetManifestResourceStream("answers.json")!);

    /// <summary>By operation id. Read when a document is made, which is once.</summary>
    public JsonObject ById => all.Value;
}
