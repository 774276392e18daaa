using Emulator.Domain.Sonata;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>The bodies of orders and quotes, which have most of their members in common.</summary>
internal static class SonataBodies
{
    private static readonly BodyMember<string?> Number = Body.Text("number", "The telephone number.", maxLength: 64);
    private static readonly BodyMember<string> EmailAddress = Body.NeededText(
        "emailAddress", "The e-mail address.", maxLength: 255);

    private static readonly BodyMember<string> Role = Body.NeededText(
        "role", "What the contact is for.", maxLength: 64);

    private static readonly BodyMember<string> ContactName = Body.NeededText("name", "The name.", maxLength: 255);

    private static readonly RequestSchema Contact = new RequestSchema()
        .With(Number, EmailAddress, Role, ContactName)
        .TextOrNull("organization", "The organization.")
        .TextOrNull("numberExtension", "The telephone's extension.");

    private static readonly BodyMember<int> Amount = Body.NeededInteger(
        "amount", "How many: 1200 at most.", minimum: 1, maximum: 1200);

    private static readonly BodyMember<string> Units = Body.NeededText(
        "units", "calendarDays, calendarMonths or calendarYears.", "calendarDays", "calendarMonths", "calendarYears");

    private static readonly RequestSchema Duration = new RequestSchema().With(Amount, Units);

    private static readonly BodyMember<string> EndOfTermAction = Body.NeededText(
        "endOfTermAction", "What becomes of it at the end of the term: roll.", "roll");

    private static readonly RequestSchema Term = new RequestSchema()
        .TextOrNull("name", "The term's name.")
        .TextOrNull("description", "What the term is.")
        .Object("duration", "How long it is wanted.", Duration, required: true)
        .With(EndOfTermAction)
        .Object("rollInterval", "How long it goes on each time after that: a month.", Duration, required: true);

    private static readonly BodyMember<string> ConfigurationType = Body.NeededText(
        "@type", "The offering again.", SonataItem.Uni, SonataItem.ELine);

    private static readonly BodyMember<int> Bandwidth = Body.NeededInteger(
        "bandwidth", "Mbps: a UNI has 1000 or 10000, an E-Line from 1 to 10000.", minimum: 1, maximum: 100_000);

    private static readonly BodyMember<string> BandwidthUnit = Body.NeededText("bandwidthUnit", "MBPS.", "MBPS");
    private static readonly BodyMember<string?> ClassOfService = Body.Text(
        "classOfService", "Of an E-Line: SILVER or GOLD.", "SILVER", "GOLD");

    private static readonly BodyMember<string?> PaymentType = Body.Text("paymentType", "invoice.", "invoice");
    private static readonly BodyMember<string?> ProductName = Body.Text(
        "name", "What the port or the connection is to be called.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> BuyerCompanyId = Body.Text(
        "buyerCompanyId", "Of an E-Line: the username of the company that it leads to.");

    private static readonly BodyMember<string?> DestUniMetroId = Body.Text(
        "destUNIMetroId", "Of an E-Line: the locality of the address that it leads to.");

    private static readonly BodyMember<string?> ConnectionType = Body.Text(
        "type", "Of an E-Line: LAYER2.", "LAYER2");

    private static readonly BodyMember<string?> FacilityName = Body.Text(
        "dcfName", "Of a UNI: the subUnitNumber of its address.");

    private static readonly RequestSchema Configuration = new RequestSchema().With(
        ConfigurationType, Bandwidth, BandwidthUnit, ClassOfService, PaymentType, ProductName, BuyerCompanyId,
        DestUniMetroId, ConnectionType, FacilityName);

    private static readonly BodyMember<string> RelationshipType = Body.NeededText(
        "relationshipType", "CONNECTS_TO_ENNI for the source, CONNECTS_TO_UNI for the destination.",
        "CONNECTS_TO_ENNI", "CONNECTS_TO_UNI");

    private static readonly BodyMember<string> RelatedId = Body.NeededText("id", "The port's id.", maxLength: 64);
    private static readonly RequestSchema Relationship = new RequestSchema()
        .With(RelationshipType, RelatedId)
        .TextOrNull("href", "It is ignored.")
        .TextOrNull("groupingKey", "It is ignored.");

    private static readonly BodyMember<string> PlaceRole = Body.NeededText(
        "role", "INSTALL_LOCATION.", "INSTALL_LOCATION");

    private static readonly BodyMember<string> PlaceId = Body.NeededText("id", "The address's id.", maxLength: 64);
    private static readonly BodyMember<string> PlaceType = Body.NeededText(
        "@type", "GeographicAddressRef.", "GeographicAddressRef");

    private static readonly RequestSchema Place = new RequestSchema()
        .With(PlaceRole, PlaceId, PlaceType)
        .TextOrNull("href", "It is ignored.")
        .TextOrNull("@schemaLocation", "It is ignored.");

    private static readonly BodyMember<string> OfferingId = Body.NeededText(
        "id", "UNI for a port, ACCESS_E_LINE for a layer 2 connection.", SonataItem.Uni, SonataItem.ELine);

    private static readonly RequestSchema Offering = new RequestSchema()
        .With(OfferingId)
        .TextOrNull("href", "It is ignored.");

    private static readonly RequestSchema Product = new RequestSchema()
        .TextOrNull("id", "The product that is to be deleted.")
        .TextOrNull("href", "It is ignored.")
        .Object("productOffering", "What is wanted.", Offering)
        .Object("productConfiguration", "What it is to be like.", Configuration)
        .Objects("productRelationship", "The ports of an E-Line, the source first.", Relationship)
        .Objects("place", "Where it is to be: one place of a UNI, two of an E-Line, the source first.", Place);

    private static readonly BodyMember<string> Action = Body.NeededText(
        "action", "add or delete; modify is known, and refused.", "add", "modify", "delete");

    private static readonly BodyMember<string> ItemId = Body.NeededText(
        "id", "The buyer's name for the item.", maxLength: 255);

    /// <summary>The members that every item has.</summary>
    /// <param name="term">What its term is called.</param>
    public static RequestSchema Item(string term) => new RequestSchema()
        .With(Action, ItemId)
        .Object("product", "The product.", Product, required: true)
        .Object(term, "How long it is wanted; of what is added.", Term)
        .Objects("note", "Notes. They are ignored.")
        .Objects("relatedContactInformation", "Whom to talk to about it.", Contact)
        .Object(
            "productOfferingQualificationItem",
            "The qualification that it follows.",
            new RequestSchema()
                .TextOrNull("id", "The qualification's item.")
                .TextOrNull("productOfferingQualificationId", "The qualification.")
                .TextOrNull("alternateProductProposalId", "It is ignored.")
                .TextOrNull("productOfferingQualificationHref", "It is ignored."));

    /// <summary>The members that every body has.</summary>
    public static RequestSchema Common() => new RequestSchema()
        .Objects("note", "Notes. They are ignored.")
        .Objects("relatedContactInformation", "Whom to talk to.", Contact)
        .Text("externalId", "The buyer's own number.", maxLength: 255)
        .Text("projectId", "The buyer's own project.", maxLength: 255);

    /// <summary>The one item of a body.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SonataOneItemOnly"/>.</exception>
    public static Asked OnlyOne(Asked asked, string items) => asked.Objects(items) is [{ } only]
        ? only
        : throw ServiceErrors.SonataOneItemOnly.Because(
            $"{items} has {asked.Objects(items).Count}: send each in a request of its own.", $"/{items}");

    /// <summary>The contacts of a body or of an item.</summary>
    public static IReadOnlyList<SonataContact> Contacts(Asked asked) =>
    [
        .. asked.Objects("relatedContactInformation").Select(contact => new SonataContact(
            contact.Of(EmailAddress), contact.Of(Role), contact.Of(ContactName), contact.Of(Number),
            contact.Text("numberExtension"), contact.Text("organization"))),
    ];

    /// <summary>The item of a body.</summary>
    /// <param name="item">It, checked.</param>
    /// <param name="term">What its term is called.</param>
    public static SonataItem ItemOf(Asked item, string term)
    {
        var product = item.Object("product");
        var qualification = item.Object("productOfferingQualificationItem");
        return new SonataItem(
            item.Of(ItemId),
            item.Of(Action),
            [
                .. product.Objects("productRelationship").Select(
                    one => new SonataRelationship(one.Of(RelationshipType), one.Of(RelatedId))),
            ],
            [
                .. product.Objects("place").Select(
                    one => new SonataPlace(one.Of(PlaceId), one.Of(PlaceRole), one.Of(PlaceType))),
            ],
            Contacts(item),
            product.Text("id"),
            product.Has("productOffering") ? product.Object("productOffering").Of(OfferingId) : null,
            product.Has("productConfiguration") ? ConfigurationOf(product.Object("productConfiguration")) : null,
            item.Has(term) ? TermOf(item.Object(term)) : null)
        {
            Qualification = item.Has("productOfferingQualificationItem")
                ? new(qualification.Text("id"), qualification.Text("productOfferingQualificationId"))
                : null,
        };
    }

    private static SonataConfiguration ConfigurationOf(Asked asked) => new(
        asked.Of(ConfigurationType),
        asked.Of(Bandwidth),
        asked.Of(BandwidthUnit),
        asked.Of(ClassOfService),
        asked.Of(PaymentType),
        asked.Of(ProductName),
        asked.Of(BuyerCompanyId),
        asked.Of(DestUniMetroId),
        asked.Of(ConnectionType),
        asked.Of(FacilityName));

    private static SonataTerm TermOf(Asked asked) => new(
        DurationOf(asked.Object("duration")),
        asked.Of(EndOfTermAction),
        DurationOf(asked.Object("rollInterval")),
        asked.Text("name"),
        asked.Text("description"));

    private static SonataDuration DurationOf(Asked asked) => new(asked.Of(Amount), asked.Of(Units));
}
