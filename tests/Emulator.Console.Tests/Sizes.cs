namespace Emulator.Console.Tests;

/// <summary>The sizes that the console is made for.</summary>
internal static class Sizes
{
    /// <summary>A phone, a small screen, a large one: width and height in pixels.</summary>
    public static readonly (int Width, int Height)[] All = [(390, 844), (1024, 768), (1920, 1080)];

    /// <summary>Whether nothing has to be scrolled sideways, asked of the page.</summary>
    public const string Fits = """
        document.documentElement.scrollWidth <= innerWidth
            && document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth
        """;
}
