using Emulator.Errors;

namespace Emulator.Domain.InternetOnDemand;

/// <summary>
/// Which ASN and which BGP key a service asks for (002:143-146, 002:163-177). What contradicts itself is refused rather
/// than guessed at.
/// </summary>
/// <param name="AsnId">A public ASN's id; null where none is sent.</param>
/// <param name="PrivateAsn">Whether it is to be a private one.</param>
/// <param name="AutoAssign">Whether that is assigned.</param>
/// <param name="Requested">Which one it is to be; null where none is asked for.</param>
/// <param name="AutoAssignBgpKey">Whether the key is made.</param>
/// <param name="BgpKey">The key; null where none is sent.</param>
internal sealed record AsnSettings(
    string? AsnId,
    bool PrivateAsn,
    bool AutoAssign,
    long? Requested,
    bool AutoAssignBgpKey,
    string? BgpKey)
{
    /// <summary>Refuses settings that lack something or contradict each other.</summary>
    /// <param name="routing">The service's routing.</param>
    /// <exception cref="Refusal">One of the refusals of ASN settings or of BGP keys.</exception>
    public void MustMakeSense(RoutingType routing)
    {
        if (routing == RoutingType.Static)
        {
            RefuseOnStatic();
            return;
        }

        if (AsnId is not null && PrivateAsn)
        {
            throw ServiceErrors.AsnTwice.Because("asnId is for a public ASN, privateAsn for a private one (002:144).");
        }

        if (!PrivateAsn && (AutoAssign || Requested is not null))
        {
            throw ServiceErrors.AsnNotPrivate.Because("privateAsnAutoAssign and privateAsnRequested go with "
                + "privateAsn: true (002:145).");
        }

        if (AsnId is null && !PrivateAsn)
        {
            throw ServiceErrors.AsnRequired.Because("A DYNAMIC service needs asnId, or privateAsn: true with "
                + "privateAsnAutoAssign: true or privateAsnRequested (002:144).");
        }

        if (PrivateAsn && AutoAssign == Requested is not null)
        {
            throw ServiceErrors.PrivateAsnChoice.Because("One of the two, not both (002:145).");
        }

        if (BgpKey is not null && AutoAssignBgpKey)
        {
            throw ServiceErrors.BgpKeyTwice.Because("With autoAssignBgpKey: true the key is made; send false with a "
                + "key of your own (002:171).");
        }

        if (BgpKey is null && !AutoAssignBgpKey)
        {
            throw ServiceErrors.BgpKeyRequired.Because("bgpKey is required for DYNAMIC services (002:177) unless it "
                + "is assigned.");
        }
    }

    private void RefuseOnStatic()
    {
        if (AsnId is not null || Requested is not null)
        {
            throw ServiceErrors.AsnOnStatic.Because("A STATIC service has routes instead of an ASN of one's own "
                + "(002:166). Leave asnId and privateAsnRequested out; with privateAsn: true and "
                + "privateAsnAutoAssign: true it is given a private one (OpenAPI 1.59.2).");
        }

        if (AutoAssign && !PrivateAsn)
        {
            throw ServiceErrors.AsnNotPrivate.Because("privateAsnAutoAssign goes with privateAsn: true (002:145).");
        }

        if (PrivateAsn && !AutoAssign)
        {
            throw ServiceErrors.PrivateAsnChoice.Because("The private ASN of a STATIC service is always assigned: send "
                + "privateAsnAutoAssign: true (OpenAPI 1.59.2).");
        }

        if (BgpKey is not null || AutoAssignBgpKey)
        {
            throw ServiceErrors.BgpKeyOnStatic.Because("A STATIC service has no BGP session (002:171).");
        }
    }
}
