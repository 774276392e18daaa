using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Resources.Worlds;
using Emulator.Store;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Worlds as this service's resources see them: of companies, people and places.</summary>
internal static class WorldsOfCompanies
{
    extension(WorldMaking making)
    {
        /// <summary>Companies, people and places, with what is made so far.</summary>
        public ReferenceData Reference => ((ServiceDirectory)making.Directory).Reference;

        /// <summary>Who acts for a company: its oldest member who may; the service itself where it has none.</summary>
        public string PersonOf(Company company) => making.PersonOf(company.Id);
    }

    extension(WorldThing thing)
    {
        /// <summary>The company that it belongs to.</summary>
        public Company OfCompany => (Company)thing.Account;
    }
}
