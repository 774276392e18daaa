using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Tests that measure a process by the second: they run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
