using Emulator.Tests.Catalogue;
using Emulator.Tests.Fuzz;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(Emulator.Tests.OrderOfTheRun))]

namespace Emulator.Tests;

/// <summary>
/// Classes that take minutes begin first: begun by chance, one of them would be the last, with every processor but one
/// idle until its end. What looks back at the whole run is last.
/// </summary>
public sealed class OrderOfTheRun : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(FuzzTests), nameof(FurtherFuzzTests)];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections
                .OrderBy(collection => collection.TestCollectionDisplayName == AfterAllOthers.Name)
                .ThenByDescending(collection => Long.Any(name =>
                    collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal))),
        ];
}
