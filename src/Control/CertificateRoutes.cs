using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// The certificate authority that clients have to trust where the emulator serves https with a certificate of its own
/// making.
/// </summary>
internal static class CertificateRoutes
{
    private const string ContentType = "application/x-pem-file";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/certificate-authority", Show).OfTheEmulator("Certificate",
            "The authority that signs the emulator's certificate for https, as PEM")
        .Tells("Let clients trust it: curl --cacert, NODE_EXTRA_CA_CERTS, SSL_CERT_FILE. It is the public part only. "
            + "Refused if nothing is served over https, or if --certificate is set.")
        .Produces<string>(StatusCodes.Status200OK, ContentType).Answers(ServiceErrors.NoAuthority);

    private static IResult Show(CertificateAuthority authority) => authority.Pem() is { } pem
        ? TypedResults.Text(pem, ContentType)
        : throw ServiceErrors.NoAuthority.Because(
            "Either no address of --urls is https, or --certificate names the certificate that is served: then its own "
                + "authority is what clients trust. See --urls https://localhost:9443.");
}

/// <summary>The emulator's own certificate authority.</summary>
/// <param name="Pem">Its certificate as PEM; null where there is none.</param>
internal sealed record CertificateAuthority(Func<string?> Pem);
