using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Sonata;

/// <summary>
/// What the service takes of MEF's dialect (OpenAPI 1.59.2, Order_UNI_GUIDE and Order_ELINE_GUIDE): one item, a port or
/// a layer 2 connection, added or deleted.
/// </summary>
/// <param name="item">The item.</param>
/// <param name="at">A JSON Pointer to it.</param>
/// <param name="termName">What its term is called.</param>
internal sealed class SonataRules(SonataItem item, string at, string termName)
{
    private const string Months = "calendarMonths";
    private const string Years = "calendarYears";
    private const string Source = "CONNECTS_TO_ENNI";
    private const string Destination = "CONNECTS_TO_UNI";

    private string Configuration => $"{at}/product/productConfiguration";

    private string Term => $"{at}/{termName}";

    /// <summary>Refuses what isn't an addition: only those are quoted.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataActionNotSupported"/>.</exception>
    public void MustAdd()
    {
        if (item.Action != SonataItem.Add)
        {
            throw ServiceErrors.SonataActionNotSupported.Because("Only what is added is quoted.", $"{at}/action");
        }
    }

    /// <summary>Holds an item that is to be quoted against all that can be told without looking anything up.</summary>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public void MustBeQuotable()
    {
        var offering = item.Offering
            ?? throw Missing($"{at}/product/productOffering", "UNI or ACCESS_E_LINE as its id");
        var configuration = item.Configuration
            ?? throw Missing(Configuration, "what the product is to be like");
        if (configuration.Type != offering)
        {
            throw Not($"{Configuration}/@type", offering, "It is the product offering's id again.");
        }

        var term = item.Term ?? throw Missing(Term, "how long the product is wanted");
        if (term.RollInterval is not { Amount: 1, Units: Months })
        {
            throw Not($"{Term}/rollInterval", $"1 {Months}", "Contracts go on by the month.");
        }

        if (offering == SonataItem.Uni)
        {
            MustBeAUni(term);
        }
        else if (item.Places.Count != 2)
        {
            throw Not($"{at}/product/place", "two places", "The source comes first, then the destination.");
        }
    }

    /// <summary>The same for an item that is to be ordered, which has to say more.</summary>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public void MustBeOrderable()
    {
        MustBeQuotable();
        if (item.Offering == SonataItem.ELine)
        {
            MustBeAnELine(item.Configuration!);
        }
    }

    /// <summary>Refuses what the service knows and doesn't do.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataActionNotSupported"/>.</exception>
    public void MustNotModify()
    {
        if (item.Action is not (SonataItem.Add or SonataItem.Delete))
        {
            throw ServiceErrors.SonataActionNotSupported.Because(
                "Products are added and deleted; a connection's speed is changed by "
                + "POST /api/v2/company/{companyName}/connections/{connectionId}/change.",
                $"{at}/action");
        }
    }

    /// <summary>The product that is to be deleted.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataMissing"/>.</exception>
    public string ProductToDelete() => item.ProductId is { Length: > 0 } id
        ? id
        : throw Missing($"{at}/product/id", "the product that is to be deleted");

    /// <summary>Asks for a contact.</summary>
    /// <param name="contacts">Those that were sent.</param>
    /// <param name="role">The role that one of them must have.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataMissing"/>.</exception>
    public static void MustName(IReadOnlyList<SonataContact> contacts, string role)
    {
        if (contacts.All(contact => contact.Role != role))
        {
            throw Missing("/relatedContactInformation", $"whom to talk to: one with the role {role}");
        }
    }

    /// <summary>Refuses to delete an E-Line that is in service (OpenAPI 1.59.2, Order_ELINE_GUIDE).</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void MustBeDisabled(Connection connection)
    {
        if (connection.Status == ConnectionStatus.Active)
        {
            throw ServiceErrors.WrongState.Because(
                "Disable it first: POST /api/v2/company/{companyName}/connections/{connectionId}/disable.",
                "connection",
                "deleted",
                Spelling.Of(connection.Status));
        }
    }

    /// <summary>The port on a side of an E-Line.</summary>
    public string PortOn(bool source) =>
        item.Relationships.First(one => one.RelationshipType == (source ? Source : Destination)).Id;

    private void MustBeAUni(SonataTerm term)
    {
        if (item.Places.Count != 1)
        {
            throw Not($"{at}/product/place", "one place", "A UNI is in one facility.");
        }

        if (term.Duration is not { Amount: 1, Units: Months or Years })
        {
            throw Not($"{Term}/duration", $"1 {Months} or 1 {Years}", "Ports are sold by the month or by the year.");
        }
    }

    private void MustBeAnELine(SonataConfiguration configuration)
    {
        foreach (var side in new[] { Source, Destination })
        {
            if (item.Relationships.Count(one => one.RelationshipType == side) != 1)
            {
                throw Not(
                    $"{at}/product/productRelationship",
                    $"one {Source} and one {Destination}",
                    "They name the source port and the destination port.");
            }
        }

        if (configuration.BuyerCompanyId is null)
        {
            throw Missing($"{Configuration}/buyerCompanyId", "the username of the company that it leads to");
        }
    }

    /// <summary>Refuses a member that an order needs and a quote doesn't.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataMissing"/>.</exception>
    public string NameToOrder() =>
        item.Configuration!.Name ?? throw Missing($"{Configuration}/name", "what it is to be called");

    /// <summary>Refuses what a member refers to and isn't there.</summary>
    /// <param name="member">The member, below the item.</param>
    /// <param name="kind">What it should name.</param>
    /// <param name="explanation">Where there are such.</param>
    public Refusal Unknown(string member, string kind, string explanation) =>
        ServiceErrors.SonataReferenceUnknown.Because(explanation, $"{at}/{member}", kind);

    private static Refusal Missing(string path, string meaning) =>
        ServiceErrors.SonataMissing.Because($"It says {meaning}.", path);

    private static Refusal Not(string path, string what, string why) =>
        ServiceErrors.SonataNotSupported.Because(why, path, what);
}
