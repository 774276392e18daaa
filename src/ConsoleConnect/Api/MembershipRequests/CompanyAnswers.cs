using Emulator.Domain.Memberships;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Api.MembershipRequests;

/// <summary>The words with which a company answers (000:2269, 000:2329).</summary>
internal static class CompanyAnswers
{
    /// <summary>Gives the answer.</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>; <see cref="EmulatorErrors.UnknownRoute"/> for another word.
    /// </exception>
    public static void Give(Membership membership, string action, HttpRequest request, Moment moment)
    {
        switch (action.ToLowerInvariant())
        {
            case "accept":
                membership.AcceptBy(AskedBy.Company, moment);
                break;
            case "deny":
                membership.DenyRequest(moment);
                break;
            case "cancel":
                membership.TakeInviteBack(moment);
                break;
            default:
                throw Unknown(request);
        }
    }

    /// <summary>There is no such action.</summary>
    public static Refusal Unknown(HttpRequest request) =>
        ServiceErrors.UnknownRoute.Because("A company's actions are invite (for a user), accept, deny and cancel "
            + "(000:2269, 000:2329).", request.Method, request.Path.Value);
}
