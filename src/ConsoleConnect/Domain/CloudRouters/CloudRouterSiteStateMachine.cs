using Emulator.Domain.Staging;
using S = Emulator.Domain.CloudRouters.CloudRouterSiteStatus;
using T = Emulator.Domain.CloudRouters.CloudRouterSiteTrigger;

namespace Emulator.Domain.CloudRouters;

/// <summary>
/// The statuses of a CloudRouter's site. CREATING, ACTIVE and DELETING are printed (OpenAPI 1.0.0, 1.59.2), the others
/// are what has to follow.
/// </summary>
internal enum CloudRouterSiteStatus
{
    /// <summary>Being built: port capacity, VLAN and addresses are its own already.</summary>
    Creating,

    /// <summary>In service, with its peer.</summary>
    Active,

    /// <summary>Failed.</summary>
    Error,

    /// <summary>Being taken down; it holds what it has until it is gone.</summary>
    Deleting,

    /// <summary>Gone: no list has it and no id finds it.</summary>
    Deleted,
}

/// <summary>What can happen to a site.</summary>
internal enum CloudRouterSiteTrigger
{
    Activated,
    Fail,

    /// <summary>Console Connect tries again.</summary>
    Retry,
    Delete,
    Deleted,
}

/// <summary>A site's life.</summary>
internal static class CloudRouterSiteStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, CloudRouterSite> Table =
        new StateTable<S, T, CloudRouterSite>("CloudRouter site")
        .Then(S.Creating, T.Activated, S.Active,   after: 1)
        .Or  (S.Creating, T.Fail,      S.Error)
        .Or  (S.Active,   T.Fail,      S.Error)
        .On  (S.Active,   T.Delete,    S.Deleting)
        .Or  (S.Error,    T.Retry,     S.Creating)
        .On  (S.Error,    T.Delete,    S.Deleting)
        .Then(S.Deleting, T.Deleted,   S.Deleted,  after: 1)
        .Or  (S.Deleting, T.Fail,      S.Error);
#pragma warning restore format
}
