using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Emulator.Api.Agreements;
using Emulator.Api.Asns;
using Emulator.Api.CloudRouters;
using Emulator.Api.Clouds;
using Emulator.Api.Companies;
using Emulator.Api.ConnectionFlexes;
using Emulator.Api.Connections;
using Emulator.Api.EdgePorts;
using Emulator.Api.EdgeSim;
using Emulator.Api.Entitlements;
using Emulator.Api.Facilities;
using Emulator.Api.Heartbeat;
using Emulator.Api.InternetOnDemand;
using Emulator.Api.Invites;
using Emulator.Api.MembershipRequests;
using Emulator.Api.Metros;
using Emulator.Api.Partners;
using Emulator.Api.PortOrders;
using Emulator.Api.Ports;
using Emulator.Api.Pricing;
using Emulator.Api.PrivateAsn;
using Emulator.Api.Search;
using Emulator.Api.Sonata;
using Emulator.Api.SupportTickets;
using Emulator.Api.Users;
using Emulator.Wire;
using Emulator.Wire.Clouds;
using Emulator.Wire.Companies;
using Emulator.Wire.Connections;
using Emulator.Wire.People;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;

namespace Emulator.Api;

/// <summary>
/// How the service's answers are written, chapter by chapter. One context for all: what several answers have in common
/// would be generated once for each of them otherwise. Metadata only: our encoder and converters rule out the writers
/// that could be generated besides.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)]
)]
[JsonSerializable(typeof(UserAccount))]
[JsonSerializable(typeof(NothingToTell))]
[JsonSerializable(typeof(FoundedCompany))]
[JsonSerializable(typeof(GivenRole))]
[JsonSerializable(typeof(MemberList))]
[JsonSerializable(typeof(CompaniesOfUser))]
[JsonSerializable(typeof(ConnectionDetails))]
[JsonSerializable(typeof(Results<ListedConnection>))]
[JsonSerializable(typeof(LateResults<ListedConnection>))]
[JsonSerializable(typeof(Results<GetConnectionLog.Entry>))]
[JsonSerializable(typeof(ListWantedConnections.Wanted))]
[JsonSerializable(typeof(ListEntitlements.Response), TypeInfoPropertyName = "ListEntitlements")]
[JsonSerializable(typeof(GetEntitlement.Response), TypeInfoPropertyName = "GetEntitlement")]
[JsonSerializable(typeof(FacilityDocument))]
[JsonSerializable(typeof(IReadOnlyList<JsonNode?>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(ServiceDetails))]
[JsonSerializable(typeof(IReadOnlyList<ServiceDetails>))]
[JsonSerializable(typeof(ReadServiceLogs.LogPage))]
[JsonSerializable(typeof(ConnectionFlexShape))]
[JsonSerializable(typeof(IReadOnlyList<ConnectionFlexShape>))]
[JsonSerializable(typeof(IReadOnlyList<FlexInList>))]
[JsonSerializable(typeof(FlexShape))]
[JsonSerializable(typeof(GetCurrentFlex.CurrentFlex))]
[JsonSerializable(typeof(GetFlexHistory.FlexHistory))]
[JsonSerializable(typeof(RouterOrdered))]
[JsonSerializable(typeof(RouterDeleted))]
[JsonSerializable(typeof(IReadOnlyList<ListedRouter>))]
[JsonSerializable(typeof(IReadOnlyList<ListedSite>))]
[JsonSerializable(typeof(IReadOnlyList<ListedCompany>))]
[JsonSerializable(typeof(ListedCompany))]
[JsonSerializable(typeof(IReadOnlyList<ListPortsOfProvider.ProviderPort>))]
[JsonSerializable(typeof(SiteOrdered))]
[JsonSerializable(typeof(ListRouterResources.Page))]
[JsonSerializable(typeof(Results<PricedItem>))]
[JsonSerializable(typeof(PriceConnectionFlex.FlexPriced))]
[JsonSerializable(typeof(InternetPriced))]
[JsonSerializable(typeof(InternetCosts))]
[JsonSerializable(typeof(IReadOnlyList<InternetPriced>))]
[JsonSerializable(typeof(PriceInternetFlex.FlexCharged))]
[JsonSerializable(typeof(RouterPriced))]
[JsonSerializable(typeof(SitesPriced))]
[JsonSerializable(typeof(SimOrderShape))]
[JsonSerializable(typeof(SimPoolShape))]
[JsonSerializable(typeof(SimShape))]
[JsonSerializable(typeof(PlanShape))]
[JsonSerializable(typeof(IReadOnlyList<ImsiTypeShape>))]
[JsonSerializable(typeof(ApnShape))]
[JsonSerializable(typeof(CountApns.ApnCount))]
[JsonSerializable(typeof(ReadInvite.Response), TypeInfoPropertyName = "ReadInviteResponse")]
[JsonSerializable(typeof(ListRequestsOfCompany.Response), TypeInfoPropertyName = "ListRequestsOfCompany")]
[JsonSerializable(typeof(ListRequestsOfUser.Response), TypeInfoPropertyName = "ListRequestsOfUser")]
[JsonSerializable(typeof(Results<ListMetroCapabilities.MetroCapabilities>))]
[JsonSerializable(typeof(Results<ListMetrosOfCompany.MetroCount>))]
[JsonSerializable(typeof(GetMetro.MetroAlone))]
[JsonSerializable(typeof(IReadOnlyList<FacilityLocation>))]
[JsonSerializable(typeof(FacilityDetails))]
[JsonSerializable(typeof(IReadOnlyList<FacilityDetails>))]
[JsonSerializable(typeof(GetHeartbeat.Beat))]
[JsonSerializable(typeof(Results<PartnerPort>))]
[JsonSerializable(typeof(Results<ListAddons.AddonShown>))]
[JsonSerializable(typeof(PortOrderDetails))]
[JsonSerializable(typeof(Results<ListPortOrders.Item>))]
[JsonSerializable(typeof(LateResults<ListPortOrders.Item>))]
[JsonSerializable(typeof(PortDetails))]
[JsonSerializable(typeof(Results<ListedPort>))]
[JsonSerializable(typeof(LateResults<ListedPort>))]
[JsonSerializable(typeof(AccessCircuitDetails))]
[JsonSerializable(typeof(PortUtilization))]
[JsonSerializable(typeof(ConnectionUtilization))]
[JsonSerializable(typeof(AzurePeeringShown))]
[JsonSerializable(typeof(AlibabaGroup))]
[JsonSerializable(typeof(VerifyAzureKey.KeyShown), TypeInfoPropertyName = "AzureKeyShown")]
[JsonSerializable(typeof(ValidateOvhKey.KeyShown), TypeInfoPropertyName = "OvhKeyShown")]
[JsonSerializable(typeof(OrderFromIbm.OrderTaken), TypeInfoPropertyName = "IbmOrderTaken")]
[JsonSerializable(typeof(OrderFromOvh.OrderTaken), TypeInfoPropertyName = "OvhOrderTaken")]
[JsonSerializable(typeof(PortVlans))]
[JsonSerializable(typeof(GetPortCapabilities.PortInfo))]
[JsonSerializable(typeof(ListedPort))]
[JsonSerializable(typeof(IReadOnlyList<ListedPort>))]
[JsonSerializable(typeof(IReadOnlyList<CompanyMember>))]
[JsonSerializable(typeof(SuggestedAsn))]
[JsonSerializable(typeof(AsnRange))]
[JsonSerializable(typeof(AsnVerdict))]
[JsonSerializable(typeof(AsnDetails))]
[JsonSerializable(typeof(Results<AsnDetails>))]
[JsonSerializable(typeof(AsnFound))]
[JsonSerializable(typeof(IReadOnlyList<AsnFound>))]
[JsonSerializable(typeof(AddressValidated))]
[JsonSerializable(typeof(GeographicAddress))]
[JsonSerializable(typeof(ProductOrder))]
[JsonSerializable(typeof(IReadOnlyList<ListedProduct>))]
[JsonSerializable(typeof(ProductDetails))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(AgreementShape))]
[JsonSerializable(typeof(IReadOnlyList<AgreementShape>))]
[JsonSerializable(typeof(ListEdgeBandwidths.BandwidthList))]
[JsonSerializable(typeof(ListEdgeTerms.TermList))]
[JsonSerializable(typeof(ListEdgeCountries.CountryList))]
[JsonSerializable(typeof(SearchQuotes.SearchShape))]
[JsonSerializable(typeof(GetQuotes.QuotesShape))]
[JsonSerializable(typeof(DiscountQuote.DiscountedShape))]
[JsonSerializable(typeof(IReadOnlyList<ListEdgeOrders.EdgeRecord>))]
[JsonSerializable(typeof(TicketShape))]
[JsonSerializable(typeof(IReadOnlyList<TicketShape>))]
[JsonSerializable(typeof(IReadOnlyList<ListTicketServices.ServiceShape>))]
[JsonSerializable(typeof(SearchEverything.Response), TypeInfoPropertyName = "SearchEverythingResponse")]
[JsonSerializable(typeof(PublicUser))]
[JsonSerializable(typeof(CompanyAsUser))]
[JsonSerializable(typeof(ReadDailyReview.Response), TypeInfoPropertyName = "ReadDailyReview")]
[JsonSerializable(typeof(GetPublicStats.Response), TypeInfoPropertyName = "GetPublicStats")]
[JsonSerializable(typeof(CheckUsername.Response), TypeInfoPropertyName = "CheckUsername")]
internal sealed partial class ServiceJson : JsonSerializerContext;
