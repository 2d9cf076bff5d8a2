package fleet

// kind is what stands behind an interface.
type kind uint8

const (
	instance kind = iota // an EC2 instance
	task                 // an ECS task with its own interface: no instance id
	node                 // an EKS node whose pods have secondary addresses
	managed              // RDS, ElastiCache: requester-managed, no instance id
	balancer             // ALB or NLB: requester-managed, no instance id
	gateway              // NAT gateway: requester-managed, no instance id
	spare                // an interface nobody uses: NODATA
)

// tag says which field of the log tells a reader the app's name.
type tag uint8

const (
	untagged tag = iota
	asgTag
	instanceTag
	interfaceTag
	ecsService // ecs-service-name, not a tag
)

// subnet kinds, in pairs over two availability zones.
const (
	public  = 0
	private = 2
	data    = 4
	podNet  = 6
)

// role is one app of an account: how many hosts of it each cell has, and how
// they look from outside.
type role struct {
	app, does, owner string
	kind             kind
	n                int // hosts in each cell; 0: only leased addresses
	net              int // public, private or data
	tier             int // callers' tiers are mostly one lower, see Witness
	tag              tag
	v6               bool
}

// The two estates. The one with a blank and an umlaut is there because tag
// values may have them: AWS writes Zahlung%20pr%C3%BCfen.
var estates = [2]struct {
	id, region, az string
	zone           int64   // of a busy estate's people, in seconds
	v6             [8]byte // the VPC's /56
	roles          []role
	talks          []talk
	leases         []leasePlan
}{
	{
		id: "111122223333", region: "eu-central-1", az: "euc1-az", zone: 3600,
		v6: [8]byte{0x2a, 0x05, 0xd0, 0x14, 0x01, 0xa2, 0xb3, 0},
		roles: []role{
			{"shop-alb", "load balancer", "edge", balancer, 2, public, 0, interfaceTag, true},
			{"web", "web server", "shop", instance, 2, private, 1, asgTag, true},
			{"api", "service", "shop", task, 2, private, 2, ecsService, true},
			{"catalog", "service", "shop", node, 2, private, 3, asgTag, false},
			{"checkout", "service", "shop", instance, 2, private, 3, asgTag, false},
			{"auth-nlb", "load balancer", "identity", balancer, 1, private, 3, interfaceTag, false},
			{"auth", "service", "identity", instance, 1, private, 4, instanceTag, false},
			{"Zahlung prüfen", "worker", "shop", instance, 1, private, 2, asgTag, false},
			{"orders-db", "postgres", "data", managed, 1, data, 4, interfaceTag, false},
			{"sessions", "redis", "data", managed, 1, data, 3, interfaceTag, false},
			{"events", "kafka", "data", instance, 1, data, 3, instanceTag, false},
			{"dns", "resolver", "platform", instance, 1, private, 1, instanceTag, false},
			{"monitoring", "monitoring", "platform", instance, 1, private, 0, instanceTag, false},
			{"bastion", "bastion", "platform", instance, 1, public, 0, instanceTag, false},
			{"backup", "backup", "platform", instance, 1, private, 2, instanceTag, false},
			{"report", "batch", "finance", instance, 0, private, 2, asgTag, false},
			{"nat", "nat gateway", "platform", gateway, 1, public, 0, untagged, false},
			{"standby", "standby", "platform", spare, 1, private, 0, untagged, false},
		},
		talks: []talk{
			{from: "@clients", to: "shop-alb", port: 443, perMin: 0.85, shape: business, v6: 0.2, req: size{1400, .9}, resp: size{14e3, 1.7}, secs: size{5, 1.3}},
			{from: "@clients", to: "shop-alb", port: 80, perMin: 0.07, shape: business, v6: 0.1, req: size{420, .4}, resp: size{600, .4}, secs: size{1, .6}},
			{from: "shop-alb", to: "web", port: 8080, perMin: 0.5, shape: business, req: size{5e3, 1}, resp: size{4e4, 1.4}, secs: size{25, .8}},
			{from: "web", to: "api", port: 8443, perMin: 0.22, shape: business, v6: 0.15, req: size{2e3, .8}, resp: size{9e3, 1.2}, secs: size{8, 1}},
			{from: "api", to: "catalog", port: 9090, perMin: 0.12, shape: business, req: size{900, .6}, resp: size{22e3, 1.1}, secs: size{3, 1}},
			{from: "api", to: "checkout", port: 8081, perMin: 0.1, shape: business, req: size{3e3, .7}, resp: size{2e3, .7}, secs: size{2, 1}},
			{from: "api", to: "auth-nlb", port: 443, perMin: 0.08, shape: business, req: size{1200, .5}, resp: size{1800, .5}, secs: size{1, .7}},
			{from: "auth-nlb", to: "auth", port: 8443, perMin: 0.12, shape: business, req: size{1200, .5}, resp: size{1800, .5}, secs: size{1, .7}},
			{from: "web", to: "sessions", port: 6379, perMin: 0.1, shape: business, req: size{700, .9}, resp: size{1500, 1.2}, secs: size{1, 1}},
			{from: "checkout", to: "orders-db", port: 5432, perMin: 0.12, shape: business, req: size{4e3, 1}, resp: size{16e3, 1.5}, secs: size{6, 1.2}, long: 2, lasts: 18},
			{from: "catalog", to: "orders-db", port: 5432, perMin: 0.025, shape: business, req: size{900, .5}, resp: size{30e3, 1.3}, secs: size{2, 1}},
			{from: "auth", to: "orders-db", port: 5432, perMin: 0.06, shape: business, req: size{600, .4}, resp: size{900, .5}, secs: size{1, .5}},
			{from: "checkout", to: "events", port: 9092, perMin: 0.05, shape: business, req: size{6e3, 1.2}, resp: size{500, .5}, secs: size{10, 1}, long: 1.5, lasts: 30},
			{from: "Zahlung prüfen", to: "events", port: 9092, perMin: 0.1, shape: flat, req: size{500, .5}, resp: size{9e3, 1.2}, secs: size{20, .8}, long: 2, lasts: 45},
			{from: "Zahlung prüfen", to: "orders-db", port: 5432, perMin: 0.08, shape: flat, req: size{2e3, .8}, resp: size{5e3, 1}, secs: size{3, 1}},
			{from: "Zahlung prüfen,checkout", to: "@saas", port: 443, perMin: 0.03, shape: business, req: size{3e3, .6}, resp: size{5e3, .8}, secs: size{2, .8}},
			{from: "catalog,web", to: "@aws", port: 443, perMin: 0.015, shape: business, req: size{2e3, .6}, resp: size{2e3, .8}, secs: size{1, .8}},
			{from: "report", to: "orders-db", port: 5432, perMin: 0.3, shape: flat, req: size{3e3, .8}, resp: size{6e5, 1.5}, secs: size{20, .8}},
			{from: "report,backup", to: "@s3", port: 443, perMin: 0.02, shape: flat, req: size{2e5, 1.5}, resp: size{4e3, .6}, secs: size{15, .8}},
			{from: "web", to: "sessions", port: 11211, perMin: 0.004, shape: flat, outcome: refusedThere},
			{from: "api", to: "orders-db", port: 5432, perMin: 0.003, shape: business, outcome: refusedHere},
			{from: "bastion", to: "backup", port: 8443, every: 480, outcome: replyRefused, req: size{300, .1}, resp: size{300, .1}, secs: size{3, .3}},
			{from: "bastion", to: "web,checkout,auth", port: 22, shape: staff, long: 0.7, lasts: 8, req: size{9e3, 1}, resp: size{16e3, 1.2}},
			{from: "monitoring", to: "web,api,catalog,checkout,auth,events,Zahlung prüfen,backup,dns", port: 9100, every: 30, req: size{900, .05}, resp: size{42e3, .1}, secs: size{1, .3}},
		},
		leases: []leasePlan{
			{app: "web", from: 390, to: 690, address: 0},
			{app: "checkout", from: 840, to: 1170, address: 0},
			{app: "web", from: 480, to: 1080, address: 1, days: evenDays},
			{app: "Zahlung prüfen", from: 540, to: 1020, address: 1, days: oddDays},
			{app: "report", from: 180, to: 300, address: 2},
			{app: "web", from: 600, to: 960, address: 2},
		},
	},
	{
		id: "444455556666", region: "eu-west-1", az: "euw1-az", zone: -5 * 3600, // its customers are in America
		v6: [8]byte{0x2a, 0x05, 0xd0, 0x18, 0x0f, 0x31, 0x5c, 0},
		roles: []role{
			{"pay-alb", "load balancer", "edge", balancer, 1, public, 0, interfaceTag, true},
			{"pay", "web server", "payments", instance, 2, private, 1, asgTag, true},
			{"ledger", "service", "payments", task, 2, private, 2, ecsService, true},
			{"fraud", "worker", "risk", instance, 2, private, 2, asgTag, false},
			{"ledger-db", "mysql", "data", managed, 1, data, 3, interfaceTag, false},
			{"stream", "kafka", "data", instance, 1, data, 3, instanceTag, false},
			{"dns", "resolver", "platform", instance, 1, private, 1, instanceTag, false},
			{"monitoring", "monitoring", "platform", instance, 1, private, 0, instanceTag, false},
			{"bastion", "bastion", "platform", instance, 1, public, 0, instanceTag, false},
			{"backup", "backup", "platform", instance, 1, private, 2, instanceTag, false},
			{"nat", "nat gateway", "platform", gateway, 1, public, 0, untagged, false},
			{"standby", "standby", "platform", spare, 1, private, 0, untagged, false},
		},
		talks: []talk{
			{from: "@clients", to: "pay-alb", port: 443, perMin: 0.6, shape: business, v6: 0.15, req: size{2200, .7}, resp: size{5e3, 1}, secs: size{3, 1.1}},
			{from: "pay-alb", to: "pay", port: 8443, perMin: 0.45, shape: business, v6: 0.2, req: size{4e3, .8}, resp: size{9e3, 1}, secs: size{15, .9}},
			{from: "pay", to: "ledger", port: 7443, perMin: 0.15, shape: business, req: size{2e3, .6}, resp: size{2e3, .6}, secs: size{2, 1}},
			{from: "ledger", to: "ledger-db", port: 3306, perMin: 0.15, shape: business, req: size{3e3, .9}, resp: size{8e3, 1.3}, secs: size{4, 1.2}, long: 2, lasts: 25},
			{from: "ledger", to: "stream", port: 9092, perMin: 0.06, shape: business, req: size{6e3, 1}, resp: size{500, .4}, secs: size{8, 1}},
			{from: "fraud", to: "stream", port: 9092, perMin: 0.08, shape: flat, req: size{500, .5}, resp: size{12e3, 1.2}, secs: size{20, .8}, long: 1, lasts: 40},
			{from: "fraud", to: "ledger-db", port: 3306, perMin: 0.05, shape: flat, req: size{1e3, .6}, resp: size{40e3, 1.4}, secs: size{4, 1}},
			{from: "pay,fraud", to: "@saas", port: 443, perMin: 0.03, shape: business, req: size{2e3, .6}, resp: size{4e3, .8}, secs: size{2, .8}},
			{from: "fraud", to: "ledger", port: 7444, perMin: 0.003, shape: flat, outcome: refusedThere},
			{from: "pay", to: "stream", port: 9093, perMin: 0.003, shape: flat, outcome: unanswered},
			{from: "bastion", to: "pay,stream", port: 22, shape: staff, long: 0.6, lasts: 10, req: size{9e3, 1}, resp: size{16e3, 1.2}},
			{from: "backup", to: "@s3", port: 443, perMin: 0.02, shape: flat, req: size{2e5, 1.5}, resp: size{4e3, .6}, secs: size{15, .8}},
			{from: "monitoring", to: "pay,ledger,fraud,stream,backup,dns", port: 9100, every: 30, req: size{900, .05}, resp: size{42e3, .1}, secs: size{1, .3}},
		},
		leases: []leasePlan{
			{app: "pay", from: 420, to: 720, address: 0},
			{app: "fraud", from: 900, to: 1260, address: 0},
			{app: "fraud", from: 480, to: 1080, address: 1, days: evenDays},
			{app: "pay", from: 540, to: 1020, address: 1, days: oddDays},
		},
	},
}

// commonTalks run in both estates. An asterisk stands for every instance, task
// and node.
var commonTalks = []talk{
	{from: "monitoring", to: "*", proto: icmp, every: 240, req: size{336, 0}, resp: size{336, 0}, secs: size{3, 0}},
	{from: "*", to: "dns", port: 53, proto: udp, perMin: 0.012, shape: flat, req: size{70, .1}, resp: size{160, .4}},
	{from: "*", to: "dns", port: 53, perMin: 0.0008, shape: flat, req: size{90, .1}, resp: size{1800, .3}},
	{from: "*", to: "dns", port: 123, proto: udp, every: 480, req: size{76, 0}, resp: size{76, 0}},
	{from: "dns", to: "@dns", port: 53, proto: udp, perMin: 0.05, shape: flat, req: size{72, .1}, resp: size{180, .5}},
	{from: "dns", to: "@dns", port: 53, perMin: 0.005, shape: flat, req: size{90, .1}, resp: size{2400, .3}},
	{from: "dns", to: "@ntp", port: 123, proto: udp, every: 120, req: size{76, 0}, resp: size{76, 0}},
	{from: "monitoring", to: "@vendor", port: 443, odd: true, every: 15, req: size{38e3, .15}, resp: size{700, .05}, secs: size{2, .2}},
	{from: "backup", to: "@s3", port: 443, at: 137, lasts: 26, req: size{2.4e8, .08}, resp: size{1.5e6, .1}},
	{from: "@office", to: "bastion", port: 22, perMin: 0.004, shape: staff, req: size{5e3, .8}, resp: size{9e3, 1}, secs: size{40, .5}, long: 1, lasts: 14},
	{from: "@scanners", to: "bastion", ports: scanned, perMin: 0.09, shape: flat, outcome: refusedThere},
	{from: "@scanners", to: "balancer", ports: scanned, perMin: 0.06, shape: flat, outcome: refusedThere},
	{from: "@scanners", to: "balancer", port: 443, perMin: 0.012, shape: flat, req: size{500, .5}, resp: size{900, .5}, secs: size{1, .5}},
	{from: "@scanners", to: "balancer", port: 80, perMin: 0.01, shape: flat, req: size{300, .5}, resp: size{500, .4}, secs: size{1, .5}},
	{from: "@scanners", to: "balancer,bastion", proto: icmp, perMin: 0.003, shape: flat, outcome: refusedThere},
	{from: "@scanners", to: "balancer,bastion", port: 5060, proto: udp, perMin: 0.004, shape: flat, outcome: refusedThere},
	{from: "@clients", to: "balancer", port: 443, perMin: 0.004, shape: business, outcome: tooLate},
}

// scanned lists what the internet knocks at, most wanted first.
var scanned = []uint16{
	23, 22, 3389, 445, 8080, 6379, 5900, 1433, 3306, 2323, 8443, 5432, 2375,
	9200, 25, 21, 8545, 11211, 27017, 5555, 81, 8000, 7547, 10250,
}
