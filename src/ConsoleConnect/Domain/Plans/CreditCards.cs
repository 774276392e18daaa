using Emulator.Errors;

namespace Emulator.Domain.Plans;

/// <summary>
/// Credit cards are for the web application only, for ports (000:2811-2813) as for connections (000:6511-6513).
/// </summary>
internal static class CreditCards
{
    /// <summary>Refuses to be paid by credit card.</summary>
    /// <param name="paymentType">How it shall be paid; null where nothing is said.</param>
    /// <param name="hasTransaction">Whether a <c>paymentTransactionId</c> is sent along.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.TransactionRequired"/>, <see cref="ServiceErrors.CreditcardOnlyOnWeb"/>.
    /// </exception>
    public static void Refuse(string? paymentType, bool hasTransaction)
    {
        if (paymentType == "creditcard")
        {
            throw hasTransaction
                ? ServiceErrors.CreditcardOnlyOnWeb.Because("The API takes the paymentType invoice, or plan with a "
                    + "billingId (000:2811, 000:6511).")
                : ServiceErrors.TransactionRequired.Because("The API takes no credit cards: send the paymentType "
                    + "invoice, or plan with a billingId (000:2813, 000:6513).");
        }
    }
}
