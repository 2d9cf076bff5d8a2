package store

// ServiceClasses are the texts of column service of roll_minute, by value: a
// coarse kind of service, so that the roll-up stays small.
var ServiceClasses = [...]string{"", "web", "remote", "dns", "database", "files", "mail", "directory", "other"}

// Values of column service.
const (
	serviceNone  = 0 // no port, or nobody knows which side serves
	serviceOther = uint8(len(ServiceClasses) - 1)
)

// servicePorts are the server ports of the classes between none and other.
var servicePorts = [serviceOther][]uint16{
	1: {80, 443, 3000, 8000, 8080, 8443, 8888},
	2: {22, 23, 2222, 3389, 5900, 5985, 5986},
	3: {53, 853, 5353},
	4: {1433, 1521, 3306, 5432, 5439, 6379, 9042, 9200, 9300, 11211, 27017},
	5: {20, 21, 69, 111, 139, 445, 873, 2049},
	6: {25, 110, 143, 465, 587, 993, 995},
	7: {88, 389, 464, 636, 3268, 3269},
}

// serviceOf is the class of every port.
var serviceOf = func() *[1 << 16]uint8 {
	var classes [1 << 16]uint8
	for port := range classes {
		classes[port] = serviceOther
	}
	classes[0] = serviceNone
	for class, ports := range servicePorts {
		for _, port := range ports {
			classes[port] = uint8(class)
		}
	}
	return &classes
}()
