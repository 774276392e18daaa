using Emulator.Domain.Agreements;
using Emulator.Domain.Staging;

namespace Emulator.Api.Agreements;

/// <summary>An agreement (OpenAPI 1.0.0): userId is in the schema, not in the sample.</summary>
internal sealed class AgreementShape(Agreement agreement)
{
    public string Id => agreement.Id;
    public string Version => agreement.Version;
    public DateTimeOffset Date => agreement.Date;
    public string Type => Spelling.Of(agreement.Type);
    public string CompanyId => agreement.CompanyId;
    public string UserId => agreement.UserId;
}
