using System.Security.Cryptography;
using System.Text;
using Emulator.Store.Seeding;
using Emulator.Store.Upgrades;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emulator.Store;

/// <summary>The tables that sandboxes have, as the resources declare them.</summary>
internal sealed class StoreModel
{
    private readonly IReadOnlyList<Action<ModelBuilder>> configure;
    private readonly ColumnKinds columns;
    private readonly Dictionary<string, string> names;
    private readonly Lazy<IModel> model;
    private readonly Lazy<string> schema;
    private readonly Lazy<int> fingerprint;
    private readonly DbContextOptionsExtension? extension;

    /// <summary>Of tables as they are configured.</summary>
    /// <param name="configure">Configures the tables.</param>
    /// <param name="columns">How values of the service's own types are kept.</param>
    /// <param name="names">What a row is called, as SQL, by table; a table without an entry has a column Name.</param>
    /// <param name="staged">The tables whose rows have a lifecycle.</param>
    /// <param name="compiled">
    /// What is generated of the same tables, to save making it at the start; null where nothing is.
    /// </param>
    public StoreModel(
        IReadOnlyList<Action<ModelBuilder>> configure,
        ColumnKinds columns,
        IEnumerable<NamedRows> names,
        IReadOnlyList<string> staged,
        CompiledStore? compiled = null)
    {
        this.configure = configure;
        this.columns = columns;
        Columns.Know(columns.Json);
        this.names = names.ToDictionary(named => named.Table, named => named.Name, StringComparer.Ordinal);
        Staged = staged;
        Earlier = compiled?.Earlier ?? EarlierTables.None;
        Seed = compiled?.Seed;
        model = new Lazy<IModel>(() => compiled?.Model() ?? Made());
        extension = compiled is null ? new DbContextOptionsExtension(this) : null;
        schema = new Lazy<string>(compiled is null ? Script : compiled.Schema);
        fingerprint = new Lazy<int>(() =>
            BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Schema))) & int.MaxValue);
    }

    /// <summary>The tables whose rows have a lifecycle.</summary>
    public IReadOnlyList<string> Staged { get; }

    /// <summary>The tables of versions before this one.</summary>
    public EarlierTables Earlier { get; }

    /// <summary>The program's own seed as it stands in them; null where it is read from its files alone.</summary>
    public PreparedSeed? Seed { get; }

    /// <summary>The statements that make the tables.</summary>
    public string Schema => schema.Value;

    /// <summary>
    /// A number that changes when a table, a column or an index does: SQLite's <c>user_version</c> of every database
    /// with these tables.
    /// </summary>
    public int Fingerprint => fingerprint.Value;

    /// <summary>
    /// EF Core's model of the tables. Read on a connection of its own: EF Core registers functions on the one it is
    /// given, which a statement that runs there meanwhile forbids.
    /// </summary>
    public IModel Model
    {
        get
        {
            using var nowhere = new SqliteConnection("Data Source=:memory:");
            using var db = new EmulatorDb(Options(nowhere));
            return db.Model;
        }
    }

    /// <summary>The one that a context is to have.</summary>
    /// <exception cref="InvalidOperationException">The context wasn't made by any.</exception>
    public static StoreModel Of(DbContextOptions options) => options.FindExtension<DbContextOptionsExtension>()?.Store
        ?? throw new InvalidOperationException("Contexts are made with the options of a StoreModel.");

    /// <summary>
    /// Makes EF Core's model, which all databases share: what is polled does without it, the first write would wait for
    /// it.
    /// </summary>
    public void Make() => _ = Model.GetRelationalModel();

    /// <summary>What a row of a table is called, as SQL.</summary>
    public string NameOf(string table) => names.GetValueOrDefault(table, "\"Name\"");

    /// <summary>How a context works on a connection.</summary>
    public DbContextOptions<EmulatorDb> Options(SqliteConnection connection) =>
        Options(builder => builder.UseSqlite(connection));

    /// <summary>How a context is made that has no database.</summary>
    public DbContextOptions<EmulatorDb> Options() => Options(builder => builder.UseSqlite());

    /// <summary>Configures the tables.</summary>
    public void Configure(ModelBuilder model)
    {
        foreach (var tables in configure)
        {
            tables(model);
        }
    }

    /// <summary>Says how values are kept.</summary>
    public void Configure(ModelConfigurationBuilder model)
    {
        Columns.Configure(model);
        columns.Configure(model);
    }

    private DbContextOptions<EmulatorDb> Options(Action<DbContextOptionsBuilder<EmulatorDb>> use)
    {
        var builder = new DbContextOptionsBuilder<EmulatorDb>();
        use(builder);
        if (extension is not null)
        {
            ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(extension);
        }

        return builder.UseModel(model.Value).Options;
    }

    /// <summary>Makes the model of what the tables say: left alone, EF Core takes the generated one.</summary>
    private IModel Made()
    {
        var builder = new DbContextOptionsBuilder<EmulatorDb>().UseSqlite();
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(extension!);
        using var db = new EmulatorDb(builder.Options);
        return db.GetService<IModelSource>()
            .GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);
    }

    private string Script()
    {
        using var db = new EmulatorDb(Options());
        return db.Database.GenerateCreateScript();
    }

    /// <summary>Hands the model to the context; each has services, and with them a made model, of its own.</summary>
    internal sealed class DbContextOptionsExtension(StoreModel store) : IDbContextOptionsExtension
    {
        public StoreModel Store => store;

        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services)
        {
            // It only carries the model.
        }

        public void Validate(IDbContextOptions options)
        {
            // Nothing of it can be wrong.
        }

        private sealed class ExtensionInfo(DbContextOptionsExtension extension)
            : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;

            public override string LogFragment => "";

            public override int GetServiceProviderHashCode() => extension.Store.GetHashCode();

            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
                other.Extension is DbContextOptionsExtension { Store: var theirs }
                && ReferenceEquals(extension.Store, theirs);

            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
            {
                // Nobody asks.
            }
        }
    }
}

/// <summary>What the rows of a table are called.</summary>
/// <param name="Table">The table.</param>
/// <param name="Name">An SQL expression over a row; NULL where they have no name.</param>
internal sealed record NamedRows(string Table, string Name);

/// <summary>What is generated of a store's tables, and held against them by tests.</summary>
/// <param name="Model">EF Core's model; asked for when it is wanted, as it is long in loading.</param>
/// <param name="Schema">The statements that make the tables.</param>
/// <param name="Earlier">The tables of versions before this one.</param>
/// <param name="Seed">The program's own seed as it stands in them.</param>
internal sealed record CompiledStore(
    Func<IModel> Model, Func<string> Schema, EarlierTables Earlier, PreparedSeed Seed);
