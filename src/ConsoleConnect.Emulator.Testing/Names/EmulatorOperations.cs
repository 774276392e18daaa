namespace ConsoleConnect.Emulator.Testing;

/// <summary>The operations of the service, for faults and searches of the journal.</summary>
/// <remarks>Generated: <c>EMULATOR_UPDATE_DOCS=1 dotnet test</c> writes it again.</remarks>
public static class EmulatorOperations
{
    /// <summary>Accept a company's invite.</summary>
    public const string AcceptInvite = "PUT /api/membership-requests/{companyName}/accept";

    /// <summary>Activate or disable a port.</summary>
    public const string ActOnPort = "POST /api/company/{companyName}/ports/{portId}/{action}";

    /// <summary>Perform an action on a port order.</summary>
    public const string ActOnPortOrder = "POST /api/company/{companyName}/ports/orders/{orderId}/{action}";

    /// <summary>Add an ASN.</summary>
    public const string AddAsn = "PUT /api/company/{username}/asns/{asn}";

    /// <summary>Add a note to a support ticket.</summary>
    public const string AddNote = "POST /api/v2/support-tickets/{id}/addNote";

    /// <summary>Give a role.</summary>
    public const string AddRole = "PUT /api/company/{username}/memberships/{targetUsername}/roles/{roleName}";

    /// <summary>Add a site to a CloudRouter.</summary>
    public const string AddSite = "POST /app-user/{companyId}/l3vpn/{vpnId}/site";

    /// <summary>Agree to terms.</summary>
    public const string Agree = "POST /app-user/{companyId}/agreements";

    /// <summary>Answer a request by its id.</summary>
    public const string AnswerRequest = "PUT /api/membership-requests/{companyName}/invites/{inviteId}/{action}";

    /// <summary>Invite or answer a user.</summary>
    public const string AnswerUser = "PUT /api/membership-requests/{companyName}/{action}/{targetUsername}";

    /// <summary>Approve the current change request.</summary>
    public const string ApproveChangeRequest =
        "PUT /api/company/{companyName}/connections/{connectionId}/change/approve";

    /// <summary>Approve a connection request.</summary>
    public const string ApproveConnection = "PUT /api/v2/company/{companyName}/connections/{connectionId}/approve";

    /// <summary>Cancel a port order.</summary>
    public const string CancelPortOrder = "POST /api/company/{companyName}/ports/orders/{orderId}/cancel";

    /// <summary>Take back a request to join.</summary>
    public const string CancelRequest = "PUT /api/membership-requests/{companyName}/cancel";

    /// <summary>Change the password.</summary>
    public const string ChangePassword = "PUT /api/auth/password";

    /// <summary>Check IP availability.</summary>
    public const string CheckIpAvailability = "GET /app-user/{companyId}/check-ip-availability";

    /// <summary>Check an order against regulations.</summary>
    public const string CheckOrder = "POST /v2/marketplace-orders/regulatory-check";

    /// <summary>Check a username.</summary>
    public const string CheckUsername = "GET /api/check-username/{username}";

    /// <summary>Confirm the new e-mail address.</summary>
    public const string ConfirmEmailChange = "PUT /api/email/update/request/{token}";

    /// <summary>Count the APNs of a plan.</summary>
    public const string CountApns = "GET /v2/iot-imsi-profile/{id}/apns/count";

    /// <summary>Make an APN of a plan.</summary>
    public const string CreateApn = "POST /v2/iot-imsi-profile/{id}/apns";

    /// <summary>Create a company.</summary>
    public const string CreateCompany = "PUT /api/company";

    /// <summary>Order an edge port.</summary>
    public const string CreateEdgeOrder = "POST /api/company/{companyName}/ports/edge-orders";

    /// <summary>Create a layer 2 connection request.</summary>
    public const string CreateLayer2Connection = "PUT /api/v2/company/{companyName}/connections/layer2";

    /// <summary>Place a product order.</summary>
    public const string CreateOrder = "POST /mefApi/sonata/productOrderingManagement/v10/productOrder";

    /// <summary>Order a port.</summary>
    public const string CreatePortOrder = "PUT /api/company/{companyName}/ports/orders";

    /// <summary>Ask for a quote.</summary>
    public const string CreateQuote = "POST /mefApi/sonata/quoteManagement/v8/quote";

    /// <summary>Order a CloudRouter.</summary>
    public const string CreateRouter = "POST /app-user/{companyId}/l3vpns";

    /// <summary>Make a SIM pool.</summary>
    public const string CreateSimPool = "POST /app-user/{id}/iot-sim-pools";

    /// <summary>Decline a company's invite.</summary>
    public const string DeclineInvite = "PUT /api/membership-requests/{companyName}/deny";

    /// <summary>Delete the APNs of a plan.</summary>
    public const string DeleteApns = "DELETE /v2/iot-imsi-profile/{id}/apns";

    /// <summary>Delete an ASN.</summary>
    public const string DeleteAsn = "DELETE /api/company/{username}/asns/{asn}";

    /// <summary>Delete an Azure connection's peering.</summary>
    public const string DeleteAzurePeering =
        "DELETE /api/company/{username}/connections/directConnectPartner/AZURE/layer2/{connectionId}/peering/{peeringType}";

    /// <summary>Delete an IBM Cloud Direct Link.</summary>
    public const string DeleteCloudConnection = "DELETE /app-user/{companyId}/connections/{connectionId}";

    /// <summary>Delete an invite.</summary>
    public const string DeleteCompanyInvite = "DELETE /api/membership-requests/{companyName}/invites/{inviteId}";

    /// <summary>Delete a connection.</summary>
    public const string DeleteConnection = "DELETE /api/v2/company/{companyName}/connections/{connectionId}";

    /// <summary>Delete a port.</summary>
    public const string DeletePort = "DELETE /api/company/{companyName}/ports/{portId}";

    /// <summary>Delete a CloudRouter.</summary>
    public const string DeleteRouter = "DELETE /app-user/{companyId}/l3vpns/{l3vpnId}";

    /// <summary>Delete an IO-D service.</summary>
    public const string DeleteService = "DELETE /v2/gia-services/{giaId}";

    /// <summary>Delete a SIM pool.</summary>
    public const string DeleteSimPool = "DELETE /app-user/{id}/iot-sim-pools/{iotSimPoolId}";

    /// <summary>Delete a site of a CloudRouter.</summary>
    public const string DeleteSite = "DELETE /app-user/{companyId}/l3vpns/{l3vpnId}/sites/{siteId}";

    /// <summary>Disable a connection.</summary>
    public const string DisableConnection = "PUT /api/company/{companyName}/connections/{connectionId}/disable";

    /// <summary>Read a price of an edge port with a discount.</summary>
    public const string DiscountQuote = "GET /v2/edgeports/quotes/discount";

    /// <summary>Reject or cancel a change request.</summary>
    public const string DropChangeRequest = "DELETE /api/company/{companyName}/connections/{connectionId}/change";

    /// <summary>Enable a connection.</summary>
    public const string EnableConnection = "PUT /api/company/{companyName}/connections/{connectionId}/enable";

    /// <summary>Find a plan of SIM cards.</summary>
    public const string FindPlan = "GET /v2/iot-imsi-profile/findOne";

    /// <summary>Flex a layer 2 connection.</summary>
    public const string FlexConnection =
        "POST /app-user/{companyId}/connections/{connectionId}/connection-change-requests";

    /// <summary>Ask for a new password.</summary>
    public const string ForgotPassword = "PUT /api/auth/password/forgot/{email}";

    /// <summary>Make a quotation of prices.</summary>
    public const string GeneratePdf = "POST /pricing/generate-pdf";

    /// <summary>Read port access circuit details.</summary>
    public const string GetAccessCircuit = "GET /api/company/{companyName}/ports/{portId}/access-circuit";

    /// <summary>Read an address.</summary>
    public const string GetAddress = "GET /mefApi/sonata/geographicAddressManagement/v7/geographicAddress/{id}";

    /// <summary>Read an ASN.</summary>
    public const string GetAsn = "GET /api/company/{username}/asns/{asn}";

    /// <summary>Get a user's avatar.</summary>
    public const string GetAvatar = "GET /api/user/{username}/avatar";

    /// <summary>Read an Azure connection's peering.</summary>
    public const string GetAzurePeering =
        "GET /api/company/{username}/connections/directConnectPartner/AZURE/layer2/{connectionId}/peering/{peeringType}";

    /// <summary>Read a connection.</summary>
    public const string GetConnection = "GET /api/v2/company/{companyName}/connections/{connectionId}";

    /// <summary>Read a connection's flex.</summary>
    public const string GetConnectionFlex =
        "GET /app-user/{companyId}/connections/{connectionId}/connection-change-requests/{flexId}";

    /// <summary>Get the connection's log.</summary>
    public const string GetConnectionLog = "GET /api/company/{companyName}/connections/{connectionId}/log";

    /// <summary>Get connection utilization data.</summary>
    public const string GetConnectionUtilization =
        "GET /api/company/{companyName}/connections/{connectionId}/utilization";

    /// <summary>Get an IO-D service's current flex.</summary>
    public const string GetCurrentFlex = "GET /app-user/{companyId}/gia-service/{giaId}/flex/current";

    /// <summary>Get current logged in user.</summary>
    public const string GetCurrentUser = "GET /api/auth/token";

    /// <summary>Read a port's plan and entitlement.</summary>
    public const string GetEntitlement = "GET /api/company/{companyName}/ports/{portId}/entitlement";

    /// <summary>Read a facility.</summary>
    public const string GetFacility = "GET /v2/data-center-facility/{id}";

    /// <summary>Get an IO-D service's flex history.</summary>
    public const string GetFlexHistory = "GET /app-user/{companyId}/gia-service/{giaId}/flex/history";

    /// <summary>Ask whether the service is there.</summary>
    public const string GetHeartbeat = "GET /heartbeat";

    /// <summary>Read a metro.</summary>
    public const string GetMetro = "GET /api/metro/{metroId}";

    /// <summary>Read a product order.</summary>
    public const string GetOrder = "GET /mefApi/sonata/productOrderingManagement/v10/productOrder/{id}";

    /// <summary>Read a plan of SIM cards.</summary>
    public const string GetPlan = "GET /v2/iot-imsi-profile/{id}";

    /// <summary>Read port details.</summary>
    public const string GetPort = "GET /api/company/{companyName}/ports/{portId}";

    /// <summary>Check a port's capabilities.</summary>
    public const string GetPortCapabilities = "GET /app-user/{companyId}/ports/{portId}/info";

    /// <summary>Read a port order.</summary>
    public const string GetPortOrder = "GET /api/company/{companyName}/ports/orders/{orderId}";

    /// <summary>Get port utilization data.</summary>
    public const string GetPortUtilization = "GET /api/company/{companyName}/ports/{portId}/utilization";

    /// <summary>Read port VLAN info.</summary>
    public const string GetPortVlans = "GET /api/company/{companyName}/ports/{portId}/vlan";

    /// <summary>Get the range of private ASNs.</summary>
    public const string GetPrivateAsnRange = "GET /api/private-asn/range";

    /// <summary>Read a product.</summary>
    public const string GetProduct = "GET /mefApi/sonata/productInventory/v7/product/{id}";

    /// <summary>Get a user's public counters.</summary>
    public const string GetPublicStats = "GET /api/user/{username}/stats";

    /// <summary>Read a quote.</summary>
    public const string GetQuote = "GET /mefApi/sonata/quoteManagement/v8/quote/{id}";

    /// <summary>Read the prices of an edge port.</summary>
    public const string GetQuotes = "GET /v2/edgeports/quotes/search/{responseId}";

    /// <summary>Get an IO-D service by its id.</summary>
    public const string GetService = "GET /app-user/{companyId}/gia-services/{giaId}";

    /// <summary>Read a SIM card.</summary>
    public const string GetSim = "GET /app-user/{id}/iot-sims-cache/{iotSimId}";

    /// <summary>Read a support ticket.</summary>
    public const string GetTicket = "GET /api/v2/support-tickets/{id}";

    /// <summary>Read a user.</summary>
    public const string GetUser = "GET /api/user/{username}";

    /// <summary>Get a user's avatar, not resized.</summary>
    public const string GetWholeAvatar = "GET /api/user/{username}/avatarNoResize";

    /// <summary>Name companies worth inviting.</summary>
    public const string InviteCompanies = "PUT /api/invite/company";

    /// <summary>Invite people to join a company, as later editions have it.</summary>
    public const string InviteMembers = "PUT /api/membership-requests/{companyName}/invite";

    /// <summary>Invite people to join a company.</summary>
    public const string InviteToCompany = "PUT /api/admin/membership-requests/{username}/invite";

    /// <summary>Invite people to Console Connect.</summary>
    public const string InviteUsers = "PUT /api/invite/user";

    /// <summary>Leave a company.</summary>
    public const string LeaveCompany = "DELETE /api/company/{companyName}/memberships";

    /// <summary>List a cloud partner's add-ons.</summary>
    public const string ListAddons = "GET /api/directConnectPartner/{username}/addons";

    /// <summary>List what a company has agreed to.</summary>
    public const string ListAgreements = "GET /app-user/{companyId}/agreements";

    /// <summary>List the APNs of a plan.</summary>
    public const string ListApns = "GET /v2/iot-imsi-profile/{id}/apns";

    /// <summary>List a company's ASNs.</summary>
    public const string ListAsns = "GET /api/company/{username}/asns";

    /// <summary>List the locations of clouds.</summary>
    public const string ListCloudLocations = "GET /v2/data-center-facility/cloud-locations";

    /// <summary>List a cloud partner's ports.</summary>
    public const string ListCloudRegions = "GET /api/directConnectPartner/{username}/regions";

    /// <summary>List cloud providers.</summary>
    public const string ListCompanies = "GET /v2/companies";

    /// <summary>List a connection's flexes.</summary>
    public const string ListConnectionFlexes =
        "GET /app-user/{companyId}/connections/{connectionId}/connection-change-requests";

    /// <summary>List connections.</summary>
    public const string ListConnections = "GET /api/v2/company/{companyName}/connections";

    /// <summary>List the connections of a port.</summary>
    public const string ListConnectionsOfPort = "GET /api/company/{companyName}/ports/{portId}/connections";

    /// <summary>List the bandwidths of edge ports.</summary>
    public const string ListEdgeBandwidths = "GET /v2/edgeports/quotes/bandwidths";

    /// <summary>List the countries of edge ports.</summary>
    public const string ListEdgeCountries = "GET /v2/edgeports/quotes/countries";

    /// <summary>List drafts, orders and ports at the edge.</summary>
    public const string ListEdgeOrders = "GET /v2/edgeports/orders";

    /// <summary>List the contract terms of edge ports.</summary>
    public const string ListEdgeTerms = "GET /v2/edgeports/quotes/contract-terms";

    /// <summary>List plans and entitlements.</summary>
    public const string ListEntitlements = "GET /api/company/{companyName}/ports/entitlement";

    /// <summary>List data center facilities.</summary>
    public const string ListFacilities = "GET /v2/data-center-facility";

    /// <summary>List the locations of facilities.</summary>
    public const string ListFacilityLocations = "GET /v2/data-center-facility/locations";

    /// <summary>List an IO-D service's flexes.</summary>
    public const string ListFlexes = "GET /app-user/{companyId}/gia-service/{giaId}/flex";

    /// <summary>List the IMSI types of a plan.</summary>
    public const string ListImsiTypes = "GET /v2/iot-imsi-profile/{id}/imsiType";

    /// <summary>List a company's members.</summary>
    public const string ListMembers = "GET /v2/companies/{companyId}/members";

    /// <summary>List members.</summary>
    public const string ListMemberships = "GET /api/{userType}/{companyName}/memberships";

    /// <summary>List members and their roles.</summary>
    public const string ListMembershipsAndRoles = "GET /api/{userType}/{companyName}/memberships-and-roles";

    /// <summary>List a company's metro presence.</summary>
    public const string ListMetroCapabilities = "GET /api/company/{companyName}/metro/capabilities";

    /// <summary>Count a company's ports by metro.</summary>
    public const string ListMetrosOfCompany = "GET /api/company/{username}/metro";

    /// <summary>List plans of SIM cards.</summary>
    public const string ListPlans = "GET /v2/iot-imsi-profile";

    /// <summary>List port orders.</summary>
    public const string ListPortOrders = "GET /api/company/{companyName}/ports/orders";

    /// <summary>List ports.</summary>
    public const string ListPorts = "GET /api/company/{companyName}/ports";

    /// <summary>List the ports of a cloud provider.</summary>
    public const string ListPortsOfProvider = "GET /v2/companies/cloud-providers/{providerId}/ports";

    /// <summary>List products.</summary>
    public const string ListProducts = "GET /mefApi/sonata/productInventory/v7/product";

    /// <summary>List a network service provider's ports.</summary>
    public const string ListProviderPorts = "GET /api/networkServiceProvider/{username}/regions";

    /// <summary>List the requests to join a company.</summary>
    public const string ListRequestsOfCompany = "GET /api/membership-requests/{companyName}";

    /// <summary>List one's own requests.</summary>
    public const string ListRequestsOfUser = "GET /api/membership-requests";

    /// <summary>List a company's CloudRouters as resources.</summary>
    public const string ListRouterResources = "GET /polaris/company/{companyId}/cloudrouter/resources";

    /// <summary>List the CloudRouters of a company.</summary>
    public const string ListRouters = "GET /app-user/{companyId}/l3vpns";

    /// <summary>Search for IO-D services.</summary>
    public const string ListServices = "GET /app-user/{companyId}/gia-services";

    /// <summary>List orders of SIM cards.</summary>
    public const string ListSimOrders = "GET /app-user/{id}/iot-order";

    /// <summary>List SIM pools.</summary>
    public const string ListSimPools = "GET /app-user/{id}/iot-sim-pools";

    /// <summary>List SIM cards.</summary>
    public const string ListSims = "GET /app-user/{id}/iot-sims-cache";

    /// <summary>List the sites of a CloudRouter.</summary>
    public const string ListSites = "GET /app-user/{companyId}/l3vpn/{l3vpnId}/sites";

    /// <summary>List what a support ticket can be about.</summary>
    public const string ListTicketServices = "GET /api/v2/support-tickets/services";

    /// <summary>List support tickets.</summary>
    public const string ListTickets = "GET /api/v2/support-tickets";

    /// <summary>List wanted connections.</summary>
    public const string ListWantedConnections = "GET /api/company/{username}/connections-wanted/{direction}";

    /// <summary>Log in.</summary>
    public const string LogIn = "PUT /api/auth/token";

    /// <summary>Log out.</summary>
    public const string LogOut = "DELETE /api/auth/token";

    /// <summary>Move SIM cards into a pool.</summary>
    public const string MoveSims = "PUT /app-user/{id}/iot-sim-pools/{destinationSimPoolId}/sims";

    /// <summary>Open a support ticket.</summary>
    public const string OpenTicket = "POST /api/v2/support-tickets";

    /// <summary>Order a cloud connection, spelled with v2.</summary>
    public const string OrderFromACloud =
        "PUT /api/v2/company/{companyName}/connections/directConnectPartner/{partner}/layer2";

    /// <summary>Order a connection to Alibaba Cloud.</summary>
    public const string OrderFromAlibaba =
        "PUT /api/company/{companyName}/connections/directConnectPartner/ALICLOUD/layer2";

    /// <summary>Order a connection to AWS.</summary>
    public const string OrderFromAws = "PUT /api/company/{companyUsername}/connections/directConnectPartner/AWS/layer2";

    /// <summary>Order a connection to Azure.</summary>
    public const string OrderFromAzure =
        "PUT /api/company/{username}/connections/directConnectPartner/AZURE/layer2/create";

    /// <summary>Order a connection to Google Cloud.</summary>
    public const string OrderFromGoogle = "PUT /api/company/{companyName}/connections/directConnectPartner/GCE/layer2";

    /// <summary>Order an IBM Cloud Direct Link.</summary>
    public const string OrderFromIbm = "POST /app-user/{companyId}/connections/cloud/IBM";

    /// <summary>Order a connection to OVHcloud.</summary>
    public const string OrderFromOvh = "POST /app-user/{companyId}/connections/cloud/OVHCLOUD";

    /// <summary>Order SIM cards.</summary>
    public const string OrderSims = "POST /app-user/{id}/iot-order";

    /// <summary>Price adding a site to a CloudRouter.</summary>
    public const string PriceAddingSite = "POST /v2/pricing/l3vpn/{l3vpnId}/add-site";

    /// <summary>Price a connection's flex.</summary>
    public const string PriceConnectionFlex = "POST /api/company/{username}/pricing/calculate/flex";

    /// <summary>Price deleting a site of a CloudRouter.</summary>
    public const string PriceDeletingSite = "POST /v2/pricing/l3vpn/{l3vpnId}/delete-site";

    /// <summary>Price an IO-D service's flex.</summary>
    public const string PriceInternetFlex = "GET /api/v2/pricing/flex-iod/{giaServiceId}";

    /// <summary>Price Internet On-Demand in a facility, several at once.</summary>
    public const string PriceInternetInBulk = "GET /api/v2/pricing/gia/bulkByDcf";

    /// <summary>Price Internet On-Demand in a facility.</summary>
    public const string PriceInternetInFacility = "GET /api/v2/pricing/gia/byDcf";

    /// <summary>Price Internet On-Demand on a port.</summary>
    public const string PriceInternetOnPort = "GET /api/v2/pricing/gia/byCompanyAndPort";

    /// <summary>Price ports and connections.</summary>
    public const string PricePortsAndConnections = "POST /api/pricing/calculate";

    /// <summary>Price a CloudRouter.</summary>
    public const string PriceRouter = "POST /v2/pricing/l3vpn";

    /// <summary>Create or update a change request.</summary>
    public const string ProposeChangeRequest = "PUT /api/company/{companyName}/connections/{connectionId}/change";

    /// <summary>Provision an IO-D service.</summary>
    public const string ProvisionService = "POST /app-user/{companyId}/gia-service";

    /// <summary>Mark the change request as read.</summary>
    public const string ReadChangeRequest = "PUT /api/company/{companyName}/connections/{connectionId}/change/read";

    /// <summary>Read the daily review.</summary>
    public const string ReadDailyReview = "GET /api/user/stats";

    /// <summary>Validate and read an invitation.</summary>
    public const string ReadInvite = "GET /api/invite/token/{invitationToken}";

    /// <summary>Read an IO-D service's logs.</summary>
    public const string ReadServiceLogs = "GET /app-user/{companyId}/gia-service/{giaId}/logs";

    /// <summary>Read an IO-D service's logs.</summary>
    public const string ReadServiceLogsByPost = "POST /app-user/{companyId}/gia-service/{giaId}/logs";

    /// <summary>Read an order of SIM cards.</summary>
    public const string ReadSimOrder = "POST /app-user/{id}/iot-order/{orderId}";

    /// <summary>Register.</summary>
    public const string RegisterUser = "PUT /api/user";

    /// <summary>Reject a connection request.</summary>
    public const string RejectConnection = "PUT /api/v2/company/{companyName}/connections/{connectionId}/reject";

    /// <summary>Remove a member.</summary>
    public const string RemoveMember = "DELETE /api/company/{companyName}/memberships/{targetUsername}";

    /// <summary>Take a role.</summary>
    public const string RemoveRole = "DELETE /api/company/{username}/memberships/{targetUsername}/roles/{roleName}";

    /// <summary>Ask to change the e-mail address.</summary>
    public const string RequestEmailChange = "PUT /api/user/{username}/email/update/request";

    /// <summary>Flex an IO-D service.</summary>
    public const string RequestFlex = "POST /app-user/{companyId}/gia-service/{giaId}/flex";

    /// <summary>Ask to be invited.</summary>
    public const string RequestInvite = "PUT /api/invite/request";

    /// <summary>Ask to join a company.</summary>
    public const string RequestToJoin = "PUT /api/membership-requests/{companyName}";

    /// <summary>Set a new password with a mailed token.</summary>
    public const string ResetPassword = "PUT /api/auth/password/reset/{emailResetToken}";

    /// <summary>Search for ASNs.</summary>
    public const string SearchAsns = "GET /app-user/{companyId}/asns";

    /// <summary>Search.</summary>
    public const string SearchEverything = "GET /api/search";

    /// <summary>Search for facilities.</summary>
    public const string SearchFacilities = "GET /v2/data-center-facility/search";

    /// <summary>Search for ports.</summary>
    public const string SearchPorts = "GET /app-user/{companyId}/ports";

    /// <summary>Search for prices of an edge port.</summary>
    public const string SearchQuotes = "POST /v2/edgeports/quotes/search";

    /// <summary>Ask Support about an edge port.</summary>
    public const string SendEnquiry = "POST /v2/edgeports/quotes/enquiry";

    /// <summary>Invite a data center.</summary>
    public const string SendInvite = "PUT /api/company/{username}/invite/send";

    /// <summary>Set an Azure connection's peering.</summary>
    public const string SetAzurePeering =
        "POST /api/company/{username}/connections/directConnectPartner/AZURE/layer2/{connectionId}/peering/{peeringType}";

    /// <summary>Suggest a private ASN.</summary>
    public const string SuggestPrivateAsn = "GET /api/private-asn/suggestion";

    /// <summary>Sync with the cloud partner.</summary>
    public const string SyncConnection = "PUT /api/company/{companyName}/connections/{connectionId}/sync";

    /// <summary>Update an invite.</summary>
    public const string UpdateCompanyInvite = "POST /api/membership-requests/{username}/invite/{inviteToCompanyId}";

    /// <summary>Update a connection.</summary>
    public const string UpdateConnection = "POST /api/v2/company/{companyName}/connections/{connectionId}";

    /// <summary>Set a membership's state.</summary>
    public const string UpdateMembership = "POST /api/company/{companyName}/memberships/{targetUsername}";

    /// <summary>Update port details.</summary>
    public const string UpdatePort = "POST /api/company/{companyName}/ports/{portId}";

    /// <summary>Rename a port order.</summary>
    public const string UpdatePortOrder = "POST /api/company/{companyName}/ports/orders/{orderId}";

    /// <summary>Change a SIM card.</summary>
    public const string UpdateSim = "PUT /app-user/{id}/iot-sims-cache/{iotSimId}";

    /// <summary>Change a SIM pool.</summary>
    public const string UpdateSimPool = "PUT /app-user/{id}/iot-sim-pools/{iotSimPoolId}";

    /// <summary>Update a user.</summary>
    public const string UpdateUser = "POST /api/user/{username}";

    /// <summary>Validate an address.</summary>
    public const string ValidateAddress =
        "POST /mefApi/sonata/geographicAddressManagement/v7/geographicAddressValidation";

    /// <summary>Validate an OVHcloud service key.</summary>
    public const string ValidateOvhKey = "POST /v2/ovh-service-key/validate";

    /// <summary>Validate a private ASN.</summary>
    public const string ValidatePrivateAsn = "POST /api/private-asn/validate";

    /// <summary>Verify an Azure service key.</summary>
    public const string VerifyAzureKey =
        "POST /api/company/{username}/connections/directConnectPartner/AZURE/serviceKey";

    /// <summary>Watch users come and go.</summary>
    public const string WatchPresence = "GET /user";
}
