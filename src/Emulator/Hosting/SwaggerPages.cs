namespace Emulator.Hosting;

/// <summary>Swagger UI and the OpenAPI documents behind it.</summary>
internal static class SwaggerPages
{
    public static void AddSwagger(this IServiceCollection services)
    {
        _ = services;
    }

    public static void MapSwaggerPages(this WebApplication app)
    {
        _ = app;
    }
}
