using Xunit;
using static Emulator.Tests.Wire.Filters.FacilityRows;

namespace Emulator.Tests.Wire.Filters;

public sealed class WhereOperatorTests
{
    [Theory]
    [InlineData("""{"rank":2}""", "syd")]
    [InlineData("""{"rank":{"eq":2}}""", "syd")]
    [InlineData("""{"rank":{"neq":2}}""", "hkg mel lon")]
    [InlineData("""{"rank":{"gt":2}}""", "hkg mel")]
    [InlineData("""{"rank":{"gte":2}}""", "hkg syd mel")]
    [InlineData("""{"rank":{"lt":2}}""", "lon")]
    [InlineData("""{"rank":{"lte":2}}""", "syd lon")]
    [InlineData("""{"rank":{"between":[2,3]}}""", "syd mel")]
    [InlineData("""{"username":{"inq":["syd01","lon03","nowhere"]}}""", "syd lon")]
    [InlineData("""{"username":{"in":["syd01"]}}""", "syd")]
    [InlineData("""{"username":{"nin":["syd01","lon03"]}}""", "hkg mel")]
    [InlineData("""{"username":{"inq":[]}}""", "")]
    [InlineData("""{"username":{"nin":[]}}""", "hkg syd mel lon")]
    [InlineData("""{"name":{"like":"Sydney"}}""", "syd")]
    [InlineData("""{"name":{"like":"sydney"}}""", "")]
    [InlineData("""{"name":{"like":"sydney","options":"i"}}""", "syd")]
    [InlineData("""{"name":{"nlike":"sydney","options":"i"}}""", "hkg mel lon")]
    [InlineData("""{"name":{"nlike":"Sydney"}}""", "hkg mel lon")]
    [InlineData("""{"name":{"ilike":"SYDNEY"}}""", "syd")]
    [InlineData("""{"name":{"nilike":"SYDNEY"}}""", "hkg mel lon")]
    [InlineData("""{"name":{"regexp":"^(syd|mel)\\d\\d-"}}""", "syd mel")]
    [InlineData("""{"name":{"regexp":"/^SYD/i"}}""", "syd")]
    [InlineData("""{"name":{"regexp":"^SYD","options":"i"}}""", "syd")]
    [InlineData("""{"score":{"exists":true}}""", "hkg syd lon")]
    [InlineData("""{"score":{"exists":false}}""", "mel")]
    [InlineData("""{"score":{"exists":"false"}}""", "mel")]
    [InlineData("""{"externalId":{"exists":true}}""", "hkg syd lon")]
    public void Every_operator_finds_its_rows(string where, string found) => Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"verified":true,"rank":{"gt":2}}""", "hkg")]
    [InlineData("""{"rank":{"gt":1,"lt":4}}""", "syd mel")]
    [InlineData("""{"and":[{"verified":true},{"rank":{"gt":2}}]}""", "hkg")]
    [InlineData("""{"or":[{"rank":1},{"rank":4}]}""", "hkg lon")]
    [InlineData("""{"or":[{"rank":1},{"and":[{"verified":true},{"username":"hkg05"}]}]}""", "hkg lon")]
    [InlineData("""{"verified":false,"or":[{"rank":1},{"rank":4}]}""", "lon")]
    [InlineData("""{"or":{"0":{"rank":1},"1":{"rank":4}}}""", "hkg lon")]
    [InlineData("""{"and":[null,{"rank":1}]}""", "lon")]
    [InlineData("{}", "hkg syd mel lon")]
    [InlineData("null", "hkg syd mel lon")]
    public void Clauses_join_with_and_unless_they_say_or(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"rank":"2"}""", "syd")]
    [InlineData("""{"score":9}""", "syd")]
    [InlineData("""{"score":{"gt":9}}""", "hkg lon")]
    [InlineData("""{"rank":{"inq":["1","4"]}}""", "hkg lon")]
    [InlineData("""{"rank":{"between":["2","3"]}}""", "syd mel")]
    [InlineData("""{"dataCenterFacility.speeds.value":"1000"}""", "syd lon")]
    [InlineData("""{"company.addresses.geo.coordinates":{"gt":114}}""", "hkg")]
    public void Numbers_and_the_strings_that_spell_them_compare_as_numbers(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"score":{"lt":"9"}}""", "hkg lon")]
    [InlineData("""{"name":{"gt":"mel02"}}""", "syd mel")]
    [InlineData("""{"rank":{"gt":"many"}}""", "")]
    [InlineData("""{"name":{"gt":1}}""", "")]
    [InlineData("""{"rank":"NaN"}""", "")]
    public void Two_strings_compare_as_strings_and_what_cannot_be_compared_does_not_match(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"verified":"true"}""", "hkg syd")]
    [InlineData("""{"verified":0}""", "mel lon")]
    [InlineData("""{"verified":{"neq":"perhaps"}}""", "hkg syd mel lon")]
    public void Booleans_may_be_spelled_as_strings_or_digits(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"createdAt":"2019-06-09T22:20:22Z"}""", "syd")]
    [InlineData("""{"createdAt":"2019-06-10T00:20:22+02:00"}""", "syd")]
    [InlineData("""{"createdAt":{"gt":"2020-01-01"}}""", "lon")]
    [InlineData("""{"createdAt":{"gte":"2020-01-01"}}""", "mel lon")]
    [InlineData("""{"createdAt":{"between":["2019-01-01T00:00:00Z","2020-12-31T00:00:00Z"]}}""", "syd mel")]
    [InlineData("""{"createdAt":{"lt":1546300800000}}""", "hkg")]
    public void Instants_compare_as_instants_however_they_are_spelled(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));

    [Theory]
    [InlineData("""{"externalId":null}""", "hkg mel")]
    [InlineData("""{"externalId":{"eq":null}}""", "hkg mel")]
    [InlineData("""{"externalId":{"neq":null}}""", "syd lon")]
    [InlineData("""{"externalId":{"inq":[null,"x-1"]}}""", "hkg syd mel")]
    [InlineData("""{"externalId":{"nin":[null]}}""", "syd lon")]
    [InlineData("""{"externalId":{"gt":null}}""", "")]
    [InlineData("""{"externalId":{"lt":"z"}}""", "syd lon")]
    [InlineData("""{"externalId":{"neq":"x-1"}}""", "hkg mel lon")]
    [InlineData("""{"externalId":{"nlike":"x"}}""", "hkg mel")]
    [InlineData("""{"no.such.path":null}""", "hkg syd mel lon")]
    public void Null_equals_null_and_what_is_not_there(string where, string found) =>
        Assert.Equal(found, FoundWhere(where));
}
