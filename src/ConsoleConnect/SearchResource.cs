using Emulator.Api.Search;
using Emulator.Resources;

namespace Emulator.ConsoleConnect;

/// <summary>The search over people, companies, facilities and ports.</summary>
internal static class SearchResource
{
    public static readonly Resource Resource = Resource.Named("search").Mapped(SearchChapter.Map);
}
