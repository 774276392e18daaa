using System.Globalization;
using Emulator.Domain.Asns;
using Emulator.Domain.Staging;

namespace Emulator.Api.Asns;

/// <summary>An ASN, as OpenAPI 1.0.0 shows it: the number as text.</summary>
internal sealed class AsnDetails(Asn asn)
{
    public string Asn => asn.Number.ToString(CultureInfo.InvariantCulture);
    public string Status => Spelling.Of(asn.Status);
    public string Type => Spelling.Of(asn.Type);
    public DateTimeOffset CreatedAt => asn.CreatedAt;
    public DateTimeOffset UpdatedAt => asn.UpdatedAt;
    public bool Deleted => asn.DeletedAt is not null;
    public DateTimeOffset DeletedAt => asn.DeletedAt ?? DateTimeOffset.UnixEpoch;
}
