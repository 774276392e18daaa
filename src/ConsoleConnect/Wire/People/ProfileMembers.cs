using System.Text.Json;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;

namespace Emulator.Wire.People;

/// <summary>
/// The members with which users and companies are updated, some with a dot in their names (000:1020-1186). What isn't
/// sent stays as it is; an empty text takes a value away.
/// </summary>
internal static class ProfileMembers
{
    /// <summary>What may be sent.</summary>
    public static readonly RequestSchema Schema = new RequestSchema()
        .Text("name", "The new name. An empty one, as in the documents' own request, changes nothing.", maxLength: 1024)
        .Object("settings", "What the user is told about, as GET answers it.")
        .Text("tags", "Tags, separated by commas.")
        .Text("avatar", "The address of a picture.")
        .Text("background", "The address of a picture.")
        .Text("phone", "Phone number.")
        .Text("role", "What the user does at work.")
        .Text("location", "Where the user is.")
        .Text("summary", "A text about the user.")
        .Text("headline", "A line about the user.")
        .Boolean("optIntoMarketingEmail", "Whether the user wants advertising.", asText: true)
        .Text("company.website", "Website.")
        .Text("company.industry", "Industry.")
        .Text("company.businessType", "Business type.")
        .Text("company.companySize", "Size.")
        .Text("company.dateFounded", "When it was founded.")
        .Text("company.markets", "Markets.")
        .Text("company.regionalInternetRegistry", "Regional Internet Registry.")
        .Text("company.clientId", "Client id.")
        .Text("company.first", "First name of whom to ask for.")
        .Text("company.last", "Last name of whom to ask for.")
        .Text("company.address", "Address.")
        .Text("company.city", "City.")
        .Text("company.state", "State.")
        .Text("company.zip", "Zip code.")
        .Text("company.phone", "Phone number.")
        .Text("company.fax", "Fax number.")
        .Text("company.email", "E-mail address.")
        .Texts("company.privacy.community.whiteListIds", "List of company ids.")
        .Texts("company.privacy.network.whiteListIds", "List of company ids.")
        .Texts("company.privacy.community.blackListIds", "List of company ids.")
        .Texts("company.privacy.network.blackListIds", "List of company ids.");

    /// <summary>
    /// A text as it shall be: what was sent, nothing for an empty text, and what it is where nothing was sent.
    /// </summary>
    public static string? Changed(this Asked asked, string name, string? value) =>
        !asked.Has(name) ? value
        : asked.Text(name) is { Length: > 0 } text ? text
        : null;

    /// <summary>Tags as they shall be.</summary>
    public static IReadOnlyList<string> ChangedTags(this Asked asked, IReadOnlyList<string> tags) =>
        asked.Text("tags") is { } sent
            ? sent.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : tags;

    /// <summary>A profile as it shall be.</summary>
    public static CompanyProfile Changed(this Asked asked, CompanyProfile profile) => profile with
    {
        Website = asked.Changed("company.website", profile.Website),
        Industry = asked.Changed("company.industry", profile.Industry),
        BusinessType = asked.Changed("company.businessType", profile.BusinessType),
        CompanySize = asked.Changed("company.companySize", profile.CompanySize),
        DateFounded = asked.Changed("company.dateFounded", profile.DateFounded),
        Markets = asked.Changed("company.markets", profile.Markets),
        RegionalInternetRegistries = !asked.Has("company.regionalInternetRegistry") ? profile.RegionalInternetRegistries
            : asked.Text("company.regionalInternetRegistry") is { Length: > 0 } registry ? [registry]
            : [],
        ClientId = asked.Changed("company.clientId", profile.ClientId),
        First = asked.Changed("company.first", profile.First),
        Last = asked.Changed("company.last", profile.Last),
        Address = asked.Changed("company.address", profile.Address),
        City = asked.Changed("company.city", profile.City),
        State = asked.Changed("company.state", profile.State),
        Zip = asked.Changed("company.zip", profile.Zip),
        Phone = asked.Changed("company.phone", profile.Phone),
        Fax = asked.Changed("company.fax", profile.Fax),
        Email = asked.Changed("company.email", profile.Email),
        Community = asked.Changed("company.privacy.community", profile.Community),
        Network = asked.Changed("company.privacy.network", profile.Network),
    };

    /// <summary>
    /// Choices as they shall be: the settings sent, in the form in which they are answered, over those that were made
    /// before. Settings nobody knows are let through.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongType"/>.</exception>
    public static IReadOnlyList<SettingChoice> Changed(this Asked asked, IReadOnlyList<SettingChoice> choices)
    {
        var sent = asked.Object("settings");
        var changed = UserSetting
            .All.Where(setting => sent.Has(setting.Name))
            .Select(setting => Chosen(setting, sent.Value(setting.Name), choices))
            .ToList();
        return changed.Count == 0
            ? choices
            : [.. choices.Where(choice => !changed.Exists(other => other.Name == choice.Name)), .. changed];
    }

    private static Privacy Changed(this Asked asked, string name, Privacy privacy) => new(
        asked.Has(name + ".whiteListIds") ? asked.Texts(name + ".whiteListIds") : privacy.WhiteListIds,
        asked.Has(name + ".blackListIds") ? asked.Texts(name + ".blackListIds") : privacy.BlackListIds);

    private static SettingChoice Chosen(UserSetting setting, JsonElement sent, IReadOnlyList<SettingChoice> choices)
    {
        var before = choices.FirstOrDefault(choice => choice.Name == setting.Name)
            ?? new SettingChoice(setting.Name, On: true, Words: null);
        var path = $"/settings/{setting.Name}";
        if (sent.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, "object");
        }

        var option = sent.TryGetProperty("option", out var value) ? value : (JsonElement?)null;
        return setting.Kind switch
        {
            SettingKind.Switch => option is { } on ? before with { On = Boolean(on, path + "/option") } : before,
            SettingKind.Word => option is { } word ? before with { Words = [Text(word, path + "/option")] } : before,
            _ => before with
            {
                On = sent.TryGetProperty("enabled", out var enabled) ? Boolean(enabled, path + "/enabled") : before.On,
                Words = option is { } words ? Texts(words, path + "/option") : before.Words,
            },
        };
    }

    private static bool Boolean(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Wrong(path, "boolean");

    private static string Text(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(path, "string");

    private static List<string> Texts(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select((item, index) => Text(item, $"{path}/{index}"))]
            : throw Wrong(path, "array");

    private static Refusal Wrong(string path, string type) =>
        ServiceErrors.WrongType.Because($"{path[1..]} must be a JSON {type}, as GET answers it.", path, type);
}
