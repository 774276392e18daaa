using Emulator.Hosting.Pipeline;
using Emulator.Hosting.Swagger;
using Emulator.Wire;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Emulator.Hosting;

/// <summary>
/// Swagger UI at <c>/swagger</c> and the two OpenAPI documents behind it. Nothing of them is made before somebody asks:
/// the start and the operations pay for a handful of registrations and three routes.
/// </summary>
internal static class SwaggerPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddSwagger(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(DocumentSettings.Apply);
        services.AddTransient(_ => PayloadSchemas.Contracts());
        services.AddSingleton<OpenApiDocuments>();
    }

    public static void MapSwaggerPages(this WebApplication app)
    {
        foreach (var document in OpenApiDocuments.All)
        {
            app.MapMethods(document.Path, Reading, context => Answer(context, document));
        }

        var pages = new Lazy<RequestDelegate>(() => ((IApplicationBuilder)app).New().UseSwaggerUI(Describe).Build());
        app.MapMethods("/swagger/{**page}", Reading, context =>
        {
            OwnPages.Protect(context.Response);
            context.SetEndpoint(null); // Files are served only where no endpoint has taken the request.
            return pages.Value(context);
        });
    }

    private static Task Answer(HttpContext context, OpenApiDocuments.Kind document)
    {
        var json = context
            .RequestServices.GetRequiredService<OpenApiDocuments>()
            .Of(document, AskedAddress.Of(context.Request));
        OwnPages.Protect(context.Response);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(json).AsTask();
    }

    private static void Describe(SwaggerUIOptions pages)
    {
        pages.DocumentTitle = "Console Connect emulator";
        foreach (var document in OpenApiDocuments.All)
        {
            // Relative to the page, whatever is in front of it.
            pages.SwaggerEndpoint(".." + document.Path, document.Title);
        }

        pages.EnableDeepLinking();
        pages.EnableFilter();
        pages.EnablePersistAuthorization();
        pages.EnableTryItOutByDefault();
        pages.DisplayRequestDuration();
        pages.DefaultModelExpandDepth(2); // Opens each member, for its meaning and its allowed values.
        pages.DefaultModelsExpandDepth(-1); // A hundred shapes below the operations: each operation shows its own.
    }
}
