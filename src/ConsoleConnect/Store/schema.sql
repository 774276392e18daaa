CREATE TABLE "Companies" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Companies" PRIMARY KEY,
    "Username" TEXT COLLATE NOCASE NOT NULL,
    "Name" TEXT NOT NULL,
    "Headline" TEXT NULL,
    "Summary" TEXT NULL,
    "Profile" TEXT NOT NULL,
    "RegisteredName" TEXT NULL,
    "BusinessRegistrationNumber" TEXT NULL,
    "BillingAccount" TEXT NULL,
    "AvatarId" TEXT NULL,
    "Avatar" TEXT NULL,
    "Location" TEXT NULL,
    "Phone" TEXT NULL,
    "BackgroundId" TEXT NULL,
    "OverviewImageId" TEXT NULL,
    "Addresses" TEXT NOT NULL,
    "EmailDomains" TEXT NOT NULL,
    "Asns" TEXT NOT NULL,
    "Tags" TEXT NOT NULL,
    "Categories" TEXT NOT NULL,
    "EdgeModule" INTEGER NOT NULL,
    "Verified" INTEGER NOT NULL,
    "VerifiedIdentity" INTEGER NOT NULL,
    "SignedCompanyRefId" INTEGER NULL,
    "Partner" TEXT NOT NULL,
    "Cloud" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);


CREATE TABLE "Discounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Discounts" PRIMARY KEY,
    "MarketingCode" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "DiscountType" TEXT NOT NULL,
    "Duration" TEXT NOT NULL,
    "Value" INTEGER NOT NULL,
    "ApplicableProducts" TEXT NOT NULL,
    "ApplicableDcfs" TEXT NOT NULL,
    "ApplicableMetros" TEXT NOT NULL,
    "Redemptions" INTEGER NOT NULL,
    "Tags" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "DeletedAt" INTEGER NULL
);


CREATE TABLE "ImsiTypes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ImsiTypes" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "ExternalImsiProfileId" TEXT NOT NULL,
    "Provider" TEXT NOT NULL,
    "InventoryId" TEXT NOT NULL,
    "SubscriptionPackageType" TEXT NOT NULL,
    "SubscriptionPackageTemplateId" TEXT NOT NULL,
    "SubscriptionPackageTemplateDesc" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);


CREATE TABLE "Letters" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_Letters" PRIMARY KEY AUTOINCREMENT,
    "To" TEXT NOT NULL,
    "UserId" TEXT NULL,
    "CompanyId" TEXT NULL,
    "Address" TEXT NULL,
    "Addresses" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "AboutId" TEXT NOT NULL,
    "Token" TEXT NULL,
    "Link" TEXT NULL,
    "LinkMethod" TEXT NOT NULL,
    "CausedBy" TEXT NULL,
    "At" INTEGER NOT NULL
);


CREATE TABLE "Metros" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Metros" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Code" TEXT NULL,
    "Country" TEXT NOT NULL,
    "Rir" TEXT NULL,
    "Description" TEXT NULL,
    "RegionIds" TEXT NOT NULL,
    "ServiceLayerId" TEXT NULL,
    "Ready" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);


CREATE TABLE "Moves" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_Moves" PRIMARY KEY AUTOINCREMENT,
    "Machine" TEXT NOT NULL,
    "ResourceId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "From" TEXT NULL,
    "Trigger" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Speed" INTEGER NULL
);


CREATE TABLE "Paces" (
    "Machine" TEXT NOT NULL,
    "ResourceId" TEXT NOT NULL,
    "Progression" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Polls" INTEGER NOT NULL,
    "Stages" TEXT NOT NULL,
    CONSTRAINT "PK_Paces" PRIMARY KEY ("Machine", "ResourceId")
);


CREATE TABLE "PriceLists" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PriceLists" PRIMARY KEY,
    "Prices" TEXT NOT NULL
);


CREATE TABLE "Regions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Regions" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "InsightRegion" TEXT NULL,
    "PriceMultiplier" REAL NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);


CREATE TABLE "RegulatedCountries" (
    "Country" TEXT NOT NULL CONSTRAINT "PK_RegulatedCountries" PRIMARY KEY,
    "Verdict" TEXT NOT NULL
);


CREATE TABLE "RequiredAgreements" (
    "Type" TEXT NOT NULL CONSTRAINT "PK_RequiredAgreements" PRIMARY KEY
);


CREATE TABLE "Sandbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Sandbox" PRIMARY KEY,
    "Seed" INTEGER NOT NULL,
    "IdsGiven" INTEGER NOT NULL,
    "ClockOffset" INTEGER NOT NULL,
    "FrozenAt" INTEGER NULL,
    "SavedAt" INTEGER NULL,
    "Worlds" TEXT NULL
);


CREATE TABLE "Users" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Users" PRIMARY KEY,
    "Username" TEXT COLLATE NOCASE NOT NULL,
    "Email" TEXT COLLATE NOCASE NOT NULL,
    "Name" TEXT NOT NULL,
    "PasswordHash" TEXT NOT NULL,
    "PasswordUpdatedAt" INTEGER NULL,
    "Phone" TEXT NULL,
    "Role" TEXT NULL,
    "Headline" TEXT NULL,
    "Summary" TEXT NULL,
    "Location" TEXT NULL,
    "Background" TEXT NULL,
    "AvatarId" TEXT NULL,
    "Avatar" TEXT NULL,
    "Tags" TEXT NOT NULL,
    "OptIntoMarketingEmail" INTEGER NOT NULL,
    "Profile" TEXT NOT NULL,
    "Settings" TEXT NOT NULL,
    "NewEmail" TEXT NULL,
    "NewEmailTokenCreatedAt" INTEGER NULL,
    "Verified" INTEGER NOT NULL,
    "IsSupport" INTEGER NOT NULL,
    "AwaitsRegistration" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL
);


CREATE TABLE "Addons" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Addons" PRIMARY KEY,
    "PartnerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" INTEGER NOT NULL,
    "EntitlementType" TEXT NULL,
    "DestCompanyId" TEXT NOT NULL,
    "DestPortId" TEXT NOT NULL,
    "FloorMonthly" REAL NOT NULL,
    "Monthly" REAL NOT NULL,
    "Currency" TEXT NOT NULL,
    "CompanyIds" TEXT NOT NULL,
    "Visible" INTEGER NOT NULL,
    "RegionIds" TEXT NOT NULL,
    "Tags" TEXT NOT NULL,
    "DisplayOrder" INTEGER NOT NULL,
    "DisplayTemplate" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Addons_Companies_PartnerId" FOREIGN KEY ("PartnerId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Asns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Asns" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Type" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "OfService" INTEGER NOT NULL,
    "Prefixes" TEXT NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Asns_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CloudRouters" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CloudRouters" PRIMARY KEY,
    "Uuid" TEXT NOT NULL,
    "CompanyId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "PaymentMethod" TEXT NOT NULL,
    "Bandwidth" TEXT NOT NULL,
    "Duration" INTEGER NOT NULL,
    "DurationUnit" TEXT NOT NULL,
    "DiscountCode" TEXT NULL,
    "RequestSource" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "FirstCreatedAt" INTEGER NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_CloudRouters_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Counterparties" (
    "CompanyId" TEXT NOT NULL CONSTRAINT "PK_Counterparties" PRIMARY KEY,
    "Policy" TEXT NOT NULL,
    "DelaySeconds" INTEGER NOT NULL,
    "SpeedPercent" INTEGER NOT NULL,
    CONSTRAINT "FK_Counterparties_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "EdgeQuotes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_EdgeQuotes" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "WithMetro" INTEGER NOT NULL,
    "Solutions" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_EdgeQuotes_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Token" TEXT NOT NULL,
    "FirstName" TEXT NULL,
    "LastName" TEXT NULL,
    "Name" TEXT NULL,
    "Email" TEXT COLLATE NOCASE NULL,
    "CompanyName" TEXT NULL,
    "CompanyWebsite" TEXT NULL,
    "DataCenter" INTEGER NOT NULL,
    "Message" TEXT NULL,
    "InvitedBy" TEXT NULL,
    "CompanyId" TEXT NULL,
    "Roles" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "SentAt" INTEGER NULL,
    "ExpiresAt" INTEGER NULL,
    "UsedBy" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Invitations_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id")
);


CREATE TABLE "SonataQuotes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SonataQuotes" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "ProjectId" TEXT NULL,
    "RequestedCompletionDate" TEXT NULL,
    "Contacts" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "Price" REAL NULL,
    "QuotedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_SonataQuotes_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Subscriptions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Subscriptions" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "BundleId" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "LengthUnit" TEXT NOT NULL,
    "Ports" INTEGER NOT NULL,
    "PortSpeed" INTEGER NULL,
    "MaxControllerType" TEXT NULL,
    "MaxControllers" INTEGER NULL,
    "Cdr" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Subscriptions_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Wants" (
    "CompanyId" TEXT NOT NULL,
    "WantedId" TEXT NOT NULL,
    CONSTRAINT "PK_Wants" PRIMARY KEY ("CompanyId", "WantedId"),
    CONSTRAINT "FK_Wants_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Wants_Companies_WantedId" FOREIGN KEY ("WantedId") REFERENCES "Companies" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ImsiProfiles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ImsiProfiles" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "ImsiTypeId" TEXT NOT NULL,
    "SimType" TEXT NOT NULL,
    "ShieldOnly" INTEGER NOT NULL,
    "CompanyId" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_ImsiProfiles_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id"),
    CONSTRAINT "FK_ImsiProfiles_ImsiTypes_ImsiTypeId" FOREIGN KEY ("ImsiTypeId") REFERENCES "ImsiTypes" ("Id") ON DELETE CASCADE
);


CREATE TABLE "DataCenterFacilities" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DataCenterFacilities" PRIMARY KEY,
    "Username" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "MetroId" TEXT NOT NULL,
    "LocationId" TEXT NOT NULL,
    "Addresses" TEXT NOT NULL,
    "Speeds" TEXT NOT NULL,
    "Ready" INTEGER NOT NULL,
    "NniReady" INTEGER NOT NULL,
    "BrandId" TEXT NULL,
    "CanBundleCrossConnect" INTEGER NOT NULL,
    "BundleCrossConnectChargeId" TEXT NULL,
    "DestinationPortOnly" INTEGER NOT NULL,
    "Tags" TEXT NOT NULL,
    "Providers" TEXT NOT NULL,
    "AirportCodes" TEXT NOT NULL,
    "PopIds" TEXT NOT NULL,
    "Website" TEXT NULL,
    "Industry" TEXT NULL,
    "CostbookLocationId" TEXT NOT NULL,
    "CostbookLocationName" TEXT NOT NULL,
    "L3CostbookLocationId" TEXT NULL,
    "Followers" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_DataCenterFacilities_Metros_MetroId" FOREIGN KEY ("MetroId") REFERENCES "Metros" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Ports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Ports" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "FacilityId" TEXT NULL,
    "MetroId" TEXT NOT NULL,
    "LocationId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Speed" INTEGER NOT NULL,
    "Type" TEXT NOT NULL,
    "SingleService" INTEGER NOT NULL,
    "Asn" TEXT NULL,
    "AsnSetAt" INTEGER NULL,
    "Onboarding" TEXT NULL,
    "PaymentType" TEXT NULL,
    "BillingId" TEXT NULL,
    "SalesRecordId" TEXT NULL,
    "CrossConnectId" TEXT NULL,
    "ServiceStatus" TEXT NOT NULL,
    "PopId" TEXT NULL,
    "LinkState" TEXT NOT NULL,
    "LinkChangedAt" INTEGER NULL,
    "MediaType" TEXT NOT NULL,
    "IciLink" TEXT NULL,
    "DeviceId" TEXT NULL,
    "ReportingLabels" TEXT NOT NULL,
    "SupportedServices" TEXT NOT NULL,
    "VlanRanges" TEXT NOT NULL,
    "Partner" TEXT NULL,
    "Controllers" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "DeliveredAt" INTEGER NULL,
    "ActiveChangedAt" INTEGER NULL,
    "FirstActiveAt" INTEGER NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Ports_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Ports_Metros_MetroId" FOREIGN KEY ("MetroId") REFERENCES "Metros" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Agreements" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Agreements" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "Date" INTEGER NOT NULL,
    CONSTRAINT "FK_Agreements_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Agreements_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ApiKeys" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_ApiKeys_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Follows" (
    "FollowerId" TEXT NOT NULL,
    "FolloweeId" TEXT NOT NULL,
    CONSTRAINT "PK_Follows" PRIMARY KEY ("FollowerId", "FolloweeId"),
    CONSTRAINT "FK_Follows_Users_FollowerId" FOREIGN KEY ("FollowerId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MailedTokens" (
    "Token" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "NewEmail" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NULL,
    "UsedAt" INTEGER NULL,
    CONSTRAINT "PK_MailedTokens" PRIMARY KEY ("Token", "Kind"),
    CONSTRAINT "FK_MailedTokens_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Memberships" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Memberships" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "CompanyId" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "AskedBy" TEXT NOT NULL,
    "Message" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Memberships_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Memberships_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Sessions" (
    "Token" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    CONSTRAINT "FK_Sessions_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SupportTickets" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SupportTickets" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "IssueType" TEXT NULL,
    "ServiceType" TEXT NOT NULL,
    "ServiceId" TEXT NULL,
    "ContactName" TEXT NOT NULL,
    "ContactPhone" TEXT NOT NULL,
    "ContactEmail" TEXT NOT NULL,
    "Notes" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_SupportTickets_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SupportTickets_Users_CreatedBy" FOREIGN KEY ("CreatedBy") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SimApns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SimApns" PRIMARY KEY,
    "ProfileId" TEXT NOT NULL,
    "Settings" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "DeletedAt" INTEGER NULL,
    CONSTRAINT "FK_SimApns_ImsiProfiles_ProfileId" FOREIGN KEY ("ProfileId") REFERENCES "ImsiProfiles" ("Id") ON DELETE CASCADE
);


CREATE TABLE "EdgeOffers" (
    "Iso" TEXT NOT NULL CONSTRAINT "PK_EdgeOffers" PRIMARY KEY,
    "Country" TEXT NOT NULL,
    "PhonePrefix" TEXT NOT NULL,
    "Vendors" TEXT NOT NULL,
    "City" TEXT NOT NULL,
    "Latitude" TEXT NOT NULL,
    "Longitude" TEXT NOT NULL,
    "FacilityId" TEXT NULL,
    "ShieldPortId" TEXT NULL,
    "MonthlyCents" INTEGER NOT NULL,
    "OnceCents" INTEGER NOT NULL,
    "Weeks" INTEGER NOT NULL,
    "ValidDays" INTEGER NOT NULL,
    CONSTRAINT "FK_EdgeOffers_DataCenterFacilities_FacilityId" FOREIGN KEY ("FacilityId") REFERENCES "DataCenterFacilities" ("Id")
);


CREATE TABLE "AccessCircuits" (
    "PortId" TEXT NOT NULL CONSTRAINT "PK_AccessCircuits" PRIMARY KEY,
    "Id" TEXT NULL,
    "CrossConnectId" TEXT NOT NULL,
    "CrossConnectMediaType" TEXT NOT NULL,
    "CrossConnectMediaConvertor" INTEGER NOT NULL,
    "CrossConnectConnectorType" TEXT NOT NULL,
    "CrossConnectProvider" TEXT NOT NULL,
    "CrossConnectSalesRecordId" TEXT NOT NULL,
    "LocalLoopPartnerLocalLineNo" TEXT NOT NULL,
    "LocalLoopRemoteRefNo" TEXT NOT NULL,
    "LocalLoopRemoteLocalLineNo" TEXT NOT NULL,
    "LocalLoopSpeed" TEXT NOT NULL,
    "LocalLoopRemoteLocalLinePartner" TEXT NOT NULL,
    "LocalLoopRemoteCarrierContactNo" TEXT NOT NULL,
    "ManagedRouterServiceRouterName" TEXT NOT NULL,
    "ManagedRouterServiceRouterProvider" TEXT NOT NULL,
    "ManagedRouterServiceRouterOwner" TEXT NOT NULL,
    "ManagedRouterServiceCpeOrder" TEXT NOT NULL,
    "ManagedRouterServiceDialupNo" TEXT NOT NULL,
    "ManagedRouterServiceCeWanIpAddress" TEXT NOT NULL,
    "ManagedRouterServiceCeWanInterface" TEXT NOT NULL,
    "ManagedRouterServiceManagementIp" TEXT NOT NULL,
    "ManagedRouterServiceRemark" TEXT NOT NULL,
    "PremiumColocationSalesRecordId" TEXT NOT NULL,
    "PremiumColocationRackId" TEXT NOT NULL,
    "PremiumColocationPanelNumber" TEXT NOT NULL,
    CONSTRAINT "FK_AccessCircuits_Ports_PortId" FOREIGN KEY ("PortId") REFERENCES "Ports" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Connections" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Connections" PRIMARY KEY,
    "Type" TEXT NOT NULL,
    "SrcCompanyId" TEXT NOT NULL,
    "DestCompanyId" TEXT NOT NULL,
    "SrcPortId" TEXT NULL,
    "DestPortId" TEXT NULL,
    "SrcMetroId" TEXT NOT NULL,
    "DestMetroId" TEXT NOT NULL,
    "SrcRegionId" TEXT NULL,
    "DestRegionId" TEXT NULL,
    "DestFacilityId" TEXT NULL,
    "Speed" INTEGER NOT NULL,
    "SrcName" TEXT NOT NULL,
    "DestName" TEXT NOT NULL,
    "Tag" INTEGER NULL,
    "SrcUntagged" INTEGER NOT NULL,
    "DestUntagged" INTEGER NOT NULL,
    "QinQ" INTEGER NOT NULL,
    "SrcVlanRequest" INTEGER NULL,
    "DestVlanRequest" INTEGER NULL,
    "SrcVlan" INTEGER NULL,
    "DestVlan" INTEGER NULL,
    "ClassOfService" TEXT NULL,
    "PaymentType" TEXT NOT NULL,
    "Duration" INTEGER NULL,
    "DurationUnit" TEXT NULL,
    "Evergreen" INTEGER NOT NULL,
    "DiscountCode" TEXT NULL,
    "PaymentTransactionId" TEXT NULL,
    "RequestSource" TEXT NOT NULL,
    "PartnerTerms" TEXT NULL,
    "AddonIds" TEXT NOT NULL,
    "ScheduledTasks" TEXT NOT NULL,
    "ParentId" TEXT NULL,
    "ErrorReason" TEXT NULL,
    "SrcApprovedBy" TEXT NULL,
    "DestApprovedBy" TEXT NULL,
    "UpstreamSpeed" INTEGER NULL,
    "SyncedAt" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ActiveChangedAt" INTEGER NULL,
    "FirstActiveAt" INTEGER NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Connections_Companies_DestCompanyId" FOREIGN KEY ("DestCompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Connections_Companies_SrcCompanyId" FOREIGN KEY ("SrcCompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Connections_Ports_DestPortId" FOREIGN KEY ("DestPortId") REFERENCES "Ports" ("Id"),
    CONSTRAINT "FK_Connections_Ports_SrcPortId" FOREIGN KEY ("SrcPortId") REFERENCES "Ports" ("Id")
);


CREATE TABLE "IodServices" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IodServices" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "AccessPortId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Vlan" INTEGER NOT NULL,
    "ContractBandwidth" INTEGER NOT NULL,
    "RateLimit" INTEGER NOT NULL,
    "BurstRate" INTEGER NULL,
    "BurstType" TEXT NULL,
    "Routing" TEXT NOT NULL,
    "AsnId" TEXT NULL,
    "BgpKey" TEXT NULL,
    "DefaultOriginate" INTEGER NOT NULL,
    "EnableIpv6" INTEGER NOT NULL,
    "IpGeoCountry" TEXT NULL,
    "IpGeoCity" TEXT NULL,
    "Duration" INTEGER NOT NULL,
    "DurationUnit" TEXT NOT NULL,
    "DiscountCode" TEXT NULL,
    "BillingType" TEXT NOT NULL,
    "PaymentType" TEXT NOT NULL,
    "SiteId" TEXT NOT NULL,
    "OrderId" TEXT NOT NULL,
    "SalesRecordId" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "FirstActiveAt" INTEGER NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_IodServices_Asns_AsnId" FOREIGN KEY ("AsnId") REFERENCES "Asns" ("Id"),
    CONSTRAINT "FK_IodServices_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_IodServices_Ports_AccessPortId" FOREIGN KEY ("AccessPortId") REFERENCES "Ports" ("Id") ON DELETE CASCADE
);


CREATE TABLE "PortOrders" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PortOrders" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "FacilityId" TEXT NOT NULL,
    "OffNet" INTEGER NOT NULL,
    "PortName" TEXT NOT NULL,
    "Speed" INTEGER NOT NULL,
    "PaymentType" TEXT NOT NULL,
    "BillingId" TEXT NULL,
    "DurationUnit" TEXT NOT NULL,
    "BundleCrossConnect" INTEGER NOT NULL,
    "CrossConnectId" TEXT NULL,
    "DiscountCode" TEXT NULL,
    "Edge" TEXT NULL,
    "LoaSentAt" INTEGER NULL,
    "Message" TEXT NULL,
    "PortId" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "UpdatedBy" TEXT NULL,
    "CancelledAt" INTEGER NULL,
    "CancelledBy" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_PortOrders_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_PortOrders_Ports_PortId" FOREIGN KEY ("PortId") REFERENCES "Ports" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SimPools" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SimPools" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ApnId" TEXT NOT NULL,
    "Block" INTEGER NOT NULL,
    "Firewall" TEXT NOT NULL,
    "PrimaryDns" TEXT NULL,
    "SecondaryDns" TEXT NULL,
    "UseDefaultDns" INTEGER NOT NULL,
    "ErrorReason" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_SimPools_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SimPools_SimApns_ApnId" FOREIGN KEY ("ApnId") REFERENCES "SimApns" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AzurePeerings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AzurePeerings" PRIMARY KEY,
    "ConnectionId" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "VlanId" INTEGER NOT NULL,
    "PeerAsn" INTEGER NOT NULL,
    "PrimaryPeerSubnet" TEXT NOT NULL,
    "SecondaryPeerSubnet" TEXT NOT NULL,
    "AdvertisedPublicPrefixes" TEXT NOT NULL,
    "RoutingRegistryName" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_AzurePeerings_Connections_ConnectionId" FOREIGN KEY ("ConnectionId") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ChangeRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ChangeRequests" PRIMARY KEY,
    "Speed" INTEGER NOT NULL,
    "SrcApproval" TEXT NULL,
    "DestApproval" TEXT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ReadBySrc" INTEGER NOT NULL,
    "ReadByDest" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_ChangeRequests_Connections_Id" FOREIGN KEY ("Id") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CloudKeys" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_CloudKeys" PRIMARY KEY,
    "ConnectionId" TEXT NOT NULL,
    "UsedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_CloudKeys_Connections_ConnectionId" FOREIGN KEY ("ConnectionId") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ConnectionFlexes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ConnectionFlexes" PRIMARY KEY,
    "ConnectionId" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Bandwidth" INTEGER NOT NULL,
    "ContractBandwidth" INTEGER NOT NULL,
    "ScheduledAt" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ActiveFrom" INTEGER NULL,
    "ActiveUntil" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_ConnectionFlexes_Connections_ConnectionId" FOREIGN KEY ("ConnectionId") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Replies" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Replies" PRIMARY KEY,
    "Side" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Replies_Connections_Id" FOREIGN KEY ("Id") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ScheduledRuns" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ScheduledRuns" PRIMARY KEY,
    "ConnectionId" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Speed" INTEGER NULL,
    "Outcome" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_ScheduledRuns_Connections_ConnectionId" FOREIGN KEY ("ConnectionId") REFERENCES "Connections" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Flexes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Flexes" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Bandwidth" INTEGER NOT NULL,
    "LineItemId" TEXT NOT NULL,
    "ScheduledAt" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ActiveFrom" INTEGER NULL,
    "ActiveUntil" INTEGER NULL,
    "DiscountCode" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Flexes_IodServices_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "IodServices" ("Id") ON DELETE CASCADE
);


CREATE TABLE "IpBlocks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_IpBlocks" PRIMARY KEY,
    "Version" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Mask" INTEGER NOT NULL,
    "ServiceId" TEXT NOT NULL,
    "ReleasedAt" INTEGER NULL,
    CONSTRAINT "FK_IpBlocks_IodServices_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "IodServices" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SonataOrders" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SonataOrders" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "Contacts" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "PlacedAt" INTEGER NOT NULL,
    "PortOrderId" TEXT NULL,
    "PortId" TEXT NULL,
    "ConnectionId" TEXT NULL,
    CONSTRAINT "FK_SonataOrders_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SonataOrders_Connections_ConnectionId" FOREIGN KEY ("ConnectionId") REFERENCES "Connections" ("Id"),
    CONSTRAINT "FK_SonataOrders_PortOrders_PortOrderId" FOREIGN KEY ("PortOrderId") REFERENCES "PortOrders" ("Id"),
    CONSTRAINT "FK_SonataOrders_Ports_PortId" FOREIGN KEY ("PortId") REFERENCES "Ports" ("Id")
);


CREATE TABLE "CloudRouterSites" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CloudRouterSites" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "RouterId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "PortId" TEXT NULL,
    "Vlan" INTEGER NULL,
    "SimPoolId" TEXT NULL,
    "RateLimit" INTEGER NOT NULL,
    "TierRateLimit" INTEGER NULL,
    "Mtu" INTEGER NULL,
    "ClassesOfService" TEXT NOT NULL,
    "CloudKey" TEXT NULL,
    "RedundancyType" TEXT NOT NULL,
    "LinkedSiteId" TEXT NULL,
    "DiscountCode" TEXT NULL,
    "PeerId" TEXT NULL,
    "PeerUuid" TEXT NULL,
    "BgpKey" TEXT NULL,
    "PeerAsn" INTEGER NULL,
    "Link" INTEGER NULL,
    "PeeredAt" INTEGER NULL,
    "ErrorReason" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "DeletedAt" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_CloudRouterSites_CloudRouters_RouterId" FOREIGN KEY ("RouterId") REFERENCES "CloudRouters" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CloudRouterSites_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CloudRouterSites_Ports_PortId" FOREIGN KEY ("PortId") REFERENCES "Ports" ("Id"),
    CONSTRAINT "FK_CloudRouterSites_SimPools_SimPoolId" FOREIGN KEY ("SimPoolId") REFERENCES "SimPools" ("Id")
);


CREATE TABLE "SimOrders" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SimOrders" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "FriendlyId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SimPoolName" TEXT NOT NULL,
    "SimPoolId" TEXT NULL,
    "NewPoolId" TEXT NULL,
    "SeriesId" TEXT NOT NULL,
    "ApnId" TEXT NOT NULL,
    "ConnectivityType" TEXT NOT NULL,
    "OrderType" TEXT NOT NULL,
    "PaymentType" TEXT NOT NULL,
    "SimType" TEXT NOT NULL,
    "SimQuantity" INTEGER NOT NULL,
    "DeliveryAddress" TEXT NULL,
    "DeliveryEmail" TEXT NULL,
    "OfferType" TEXT NULL,
    "DnsPreferred" TEXT NULL,
    "DnsAlternate" TEXT NULL,
    "UseDefaultDns" INTEGER NOT NULL,
    "UserEmail" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_SimOrders_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SimOrders_SimApns_ApnId" FOREIGN KEY ("ApnId") REFERENCES "SimApns" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SimOrders_SimPools_SimPoolId" FOREIGN KEY ("SimPoolId") REFERENCES "SimPools" ("Id")
);


CREATE TABLE "Sims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sims" PRIMARY KEY,
    "CompanyId" TEXT NOT NULL,
    "PoolId" TEXT NOT NULL,
    "OrderId" TEXT NOT NULL,
    "Serial" INTEGER NOT NULL,
    "Host" INTEGER NOT NULL,
    "Label" TEXT NULL,
    "Provider" TEXT NOT NULL,
    "DetectedImei" TEXT NULL,
    "TransferId" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    "Due" INTEGER NULL,
    "PollsLeft" INTEGER NULL,
    "Held" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Sims_Companies_CompanyId" FOREIGN KEY ("CompanyId") REFERENCES "Companies" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Sims_SimOrders_OrderId" FOREIGN KEY ("OrderId") REFERENCES "SimOrders" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Sims_SimPools_PoolId" FOREIGN KEY ("PoolId") REFERENCES "SimPools" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_Addons_PartnerId" ON "Addons" ("PartnerId");


CREATE UNIQUE INDEX "IX_Agreements_CompanyId_Type_Version" ON "Agreements" ("CompanyId", "Type", "Version");


CREATE INDEX "IX_Agreements_UserId" ON "Agreements" ("UserId");


CREATE INDEX "IX_ApiKeys_UserId" ON "ApiKeys" ("UserId");


CREATE INDEX "IX_Asns_CompanyId_Number" ON "Asns" ("CompanyId", "Number");


CREATE INDEX "IX_Asns_Due" ON "Asns" ("Due") WHERE "Due" IS NOT NULL;


CREATE UNIQUE INDEX "IX_Asns_Number" ON "Asns" ("Number") WHERE "DeletedAt" IS NULL;


CREATE INDEX "IX_Asns_PollsLeft" ON "Asns" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_AzurePeerings_ConnectionId_Type" ON "AzurePeerings" ("ConnectionId", "Type") WHERE "Status" <> 'Deleted';


CREATE INDEX "IX_AzurePeerings_Due" ON "AzurePeerings" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_AzurePeerings_PollsLeft" ON "AzurePeerings" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_ChangeRequests_Due" ON "ChangeRequests" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_ChangeRequests_PollsLeft" ON "ChangeRequests" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_CloudKeys_ConnectionId" ON "CloudKeys" ("ConnectionId");


CREATE INDEX "IX_CloudRouterSites_CloudKey" ON "CloudRouterSites" ("CloudKey") WHERE "CloudKey" IS NOT NULL;


CREATE INDEX "IX_CloudRouterSites_CompanyId" ON "CloudRouterSites" ("CompanyId");


CREATE INDEX "IX_CloudRouterSites_Due" ON "CloudRouterSites" ("Due") WHERE "Due" IS NOT NULL;


CREATE UNIQUE INDEX "IX_CloudRouterSites_Link" ON "CloudRouterSites" ("Link") WHERE "Status" <> 'Deleted';


CREATE INDEX "IX_CloudRouterSites_PollsLeft" ON "CloudRouterSites" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_CloudRouterSites_PortId_Vlan" ON "CloudRouterSites" ("PortId", "Vlan") WHERE "Status" <> 'Deleted';


CREATE INDEX "IX_CloudRouterSites_RouterId_CreatedAt_Id" ON "CloudRouterSites" ("RouterId", "CreatedAt", "Id");


CREATE UNIQUE INDEX "IX_CloudRouterSites_SimPoolId" ON "CloudRouterSites" ("SimPoolId") WHERE "Status" <> 'Deleted' AND "SimPoolId" IS NOT NULL;


CREATE INDEX "IX_CloudRouters_CompanyId_CreatedAt_Id" ON "CloudRouters" ("CompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_CloudRouters_Due" ON "CloudRouters" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_CloudRouters_PollsLeft" ON "CloudRouters" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_Companies_Username" ON "Companies" ("Username");


CREATE INDEX "IX_ConnectionFlexes_ConnectionId_CreatedAt_Id" ON "ConnectionFlexes" ("ConnectionId", "CreatedAt", "Id");


CREATE INDEX "IX_ConnectionFlexes_Due" ON "ConnectionFlexes" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_ConnectionFlexes_PollsLeft" ON "ConnectionFlexes" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Connections_DestCompanyId_CreatedAt_Id" ON "Connections" ("DestCompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_Connections_DestCompanyId_Status_CreatedAt_Id" ON "Connections" ("DestCompanyId", "Status", "CreatedAt", "Id");


CREATE INDEX "IX_Connections_DestPortId" ON "Connections" ("DestPortId");


CREATE INDEX "IX_Connections_Due" ON "Connections" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Connections_ParentId" ON "Connections" ("ParentId") WHERE "ParentId" IS NOT NULL;


CREATE INDEX "IX_Connections_PollsLeft" ON "Connections" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Connections_SrcCompanyId_CreatedAt_Id" ON "Connections" ("SrcCompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_Connections_SrcCompanyId_Status_CreatedAt_Id" ON "Connections" ("SrcCompanyId", "Status", "CreatedAt", "Id");


CREATE INDEX "IX_Connections_SrcPortId" ON "Connections" ("SrcPortId");


CREATE INDEX "IX_DataCenterFacilities_MetroId" ON "DataCenterFacilities" ("MetroId");


CREATE UNIQUE INDEX "IX_DataCenterFacilities_Username" ON "DataCenterFacilities" ("Username");


CREATE UNIQUE INDEX "IX_Discounts_MarketingCode" ON "Discounts" ("MarketingCode");


CREATE INDEX "IX_EdgeOffers_FacilityId" ON "EdgeOffers" ("FacilityId");


CREATE INDEX "IX_EdgeQuotes_CompanyId" ON "EdgeQuotes" ("CompanyId");


CREATE INDEX "IX_EdgeQuotes_Due" ON "EdgeQuotes" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_EdgeQuotes_PollsLeft" ON "EdgeQuotes" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Flexes_Due" ON "Flexes" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Flexes_PollsLeft" ON "Flexes" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Flexes_ServiceId_CreatedAt_Id" ON "Flexes" ("ServiceId", "CreatedAt", "Id");


CREATE INDEX "IX_ImsiProfiles_CompanyId" ON "ImsiProfiles" ("CompanyId");


CREATE INDEX "IX_ImsiProfiles_ImsiTypeId" ON "ImsiProfiles" ("ImsiTypeId");


CREATE INDEX "IX_Invitations_CompanyId" ON "Invitations" ("CompanyId");


CREATE INDEX "IX_Invitations_Due" ON "Invitations" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Invitations_Email" ON "Invitations" ("Email");


CREATE INDEX "IX_Invitations_PollsLeft" ON "Invitations" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_Invitations_Token" ON "Invitations" ("Token");


CREATE UNIQUE INDEX "IX_IodServices_AccessPortId_Vlan" ON "IodServices" ("AccessPortId", "Vlan") WHERE "Status" <> 'Deleted';


CREATE INDEX "IX_IodServices_AsnId" ON "IodServices" ("AsnId");


CREATE INDEX "IX_IodServices_CompanyId_CreatedAt_Id" ON "IodServices" ("CompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_IodServices_Due" ON "IodServices" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_IodServices_PollsLeft" ON "IodServices" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_IpBlocks_ServiceId" ON "IpBlocks" ("ServiceId");


CREATE UNIQUE INDEX "IX_IpBlocks_Version_Address" ON "IpBlocks" ("Version", "Address") WHERE "ReleasedAt" IS NULL;


CREATE INDEX "IX_MailedTokens_UserId" ON "MailedTokens" ("UserId");


CREATE INDEX "IX_Memberships_CompanyId" ON "Memberships" ("CompanyId");


CREATE INDEX "IX_Memberships_Due" ON "Memberships" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Memberships_PollsLeft" ON "Memberships" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_Memberships_UserId_CompanyId" ON "Memberships" ("UserId", "CompanyId");


CREATE INDEX "IX_Moves_At" ON "Moves" ("At");


CREATE INDEX "IX_Moves_Machine_ResourceId" ON "Moves" ("Machine", "ResourceId");


CREATE INDEX "IX_PortOrders_BillingId" ON "PortOrders" ("BillingId");


CREATE INDEX "IX_PortOrders_CompanyId_CreatedAt" ON "PortOrders" ("CompanyId", "CreatedAt");


CREATE INDEX "IX_PortOrders_Due" ON "PortOrders" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_PortOrders_PollsLeft" ON "PortOrders" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_PortOrders_PortId" ON "PortOrders" ("PortId");


CREATE INDEX "IX_Ports_BillingId" ON "Ports" ("BillingId");


CREATE INDEX "IX_Ports_CompanyId_Asn" ON "Ports" ("CompanyId", "Asn") WHERE "Asn" IS NOT NULL;


CREATE INDEX "IX_Ports_CompanyId_CreatedAt_Id" ON "Ports" ("CompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_Ports_CompanyId_MetroId" ON "Ports" ("CompanyId", "MetroId") WHERE "DeliveredAt" IS NOT NULL AND "Status" <> 'Deleted';


CREATE INDEX "IX_Ports_CompanyId_Status_DeliveredAt" ON "Ports" ("CompanyId", "Status", "DeliveredAt");


CREATE INDEX "IX_Ports_Due" ON "Ports" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Ports_MetroId" ON "Ports" ("MetroId");


CREATE INDEX "IX_Ports_PollsLeft" ON "Ports" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Replies_Due" ON "Replies" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Replies_PollsLeft" ON "Replies" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_ScheduledRuns_ConnectionId" ON "ScheduledRuns" ("ConnectionId");


CREATE INDEX "IX_ScheduledRuns_Due" ON "ScheduledRuns" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_ScheduledRuns_PollsLeft" ON "ScheduledRuns" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Sessions_UserId" ON "Sessions" ("UserId");


CREATE INDEX "IX_SimApns_ProfileId_CreatedAt_Id" ON "SimApns" ("ProfileId", "CreatedAt", "Id");


CREATE INDEX "IX_SimOrders_ApnId" ON "SimOrders" ("ApnId");


CREATE INDEX "IX_SimOrders_CompanyId_CreatedAt_Id" ON "SimOrders" ("CompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_SimOrders_Due" ON "SimOrders" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_SimOrders_PollsLeft" ON "SimOrders" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_SimOrders_SimPoolId" ON "SimOrders" ("SimPoolId");


CREATE INDEX "IX_SimPools_ApnId" ON "SimPools" ("ApnId");


CREATE UNIQUE INDEX "IX_SimPools_Block" ON "SimPools" ("Block") WHERE "Status" <> 'Deleted';


CREATE INDEX "IX_SimPools_CompanyId_CreatedAt_Id" ON "SimPools" ("CompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_SimPools_Due" ON "SimPools" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_SimPools_PollsLeft" ON "SimPools" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE INDEX "IX_Sims_CompanyId_Serial" ON "Sims" ("CompanyId", "Serial");


CREATE INDEX "IX_Sims_Due" ON "Sims" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_Sims_OrderId" ON "Sims" ("OrderId");


CREATE INDEX "IX_Sims_PollsLeft" ON "Sims" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_Sims_PoolId_Host" ON "Sims" ("PoolId", "Host");


CREATE UNIQUE INDEX "IX_Sims_Serial" ON "Sims" ("Serial");


CREATE INDEX "IX_SonataOrders_CompanyId_PlacedAt_Id" ON "SonataOrders" ("CompanyId", "PlacedAt", "Id");


CREATE INDEX "IX_SonataOrders_ConnectionId" ON "SonataOrders" ("ConnectionId");


CREATE INDEX "IX_SonataOrders_PortId" ON "SonataOrders" ("PortId");


CREATE INDEX "IX_SonataOrders_PortOrderId" ON "SonataOrders" ("PortOrderId");


CREATE INDEX "IX_SonataQuotes_CompanyId_QuotedAt_Id" ON "SonataQuotes" ("CompanyId", "QuotedAt", "Id");


CREATE INDEX "IX_Subscriptions_CompanyId" ON "Subscriptions" ("CompanyId");


CREATE INDEX "IX_SupportTickets_CompanyId_CreatedAt_Id" ON "SupportTickets" ("CompanyId", "CreatedAt", "Id");


CREATE INDEX "IX_SupportTickets_CreatedBy" ON "SupportTickets" ("CreatedBy");


CREATE INDEX "IX_SupportTickets_Due" ON "SupportTickets" ("Due") WHERE "Due" IS NOT NULL;


CREATE INDEX "IX_SupportTickets_PollsLeft" ON "SupportTickets" ("PollsLeft") WHERE "PollsLeft" IS NOT NULL;


CREATE UNIQUE INDEX "IX_Users_Email" ON "Users" ("Email");


CREATE UNIQUE INDEX "IX_Users_Username" ON "Users" ("Username");


CREATE INDEX "IX_Wants_WantedId" ON "Wants" ("WantedId");
