namespace Emulator.Wire.People;

/// <summary>What a person is told about (000:247). The API of today sends none of it.</summary>
internal sealed class UserSettings
{
    public static readonly UserSettings Default = new();

    public TextSetting EmailWhenMessageReceived => new("ALL", "communityAndMessages");

    public KeywordsSetting AlertWhenKeywordsMentioned => new("communityAndMessages");

    public SwitchSetting DismissPlanChangeMessage => new("hidden");

    public SwitchSetting AlertMeWhenNetworkRelatedEvent => new("network");

    public SwitchSetting AlertMeWhenCompanyJoinsConsole => new("network");

    public SwitchSetting AlertMeWhenInterconnectRequest => new("network");

    public SwitchSetting AlertMeWhenJoinCompany => new("communityAndMessages");

    public SwitchSetting AlertMeWhenJoinCompanyRequest => new("communityAndMessages");

    public SwitchSetting AlertMeWhenCommentInPostByCompanyMember => new("communityAndMessages");

    public SwitchSetting AlertMeWhenCommentInPostByCompany => new("communityAndMessages");

    public SwitchSetting AlertMeWhenCommentInPost => new("communityAndMessages");

    public SwitchSetting AlertMeWhenCompanyMemberMentionedInPost => new("communityAndMessages");

    public SwitchSetting AlertMeWhenCompanyMentionedInPost => new("communityAndMessages");

    public SwitchSetting AlertMeWhenMentionedInPost => new("communityAndMessages");

    public SwitchSetting AlertMeWhenCompanyNewFollower => new("communityAndMessages");

    public SwitchSetting AlertMeWhenNewFollower => new("communityAndMessages");
}

/// <summary>A setting that is on.</summary>
internal sealed class SwitchSetting(string category)
{
    public bool Option => true;

    public string Category => category;
}

/// <summary>A setting with a choice.</summary>
internal sealed class TextSetting(string option, string category)
{
    public string Option => option;

    public string Category => category;
}

/// <summary>A setting with a list of words.</summary>
internal sealed class KeywordsSetting(string category)
{
    public bool Enabled => true;

    public IReadOnlyList<string> Option => [];

    public string Category => category;
}
