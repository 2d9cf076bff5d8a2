package record

// Kind names what a record is a fact about.
type Kind uint8

// The kinds of record. Each has its own set of row fields.
const (
	KindFlow Kind = iota // packets that share a five-tuple in a capture window
)

// Type is how the values of a field are held and compared.
type Type uint8

// The types of fields. Text in a [Tuple] is empty when absent.
const (
	TypeText   Type = iota // UTF-8 text
	TypeUint8              // whole number, 0 to 255
	TypeUint16             // whole number, 0 to 65,535
	TypeUint32             // whole number, 0 to 4,294,967,295
	TypeUint64             // whole number
	TypeAddr               // IPv6 address, IPv4 mapped as ::ffff:a.b.c.d
	TypeTime               // nanoseconds since 1970-01-01 UTC, signed
	TypeAction             // an [Action]
	TypeBool               // 0 or 1
)

// Place is where the value of a field lives.
type Place uint8

// The places of fields.
const (
	PlaceRow     Place = iota // a column of the batch
	PlaceContext              // slot of the row's context tuple: who logged it
	PlacePath                 // slot of the row's path tuple: which way it went
	PlaceSrc                  // slot of the source's side tuple: what that end is
	PlaceDst                  // slot of the destination's side tuple
	PlaceDerived              // computed from row columns when asked for
	PlaceEither               // matches when one of two fields does
)

// Field is one entry of the catalogue.
type Field struct {
	ID      FieldID
	Name    string // canonical: AWS's name with underscores
	Type    Type
	Place   Place
	Slot    int        // index in the tuple, for fields that live in one
	Since   uint8      // AWS record version that brought it, 0 when weir derives it
	Unit    string     // unit of the values, empty when they have none
	Aliases []string   // further names: OCSF, ECS and short forms people type
	Of      [2]FieldID // for PlaceEither: the two fields it stands for
	Doc     string     // one line for people
}

// FieldID numbers the fields of the catalogue. It is a position in this
// program, never stored: stored things carry names.
type FieldID uint8

// The fields AWS VPC Flow Logs define, versions 2 to 11, in the order of the
// vendor's table, those that Transit Gateway Flow Logs and GCP VPC Flow Logs add,
// and then what weir derives. Fields of tuples are only ever appended to those
// before: the ids of stored tuples hash the values in this order.
const (
	Version FieldID = iota
	AccountID
	InterfaceID
	SrcAddr
	DstAddr
	SrcPort
	DstPort
	Protocol
	Packets
	Bytes
	Start
	End
	ActionField
	LogStatus
	VPCID
	SubnetID
	InstanceID
	TCPFlags
	IPType
	PktSrcAddr
	PktDstAddr
	Region
	AZID
	SublocationType
	SublocationID
	PktSrcAWSService
	PktDstAWSService
	FlowDirection
	TrafficPath
	ECSClusterARN
	ECSClusterName
	ECSContainerInstanceARN
	ECSContainerInstanceID
	ECSContainerID
	ECSSecondContainerID
	ECSServiceName
	ECSTaskDefinitionARN
	ECSTaskARN
	ECSTaskID
	RejectReason
	ResourceID
	EncryptionStatus
	InstanceTag
	InstanceTag2
	InterfaceTag
	InterfaceTag2
	ASGTag
	ASGTag2
	InterfaceType
	NextHopInterfaceID
	NextHopSubnetID
	NextHopAZID
	NextHopVPCID
	NextHopInterfaceType

	ResourceType // from here on: version 6, transit gateways only
	TGWID
	TGWAttachmentID
	TGWSrcVPCAccountID
	TGWDstVPCAccountID
	TGWSrcVPCID
	TGWDstVPCID
	TGWSrcSubnetID
	TGWDstSubnetID
	TGWSrcENI
	TGWDstENI
	TGWSrcAZID
	TGWDstAZID
	TGWPairAttachmentID
	PacketsLostNoRoute
	PacketsLostBlackhole
	PacketsLostMTUExceeded
	PacketsLostTTLExpired

	Reporter // from here on: GCP
	RTT

	Unmapped // columns the catalogue does not know, as a JSON object
	Absent   // bit per row field the source did not give
	Counted
	Role
	Scopes
	Flags
	Part

	SrcNetwork
	SrcApp
	SrcRole
	SrcOwner
	SrcInterfaceID
	SrcInstanceID
	SrcSubnetID
	SrcCountry
	SrcASN
	SrcASOrg
	SrcProvider
	SrcService
	DstNetwork
	DstApp
	DstRole
	DstOwner
	DstInterfaceID
	DstInstanceID
	DstSubnetID
	DstCountry
	DstASN
	DstASOrg
	DstProvider
	DstService

	Client
	Server
	ServicePort
	Initiator
	InitiatorBy
	Witness
	Direction
	SrcScope
	DstScope
	TimeSuspect
	TimeFrom
	Duration
	ClientApp
	ServerApp
	LocalSubnet
	LocalRole

	AnyAddr
	AnyPort
	AnyApp
	AnyCountry
	AnyASN
	AnyProvider
	AnyNetwork
	AnyService

	NumFields int = iota
)

const (
	ctx  = PlaceContext
	path = PlacePath
)

// catalogue is written in the order of the FieldID constants; init checks it.
var catalogue = [NumFields]Field{
	Version:          {Name: "version", Type: TypeUint8, Place: ctx, Since: 2, Doc: "version of the record format"},
	AccountID:        {Name: "account_id", Place: ctx, Since: 2, Aliases: []string{"account", "cloud.account.id", "cloud.account.uid"}, Doc: "account that owns the interface"},
	InterfaceID:      {Name: "interface_id", Place: ctx, Since: 2, Aliases: []string{"interface", "eni", "interface_uid"}, Doc: "network interface that logged the record"},
	SrcAddr:          {Name: "srcaddr", Type: TypeAddr, Since: 2, Aliases: []string{"src", "src_ip", "source.ip", "source.address", "src_endpoint.ip"}, Doc: "source address as the interface saw it"},
	DstAddr:          {Name: "dstaddr", Type: TypeAddr, Since: 2, Aliases: []string{"dst", "dst_ip", "destination.ip", "destination.address", "dst_endpoint.ip"}, Doc: "destination address as the interface saw it"},
	SrcPort:          {Name: "srcport", Type: TypeUint16, Since: 2, Aliases: []string{"source.port", "src_endpoint.port"}, Doc: "source port"},
	DstPort:          {Name: "dstport", Type: TypeUint16, Since: 2, Aliases: []string{"destination.port", "dst_endpoint.port"}, Doc: "destination port"},
	Protocol:         {Name: "protocol", Type: TypeUint8, Since: 2, Aliases: []string{"proto", "network.iana_number", "connection_info.protocol_num"}, Doc: "IANA protocol number"},
	Packets:          {Name: "packets", Type: TypeUint64, Since: 2, Unit: "packets", Aliases: []string{"network.packets", "traffic.packets"}, Doc: "packets in the capture window"},
	Bytes:            {Name: "bytes", Type: TypeUint64, Since: 2, Unit: "bytes", Aliases: []string{"network.bytes", "traffic.bytes"}, Doc: "bytes in the capture window"},
	Start:            {Name: "start", Type: TypeTime, Since: 2, Aliases: []string{"start_time", "event.start", "time"}, Doc: "start of the capture window"},
	End:              {Name: "end", Type: TypeTime, Since: 2, Aliases: []string{"end_time", "event.end"}, Doc: "end of the capture window"},
	ActionField:      {Name: "action", Type: TypeAction, Since: 2, Aliases: []string{"event.action"}, Doc: "ACCEPT or REJECT"},
	LogStatus:        {Name: "log_status", Place: ctx, Since: 2, Aliases: []string{"status_code"}, Doc: "OK, NODATA or SKIPDATA"},
	VPCID:            {Name: "vpc_id", Place: ctx, Since: 3, Aliases: []string{"vpc", "vpc_uid"}, Doc: "VPC of the interface"},
	SubnetID:         {Name: "subnet_id", Place: ctx, Since: 3, Aliases: []string{"subnet_uid"}, Doc: "subnet of the interface"},
	InstanceID:       {Name: "instance_id", Place: ctx, Since: 3, Aliases: []string{"instance", "instance_uid"}, Doc: "instance the interface is attached to"},
	TCPFlags:         {Name: "tcp_flags", Type: TypeUint16, Since: 3, Aliases: []string{"connection_info.tcp_flags"}, Doc: "TCP flags seen in the window, OR-ed"},
	IPType:           {Name: "type", Place: ctx, Since: 3, Aliases: []string{"network.type", "connection_info.protocol_ver"}, Doc: "IPv4, IPv6 or EFA"},
	PktSrcAddr:       {Name: "pkt_srcaddr", Type: TypeAddr, Since: 3, Doc: "source address in the packet, before NAT"},
	PktDstAddr:       {Name: "pkt_dstaddr", Type: TypeAddr, Since: 3, Doc: "destination address in the packet, before NAT"},
	Region:           {Name: "region", Place: ctx, Since: 4, Aliases: []string{"cloud.region"}, Doc: "region of the interface"},
	AZID:             {Name: "az_id", Place: ctx, Since: 4, Aliases: []string{"cloud.availability_zone", "cloud.zone"}, Doc: "availability zone of the interface"},
	SublocationType:  {Name: "sublocation_type", Place: ctx, Since: 4, Doc: "wavelength, outpost or localzone"},
	SublocationID:    {Name: "sublocation_id", Place: ctx, Since: 4, Doc: "id of the sublocation"},
	PktSrcAWSService: {Name: "pkt_src_aws_service", Place: path, Since: 5, Aliases: []string{"src_endpoint.svc_name"}, Doc: "AWS service the packet's source belongs to"},
	PktDstAWSService: {Name: "pkt_dst_aws_service", Place: path, Since: 5, Aliases: []string{"dst_endpoint.svc_name"}, Doc: "AWS service the packet's destination belongs to"},
	FlowDirection:    {Name: "flow_direction", Place: path, Since: 5, Aliases: []string{"network.direction", "connection_info.direction"}, Doc: "ingress or egress, seen from the interface"},
	TrafficPath:      {Name: "traffic_path", Type: TypeUint8, Place: path, Since: 5, Doc: "way egress traffic took, 1 to 8"},

	ECSClusterARN:           {Name: "ecs_cluster_arn", Place: ctx, Since: 7, Doc: "ECS cluster ARN"},
	ECSClusterName:          {Name: "ecs_cluster_name", Place: ctx, Since: 7, Doc: "ECS cluster"},
	ECSContainerInstanceARN: {Name: "ecs_container_instance_arn", Place: ctx, Since: 7, Doc: "ECS container instance ARN"},
	ECSContainerInstanceID:  {Name: "ecs_container_instance_id", Place: ctx, Since: 7, Doc: "ECS container instance"},
	ECSContainerID:          {Name: "ecs_container_id", Place: ctx, Since: 7, Aliases: []string{"container.id"}, Doc: "container runtime id of the first container"},
	ECSSecondContainerID:    {Name: "ecs_second_container_id", Place: ctx, Since: 7, Doc: "container runtime id of the second container"},
	ECSServiceName:          {Name: "ecs_service_name", Place: ctx, Since: 7, Doc: "ECS service"},
	ECSTaskDefinitionARN:    {Name: "ecs_task_definition_arn", Place: ctx, Since: 7, Doc: "ECS task definition ARN"},
	ECSTaskARN:              {Name: "ecs_task_arn", Place: ctx, Since: 7, Doc: "ECS task ARN"},
	ECSTaskID:               {Name: "ecs_task_id", Place: ctx, Since: 7, Doc: "ECS task"},
	RejectReason:            {Name: "reject_reason", Place: path, Since: 8, Doc: "why it was rejected: BPA or EC"},
	ResourceID:              {Name: "resource_id", Place: ctx, Since: 9, Doc: "resource that logged it where there is no interface"},
	EncryptionStatus:        {Name: "encryption_status", Type: TypeUint8, Place: path, Since: 10, Doc: "0 clear, 1 Nitro, 2 application layer, 3 both"},
	InstanceTag:             {Name: "instance_tag", Place: ctx, Since: 11, Doc: "value of the first configured instance tag"},
	InstanceTag2:            {Name: "instance_tag_2", Place: ctx, Since: 11, Doc: "value of the second configured instance tag"},
	InterfaceTag:            {Name: "interface_tag", Place: ctx, Since: 11, Doc: "value of the first configured interface tag"},
	InterfaceTag2:           {Name: "interface_tag_2", Place: ctx, Since: 11, Doc: "value of the second configured interface tag"},
	ASGTag:                  {Name: "asg_tag", Place: ctx, Since: 11, Doc: "value of the first configured auto-scaling-group tag"},
	ASGTag2:                 {Name: "asg_tag_2", Place: ctx, Since: 11, Doc: "value of the second configured auto-scaling-group tag"},
	InterfaceType:           {Name: "interface_type", Place: ctx, Since: 11, Doc: "nat_gateway, network_load_balancer, transit_gateway, ..."},
	NextHopInterfaceID:      {Name: "next_hop_interface_id", Place: path, Since: 11, Doc: "interface at the next hop"},
	NextHopSubnetID:         {Name: "next_hop_subnet_id", Place: path, Since: 11, Doc: "subnet of the next hop"},
	NextHopAZID:             {Name: "next_hop_az_id", Place: path, Since: 11, Doc: "availability zone of the next hop"},
	NextHopVPCID:            {Name: "next_hop_vpc_id", Place: path, Since: 11, Doc: "VPC of the next hop"},
	NextHopInterfaceType:    {Name: "next_hop_interface_type", Place: path, Since: 11, Doc: "type of the interface at the next hop"},

	ResourceType:           {Name: "resource_type", Place: ctx, Since: 6, Doc: "what logged it: TransitGateway"},
	TGWID:                  {Name: "tgw_id", Place: ctx, Since: 6, Aliases: []string{"tgw", "transit_gateway_id"}, Doc: "transit gateway that logged the record"},
	TGWAttachmentID:        {Name: "tgw_attachment_id", Place: ctx, Since: 6, Aliases: []string{"attachment"}, Doc: "attachment the record was taken at"},
	TGWSrcVPCAccountID:     {Name: "tgw_src_vpc_account_id", Place: path, Since: 6, Doc: "account of the source's VPC"},
	TGWDstVPCAccountID:     {Name: "tgw_dst_vpc_account_id", Place: path, Since: 6, Doc: "account of the destination's VPC"},
	TGWSrcVPCID:            {Name: "tgw_src_vpc_id", Place: path, Since: 6, Doc: "VPC the source lies in"},
	TGWDstVPCID:            {Name: "tgw_dst_vpc_id", Place: path, Since: 6, Doc: "VPC the destination lies in"},
	TGWSrcSubnetID:         {Name: "tgw_src_subnet_id", Place: path, Since: 6, Doc: "subnet of the gateway's interface towards the source"},
	TGWDstSubnetID:         {Name: "tgw_dst_subnet_id", Place: path, Since: 6, Doc: "subnet of the gateway's interface towards the destination"},
	TGWSrcENI:              {Name: "tgw_src_eni", Place: path, Since: 6, Doc: "the gateway's interface towards the source"},
	TGWDstENI:              {Name: "tgw_dst_eni", Place: path, Since: 6, Doc: "the gateway's interface towards the destination"},
	TGWSrcAZID:             {Name: "tgw_src_az_id", Place: path, Since: 6, Doc: "availability zone of the source's side"},
	TGWDstAZID:             {Name: "tgw_dst_az_id", Place: path, Since: 6, Doc: "availability zone of the destination's side"},
	TGWPairAttachmentID:    {Name: "tgw_pair_attachment_id", Place: path, Since: 6, Doc: "attachment at the other end, where the flow is seen again"},
	PacketsLostNoRoute:     {Name: "packets_lost_no_route", Type: TypeUint64, Since: 6, Unit: "packets", Doc: "packets lost for lack of a route"},
	PacketsLostBlackhole:   {Name: "packets_lost_blackhole", Type: TypeUint64, Since: 6, Unit: "packets", Doc: "packets lost to a black hole route"},
	PacketsLostMTUExceeded: {Name: "packets_lost_mtu_exceeded", Type: TypeUint64, Since: 6, Unit: "packets", Doc: "packets lost because they were too long"},
	PacketsLostTTLExpired:  {Name: "packets_lost_ttl_expired", Type: TypeUint64, Since: 6, Unit: "packets", Doc: "packets lost because their time to live ended"},

	Reporter: {Name: "reporter", Place: path, Doc: "GCP: the side that reported, SRC, DEST, SRC_GATEWAY or DEST_GATEWAY"},
	RTT:      {Name: "rtt_msec", Type: TypeUint32, Unit: "ms", Aliases: []string{"rtt"}, Doc: "GCP: round-trip time the reporter measured"},

	Unmapped: {Name: "unmapped", Type: TypeText, Doc: "columns of the source that weir has no field for, as a JSON object"},
	Absent:   {Name: "absent", Type: TypeUint32, Doc: "bit per row field that the source did not give"},
	Counted:  {Name: "counted", Type: TypeBool, Doc: "true on the one record of a flow that totals count"},
	Role:     {Name: "role_bits", Type: TypeUint8, Doc: "packed initiator and witness, see PackRole"},
	Scopes:   {Name: "scope_bits", Type: TypeUint8, Doc: "packed scopes of both sides, see PackScopes"},
	Flags:    {Name: "time_bits", Type: TypeUint8, Doc: "packed time_from and time_suspect, see FlagTimeSuspect"},
	Part:     {Name: "part", Type: TypeUint32, Doc: "ledger number of the piece of an object this row came from"},

	SrcNetwork:     {Name: "src_network", Place: PlaceSrc, Slot: SideNetwork, Doc: "network that gives the source address its meaning"},
	SrcApp:         {Name: "src_app", Place: PlaceSrc, Slot: SideApp, Doc: "app of the source"},
	SrcRole:        {Name: "src_role", Place: PlaceSrc, Slot: SideRole, Doc: "role of the source, from the assets file"},
	SrcOwner:       {Name: "src_owner", Place: PlaceSrc, Slot: SideOwner, Doc: "owner of the source, from the assets file"},
	SrcInterfaceID: {Name: "src_interface_id", Place: PlaceSrc, Slot: SideInterface, Doc: "interface that had the source address then"},
	SrcInstanceID:  {Name: "src_instance_id", Place: PlaceSrc, Slot: SideInstance, Doc: "instance that had the source address then"},
	SrcSubnetID:    {Name: "src_subnet_id", Place: PlaceSrc, Slot: SideSubnet, Doc: "subnet of the source"},
	SrcCountry:     {Name: "src_country", Place: PlaceSrc, Slot: SideCountry, Aliases: []string{"source.geo.country_iso_code"}, Doc: "country of the public source, ISO 3166 alpha-2"},
	SrcASN:         {Name: "src_asn", Type: TypeUint32, Place: PlaceSrc, Slot: SideASN, Aliases: []string{"source.as.number"}, Doc: "autonomous system number of the public source"},
	SrcASOrg:       {Name: "src_as_org", Place: PlaceSrc, Slot: SideASOrg, Aliases: []string{"source.as.organization.name"}, Doc: "name of the source's autonomous system"},
	SrcProvider:    {Name: "src_provider", Place: PlaceSrc, Slot: SideProvider, Doc: "cloud provider of the public source"},
	SrcService:     {Name: "src_service", Place: PlaceSrc, Slot: SideService, Doc: "provider's service of the source"},
	DstNetwork:     {Name: "dst_network", Place: PlaceDst, Slot: SideNetwork, Doc: "network that gives the destination address its meaning"},
	DstApp:         {Name: "dst_app", Place: PlaceDst, Slot: SideApp, Doc: "app of the destination"},
	DstRole:        {Name: "dst_role", Place: PlaceDst, Slot: SideRole, Doc: "role of the destination, from the assets file"},
	DstOwner:       {Name: "dst_owner", Place: PlaceDst, Slot: SideOwner, Doc: "owner of the destination, from the assets file"},
	DstInterfaceID: {Name: "dst_interface_id", Place: PlaceDst, Slot: SideInterface, Doc: "interface that had the destination address then"},
	DstInstanceID:  {Name: "dst_instance_id", Place: PlaceDst, Slot: SideInstance, Doc: "instance that had the destination address then"},
	DstSubnetID:    {Name: "dst_subnet_id", Place: PlaceDst, Slot: SideSubnet, Doc: "subnet of the destination"},
	DstCountry:     {Name: "dst_country", Place: PlaceDst, Slot: SideCountry, Aliases: []string{"destination.geo.country_iso_code"}, Doc: "country of the public destination, ISO 3166 alpha-2"},
	DstASN:         {Name: "dst_asn", Type: TypeUint32, Place: PlaceDst, Slot: SideASN, Aliases: []string{"destination.as.number"}, Doc: "autonomous system number of the public destination"},
	DstASOrg:       {Name: "dst_as_org", Place: PlaceDst, Slot: SideASOrg, Aliases: []string{"destination.as.organization.name"}, Doc: "name of the destination's autonomous system"},
	DstProvider:    {Name: "dst_provider", Place: PlaceDst, Slot: SideProvider, Doc: "cloud provider of the public destination"},
	DstService:     {Name: "dst_service", Place: PlaceDst, Slot: SideService, Doc: "provider's service of the destination"},

	Client:      {Name: "client", Type: TypeAddr, Place: PlaceDerived, Doc: "address of the side that opened the conversation"},
	Server:      {Name: "server", Type: TypeAddr, Place: PlaceDerived, Doc: "address of the side that was called"},
	ServicePort: {Name: "service_port", Type: TypeUint16, Place: PlaceDerived, Doc: "port of the server"},
	Initiator:   {Name: "initiator", Place: PlaceDerived, Doc: "src or dst: the side that opened the conversation"},
	InitiatorBy: {Name: "initiator_by", Place: PlaceDerived, Doc: "what decided the initiator: flags, direction, port or address"},
	Witness:     {Name: "witness", Place: PlaceDerived, Doc: "where the record was taken: dst, src, transit, nat, duplicate or unknown"},
	Direction:   {Name: "direction", Place: PlaceDerived, Doc: "inbound, outbound, internal or external, seen from the networks"},
	SrcScope:    {Name: "src_scope", Place: PlaceDerived, Doc: "internal, private, public, multicast, link-local or service"},
	DstScope:    {Name: "dst_scope", Place: PlaceDerived, Doc: "internal, private, public, multicast, link-local or service"},
	TimeSuspect: {Name: "time_suspect", Type: TypeBool, Place: PlaceDerived, Doc: "true when the record's time lies in the future of its intake"},
	TimeFrom:    {Name: "time_from", Place: PlaceDerived, Doc: "where start came from: start, end, object or intake"},
	Duration:    {Name: "duration", Type: TypeUint32, Place: PlaceDerived, Unit: "seconds", Doc: "end minus start"},
	ClientApp:   {Name: "client_app", Place: PlaceDerived, Doc: "app of the side that opened the conversation"},
	ServerApp:   {Name: "server_app", Place: PlaceDerived, Doc: "app of the side that was called"},
	LocalSubnet: {Name: "subnet", Place: PlaceDerived, Doc: "subnet of the interface; where the record does not say it, of the internal side"},
	LocalRole:   {Name: "role", Place: PlaceDerived, Doc: "role of the internal side, from the assets file; of the server where both are internal"},

	AnyAddr:     {Name: "addr", Type: TypeAddr, Place: PlaceEither, Of: [2]FieldID{SrcAddr, DstAddr}, Aliases: []string{"ip", "address", "related.ip"}, Doc: "either address"},
	AnyPort:     {Name: "port", Type: TypeUint16, Place: PlaceEither, Of: [2]FieldID{SrcPort, DstPort}, Doc: "either port"},
	AnyApp:      {Name: "app", Place: PlaceEither, Of: [2]FieldID{SrcApp, DstApp}, Doc: "app of either side"},
	AnyCountry:  {Name: "country", Place: PlaceEither, Of: [2]FieldID{SrcCountry, DstCountry}, Doc: "country of either side"},
	AnyASN:      {Name: "asn", Type: TypeUint32, Place: PlaceEither, Of: [2]FieldID{SrcASN, DstASN}, Doc: "autonomous system number of either side"},
	AnyProvider: {Name: "provider", Place: PlaceEither, Of: [2]FieldID{SrcProvider, DstProvider}, Doc: "cloud provider of either side"},
	AnyNetwork:  {Name: "network", Place: PlaceEither, Of: [2]FieldID{SrcNetwork, DstNetwork}, Doc: "network of either side"},
	AnyService:  {Name: "svc", Place: PlaceEither, Of: [2]FieldID{PktSrcAWSService, PktDstAWSService}, Aliases: []string{"aws_service"}, Doc: "AWS service of either side of the packet"},
}

// Slots of a side tuple: what weir knows about one end of a flow.
const (
	SideNetwork = iota
	SideApp
	SideRole
	SideOwner
	SideInterface
	SideInstance
	SideSubnet
	SideCountry
	SideASN
	SideASOrg
	SideProvider
	SideService
	NumSideSlots
)

// SideNames are the column names of a side tuple, by slot.
var SideNames = [NumSideSlots]string{
	"network", "app", "role", "owner", "interface_id", "instance_id",
	"subnet_id", "country", "asn", "as_org", "provider", "service",
}
