using Emulator.Domain.Staging;
using Emulator.Errors;
using S = Emulator.Domain.Asns.AsnStatus;
using T = Emulator.Domain.Asns.AsnTrigger;

namespace Emulator.Domain.Asns;

/// <summary>The documented statuses of an autonomous system number (OpenAPI 1.0.0, tag ASNs).</summary>
internal enum AsnStatus
{
    /// <summary>Added, and not looked at by Console Connect Support yet.</summary>
    Unverified,

    /// <summary>Support has found it correct: services may use it.</summary>
    Verified,

    /// <summary>Support has found it incorrect.</summary>
    Rejected,

    /// <summary>In the private range.</summary>
    Private,
}

/// <summary>What Console Connect Support does with an ASN.</summary>
internal enum AsnTrigger
{
    Verify,
    Reject,
}

/// <summary>Where a company has an ASN from (OpenAPI 1.0.0, tag ASNs).</summary>
internal enum AsnType
{
    /// <summary>A user gave it.</summary>
    Provided,

    /// <summary>Console Connect gave it.</summary>
    Allocated,
}

/// <summary>An ASN's life: what Support finds of it.</summary>
internal static class AsnStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Asn> Table = new StateTable<S, T, Asn>("ASN")
        .Or(S.Unverified, T.Verify, S.Verified)
        .Or(S.Unverified, T.Reject, S.Rejected)
        .Or(S.Verified,   T.Reject, S.Rejected)
        .Or(S.Rejected,   T.Verify, S.Verified);
#pragma warning restore format
}

/// <summary>An autonomous system number that a company has, or that one of its services was given.</summary>
internal sealed class Asn : Staged<S>
{
    public required string CompanyId { get; init; }

    /// <summary>The number itself.</summary>
    public required long Number { get; init; }

    public AsnType Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Whether it was made for one Internet On-Demand service: it is that one's only, and given back with it.
    /// </summary>
    public bool OfService { get; init; }

    /// <summary>What is known of the prefixes behind it; null where nobody has looked.</summary>
    public AnnouncedPrefixes? Prefixes { get; init; }

    /// <summary>When it was given back, UTC; from then on another may have the number. Null while it is held.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <inheritdoc/>
    protected override string Machine => "asns";

    /// <summary>
    /// Whether ports, services and routers may use it: it is verified, or a private one of the company's own.
    /// </summary>
    public bool IsUsable => Status == S.Verified || (Status == S.Private && !OfService);

    /// <summary>
    /// One that a company brings. Support has to verify it, unless it is for private use: then there is nothing to look
    /// up, and it is PRIVATE at once.
    /// </summary>
    /// <param name="id">Its id, a uuid.</param>
    /// <param name="companyId">Whose it is.</param>
    /// <param name="number">The number.</param>
    /// <param name="isTaken">Whether somebody holds the number already.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AsnRefused"/>.</exception>
    public static Asn Bring(string id, string companyId, long number, bool isTaken, Moment moment)
    {
        if (PublicAsns.Objection(number, isTaken) is { } objection)
        {
            throw ServiceErrors.AsnRefused.Because(objection.Explanation, number, objection.Reason);
        }

        var asn = new Asn
        {
            Id = id,
            CompanyId = companyId,
            Number = number,
            Type = AsnType.Provided,
            CreatedAt = moment.At,
        };
        AsnStateMachine.Table.Begin(asn, PrivateAsns.Contain(number) ? S.Private : S.Unverified, moment);
        return asn;
    }

    /// <summary>A private one, for a service (002:145).</summary>
    /// <param name="id">Its id, a uuid.</param>
    /// <param name="companyId">Whose service it is.</param>
    /// <param name="number">The number, valid and free.</param>
    /// <param name="type">Whether it was asked for or assigned.</param>
    /// <param name="moment">When and by whom.</param>
    public static Asn OfAService(string id, string companyId, long number, AsnType type, Moment moment)
    {
        var asn = new Asn
        {
            Id = id,
            CompanyId = companyId,
            Number = number,
            Type = type,
            OfService = true,
            CreatedAt = moment.At,
        };
        AsnStateMachine.Table.Begin(asn, S.Private, moment);
        return asn;
    }

    /// <summary>Takes it from the company.</summary>
    /// <param name="user">What uses it, in words; null where nothing does.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AsnInUse"/>.</exception>
    public void Delete(string? user, Moment moment)
    {
        if (user is not null)
        {
            throw ServiceErrors.AsnInUse.Because($"{user} uses AS{Number}: an ASN is deleted once nothing does.");
        }

        GiveBack(moment);
    }

    /// <summary>Refuses one that may not be used: it isn't verified, or it is a service's own.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AsnNotVerified"/>.</exception>
    public void MustBeUsable()
    {
        if (!IsUsable)
        {
            throw ServiceErrors.AsnNotVerified.Because(
                OfService
                    ? $"AS{Number} was made for one Internet On-Demand service and is that one's only. Add a private "
                        + "ASN of your own with PUT /api/company/{companyUsername}/asns/{asn}."
                    : $"AS{Number} is {Spelling.Of(Status)}: only a VERIFIED or PRIVATE ASN of the company may be "
                        + "used. Support verifies it. The emulator's own POST /__admin/workflows/asns/"
                        + $"{Id}/fire does so in Support's place.",
                Number);
        }
    }

    /// <summary>Gives it back: another may have the number.</summary>
    public void GiveBack(Moment moment)
    {
        DeletedAt = moment.At;
        UpdatedAt = moment.At;
    }
}
