using Emulator.Domain.Staging;
using S = Emulator.Domain.CloudRouters.CloudRouterStatus;
using T = Emulator.Domain.CloudRouters.CloudRouterTrigger;

namespace Emulator.Domain.CloudRouters;

/// <summary>
/// The statuses of a CloudRouter. CREATING, CREATED and DELETING are printed (OpenAPI 1.0.0), the others are what has
/// to follow.
/// </summary>
internal enum CloudRouterStatus
{
    /// <summary>Being made.</summary>
    Creating,

    /// <summary>There: it takes sites.</summary>
    Created,

    /// <summary>Failed.</summary>
    Error,

    /// <summary>Being taken down.</summary>
    Deleting,

    /// <summary>Gone: no list has it and no id finds it.</summary>
    Deleted,
}

/// <summary>What can happen to a CloudRouter.</summary>
internal enum CloudRouterTrigger
{
    Created,
    Fail,

    /// <summary>Console Connect tries again.</summary>
    Retry,
    Delete,
    Deleted,
}

/// <summary>A CloudRouter's life.</summary>
internal static class CloudRouterStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, CloudRouter> Table = new StateTable<S, T, CloudRouter>("CloudRouter")
        .Then(S.Creating, T.Created, S.Created,  after: 1)
        .Or  (S.Creating, T.Fail,    S.Error)
        .On  (S.Created,  T.Delete,  S.Deleting)
        .Or  (S.Error,    T.Retry,   S.Creating)
        .On  (S.Error,    T.Delete,  S.Deleting)
        .Then(S.Deleting, T.Deleted, S.Deleted,  after: 1)
        .Or  (S.Deleting, T.Fail,    S.Error);
#pragma warning restore format
}
