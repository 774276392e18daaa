using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>What the service's own operations get of a turn: who asks, and who is who.</summary>
internal static class ServiceTurn
{
    extension(Turn turn)
    {
        /// <summary>Companies, people, facilities, metros and regions.</summary>
        public ReferenceData Reference => ((ServiceDirectory)turn.Directory).Reference;

        /// <summary>How many of a company's ports are in service, as saved.</summary>
        public int PortsActiveOf(Company company) => turn.Remembered.PortsInService.Of(company);

        /// <summary>The API keys, oldest first, as they are stored.</summary>
        public IReadOnlyList<ApiKey> ApiKeys => ((ServiceDirectory)turn.Directory).ApiKeys;

        /// <summary>Who is online.</summary>
        public Presence Presence => turn.Remembered.Presence;

        /// <summary>Who asks.</summary>
        public Caller Caller => turn.Asking as Caller
            ?? throw ServiceErrors.NotLoggedIn.Because("This operation needs portal-token: TOKEN or Authorization: "
                + "Bearer TOKEN-or-API-KEY.");

        /// <summary>Finds out who asks.</summary>
        /// <param name="credential">The token or API key, exactly as sent; null where none was.</param>
        /// <exception cref="Refusal">
        /// <see cref="ServiceErrors.NotLoggedIn"/>, <see cref="ServiceErrors.SessionDeleted"/>.
        /// </exception>
        public void Authenticate(string? credential)
        {
            if (credential is null)
            {
                throw ServiceErrors.NotLoggedIn.Because("No token was sent: log in with PUT /api/auth/token and send "
                    + "portal-token: TOKEN, or Authorization: Bearer TOKEN-or-API-KEY.");
            }

            var caller = turn.Remembered.Callers.With(credential)
                ?? throw ServiceErrors.NotLoggedIn.Because("The token is unknown here. Its value counts exactly: no "
                    + "brackets or quotes round it.");
            turn.AskedBy(caller, caller.User.Id);
        }

        /// <summary>Whom a further credential of the request stands for; null where it stands for nobody.</summary>
        public Caller? HolderOf(string credential) =>
            turn.Remembered.Callers.Holds(credential) ? turn.Remembered.Callers.With(credential) : null;

        /// <summary>The company a route names, if the caller's role in it allows the action.</summary>
        /// <exception cref="Refusal">
        /// <see cref="EmulatorErrors.CompanyNotFound"/>, <see cref="ServiceErrors.AccessDenied"/>.
        /// </exception>
        public Company Company(string name, CompanyAction action)
        {
            var company = turn.Reference.CompanyNamed(name);
            turn.Caller.Needs(action, company, turn.Access);
            return company;
        }

        /// <summary>
        /// Finds the company that the route names, and looks whether the caller's role in it allows the action.
        /// </summary>
        /// <param name="name">What the route has.</param>
        /// <param name="action">What the role must allow.</param>
        /// <param name="orCaller">
        /// How a name is refused that is nobody's, where the route may name the caller in the company's place; null
        /// where it may not.
        /// </param>
        /// <exception cref="Refusal">
        /// <see cref="EmulatorErrors.CompanyNotFound"/> or the one that was passed,
        /// <see cref="ServiceErrors.AccessDenied"/>.
        /// </exception>
        public void Admit(string name, CompanyAction action, ServiceError? orCaller = null)
        {
            if (orCaller is null)
            {
                turn.Found = turn.Company(name, action);
                return;
            }

            var admitted = turn.Reference.FindCompany(name)
                ?? turn.CompanyOfCaller(name, action)
                ?? throw orCaller.Because(
                    $"{name} is neither a company's id nor yours. GET /api/auth/token lists your companies.", name);
            turn.Caller.Needs(action, admitted, turn.Access);
            turn.Found = admitted;
        }

        /// <summary>
        /// The caller's oldest company in which the role allows the action, or else the oldest one; null where the name
        /// isn't the caller's.
        /// </summary>
        private Company? CompanyOfCaller(string name, CompanyAction action) =>
            name != turn.Caller.User.Id
            && !string.Equals(name, turn.Caller.User.Username, StringComparison.OrdinalIgnoreCase)
                ? null
                : turn.Caller.RolesByCompany.Keys
                    .Select(turn.Reference.Company)
                    .OrderByDescending(company => turn.Caller.Allows(action, company))
                    .ThenBy(company => company.CreatedAt)
                    .ThenBy(company => company.Id, StringComparer.Ordinal)
                    .FirstOrDefault();

        /// <summary>
        /// The company that the route names, in which the caller has the permission that the operation needs.
        /// </summary>
        public Company Admitted => turn.Found as Company
            ?? throw new InvalidOperationException("The operation takes a Company and doesn't say which permission it "
                + "needs.");

        /// <summary>A user of the reference data, to be changed.</summary>
        public async Task<User> ToChange(User user, CancellationToken ct) =>
            (await turn.Db.Users.FindAsync([user.Id], ct))!;

        /// <summary>A company of the reference data, to be changed.</summary>
        public async Task<Company> ToChange(Company company, CancellationToken ct) =>
            (await turn.Db.Companies.FindAsync([company.Id], ct))!;

        private RememberedHere Remembered => (RememberedHere)turn.Memory;
    }
}
