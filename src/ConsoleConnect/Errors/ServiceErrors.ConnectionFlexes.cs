namespace Emulator.Errors;

/// <summary>What the rules of connections' flexes forbid.</summary>
internal abstract partial class ServiceErrors
{
    public static readonly ServiceError ConnectionFlexNotActive = new(
        nameof(ConnectionFlexNotActive),
        400,
        "Flex can only be requested when the connection is active",
        "assumed; the words of OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError ConnectionFlexByInvoiceOnly = new(
        nameof(ConnectionFlexByInvoiceOnly),
        400,
        "Flex can only be requested on a connection which is set up to be paid by invoice.",
        "assumed; the words of OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError ConnectionFlexUnavailable = new(
        nameof(ConnectionFlexUnavailable),
        400,
        "Flex cannot be requested on this connection. To change the bandwidth of this connection please contact "
            + "support.",
        "assumed; the words of OpenAPI 1.0.0, POST gia-service/{giaId}/flex");
    public static readonly ServiceError ConnectionFlexNotFound = new(
        nameof(ConnectionFlexNotFound),
        404,
        "A flex can not be found with the given id",
        "assumed");
}
