namespace Emulator.Domain.People;

/// <summary>Something a user is told about, or not (000:247-310).</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Category">The page it stands on.</param>
/// <param name="Kind">What can be chosen.</param>
internal sealed record UserSetting(string Name, string Category, SettingKind Kind)
{
    private const string Community = "communityAndMessages";
    private const string Network = "network";

    public static readonly UserSetting EmailWhenMessageReceived = new(
        "emailWhenMessageReceived",
        Community,
        SettingKind.Word);
    public static readonly UserSetting AlertWhenKeywordsMentioned = new(
        "alertWhenKeywordsMentioned",
        Community,
        SettingKind.Words);
    public static readonly UserSetting DismissPlanChangeMessage = new(
        "dismissPlanChangeMessage",
        "hidden",
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenNetworkRelatedEvent = new(
        "alertMeWhenNetworkRelatedEvent",
        Network,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCompanyJoinsConsole = new(
        "alertMeWhenCompanyJoinsConsole",
        Network,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenInterconnectRequest = new(
        "alertMeWhenInterconnectRequest",
        Network,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenJoinCompany = new(
        "alertMeWhenJoinCompany",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenJoinCompanyRequest = new(
        "alertMeWhenJoinCompanyRequest",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCommentInPostByCompanyMember = new(
        "alertMeWhenCommentInPostByCompanyMember",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCommentInPostByCompany = new(
        "alertMeWhenCommentInPostByCompany",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCommentInPost = new(
        "alertMeWhenCommentInPost",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCompanyMemberMentionedInPost = new(
        "alertMeWhenCompanyMemberMentionedInPost",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCompanyMentionedInPost = new(
        "alertMeWhenCompanyMentionedInPost",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenMentionedInPost = new(
        "alertMeWhenMentionedInPost",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenCompanyNewFollower = new(
        "alertMeWhenCompanyNewFollower",
        Community,
        SettingKind.Switch);
    public static readonly UserSetting AlertMeWhenNewFollower = new(
        "alertMeWhenNewFollower",
        Community,
        SettingKind.Switch);

    /// <summary>All of them, as the documents list them.</summary>
    public static readonly IReadOnlyList<UserSetting> All =
    [
        EmailWhenMessageReceived,
        AlertWhenKeywordsMentioned,
        DismissPlanChangeMessage,
        AlertMeWhenNetworkRelatedEvent,
        AlertMeWhenCompanyJoinsConsole,
        AlertMeWhenInterconnectRequest,
        AlertMeWhenJoinCompany,
        AlertMeWhenJoinCompanyRequest,
        AlertMeWhenCommentInPostByCompanyMember,
        AlertMeWhenCommentInPostByCompany,
        AlertMeWhenCommentInPost,
        AlertMeWhenCompanyMemberMentionedInPost,
        AlertMeWhenCompanyMentionedInPost,
        AlertMeWhenMentionedInPost,
        AlertMeWhenCompanyNewFollower,
        AlertMeWhenNewFollower,
    ];
}

/// <summary>What can be chosen.</summary>
internal enum SettingKind
{
    /// <summary><c>option</c> is true or false.</summary>
    Switch,

    /// <summary><c>option</c> is a word: <c>ALL</c>.</summary>
    Word,

    /// <summary><c>enabled</c> is true or false, <c>option</c> a list of words.</summary>
    Words,
}

/// <summary>What a user chose.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="On">Whether it is on; everything is, unless it was chosen otherwise.</param>
/// <param name="Words">The word or the words; null where that wasn't chosen.</param>
internal sealed record SettingChoice(string Name, bool On, IReadOnlyList<string>? Words);
