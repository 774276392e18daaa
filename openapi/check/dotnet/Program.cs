// Walks the main journey with the clients that NSwag and Kiota generate, each in a sandbox of its own:
// TypedClients nswag|nswag-nullable|kiota URL
var (client, url) = (args[0], args[1].TrimEnd('/'));
await (client switch
{
    "nswag" => NSwagPlain.Journey.Walk(url),
    "nswag-nullable" => NSwagNullable.Journey.Walk(url),
    "kiota" => KiotaClients.Journey.Walk(url),
    _ => throw new ArgumentException($"There is no client called {client}."),
});

/// <summary>Counts the steps of a journey, and says what was expected where one fails.</summary>
internal sealed class Steps
{
    private int done;

    public void Step(string words) => Console.WriteLine($"  {++done}. {words}");

    public static void Equal<T>(T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            throw new InvalidOperationException($"Expected {expected}, found {found}.");
        }
    }

    public static void True(bool so, string what)
    {
        if (!so)
        {
            throw new InvalidOperationException($"Expected {what}.");
        }
    }
}
