using Emulator.Domain.People;

namespace Emulator.Wire.People;

/// <summary>What a person is told about (000:247). The API of today sends none of it.</summary>
internal sealed class UserSettings(User user)
{
    public WordSetting EmailWhenMessageReceived =>
        new(
            Chosen(UserSetting.EmailWhenMessageReceived)?.Words is [var word] ? word : "ALL",
            UserSetting.EmailWhenMessageReceived);

    public WordsSetting AlertWhenKeywordsMentioned =>
        new(Chosen(UserSetting.AlertWhenKeywordsMentioned), UserSetting.AlertWhenKeywordsMentioned);

    public SwitchSetting DismissPlanChangeMessage => Switch(UserSetting.DismissPlanChangeMessage);
    public SwitchSetting AlertMeWhenNetworkRelatedEvent => Switch(UserSetting.AlertMeWhenNetworkRelatedEvent);
    public SwitchSetting AlertMeWhenCompanyJoinsConsole => Switch(UserSetting.AlertMeWhenCompanyJoinsConsole);
    public SwitchSetting AlertMeWhenInterconnectRequest => Switch(UserSetting.AlertMeWhenInterconnectRequest);
    public SwitchSetting AlertMeWhenJoinCompany => Switch(UserSetting.AlertMeWhenJoinCompany);
    public SwitchSetting AlertMeWhenJoinCompanyRequest => Switch(UserSetting.AlertMeWhenJoinCompanyRequest);

    public SwitchSetting AlertMeWhenCommentInPostByCompanyMember =>
        Switch(UserSetting.AlertMeWhenCommentInPostByCompanyMember);

    public SwitchSetting AlertMeWhenCommentInPostByCompany => Switch(UserSetting.AlertMeWhenCommentInPostByCompany);
    public SwitchSetting AlertMeWhenCommentInPost => Switch(UserSetting.AlertMeWhenCommentInPost);

    public SwitchSetting AlertMeWhenCompanyMemberMentionedInPost =>
        Switch(UserSetting.AlertMeWhenCompanyMemberMentionedInPost);

    public SwitchSetting AlertMeWhenCompanyMentionedInPost => Switch(UserSetting.AlertMeWhenCompanyMentionedInPost);
    public SwitchSetting AlertMeWhenMentionedInPost => Switch(UserSetting.AlertMeWhenMentionedInPost);
    public SwitchSetting AlertMeWhenCompanyNewFollower => Switch(UserSetting.AlertMeWhenCompanyNewFollower);
    public SwitchSetting AlertMeWhenNewFollower => Switch(UserSetting.AlertMeWhenNewFollower);

    private SwitchSetting Switch(UserSetting setting) => new(user.Wants(setting.Name), setting);

    private SettingChoice? Chosen(UserSetting setting) =>
        user.Settings.FirstOrDefault(choice => choice.Name == setting.Name);
}

/// <summary>A setting that is on or off.</summary>
internal sealed class SwitchSetting(bool on, UserSetting setting)
{
    public bool Option => on;
    public string Category => setting.Category;
}

/// <summary>A setting with a choice.</summary>
internal sealed class WordSetting(string option, UserSetting setting)
{
    public string Option => option;
    public string Category => setting.Category;
}

/// <summary>A setting with a list of words.</summary>
internal sealed class WordsSetting(SettingChoice? chosen, UserSetting setting)
{
    public bool Enabled => chosen?.On ?? true;
    public IReadOnlyList<string> Option => chosen?.Words ?? [];
    public string Category => setting.Category;
}
