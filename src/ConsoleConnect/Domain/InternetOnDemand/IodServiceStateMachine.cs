using Emulator.Domain.Staging;
using S = Emulator.Domain.InternetOnDemand.IodServiceStatus;
using T = Emulator.Domain.InternetOnDemand.IodServiceTrigger;

namespace Emulator.Domain.InternetOnDemand;

/// <summary>
/// The statuses of an Internet On-Demand service: PROVISIONING (002:328) and ACTIVE (002:356), and those that OpenAPI
/// 1.59.2 lists beside them. What leads from one to another is assumed.
/// </summary>
internal enum IodServiceStatus
{
    /// <summary>Prepared with all that it is to have, and not ordered yet.</summary>
    Draft,

    /// <summary>Being built: addresses, VLAN and ASN are its own already.</summary>
    Provisioning,

    /// <summary>In service.</summary>
    Active,

    /// <summary>Ordered and built, and out of service until it is restored; the contract runs on.</summary>
    Down,

    /// <summary>Failed; the log says how.</summary>
    Error,

    /// <summary>Being taken down; it holds what it has until it is gone.</summary>
    Deleting,

    /// <summary>Gone: no list has it and no id finds it.</summary>
    Deleted,
}

/// <summary>What can happen to a service.</summary>
internal enum IodServiceTrigger
{
    /// <summary>A draft is ordered.</summary>
    Submit,
    Provisioned,
    Fail,

    /// <summary>It goes out of service.</summary>
    Drop,

    /// <summary>It is in service again.</summary>
    Restore,

    /// <summary>Console Connect tries again.</summary>
    Retry,
    Delete,
    Deleted,
}

/// <summary>A service's life.</summary>
internal static class IodServiceStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, IodService> Table = new StateTable<S, T, IodService>("IO-D service")
        .Or  (S.Draft,        T.Submit,      S.Provisioning)
        .On  (S.Draft,        T.Delete,      S.Deleting)
        .Then(S.Provisioning, T.Provisioned, S.Active,       after: 1)
        .Or  (S.Provisioning, T.Fail,        S.Error)
        .Or  (S.Active,       T.Fail,        S.Error)
        .On  (S.Active,       T.Delete,      S.Deleting)
        .Or  (S.Active,       T.Drop,        S.Down)
        .Or  (S.Down,         T.Restore,     S.Active)
        .Or  (S.Down,         T.Fail,        S.Error)
        .On  (S.Down,         T.Delete,      S.Deleting)
        .Or  (S.Error,        T.Retry,       S.Provisioning)
        .On  (S.Error,        T.Delete,      S.Deleting)
        .Then(S.Deleting,     T.Deleted,     S.Deleted,      after: 1);
#pragma warning restore format
}
