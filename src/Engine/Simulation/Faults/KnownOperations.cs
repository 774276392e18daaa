using System.Text.RegularExpressions;
using Emulator.Errors;

namespace Emulator.Simulation.Faults;

/// <summary>A documented operation as rules can name it.</summary>
/// <param name="Key">Its main key.</param>
/// <param name="AlsoKeys">The keys of other editions of it, and where each stands in the documents.</param>
/// <param name="Methods">Its methods.</param>
/// <param name="Paths">Its paths, as routes and documents print them.</param>
internal sealed record NamedOperation(
    string Key,
    IReadOnlyList<string> AlsoKeys,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Paths);

/// <summary>
/// Every emulated operation, by what a rule may call it: a key of the documents such as <c>047</c>, where it stands
/// there (<c>000:3807</c>), or <c>GET /racks/{id}</c>.
/// </summary>
/// <param name="read">Reads them: when they are first asked for, since they are mapped by then.</param>
/// <param name="respelled">The spelling that a path has inside.</param>
internal sealed partial class KnownOperations(Func<IEnumerable<NamedOperation>> read, Func<string, string> respelled)
{
    private readonly Lazy<IReadOnlyList<NamedOperation>> all = new(() => [.. read()]);

    /// <summary>The operation with a name.</summary>
    /// <param name="name">A key, or method and path.</param>
    /// <param name="method">The method, where the name has one.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.OperationUnknown"/>.</exception>
    public NamedOperation Named(string name, out string? method)
    {
        method = null;
        if (MethodAndPath().Match(name) is { Success: true } written)
        {
            var asked = method = written.Groups["method"].Value.ToUpperInvariant();
            var path = Shape(written.Groups["path"].Value);
            if (
                all.Value.FirstOrDefault(operation =>
                    operation.Methods.Contains(asked)
                    && operation.Paths.Any(known =>
                        string.Equals(Shape(known), path, StringComparison.OrdinalIgnoreCase))
                ) is
                { } routed)
            {
                return routed;
            }
        }
        else if (
            all.Value.FirstOrDefault(operation => operation.Key == name || operation.AlsoKeys.Contains(name)) is
            { } keyed)
        {
            return keyed;
        }

        var names = all.Value.SelectMany(operation =>
            operation
                .AlsoKeys.Prepend(operation.Key)
                .Concat(
                    operation.Methods.SelectMany(method => operation.Paths.Take(1).Select(path => $"{method} {path}")))
        );
        throw ServiceErrors.OperationUnknown.Because(
            "An operation is named by its key or by its method and path. "
                + $"The nearest: {string.Join("; ", names.OrderBy(known => Edits.Between(name, known)).Take(3))}.",
            name);
    }

    /// <summary>
    /// A path as it is spelled inside, its parameters without their names: guides call the same one differently.
    /// </summary>
    private string Shape(string path) => Parameter().Replace(respelled(path.TrimEnd('/')), "{}");

    [GeneratedRegex(@"\A(?<method>[A-Za-z]+)\s+(?<path>/\S*)\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MethodAndPath();

    [GeneratedRegex(@"\{[^/]*\}|(?<=/):[^/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
