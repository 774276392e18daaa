using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>
/// Gives a user another password and ends every session of theirs: who knows the old password is out.
/// </summary>
internal static class ChangingAPassword
{
    /// <summary>Does it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="user">Whose password, tracked.</param>
    /// <param name="hash">The new one, hashed.</param>
    /// <param name="moment">When.</param>
    /// <param name="ct">Ends the queries.</param>
    public static async Task Change(EmulatorDb db, User user, string hash, Moment moment, CancellationToken ct)
    {
        user.PasswordHash = hash;
        user.PasswordUpdatedAt = moment.At;
        user.UpdatedAt = moment.At;
        await foreach (
            var session in db
                .Sessions.Where(session => session.UserId == user.Id && session.EndedAt == null)
                .AsAsyncEnumerable()
                .WithCancellation(ct))
        {
            session.EndedAt = moment.At;
        }
    }
}
